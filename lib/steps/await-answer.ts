/** await-answer: what the person was asked is waited for before anything goes out or is erased. */
import type { RequestId } from '../domain/ids.ts';
import { openQuestions, type Request } from '../domain/request.ts';
import { caseOf } from './casework.ts';
import { finishWait, openWait } from './waiting.ts';
import type { With } from './world.ts';

/** One wait for all that is open: it ends with the last answer, and a later question has a wait of its own. */
const scopeOf = ({ questions }: Request): string => `answer#${questions.length}`;

/** Waits without a limit of time: the sweep reminds, and staff may refuse. */
export async function awaitAnswer(
  { requestId, taskToken }: { requestId: RequestId; taskToken: string },
  world: With<'machine'>,
): Promise<void> {
  const { request: before } = await caseOf(world, requestId);
  await openWait(world, before, { requestId, kind: 'answer', scope: scopeOf(before), token: taskToken });
  // Read again: whoever answered before the wait was open could tell nobody.
  const { request } = await caseOf(world, requestId);
  if (openQuestions(request).length === 0) await endAnswer(world, requestId);
}

/** Lets the request go on once every question is settled. Repeatable, and harmless when nothing waits. */
export async function endAnswer(world: With<'machine'>, requestId: RequestId): Promise<void> {
  const { request, tasks } = await caseOf(world, requestId);
  if (openQuestions(request).length > 0) return;
  // All of them: a question that was written while an earlier one was waited for has no wait of its own.
  for (const { taskId } of tasks.filter(({ kind, doneAt }) => kind === 'answer' && doneAt === undefined)) {
    await finishWait(world, { requestId, taskId, outcome: 'done', by: 'person' });
  }
}
