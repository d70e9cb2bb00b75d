/** verify: asks the system again after a deletion; only its own answer counts as deleted. */
import type { VerifyResult } from '../connectors/connector.ts';
import type { SystemItem } from '../stores/case-items.ts';
import { openSystemWork, outcomeOf, saveSystem, type SystemScope, type SystemWorld, total } from './system-work.ts';
import { isoNow } from './world.ts';

export interface Verified {
  /** Rows that should be gone and are still there. */
  left: number;
}

/** The item after a clean answer: what was found and is not kept has been erased. */
function erasedItem(item: SystemItem, answer: VerifyResult, at: string): SystemItem {
  const datasets = item.datasets.map((entry) => {
    const kept = answer.kept[entry.dataset];
    return { ...entry, erased: Math.max(0, entry.found - (kept?.count ?? 0)), ...(kept !== undefined && kept.count > 0 && { kept }) };
  });
  const outcome = datasets.some((entry) => entry.kept !== undefined) ? 'retained' : 'deleted';
  const next = { ...item, datasets, phase: 'done' as const };
  return { ...next, outcome: { ...outcomeOf(next, outcome, at), verifiedAt: at } };
}

/** Repeatable: it only asks. */
export async function verify(scope: SystemScope, world: SystemWorld): Promise<Verified> {
  const { connector, subject, item } = await openSystemWork(world, scope);
  const answer = await connector.verify(subject);
  const left = total(Object.values(answer.left));
  await saveSystem(
    world,
    scope,
    left > 0 ? { ...item, phase: 'verify', lastError: 'StillHoldsData' } : erasedItem(item, answer, isoNow(world)),
  );
  return { left };
}
