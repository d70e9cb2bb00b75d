/** hand-to-person: what a machine cannot do or mend becomes a person's task, and the request waits for it. */
import { isClosed } from '../domain/request.ts';
import type { StaffTaskKind } from '../domain/request-events.ts';
import { caseOf } from './casework.ts';
import { loadSystem, saveSystem, type SystemScope } from './system-work.ts';
import { openWait } from './waiting.ts';
import type { With } from './world.ts';

export type HandWorld = With<'machine'>;

export interface Handed extends SystemScope {
  kind: StaffTaskKind & ('system-failed' | 'act');
  /** Tells the tasks of one system apart. */
  scope: string;
  /** Name of the error. */
  error: string;
  taskToken: string;
}

/** Opens the task; its result decides whether the system is tried again. */
export async function handToPerson(input: Handed, world: HandWorld): Promise<void> {
  const { requestId, kind, system, pass, round, scope, error, taskToken } = input;
  const { request } = await caseOf(world, requestId);
  // Withdrawn meanwhile: nobody has to do anything, and the sweep stops the execution.
  if (isClosed(request)) return;
  if (kind === 'system-failed') {
    const item = await loadSystem(world, { requestId, system, pass, round });
    if (item) await saveSystem(world, { requestId, system, pass, round }, { ...item, lastError: error });
  }
  await openWait(world, request, {
    requestId,
    kind,
    scope: `${pass}#${round}#${scope}`,
    token: taskToken,
    pass,
    round,
    ...(system === '' ? {} : { system }),
    ...(error === '' ? {} : { code: error }),
  });
}
