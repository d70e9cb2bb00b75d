/** find: asks one system what it holds about the person, and learns identifiers that other systems need. */
import { mergeFound, openSystemWork, outcomeOf, saveSystem, sealLearnt, type SystemScope, type SystemWorld, total } from './system-work.ts';
import { isoNow } from './world.ts';

export interface Found {
  /** Rows in all datasets. */
  found: number;
  /** Whether the system answers exports and deletions later, by calling back. */
  later: boolean;
}

/** Repeatable: counts never fall below what an earlier attempt found in this round. */
export async function find(scope: SystemScope, world: SystemWorld): Promise<Found> {
  const { connector, subject, caseKey, item } = await openSystemWork(world, scope);
  const answer = await connector.find(subject);
  const datasets = mergeFound(item.datasets, answer.found);
  const found = total(datasets.map((dataset) => dataset.found));
  const learnt = Object.keys(answer.identifiers).length > 0 ? { learnt: sealLearnt(caseKey, scope.system, answer.identifiers) } : {};
  const at = isoNow(world);
  const next = { ...item, ...learnt, datasets, found, attempts: item.attempts + 1, phase: 'find' as const };
  await saveSystem(world, scope, found > 0 ? next : { ...next, phase: 'done', outcome: outcomeOf(next, 'not-found', at) });
  return { found, later: scope.pass !== 'act' && (connector.later?.phases.includes(scope.pass) ?? false) };
}
