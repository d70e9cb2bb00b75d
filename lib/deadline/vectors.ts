/** Worked examples in the shape of the shared conformance set: each is computed from its question alone, what it expects is never read. */
import * as z from 'zod';
import { calendarWith } from '../domain/calendar/calendar.ts';
import type { DateName } from '../domain/clock/clocks.ts';
import { civilDateIn, type Deadline } from '../domain/clock/deadline.ts';
import { isLawId, lawOn } from '../domain/law/laws.ts';
import { type DeadlineQuestion, readQuestion } from './deadline-question.ts';
import { type Answer, deadlinesOf, firstDate } from './deadlines.ts';

const vectorSchema = z.object({
  id: z.string(),
  regime: z.string(),
  right: z.string(),
  timeZone: z.string(),
  receivedAt: z.string(),
  events: z.array(z.object({ type: z.string(), date: z.string().nullish() })).nullish(),
  holidaysUsed: z.array(z.string()).nullish(),
});

/** Of a vector only its id is needed to say what is wrong with it. */
const fileSchema = z.object({ vectors: z.array(z.looseObject({ id: z.string() })) });

type Vector = z.infer<typeof vectorSchema>;

/** A vector as it was written. */
export type UncheckedVector = z.infer<typeof fileSchema>['vectors'][number];

type Part = keyof Pick<Deadline, 'dueOn' | 'unrolledOn' | 'graceOn' | 'tooLateAt'>;

/** The fields that belong to the answer: all of them come from the law whose answer is due first. */
const ANSWER_FIELDS = {
  respondByUnrolled: ['respond', 'unrolledOn'],
  respondBy: ['respond', 'dueOn'],
  respondByIfRolled: ['respond', 'graceOn'],
  endOfPeriodInstant: ['respond', 'tooLateAt'],
  extensionNoticeBy: ['extension-notice', 'dueOn'],
  extendedRespondByUnrolled: ['extended', 'unrolledOn'],
  extendedRespondBy: ['extended', 'dueOn'],
} as const satisfies Record<string, readonly [DateName, Part]>;

/** The fields of other duties: of several laws, the earliest. */
const DUTY_FIELDS = {
  acknowledgeBy: 'acknowledge',
  actBy: 'act',
  stopBy: 'stop',
  appealDecisionBy: 'appeal',
  appealExtendedBy: 'appeal-extended',
  deleteBy: 'delete',
  nextDropAccessBy: 'access-drop',
  holdUntil: 'hold',
  keepUntil: 'keep',
  reflectionEnds: 'reflection',
  notAskBefore: 'reconsent',
} as const satisfies Record<string, DateName>;

type Field = keyof typeof ANSWER_FIELDS | keyof typeof DUTY_FIELDS | 'state' | 'by';

/** One line of output. */
export type VectorLine = { id: string } & Record<Field, string | null> & { problem?: string };

const LINE: Record<Field, null> = {
  acknowledgeBy: null,
  respondByUnrolled: null,
  respondBy: null,
  respondByIfRolled: null,
  endOfPeriodInstant: null,
  extensionNoticeBy: null,
  extendedRespondByUnrolled: null,
  extendedRespondBy: null,
  actBy: null,
  stopBy: null,
  appealDecisionBy: null,
  appealExtendedBy: null,
  deleteBy: null,
  nextDropAccessBy: null,
  holdUntil: null,
  keepUntil: null,
  reflectionEnds: null,
  notAskBefore: null,
  state: null,
  by: null,
};

/** What stands still has no date. */
function running({ clocks }: Answer, name: DateName): Deadline | undefined {
  const date = clocks.dates[name];
  return date?.paused === undefined ? date : undefined;
}

function answerFields(answer: Answer | undefined): Partial<Record<Field, string | null>> {
  return Object.fromEntries(
    Object.entries(ANSWER_FIELDS).map(([field, [name, part]]) => [field, (answer && running(answer, name)?.[part]) ?? null]),
  );
}

function dutyFields(answers: readonly Answer[]): Partial<Record<Field, string | null>> {
  const earliest = (name: DateName): string | null => answers.flatMap((answer) => running(answer, name)?.dueOn ?? []).toSorted()[0] ?? null;
  return Object.fromEntries(Object.entries(DUTY_FIELDS).map(([field, name]) => [field, earliest(name)]));
}

/** A law that gives no number of days neither runs nor stands still. */
function stateOf(answers: readonly Answer[]): 'running' | 'paused' {
  const dates = answers.flatMap((answer) => firstDate(answer) ?? []);
  return dates.length > 0 && dates.every(({ paused }) => paused !== undefined) ? 'paused' : 'running';
}

/** The laws of a vector: `multi:a+b` names several, of which those count that were in force. */
function lawsOf({ regime, receivedAt, timeZone }: Vector): string[] {
  const several = /^multi:(.+)$/.exec(regime)?.[1]?.split('+');
  if (several === undefined) return [regime];
  try {
    const on = civilDateIn(timeZone, receivedAt);
    const inForce = several.filter((id) => !isLawId(id) || lawOn(id, on) !== undefined);
    return inForce.length > 0 ? inForce : several;
  } catch {
    return several;
  }
}

/** Computes a vector from its question; a question that cannot be answered says why. */
export function computeVector(unchecked: UncheckedVector): VectorLine {
  const { id } = unchecked;
  const { data: vector, error } = vectorSchema.safeParse(unchecked);
  if (error) return { id, ...LINE, problem: `These fields cannot be read: ${error.issues.map(({ path }) => path.join('.')).join(', ')}.` };
  const { right, timeZone: zone, receivedAt: received } = vector;
  const events = (vector.events ?? []).map(({ type, date }) => ({ type, on: date ?? undefined }));
  const read = readQuestion({ laws: lawsOf(vector), right, zone, received, events });
  if (!read.ok) return { id, ...LINE, problem: read.problems.join(' ') };
  return { id, ...LINE, ...fieldsOf(read.question, vector) };
}

function fieldsOf(question: DeadlineQuestion, { regime, holidaysUsed }: Vector): Partial<Record<Field, string | null>> {
  const calendar = calendarWith('vector', holidaysUsed ?? []);
  const answers = deadlinesOf(question, { calendarFor: () => calendar, optionalPauses: true });
  const first = answers.find((answer) => running(answer, 'respond') !== undefined);
  const leading = answers.find((answer) => firstDate(answer) !== undefined && firstDate(answer)?.paused === undefined);
  return {
    ...answerFields(first ?? answers[0]),
    ...dutyFields(answers),
    state: stateOf(answers),
    by: regime.startsWith('multi:') ? (leading?.law.id ?? null) : null,
  };
}

/** The vectors of a file; undefined if it holds none in the shape expected. */
export function readVectors(text: string): UncheckedVector[] | undefined {
  try {
    return fileSchema.parse(JSON.parse(text)).vectors;
  } catch {
    return undefined;
  }
}
