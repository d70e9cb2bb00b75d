/** What happens to a request that a clock knows about, and which histories cannot be true. */
import type { Question } from '../law/law.ts';

/** The words of the deadline vectors and of the command line. */
export const CLOCK_EVENT_TYPES = [
  'identity_asked',
  'identity_confirmed',
  'clarification_asked',
  'clarification_answered',
  'fee_asked',
  'fee_notified',
  'fee_paid',
  'extension_notified',
  'second_step_confirmed',
  'appeal_received',
] as const;

export type ClockEventType = (typeof CLOCK_EVENT_TYPES)[number];

/** Something that happened on a civil date in the controller's zone. */
export interface ClockEvent {
  type: ClockEventType;
  /** ISO date; an undated notice of an extension counts as given in time. */
  on?: string;
  /** For a notice of extension: the laws that know its ground; absent = all that know an extension. */
  laws?: readonly string[];
}

/** A question with its answer. */
export interface Asked {
  about: Question;
  askedOn: string;
  answeredOn?: string;
}

/** Why a history is rejected, naming the event. */
export interface EventProblem {
  event: ClockEvent;
  reason: 'undated' | 'before-receipt' | 'out-of-order' | 'doubled' | 'not-asked' | 'date-unreadable';
}

/** The event of asking, and of the answer. */
export const ASKED = { identity: 'identity_asked', clarification: 'clarification_asked', fee: 'fee_asked' } as const satisfies Record<
  Question,
  ClockEventType
>;
export const ANSWERED = {
  identity: 'identity_confirmed',
  clarification: 'clarification_answered',
  fee: 'fee_paid',
} as const satisfies Record<Question, ClockEventType>;

const OPENS: Partial<Record<ClockEventType, Question>> = {
  identity_asked: 'identity',
  clarification_asked: 'clarification',
  fee_asked: 'fee',
  fee_notified: 'fee',
};
const CLOSES: Partial<Record<ClockEventType, Question>> = {
  identity_confirmed: 'identity',
  clarification_answered: 'clarification',
  fee_paid: 'fee',
};
const ONCE: ReadonlySet<ClockEventType> = new Set(['extension_notified', 'second_step_confirmed', 'appeal_received']);

/** `Date` reads 30 February as 2 March. */
const isDate = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text);

/** The one thing wrong with an event that comes after others, if there is one. */
function problemOf(event: ClockEvent, before: readonly ClockEvent[], receivedOn: string): EventProblem['reason'] | undefined {
  const { type, on } = event;
  if (on !== undefined && !isDate(on)) return 'date-unreadable';
  if (on === undefined && type !== 'extension_notified' && type !== 'second_step_confirmed') return 'undated';
  if (on !== undefined && on < receivedOn) return 'before-receipt';
  const latest = before
    .flatMap((other) => other.on ?? [])
    .toSorted()
    .at(-1);
  if (on !== undefined && latest !== undefined && on < latest) return 'out-of-order';
  if (ONCE.has(type) && before.some((other) => other.type === type)) return 'doubled';
  const [opens, closes] = [OPENS[type], CLOSES[type]];
  if (opens === undefined && closes === undefined) return undefined;
  const open = questionsIn(before).find(({ about, answeredOn }) => about === (opens ?? closes) && answeredOn === undefined);
  if (opens !== undefined) return open === undefined ? undefined : 'doubled';
  return open === undefined ? 'not-asked' : undefined;
}

/** Everything wrong with a history; a clock is computed only from one without problems. */
export function eventProblems(events: readonly ClockEvent[], receivedOn: string): EventProblem[] {
  return events.flatMap((event, place) => {
    const reason = problemOf(event, events.slice(0, place), receivedOn);
    return reason === undefined ? [] : [{ event, reason }];
  });
}

/** Events by date, those of one day as they came. */
export function inOrder(events: readonly ClockEvent[]): ClockEvent[] {
  return events.toSorted((a, b) => (a.on ?? '').localeCompare(b.on ?? ''));
}

/** Questions with their answers, in the order of asking. */
export function questionsIn(events: readonly ClockEvent[]): Asked[] {
  const questions: Asked[] = [];
  for (const { type, on } of events) {
    const [opens, closes] = [OPENS[type], CLOSES[type]];
    if (opens !== undefined && on !== undefined) questions.push({ about: opens, askedOn: on });
    const open = questions.findLast(({ about, answeredOn }) => about === closes && answeredOn === undefined);
    if (open !== undefined && on !== undefined) open.answeredOn = on;
  }
  return questions;
}
