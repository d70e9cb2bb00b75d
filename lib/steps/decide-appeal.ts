/** decide-appeal: somebody who did not decide the first time says what is done after all, what stands, and why. */
import { mayDecideAppeal } from '../domain/appeal.ts';
import type { RequestId, TaskId } from '../domain/ids.ts';
import { isClosed, type Request } from '../domain/request.ts';
import type { AppealDecision } from '../domain/request-events.ts';
import type { Right } from '../domain/rights.ts';
import { finishWait, lookSoon, waitId } from './waiting.ts';
import { isoNow, type With } from './world.ts';

interface AppealInput {
  requestId: RequestId;
  taskId: TaskId;
  /** Of the refused rights, those that are granted; none: the answer stands. */
  granted: readonly Right[];
  /** In the words the person reads. */
  reason: string;
  by: string;
}

type AppealDecided =
  | { ok: true }
  | { ok: false; reason: 'unknown' | 'already-done' | 'not-for-this-task' | 'reason-needed' | 'right-not-refused' }
  /** With the article the appeal rests on. */
  | { ok: false; reason: 'decided-before'; article: string };

/** The wait that ends with the decision: the first by hand. */
export function decisionWait(request: Pick<Request, 'id' | 'receivedAt'>): TaskId {
  return waitId(request, 'act', 'act#1#act');
}

const sameDecision = (one: AppealDecision, other: AppealDecision): boolean =>
  one.by === other.by && one.reason === other.reason && one.rights.join() === other.rights.join();

function decisionOf(appeal: Request, refused: readonly Right[], { granted, reason, by }: AppealInput): AppealDecision {
  const rights = refused.filter((right) => granted.includes(right));
  const stands = refused.filter((right) => !granted.includes(right));
  const decision = rights.length > 0 ? 'granted' : 'upheld';
  return { by, decision, rights, stands, reason, article: appeal.clock.leading.deadline.basis };
}

/** What is wrong with a decision, before anything is written. */
function wrongWith(
  appeal: Request,
  refused: readonly Right[],
  { by, reason, granted }: AppealInput,
): Exclude<AppealDecided, { ok: true }> | undefined {
  const allowed = mayDecideAppeal(appeal, by);
  if (!allowed.ok) return { ok: false, reason: 'decided-before', article: allowed.article };
  // "A written explanation of the reasons for the decisions" (Va. Code 59.1-577(C)).
  if (reason.trim() === '') return { ok: false, reason: 'reason-needed' };
  return granted.every((right) => refused.includes(right)) ? undefined : { ok: false, reason: 'right-not-refused' };
}

/**
 * Decides once: of two that decide at the same time the first counts, and the other is told. The request then goes on by itself:
 * the decision is told, and what was granted is carried out.
 */
export async function decideAppeal(world: With<'machine'>, input: AppealInput): Promise<AppealDecided> {
  const { requestId, taskId } = input;
  const record = await world.requests.loadCase(requestId);
  const task = record?.tasks.find((one) => one.taskId === taskId);
  if (record === undefined || task === undefined) return { ok: false, reason: 'unknown' };
  const { request } = record;
  if (request.appealOf === undefined || taskId !== decisionWait(request)) return { ok: false, reason: 'not-for-this-task' };
  const { refused } = request.appealOf;
  const wrong = wrongWith(request, refused, input);
  if (wrong !== undefined) return wrong;
  if (isClosed(request)) return { ok: false, reason: 'already-done' };
  const data = decisionOf(request, refused, input);
  await lookSoon(world, requestId);
  const { event } = await world.requests.append(requestId, { key: 'appeal-decided', type: 'appeal-decided', at: isoNow(world), data });
  const first = event.type === 'appeal-decided' ? event.data : data;
  await finishWait(world, { requestId, taskId, outcome: 'done', by: first.by });
  return sameDecision(first, data) ? { ok: true } : { ok: false, reason: 'already-done' };
}
