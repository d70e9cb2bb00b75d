/** erase: has one system delete what may go, blank what may not be kept in the clear, and keep what law demands. */
import { openSystemWork, saveSystem, type SystemScope, type SystemWorld } from './system-work.ts';

/** Repeatable; what was really erased is told by `verify`, which asks the system again. */
export async function erase(scope: SystemScope, world: SystemWorld): Promise<Record<string, never>> {
  const { connector, subject, item } = await openSystemWork(world, scope);
  await saveSystem(world, scope, { ...item, phase: 'erase', attempts: item.attempts + 1 });
  await connector.erase(subject);
  return {};
}
