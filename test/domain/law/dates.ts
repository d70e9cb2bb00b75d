/** Compares every date of every right under every law with the one that follows from the research. */
import { calendarWith } from '../../../lib/domain/calendar/calendar.ts';
import type { ClockEvent } from '../../../lib/domain/clock/clock-events.ts';
import { clocksOf, DUTY_SUBJECTS, type Clocks, type Subject } from '../../../lib/domain/clock/clocks.ts';
import type { LawId } from '../../../lib/domain/law/law-ids.ts';
import { holdsOn, type Law } from '../../../lib/domain/law/law.ts';
import { RIGHTS } from '../../../lib/domain/rights.ts';
import { expectedDates } from './expected-dates.ts';
import type { FutureRegime, Regime, Source } from './source.ts';

/** Days of receipt: month ends, a leap day, the days around every change of a law, and days whose answer meets a holiday. */
const RECEIVED = [
  '2024-01-31',
  '2024-09-21',
  '2024-09-22',
  '2026-02-04',
  '2026-02-05',
  '2026-06-18',
  '2026-06-19',
  '2026-06-30',
  '2026-07-01',
  '2026-11-25',
  '2026-12-31',
  '2027-01-01',
  '2028-01-31',
  '2028-02-29',
];
/** One of them a Saturday: Canada does not count it as a day off unless it is a holiday. */
export const HOLIDAYS = ['2024-02-29', '2026-03-04', '2026-03-07', '2026-12-25', '2026-12-28', '2027-01-01', '2028-03-29', '2028-05-29'];

const plusDays = (on: string, days: number): string => new Date(Date.parse(on) + days * 86_400_000).toISOString().slice(0, 10);

/** What may happen in between: nothing, one question of each kind, an appeal. */
export const HISTORIES: Record<string, (receivedOn: string) => ClockEvent[]> = {
  nothing: () => [],
  identity: (on) => [
    { type: 'identity_asked', on: plusDays(on, 2) },
    { type: 'identity_confirmed', on: plusDays(on, 5) },
  ],
  clarification: (on) => [
    { type: 'clarification_asked', on: plusDays(on, 3) },
    { type: 'clarification_answered', on: plusDays(on, 7) },
  ],
  fee: (on) => [
    { type: 'fee_notified', on: plusDays(on, 1) },
    { type: 'fee_paid', on: plusDays(on, 4) },
  ],
  extension: () => [{ type: 'extension_notified' }],
  appeal: (on) => [{ type: 'appeal_received', on: plusDays(on, 8) }],
};
/** Days on which something happens in between; on the others only the receipt counts. */
const EVENTFUL = ['2024-01-31', '2026-02-04', '2026-02-05', '2028-02-29'];

/** The day of each date that a law gives, and with it the end before any roll and the later day it permits. */
function computedDates({ dates }: Clocks): Record<string, string> {
  const days = Object.entries(dates).flatMap(([name, { dueOn, unrolledOn, graceOn }]) => [
    [name, dueOn],
    [`${name} before roll`, unrolledOn],
    ...(graceOn === undefined ? [] : [[`${name} at the latest`, graceOn]]),
  ]);
  return Object.fromEntries(days);
}

interface Case {
  subject: Subject;
  history: string;
  receivedOn: string;
  optionalPauses: boolean;
}

const SUBJECTS: readonly Subject[] = [...RIGHTS, ...DUTY_SUBJECTS];

/** Every subject on every day, with every history on some of them; pauses left to the company's policy once used, once not. */
export const CASES: readonly Case[] = SUBJECTS.flatMap((subject) =>
  Object.keys(HISTORIES).flatMap((history) =>
    (history === 'nothing' ? RECEIVED : EVENTFUL).flatMap((receivedOn) => {
      const given = { subject, history, receivedOn, optionalPauses: true };
      return history === 'clarification' ? [given, { ...given, optionalPauses: false }] : [given];
    }),
  ),
);

