/** erase: has one system delete what may go, blank what may not be kept in the clear, and keep what law demands. */
import { TransientError } from '../domain/errors.ts';
import { refusedRights } from '../domain/request.ts';
import { refusalOf } from '../domain/refusal/open-parts.ts';
import { openSystemWork, saveSystem, type SystemScope, type SystemWorld } from './system-work.ts';

/** Repeatable; what was really erased is told by `verify`, which asks the system again. */
export async function erase(scope: SystemScope, world: SystemWorld): Promise<Record<string, never>> {
  const { record, connector, subject, item } = await openSystemWork(world, scope);
  // Refused a moment ago: the execution is being stopped, and what nobody may undo must not happen before.
  if (refusedRights(record.request).includes('erasure') || refusalOf(record.request, scope) !== undefined) {
    throw new TransientError('The erasure was refused', { code: 'system-conflict', system: scope.system });
  }
  await saveSystem(world, scope, { ...item, phase: 'erase', attempts: item.attempts + 1 });
  await connector.erase(subject);
  return {};
}
