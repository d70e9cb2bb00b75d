/** What is asked of the deadline engine: laws, a right, a receipt and what happened since; or everything that is wrong with it. */
import { Temporal } from 'temporal-polyfill';
import { PLACES } from '../domain/calendar/places.ts';
import { CLOCK_EVENT_TYPES, type ClockEvent, type EventProblem, eventProblems } from '../domain/clock/clock-events.ts';
import { DUTY_SUBJECTS, type Subject } from '../domain/clock/clocks.ts';
import { civilDateIn } from '../domain/clock/deadline.ts';
import { ALL_LAWS } from '../domain/law/all-laws.ts';
import { LAW_IDS } from '../domain/law/law-ids.ts';
import type { Law } from '../domain/law/law.ts';
import { isLawId, lawOn } from '../domain/law/laws.ts';
import { RIGHTS } from '../domain/rights.ts';

/** A question in the words of the command line and of the vectors. */
export interface AskedInWords {
  laws: readonly string[];
  right: string;
  zone: string;
  /** An instant (`2026-03-05T11:00:00Z`), or a civil date: noon there. */
  received: string;
  /** Absent: weekends only. */
  holidays?: string | undefined;
  /** `on` as it was written. */
  events: readonly { type: string; on?: string | undefined }[];
}

export interface DeadlineQuestion {
  laws: Law[];
  subject: Subject;
  zone: string;
  receivedAt: string;
  receivedOn: string;
  events: ClockEvent[];
}

export type Read = { ok: true; question: DeadlineQuestion } | { ok: false; problems: string[] };

const SUBJECTS: readonly string[] = [...RIGHTS, ...DUTY_SUBJECTS];

const isSubject = (right: string): right is Subject => SUBJECTS.includes(right);
const isEventType = (type: string): type is ClockEvent['type'] => (CLOCK_EVENT_TYPES as readonly string[]).includes(type);

const REASONS: Record<EventProblem['reason'], string> = {
  undated: 'needs its date',
  'date-unreadable': 'has no date of the form 2026-03-05',
  'before-receipt': 'is before the receipt',
  'out-of-order': 'is before the event named before it',
  doubled: 'comes twice',
  'not-asked': 'answers what was not asked',
};

/** `identity_confirmed=2026-03-16` */
const nameOf = ({ type, on }: { type: string; on?: string | undefined }): string => (on === undefined ? type : `${type}=${on}`);

/** Whether a zone exists is known by using it. */
function zoneProblem(zone: string): string[] {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
    return [];
  } catch {
    return [`There is no time zone "${zone}". Write one like Europe/Berlin.`];
  }
}

/** The instant of receipt; undefined if it is none. */
function instantOf(received: string, zone: string): string | undefined {
  try {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(received)) return Temporal.Instant.from(received).toString();
    return Temporal.PlainDate.from(received).toZonedDateTime({ timeZone: zone, plainTime: '12:00' }).toInstant().toString();
  } catch {
    return undefined;
  }
}

/** What is wrong whatever the day. */
function unknownWords({ laws, right, zone, holidays, events }: AskedInWords): string[] {
  return [
    ...laws.filter((id) => !isLawId(id)).map((id) => `There is no law "${id}". Known: ${LAW_IDS.join(' ')}.`),
    ...(isSubject(right) ? [] : [`There is no right "${right}". Known: ${SUBJECTS.join(' ')}.`]),
    ...zoneProblem(zone),
    ...(holidays === undefined || PLACES.includes(holidays)
      ? []
      : [`The holidays of "${holidays}" are not known. Known: ${PLACES.join(' ')}.`]),
    ...events
      .filter(({ type }) => !isEventType(type))
      .map((event) => `There is no event "${nameOf(event)}". Known: ${CLOCK_EVENT_TYPES.join(' ')}.`),
  ];
}

/** What is wrong on the day of receipt. */
function wrongOn(on: string, ids: readonly string[], events: readonly ClockEvent[]): string[] {
  const notYet = ids.filter(isLawId).filter((id) => lawOn(id, on) === undefined);
  return [
    ...notYet.map((id) => `${id} was not in force on ${on}: it holds from ${ALL_LAWS[id][0]?.validFrom}.`),
    ...eventProblems(events, on).map(({ event, reason }) => `The event ${nameOf(event)} ${REASONS[reason]}.`),
  ];
}

/** Checks everything, so that all that is wrong is said at once. Dates that lie ahead are welcome: the command plans as well. */
export function readQuestion(asked: AskedInWords): Read {
  const { laws: ids, right, zone, received } = asked;
  const unknown = unknownWords(asked);
  const zoneKnown = zoneProblem(zone).length === 0;
  const receivedAt = instantOf(received, zoneKnown ? zone : 'UTC');
  if (receivedAt === undefined)
    unknown.push(`"${received}" is no moment. Write 2026-03-05T11:00:00Z, or with an offset, or a date: noon there.`);
  if (receivedAt === undefined || !zoneKnown || !isSubject(right)) return { ok: false, problems: unknown };
  const receivedOn = civilDateIn(zone, receivedAt);
  const events = asked.events.flatMap(({ type, on }): ClockEvent[] =>
    isEventType(type) ? [on === undefined ? { type } : { type, on }] : [],
  );
  const problems = [...unknown, ...wrongOn(receivedOn, ids, events)];
  if (problems.length > 0) return { ok: false, problems };
  const laws = ids.filter(isLawId).flatMap((id) => lawOn(id, receivedOn) ?? []);
  return { ok: true, question: { laws, subject: right, zone, receivedAt, receivedOn, events } };
}
