/** start-later: asks a system that answers by calling back, and waits for its call. */
import { bareId, readId } from '../domain/ids.ts';
import { BugError } from '../domain/errors.ts';
import { isClosed } from '../domain/request.ts';
import { byHand } from '../domain/rights.ts';
import { makeToken, readToken, requestInToken } from '../domain/tokens.ts';
import { exportedItem, type ExportWorld, pageWriter } from './export.ts';
import { openSystemWork, saveSystem, type SystemScope, type SystemWorld } from './system-work.ts';
import { finishWait, openWait } from './waiting.ts';
import { keys } from '../stores/keys.ts';
import { isoNow, type With } from './world.ts';

export type LaterWorld = SystemWorld & With<'secret' | 'machine'>;

/** Asks; the answer comes to `receiveCallback`. */
export async function startLater(input: SystemScope & { taskToken: string }, world: LaterWorld): Promise<void> {
  const { taskToken, ...scope } = input;
  const { record, connector, subject, item } = await openSystemWork(world, scope);
  if (connector.later === undefined || byHand(scope.pass))
    throw new BugError('This system does not answer later', { code: 'invariant', system: scope.system });
  const { requestId, system, pass, round } = scope;
  // `find` counts attempts: a repeated call waits for the same answer, a person's new try for a new one.
  const attempt = `${pass}#${round}#${system}#${item.attempts}`;
  const { taskId, open } = await openWait(world, record.request, {
    requestId,
    kind: 'later',
    scope: attempt,
    token: taskToken,
    system,
    pass,
    round,
  });
  if (!open) return;
  const token = makeToken(await world.secret(), 'callback', { id: requestId, scope: taskId });
  // Called again it may meet the answer to its first call: what that brought stays.
  await world.requests.table.update(
    keys.system(requestId, scope),
    { set: { phase: pass, at: isoNow(world) } },
    { expression: '#phase <> :done', values: { done: 'done' } },
  );
  await connector.later.start(scope.pass, { subject, callbackUrl: `${world.baseUrl}/callbacks/${token}.${bareId(taskId)}` });
}

/** Takes what a system posted back: stores it, then tells the execution. Repeatable; false for a link that is not genuine or too late. */
export async function receiveCallback(world: LaterWorld & ExportWorld, link: string, body: unknown): Promise<boolean> {
  const [token = '', uuid = ''] = link.split('.');
  const taskId = readId('task', uuid);
  const requestId = requestInToken(token);
  if (taskId === undefined || requestId === undefined) return false;
  if (readToken(await world.secret(), 'callback', { token, scope: taskId }) === undefined) return false;
  const record = await world.requests.loadCase(requestId);
  if (record === undefined || isClosed(record.request)) return false;
  const task = record.tasks.find((open) => open.taskId === taskId);
  if (task?.kind !== 'later' || task.system === undefined || task.pass === undefined || byHand(task.pass)) return false;
  if (task.doneAt !== undefined) return true;
  const scope = { requestId, system: task.system, pass: task.pass, round: task.round ?? 1 };
  const { connector, caseKey, item } = await openSystemWork(world, scope);
  const writer = pageWriter(world, scope, { caseKey, from: { pages: 0, exported: {} } });
  await connector.later!.finish(task.pass, { body, write: writer.write });
  if (task.pass === 'export') await saveSystem(world, scope, exportedItem(item, writer.done, isoNow(world)));
  return await finishWait(world, { requestId, taskId, outcome: 'done', by: 'callback' });
}
