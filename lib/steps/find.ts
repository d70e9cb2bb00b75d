/** find: asks one system what it holds about the person, and learns identifiers that other systems need. */
import { PermanentError } from '../domain/errors.ts';
import { refusalOf } from '../domain/refusal/open-parts.ts';
import { byHand } from '../domain/rights.ts';
import type { SystemOutcome } from '../domain/request-events.ts';
import {
  mergeFound,
  openSystemWork,
  outcomeOf,
  saveSystem,
  sealLearnt,
  type SystemScope,
  type SystemWork,
  type SystemWorld,
  total,
} from './system-work.ts';
import type { SystemItem } from '../stores/case-items.ts';
import { isoNow } from './world.ts';

export interface Found {
  /** Rows in all datasets. */
  found: number;
  /** Whether the system answers exports and deletions later, by calling back. */
  later: boolean;
}

/**
 * A system that is still without a kind of identifier which another one tells cannot say what it holds while that one has
 * not answered: it is outstanding with it. If it has none at all, and the other one was left out for good, it is a
 * person's task.
 */
function waitsForOther({ record, connector, subject }: SystemWork, scope: SystemScope, world: SystemWorld): SystemOutcome | undefined {
  const unknown = connector.needs.filter((kind) => (subject.identifiers[kind] ?? []).length === 0);
  if (unknown.length === 0) return undefined;
  const others = world.configuration.systems[scope.system]?.findAfter ?? [];
  const silent = record.request.outcomes.filter(({ system, pass }) => pass === scope.pass && others.includes(system));
  if (unknown.length === connector.needs.length && silent.some(({ outcome }) => outcome === 'skipped')) {
    throw new PermanentError('The system that knows the identifier this one needs was left out.', {
      code: 'system-rejected',
      system: scope.system,
    });
  }
  return silent.find(({ outcome }) => outcome === 'outstanding');
}

/** Others cannot be asked without what it knows about who the person is. */
function tellsOthers({ configuration }: SystemWorld, system: string): boolean {
  return Object.values(configuration.systems).some(({ findAfter }) => findAfter.includes(system));
}

const LEFT_OUT: Found = { found: 0, later: false };

/** What was exported before the refusal stays out of the package too. */
async function leaveOut(
  world: SystemWorld,
  scope: SystemScope,
  { item, refusal }: { item: SystemItem; refusal: NonNullable<ReturnType<typeof refusalOf>> },
): Promise<Found> {
  const { pages: _withheld, ...left } = item;
  await saveSystem(world, scope, { ...left, phase: 'done', outcome: { ...outcomeOf(item, 'skipped', isoNow(world)), ...refusal } });
  return LEFT_OUT;
}

/** Repeatable: counts never fall below what an earlier attempt found in this round. */
export async function find(scope: SystemScope, world: SystemWorld): Promise<Found> {
  const work = await openSystemWork(world, scope);
  const { connector, subject, caseKey, item } = work;
  const refusal = refusalOf(work.record.request, scope);
  if (refusal !== undefined && !tellsOthers(world, scope.system)) return await leaveOut(world, scope, { item, refusal });
  const other = waitsForOther(work, scope, world);
  if (other !== undefined) {
    const { expectedOn } = other;
    const outcome = { ...outcomeOf(item, 'outstanding', isoNow(world)), ...(expectedOn === undefined ? {} : { expectedOn }) };
    await saveSystem(world, scope, { ...item, phase: 'done', outcome });
    return LEFT_OUT;
  }
  const answer = await connector.find(subject);
  const datasets = mergeFound(item.datasets, answer.found);
  const found = total(datasets.map((dataset) => dataset.found));
  const learnt = Object.keys(answer.identifiers).length > 0 ? { learnt: sealLearnt(caseKey, item, answer.identifiers) } : {};
  const at = isoNow(world);
  const next = { ...item, ...learnt, datasets, found, attempts: item.attempts + 1, phase: 'find' as const };
  if (refusal !== undefined && found > 0) return await leaveOut(world, scope, { item: next, refusal });
  await saveSystem(world, scope, found > 0 ? next : { ...next, phase: 'done', outcome: outcomeOf(next, 'not-found', at) });
  const { pass } = scope;
  return { found, later: !byHand(pass) && (connector.later?.phases.includes(pass) ?? false) };
}