function problemsOf(law: Law, regime: Regime, given: Case): string[] {
  const { subject, history, receivedOn, optionalPauses } = given;
  const events = HISTORIES[history]?.(receivedOn) ?? [];
  const receivedAt = `${receivedOn}T12:00:00Z`;
  const calendar = calendarWith('test', HOLIDAYS);
  const computed = computedDates(clocksOf({ law, subject, receivedAt, zone: 'UTC', calendar, events, optionalPauses }));
  const expected = expectedDates(regime, { ...given, events, holidays: new Set(HOLIDAYS) });
  const names = [...new Set([...Object.keys(computed), ...Object.keys(expected)])];
  return names
    .filter((name) => computed[name] !== expected[name])
    .map((name) => `${law.id} ${subject} (${history}) of ${receivedOn}: ${name} is ${computed[name]}, and must be ${expected[name]}`);
}

/** "before 5 Feb 2026: Art. 12(3) as in the EU text with ICO guidance" */
function oldUk(uk: Regime, eu: Regime): Regime {
  const { clocks, refusal } = eu;
  const fee = eu.pauses?.['fee'];
  return { ...uk, clocks, ...(refusal && { refusal }), pauses: { ...uk.pauses, ...(fee && { fee }) }, inForceFrom: '2018-05-25' };
}

/** Of an act that is only enacted the periods are known: whatever right it gives, it gives in that time. */
function enacted({ id, name, from, respond, extension }: FutureRegime): Regime {
  const asked = RIGHTS.filter((right) => right !== 'complaint' && right !== 'appeal');
  return {
    id,
    name,
    jurisdiction: '',
    citation: '',
    inForceFrom: from,
    rights: Object.fromEntries(asked.map((right) => [right, { granted: true }])),
    counting: { rule: 'US-GENERIC' },
    clocks: { respond: { value: { amount: respond, unit: 'day' } } },
    extension: { value: { amount: extension, unit: 'day' }, noticeBy: 'within the initial period' },
    complaint: {},
  };
}

/** The regimes of a law, oldest first. */
export function regimesOf({ regimes, future }: Source, id: string): Regime[] {
  const coming = future.find((each) => each.id === id);
  if (coming !== undefined) return [enacted(coming)];
  const [own, eu] = [id, 'eu-gdpr'].map((wanted) => regimes.find((regime) => regime.id === wanted) as Regime) as [Regime, Regime];
  return id === 'uk-gdpr' ? [oldUk(own, eu), own] : [own];
}

const heldSince = ({ inForceFrom = '1900-01-01' }: Regime): string => inForceFrom;

/** Days on which the law begins to hold too late or too early. */
function beginProblems(texts: readonly Law[], [first]: readonly Regime[]): string[] {
  const since = heldSince(first!);
  const holds = (day: string): boolean => texts.some((text) => holdsOn(text, day));
  return holds(since) && !(since > '1900-01-01' && holds(plusDays(since, -1))) ? [] : [`${texts[0]?.id} does not begin on ${since}`];
}

/** Every date of a law's texts that is not the one that follows from its regime, one after the other. */
export function* lawDateProblems(texts: readonly Law[], regimes: readonly Regime[]): Generator<string> {
  yield* beginProblems(texts, regimes);
  for (const given of CASES) {
    const regime = regimes.findLast((each) => heldSince(each) <= given.receivedOn);
    const law = texts.find((text) => holdsOn(text, given.receivedOn));
    if ((law === undefined) !== (regime === undefined))
      yield `${texts[0]?.id} on ${given.receivedOn}: one of law and source is not in force`;
    if (law !== undefined && regime !== undefined) yield* problemsOf(law, regime, given);
  }
}

/** The same for all laws. */
export function dateProblems(laws: Record<LawId, readonly Law[]>, source: Source): string[] {
  return Object.entries(laws).flatMap(([id, texts]) => [...lawDateProblems(texts, regimesOf(source, id))]);
}
