/** The events of a request as a timeline in words, newest first. */
import { html } from 'hono/html';
import type { EventOf, EventType, RequestEvent } from '../../domain/request-events.ts';
import { dateInWords, listInWords } from '../ui/dates.ts';
import type { Markup } from '../ui/markup.ts';
import { when } from '../ui/markup.ts';
import type { TimelineEntry } from '../ui/timeline.ts';
import { timeline } from '../ui/timeline.ts';
import type { Desk } from './desk.ts';
import { causeInWords, faultInWords, instant, lawInWords, rightsInWords, stepInWords, systemInWords, wordFor } from './labels.ts';

type Details = { [T in EventType]?: (desk: Desk, data: EventOf<T>['data']) => (string | false | undefined)[] };

const systemNames = (desk: Desk, systems: readonly string[]): string =>
  listInWords(
    desk.lang,
    systems.map((system) => systemInWords(desk, system)),
  );

const by = ({ words }: Desk, who: string): string => words.request.byStaff(who);

const because = ({ words }: Desk, reason: string | undefined): string | undefined => reason && words.request.withReason(reason);

/** What an event adds to its title. */
const DETAILS: Details = {
  received: (desk, data) => [
    rightsInWords(desk, data.rights),
    lawInWords(data.law),
    desk.words.request.channels[data.channel],
    data.onBehalf && desk.words.mail.passage.onBehalf,
    data.enteredBy && desk.words.entry.enteredBy(data.enteredBy),
  ],
  written: (desk, data) => [by(desk, data.by)],
  'verification-asked': ({ words }, { round }) => [words.request.round(round)],
  verified: ({ words }, { method }) => [words.request.verifiedBy[method]],
  sorted: (desk, data) => [
    rightsInWords(desk, data.rights),
    lawInWords(data.law),
    data.onBehalf && desk.words.mail.passage.onBehalf,
    by(desk, data.by),
  ],
  'mail-received': ({ words: { mail } }, { kind, authenticated, fromPerson }) => [
    mail.kinds[kind],
    fromPerson ? undefined : mail.otherTitle,
    authenticated ? undefined : mail.notVouched,
  ],
  assessed: ({ words }, { grounds, notes }) => [
    ...grounds.map((ground) => ground.text),
    ...notes.map((note) => wordFor(words.caseNotes.notes, note)),
  ],
  'passed-on': (desk, { to, systems }) => [to, systemNames(desk, systems)],
  planned: (desk, { waves }) => [systemNames(desk, waves.flat())],
  'wave-done': (desk, { outcomes }) =>
    outcomes.map((one) => `${systemInWords(desk, one.system)}: ${desk.words.systemOutcomes[one.outcome]}`),
  'review-asked': (desk, { withheld }) => [
    withheld.map((one) => `${systemInWords(desk, one.system)} ${one.dataset}.${one.column}`).join(', '),
  ],
  reviewed: (desk, data) => [by(desk, data.by), data.released.join(', ')],
  packaged: ({ words }, { files, parts }) => [words.request.packageOf(files, parts.length)],
  'receipt-issued': ({ words }, { kind, interim }) => [words.request.receiptOf(words.receipts[kind], interim)],
  'correction-asked': (desk, data) => [by(desk, data.by), desk.words.correct.detail(data.text), because(desk, data.reason)],
  delivered: ({ words }, { pass }) => [words.passes[pass]],
  'task-opened': (desk, data) => [
    desk.words.taskKinds[data.kind],
    data.system && systemInWords(desk, data.system),
    data.code && causeInWords(desk, { kind: data.kind, code: data.code }),
  ],
  'task-done': (desk, data) => [desk.words.outcomes[data.outcome].label, by(desk, data.by), because(desk, data.reason)],
  'choice-asked': (desk, { systems }) => [systemNames(desk, systems)],
  'choice-made': (desk, data) => [desk.words.lateChoices[data.choice].label, by(desk, data.by), because(desk, data.reason)],
  extended: (desk, data) => [
    desk.words.request.dueMoved(dateInWords(desk.lang, data.dueOn)),
    wordFor(desk.words.grounds, data.ground),
    by(desk, data.by),
    because(desk, data.reason),
  ],
  refused: (desk, data) => [by(desk, data.by), ...data.grounds.map((ground) => ground.text)],
  appealed: (_, { reference }) => [reference],
  'appeal-decided': (desk, { rights, stands, by: who, reason }) => [
    rights.length === 0 ? undefined : desk.words.appeal.granted(rightsInWords(desk, rights)),
    stands.length === 0 ? undefined : desk.words.appeal.stands(rightsInWords(desk, stands)),
    by(desk, who),
    because(desk, reason),
  ],
  posted: (desk, data) => [dateInWords(desk.lang, data.on), by(desk, data.by)],
  'address-given': (desk, data) => [by(desk, data.by)],
  'mail-again': (desk, data) => [by(desk, data.by)],
  'mail-bounced': ({ words }, { kind }) => [words.request.bounced[kind]],
  looked: (desk, data) => [desk.words.request.lookedAt[data.at], by(desk, data.by)],
  parked: (desk, { step, error }) => [stepInWords(desk, step), faultInWords(desk, error)],
  resumed: (desk, data) => [stepInWords(desk, data.step), by(desk, data.by)],
  closed: ({ words }, { outcome }) => [words.states[outcome]],
};

const BAD: ReadonlySet<EventType> = new Set<EventType>(['parked', 'mail-bounced', 'verification-expired']);

function entry(desk: Desk, event: RequestEvent): TimelineEntry {
  const details = DETAILS[event.type] as ((desk: Desk, data: unknown) => (string | false | undefined)[]) | undefined;
  const lines = (details?.(desk, event.data) ?? []).filter((line): line is string => typeof line === 'string' && line !== '');
  const body = when(lines.length > 0, () => html`${lines.map((line) => html`<p>${line}</p>`)}`);
  return {
    title: desk.words.events[event.type],
    at: event.at,
    when: instant(desk, event.at),
    tone: BAD.has(event.type) ? 'bad' : 'done',
    ...(body === '' ? {} : { body }),
  };
}

/** All events, newest first. */
export function requestTimeline(desk: Desk, events: readonly RequestEvent[]): Markup {
  return timeline(events.toReversed().map((event) => entry(desk, event)));
}
