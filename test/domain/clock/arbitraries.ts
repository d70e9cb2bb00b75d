/** Receipts, calendars and histories for the properties of the clocks. */
import fc from 'fast-check';
import { type Calendar, calendarWith } from '../../../lib/domain/calendar/calendar.ts';
import type { ClockEvent } from '../../../lib/domain/clock/clock-events.ts';
import { type Clocks, type ClocksInput, clocksOf, DUTY_SUBJECTS, type Subject } from '../../../lib/domain/clock/clocks.ts';
import { civilDateIn } from '../../../lib/domain/clock/deadline.ts';
import { LAW_IDS } from '../../../lib/domain/law/law-ids.ts';
import { lawOn } from '../../../lib/domain/law/laws.ts';
import { RIGHTS } from '../../../lib/domain/rights.ts';

const DAY_MS = 86_400_000;

/** Zones where days are odd: without a midnight, half an hour longer, skipped, and the plain ones. */
export const ZONES = [
  'Europe/Berlin',
  'America/Los_Angeles',
  'Pacific/Apia',
  'Asia/Beirut',
  'UTC',
  'Australia/Lord_Howe',
  'America/Sao_Paulo',
] as const;

export const dayAfter = (on: string, days: number): string => new Date(Date.parse(on) + days * DAY_MS).toISOString().slice(0, 10);

export const instant = fc
  .date({ min: new Date('2024-01-01T00:00:00Z'), max: new Date('2029-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString());

/** A receipt without its law: which text holds depends on the day. */
export interface Receipt {
  id: (typeof LAW_IDS)[number];
  subject: Subject;
  zone: string;
  receivedAt: string;
  calendar: Calendar;
}

/** Laws that know a pause: half of the examples are theirs. */
const PAUSING = ['eu-gdpr', 'uk-gdpr', 'ch-fadp'] as const;

const holidays = fc.uniqueArray(fc.integer({ min: 0, max: 150 }), { maxLength: 40 });

export const receipt: fc.Arbitrary<Receipt & { offsets: number[] }> = fc
  .record({
    id: fc.oneof(fc.constantFrom(...LAW_IDS), fc.constantFrom(...PAUSING)),
    subject: fc.oneof(fc.constantFrom<Subject>(...RIGHTS, ...DUTY_SUBJECTS), fc.constant<Subject>('access')),
    zone: fc.constantFrom(...ZONES),
    receivedAt: instant,
    offsets: holidays,
  })
  .map((one) => ({ ...one, calendar: calendarOn(one, one.offsets) }));

/** Holidays so many days after the receipt. */
export function calendarOn({ receivedAt }: { receivedAt: string }, offsets: readonly number[]): Calendar {
  return calendarWith(
    'random',
    offsets.map((offset) => dayAfter(receivedAt.slice(0, 10), offset)),
  );
}

/** The input of a receipt; undefined if its law was not in force that day. */
export function inputOf({ id, ...rest }: Receipt, events: readonly ClockEvent[] = []): ClocksInput | undefined {
  const law = lawOn(id, civilDateIn(rest.zone, rest.receivedAt));
  return law && { law, ...rest, events, optionalPauses: true };
}

/** The clocks of a receipt; undefined if its law was not in force that day. */
export function clocksFor(of: Receipt, events: readonly ClockEvent[] = []): Clocks | undefined {
  const input = inputOf(of, events);
  return input && clocksOf(input);
}

const QUESTIONS = [
  ['identity_asked', 'identity_confirmed'],
  ['clarification_asked', 'clarification_answered'],
  ['fee_asked', 'fee_paid'],
] as const;

/** A question, how many days after the receipt it was asked, and how many days the answer took. */
export const question = fc.tuple(fc.constantFrom(...QUESTIONS), fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 60 }));

/** A history that can be true: questions one after the other, and things that happen once. */
export const history: fc.Arbitrary<{ type: ClockEvent['type']; after: number }[]> = fc
  .record({
    questions: fc.array(question, { maxLength: 4 }),
    once: fc.array(
      fc.tuple(fc.constantFrom('extension_notified', 'second_step_confirmed', 'appeal_received'), fc.integer({ min: 0, max: 200 })),
      {
        maxLength: 3,
      },
    ),
  })
  .map(({ questions, once }) => {
    let from = 0;
    const asked = questions.flatMap(([[asks, answers], wait, took]) => {
      const at = from + wait;
      from = at + took;
      return [
        { type: asks, after: at },
        { type: answers, after: at + took },
      ];
    });
    const first = new Map(once.map(([type, after]) => [type, { type, after }]));
    return [...asked, ...first.values()].toSorted((a, b) => a.after - b.after) as { type: ClockEvent['type']; after: number }[];
  });

/** The history on civil dates. */
export function eventsAfter(of: Receipt, happened: readonly { type: ClockEvent['type']; after: number }[]): ClockEvent[] {
  const on = civilDateIn(of.zone, of.receivedAt);
  return happened.map(({ type, after }) => ({ type, on: dayAfter(on, after) }));
}
