/** answer-question: the person answers, or staff record an answer that came another way; what a person wrote is read before the request goes on. */
import { ANSWERED, type ClockEvent, eventProblems, inOrder } from '../domain/clock/clock-events.ts';
import { dateOf } from '../domain/clock/request-clock.ts';
import type { RequestId, TaskId } from '../domain/ids.ts';
import type { Question } from '../domain/law/law.ts';
import { answerFault, type AnswerText, LONGEST_ANSWER, LONGEST_REASON, type TextFault } from '../domain/question-text.ts';
import { type AskedQuestion, isClosed, type Request } from '../domain/request.ts';
import type { EventData } from '../domain/request-events.ts';
import type { CaseRecord } from '../stores/request-store.ts';
import { endAnswer } from './await-answer.ts';
import { openWords, sealWords } from './question-words.ts';
import { finishWait, lookSoon, openWait, waitId } from './waiting.ts';
import { isoNow, type With } from './world.ts';

export type AnswerWorld = With<'machine' | 'caseKeys'>;

export interface Answer extends AnswerText {
  requestId: RequestId;
  number: number;
  /** `person`, or the subject of the staff member. */
  by: string;
  /** Civil date on which it came, for an answer by another way; absent = today. */
  on?: string;
}

export type AnswerResult =
  | { ok: true }
  | { ok: false; reason: 'unknown' | 'wrong-state' | 'no-question' | 'already-answered' | 'in-future' | TextFault }
  /** What was recorded before cannot be true together with this event. */
  | { ok: false; reason: 'contradictory'; event: ClockEvent };

const ACCEPTED = { ok: true } as const;

const questionOf = ({ questions }: Request, number: number): AskedQuestion | undefined => questions.find((one) => one.number === number);

const readScope = (number: number): string => `read-answer#${number}`;
const readTask = (request: Request, number: number): TaskId => waitId(request, 'read-answer', readScope(number));

/** Staff are told that there is something to read. Repeatable. */
async function haveRead(world: AnswerWorld, request: Request, number: number): Promise<void> {
  await openWait(world, request, { requestId: request.id, kind: 'read-answer', scope: readScope(number) });
}

/** The end of a question: nobody has to read anything, and the execution goes on if no other question is open. Repeatable. */
async function goOn(world: AnswerWorld, request: Request, { number, by }: { number: number; by: string }): Promise<void> {
  await finishWait(world, { requestId: request.id, taskId: readTask(request, number), outcome: 'done', by });
  await endAnswer(world, request.id);
}

async function append(world: AnswerWorld, request: Request, data: EventData['answered']): Promise<{ existed: boolean; request: Request }> {
  await lookSoon(world, request.id);
  return await world.requests.append(request.id, { key: `answered#${data.number}`, type: 'answered', at: isoNow(world), data });
}

/** True if that is what the person wrote before: whoever sends a form twice answers once. */
async function saidBefore(world: AnswerWorld, request: Request, { number, words }: Answer): Promise<boolean> {
  const question = questionOf(request, number);
  if (question?.answeredBy !== 'person' || question.answer === undefined) return false;
  return openWords(await world.caseKeys.open(request.id), question.answer, { kind: 'answer', number }).words === words;
}

/** The first answer ends the pause; a later one is not taken, so that nobody believes it was read. */
async function answerByPerson(world: AnswerWorld, before: Request, answer: Answer): Promise<AnswerResult> {
  const { number, words } = answer;
  const { about, answeredAt } = questionOf(before, number)!;
  // A fee is paid, not answered.
  if (about === 'fee') return { ok: false, reason: 'no-question' };
  const fault = answerFault(words);
  if (fault !== undefined) return { ok: false, reason: fault };
  const caseKey = await world.caseKeys.open(before.id);
  const sealed = sealWords(caseKey, { words: words! }, { kind: 'answer', number });
  const { request, existed } =
    answeredAt === undefined
      ? await append(world, before, { number, by: 'person', sealed, unread: true })
      : { request: before, existed: true };
  if (existed && !(await saidBefore(world, request, answer))) return { ok: false, reason: 'already-answered' };
  await haveRead(world, request, number);
  return ACCEPTED;
}

