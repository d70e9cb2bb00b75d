/** choose-late: near the due date somebody decides what happens with systems that have not answered. */
import { extensionDeadline } from '../domain/deadline.ts';
import type { RequestId } from '../domain/ids.ts';
import { lawById } from '../domain/law/laws.ts';
import type { Request } from '../domain/request.ts';
import { requestCan } from '../domain/request-can.ts';
import type { LateChoice } from '../domain/request-events.ts';
import { factsOf, lettersIn } from '../mail/letters/letters.ts';
import { calendarOfRequest, linkTo, openPerson } from './casework.ts';
import { completeTask } from './complete-task.ts';
import { finishWait, waitId } from './waiting.ts';
import { isoNow, type With } from './world.ts';

export type ChoiceWorld = With<'machine' | 'caseKeys' | 'postOffice' | 'secret'>;

export interface Choice {
  requestId: RequestId;
  choice: LateChoice;
  by: string;
  /** For an extension: a ground the law knows. */
  ground?: string;
  /** The words the person reads. */
  reason?: string;
}

export type Chosen = { ok: true } | { ok: false; reason: 'unknown' | 'wrong-state' | 'reason-needed' | 'ground-unknown' | 'already-extended' | 'too-late' };

/** Frees the request from its late systems: they stay open, or are refused for good. */
async function settleLate(world: ChoiceWorld, request: Request, { choice, by, reason }: Choice): Promise<void> {
  const outcome = choice === 'interim' ? 'outstanding' : 'skip';
  for (const task of request.tasks.filter(({ kind }) => kind === 'system-failed')) {
    await completeTask(world, { requestId: request.id, taskId: task.taskId, outcome, by, ...(reason === undefined ? {} : { reason }) });
  }
}

function extended(world: ChoiceWorld, request: Request): ReturnType<typeof extensionDeadline> {
  const { zone } = world.configuration.controller;
  return extensionDeadline({ law: lawById(request.law), receivedAt: request.receivedAt, zone, calendar: calendarOfRequest(world, request), rights: request.rights });
}

/** "The controller shall inform the data subject of any such extension within one month of receipt" (Art. 12(3) GDPR). */
async function extend(world: ChoiceWorld, request: Request, { ground, reason, by }: Choice): Promise<Chosen> {
  const grounds: readonly string[] = lawById(request.law).extension?.grounds ?? [];
  const deadline = extended(world, request);
  if (ground === undefined || !grounds.includes(ground)) return { ok: false, reason: 'ground-unknown' };
  if (deadline === undefined || Date.parse(deadline.noticeBy.tooLateAt) <= world.now()) return { ok: false, reason: 'too-late' };
  const { dueOn, tooLateAt } = deadline;
  const caseKey = await world.caseKeys.open(request.id);
  const statusUrl = await linkTo(world, request.id, 'person');
  const facts = factsOf(request, { configuration: world.configuration, statusUrl });
  await world.postOffice.send({
    requestId: request.id,
    fact: 'extension',
    caseKey,
    compose: async () => ({
      letter: lettersIn(request.lang).extension({ ...facts, reason: reason!, newDueOn: dueOn }),
      lang: request.lang,
      to: openPerson(request, caseKey).email,
    }),
  });
  await world.requests.append(request.id, { key: 'extended', type: 'extended', at: isoNow(world), data: { by, ground, reason: reason!, dueOn, tooLateAt } });
  return { ok: true };
}

/** Records the choice and acts on it. Repeatable. */
export async function chooseLate(world: ChoiceWorld, input: Choice): Promise<Chosen> {
  const record = await world.requests.loadCase(input.requestId);
  if (record === undefined) return { ok: false, reason: 'unknown' };
  const { request } = record;
  const act = input.choice === 'extend' ? 'extend' : 'choose-late';
  const allowed = requestCan(request, act);
  if (!allowed.ok) return { ok: false, reason: allowed.reason === 'already-extended' ? 'already-extended' : 'wrong-state' };
  if (input.choice !== 'interim' && !input.reason) return { ok: false, reason: 'reason-needed' };
  if (input.choice === 'extend') {
    const done = await extend(world, request, input);
    if (!done.ok) return done;
  }
  const { choice, by, reason } = input;
  await world.requests.append(request.id, {
    key: `choice-made#${choice}#${request.deliveries.length}`,
    type: 'choice-made',
    at: isoNow(world),
    data: { by, choice, ...(reason === undefined ? {} : { reason }) },
  });
  if (choice !== 'extend') await settleLate(world, request, input);
  await finishWait(world, { requestId: request.id, taskId: waitId(request, 'late-choice', 'late-choice'), outcome: 'done', by });
  return { ok: true };
}