/** Why a date cannot be that of the answer; "contradictory" as the clock itself judges it. */
function dateFault(world: AnswerWorld, request: Request, { about, on }: { about: Question; on: string }): AnswerResult {
  if (on > dateOf(world.configuration, isoNow(world))) return { ok: false, reason: 'in-future' };
  const event: ClockEvent = { type: ANSWERED[about], on };
  const problems = eventProblems(inOrder([...request.clockEvents, event]), request.receivedOn);
  return problems.length === 0 ? ACCEPTED : { ok: false, reason: 'contradictory', event };
}

/** "Reasonable doubts" (Art. 12(6) GDPR) end for a reason that is on record. */
function staffFault(about: Question, { words = '', reason = '' }: Answer): TextFault | undefined {
  if (words.length > LONGEST_ANSWER || reason.length > LONGEST_REASON) return 'too-long';
  return about === 'identity' && reason.trim() === '' ? 'reason-needed' : undefined;
}

/** An answer that came by phone, by post or in another mail; or a fee that was paid. */
async function recordAnswer(
  world: AnswerWorld,
  request: Request,
  { about, answer }: { about: Question; answer: Answer },
): Promise<AnswerResult> {
  const { number, by, on, words, reason } = answer;
  const today = dateOf(world.configuration, isoNow(world));
  const possible = dateFault(world, request, { about, on: on ?? today });
  if (!possible.ok) return possible;
  const caseKey = await world.caseKeys.open(request.id);
  const sealed = sealWords(caseKey, { ...(words && { words }), ...(reason && { reason }) }, { kind: 'answer', number });
  const { existed } = await append(world, request, { number, by, sealed, ...(on === undefined || on === today ? {} : { on }) });
  return existed ? { ok: false, reason: 'already-answered' } : ACCEPTED;
}

/** What the person wrote was read, and the request can go on. */
async function recordReading(world: AnswerWorld, request: Request, { number, by, reason }: Answer): Promise<AnswerResult> {
  const caseKey = await world.caseKeys.open(request.id);
  const finding = reason ? { sealed: sealWords(caseKey, { reason }, { kind: 'finding', number }) } : {};
  await lookSoon(world, request.id);
  await world.requests.append(request.id, {
    key: `answer-read#${number}`,
    type: 'answer-read',
    at: isoNow(world),
    data: { number, by, ...finding },
  });
  return ACCEPTED;
}

async function answerByStaff(world: AnswerWorld, request: Request, answer: Answer): Promise<AnswerResult> {
  const { about, answeredAt, settledAt } = questionOf(request, answer.number)!;
  if (settledAt !== undefined) return { ok: false, reason: 'already-answered' };
  const fault = staffFault(about, answer);
  if (fault !== undefined) return { ok: false, reason: fault };
  const recorded =
    answeredAt === undefined ? await recordAnswer(world, request, { about, answer }) : await recordReading(world, request, answer);
  if (recorded.ok) await goOn(world, request, answer);
  return recorded;
}

/** Answers a question that was asked. Repeatable; the sweep finishes what a crash leaves. */
export async function answerQuestion(world: AnswerWorld, answer: Answer): Promise<AnswerResult> {
  const request = await world.requests.load(answer.requestId);
  if (request === undefined) return { ok: false, reason: 'unknown' };
  if (isClosed(request)) return { ok: false, reason: 'wrong-state' };
  if (questionOf(request, answer.number)?.askedAt === undefined) return { ok: false, reason: 'no-question' };
  return answer.by === 'person' ? await answerByPerson(world, request, answer) : await answerByStaff(world, request, answer);
}

/** Finishes what a crash left of an answer. Repeatable. */
export async function finishAnswers(world: AnswerWorld, { request, tasks }: CaseRecord): Promise<void> {
  if (isClosed(request) || request.questions.length === 0) return;
  for (const { number, answeredAt, settledAt } of request.questions) {
    const task = tasks.find(({ taskId }) => taskId === readTask(request, number));
    if (answeredAt !== undefined && settledAt === undefined && task === undefined) await haveRead(world, request, number);
    if (settledAt !== undefined && task !== undefined && task.doneAt === undefined) {
      await finishWait(world, { requestId: request.id, taskId: task.taskId, outcome: 'done', by: 'sweep' });
    }
  }
  await endAnswer(world, request.id);
}
