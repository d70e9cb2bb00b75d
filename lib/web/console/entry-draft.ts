/** What staff typed of a request that came by post or phone, and what is wrong with it: all at once. */
import { civilDateIn } from '../../domain/clock/deadline.ts';
import type { Configuration } from '../../domain/configuration.ts';
import { LANGUAGES } from '../../domain/languages.ts';
import { grants, lawOf } from '../../domain/law/laws.ts';
import { oneLine } from '../../domain/one-line.ts';
import { isDeliverable, type Person } from '../../domain/person.ts';
import { RIGHTS, type Right } from '../../domain/rights.ts';
import { dateFault, ENTERED_CHANNELS, type Entry, isReachable } from '../../steps/enter-request.ts';
import { readPlace } from '../customer/places.ts';
import type { FieldError } from '../ui/fields.ts';
import type { Desk } from './desk.ts';
import { type PostedForm, textOf, textsOf } from './form.ts';

/** Fields of one line, with how much they take. */
export const LINES = {
  name: 200,
  email: 254,
  phone: 50,
  'onBehalfOf.name': 200,
  'onBehalfOf.relation': 200,
} as const;
export type Line = keyof typeof LINES;

const LONGEST_IDENTIFIER = 200;
const LONGEST_NOTE = 4_000;
const ADDRESS = { lines: 6, length: 80 };

/** As typed. */
export interface EntryDraft extends Record<Line, string> {
  channel: string;
  on: string;
  rights: Right[];
  brand: string;
  residence: string;
  lang: string;
  address: string;
  note: string;
  identifiers: Record<string, string>;
}

/** Without what only the confirmation brings. */
export type CheckedEntry = Omit<Entry, 'by' | 'key' | 'papers'>;

const today = ({ zone, now }: Desk): string => civilDateIn(zone, new Date(now).toISOString());

/** What the company's laws give, complaints about earlier answers too; an appeal begins on the page of the answer it is about. */
export function enterableRights({ laws }: Pick<Configuration, 'laws'>, on: string): Right[] {
  const known = laws.map((law) => lawOf({ law, receivedOn: on }));
  return RIGHTS.filter((right) => right !== 'appeal' && right !== 'opt-out' && known.some((law) => grants(law, right, on)));
}

/** The form before anything is typed. */
export function emptyEntry(desk: Desk): EntryDraft {
  return { ...readEntry({ lang: desk.port.configuration.languages[0] }, desk), on: today(desk) };
}

/** Reads what was posted. */
export function readEntry(form: PostedForm, desk: Desk): EntryDraft {
  const { configuration } = desk.port;
  const text = (name: string): string => textOf(form, name);
  const chosen = new Set(textsOf(form, 'rights').flatMap((value) => value.split(' ')));
  const kinds = Object.keys(configuration.identifiers);
  return {
    channel: text('channel'),
    on: text('on'),
    rights: enterableRights(configuration, today(desk)).filter((right) => chosen.has(right)),
    brand: text('brand'),
    residence: text('residence'),
    lang: text('lang'),
    address: text('address'),
    note: text('note'),
    identifiers: Object.fromEntries(kinds.map((kind) => [kind, oneLine(text(`identifiers.${kind}`))])),
    name: oneLine(text('name')),
    email: text('email').replaceAll(/\s/g, ''),
    phone: oneLine(text('phone')),
    'onBehalfOf.name': oneLine(text('onBehalfOf.name')),
    'onBehalfOf.relation': oneLine(text('onBehalfOf.relation')),
  };
}

/** The same for a form that carries it unseen. */
export function carriedEntry({ rights, identifiers, ...texts }: EntryDraft): Record<string, string> {
  const named = Object.fromEntries(Object.entries(identifiers).map(([kind, value]) => [`identifiers.${kind}`, value]));
  return { ...texts, ...named, rights: rights.join(' ') };
}

const linesOf = (address: string): string[] => address.split('\n').map(oneLine).filter(Boolean);

function personOf(draft: EntryDraft): Person {
  const { name, email, phone, note, identifiers } = draft;
  const address = linesOf(draft.address);
  const { 'onBehalfOf.name': agent, 'onBehalfOf.relation': relation } = draft;
  return {
    ...(email !== '' && { email }),
    ...(address.length > 0 && { address }),
    ...(phone !== '' && { phone }),
    ...(name !== '' && { name }),
    identifiers: Object.fromEntries(Object.entries(identifiers).filter(([, value]) => value !== '')),
    ...(agent !== '' && { onBehalfOf: { name: agent, relation } }),
    ...(note !== '' && { note }),
  };
}

/** An ISO date that is in the calendar. */
const isDate = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && String(new Date(`${text}T00:00Z`).toJSON()).startsWith(text);

function dateErrors({ on }: EntryDraft, { words: { entry }, port, now }: Desk): FieldError[] {
  if (!isDate(on)) return [{ field: 'on', message: entry.onWrong }];
  const fault = dateFault(port.configuration, on, now);
  return fault === undefined ? [] : [{ field: 'on', message: entry.refusals[fault] }];
}

function longErrors(draft: EntryDraft, { words: { entry } }: Desk): FieldError[] {
  const labels: Record<Line, string> = {
    name: entry.name,
    email: entry.email,
    phone: entry.phone,
    'onBehalfOf.name': entry.agentName,
    'onBehalfOf.relation': entry.agentRelation,
  };
  const checks: [field: string, value: string, label: string, max: number][] = [
    ...(Object.keys(LINES) as Line[]).map((line): [string, string, string, number] => [line, draft[line], labels[line], LINES[line]]),
    ...Object.entries(draft.identifiers).map(([kind, value]): [string, string, string, number] => [
      `identifiers.${kind}`,
      value,
      kind,
      LONGEST_IDENTIFIER,
    ]),
    ['note', draft.note, entry.note, LONGEST_NOTE],
  ];
  return checks.flatMap(([field, value, label, max]) => (value.length > max ? [{ field, message: entry.tooLong(label, max) }] : []));
}

/** A list of which one has to be chosen, or none where that is said. */
function choiceErrors({ channel, residence, brand, lang }: EntryDraft, { words: { entry }, port }: Desk): FieldError[] {
  const wrong: [field: 'channel' | 'residence' | 'brand' | 'lang', isWrong: boolean][] = [
    ['channel', !(ENTERED_CHANNELS as readonly string[]).includes(channel)],
    ['residence', residence !== '' && readPlace(residence) === undefined],
    ['brand', brand !== '' && !Object.keys(port.configuration.brands ?? {}).includes(brand)],
    ['lang', !(LANGUAGES as readonly string[]).includes(lang)],
  ];
  return wrong.flatMap(([field, is]) => (is ? [{ field, message: entry.choose(entry[field]) }] : []));
}

function personErrors(draft: EntryDraft, { words: { entry } }: Desk): FieldError[] {
  const { email, 'onBehalfOf.name': agent, 'onBehalfOf.relation': relation } = draft;
  const address = linesOf(draft.address);
  const addressLong = address.length > ADDRESS.lines || address.some((line) => line.length > ADDRESS.length);
  const unreachable = !isReachable(personOf(draft), draft.channel === 'phone' ? 'phone' : 'post');
  const wrong: [field: string, isWrong: boolean, message: string][] = [
    ['email', email !== '' && !isDeliverable(email), entry.emailWrong],
    ['email', unreachable, entry.refusals.unreachable],
    ['address', addressLong, entry.addressLong],
    ['onBehalfOf.name', agent === '' && relation !== '', entry.agentHalf],
    ['onBehalfOf.relation', agent !== '' && relation === '', entry.agentHalf],
  ];
  return wrong.flatMap(([field, is, message]) => (is ? [{ field, message }] : []));
}

/** Everything that is wrong, in the order of the form. */
export function entryErrors(draft: EntryDraft, desk: Desk): FieldError[] {
  const rights = draft.rights.length === 0 ? [{ field: 'rights', message: desk.words.entry.refusals['no-rights'] }] : [];
  return [...choiceErrors(draft, desk), ...dateErrors(draft, desk), ...rights, ...personErrors(draft, desk), ...longErrors(draft, desk)];
}

/** What is entered; of a draft without errors. */
export function entryOf(draft: EntryDraft): CheckedEntry {
  const { on, rights, brand, lang } = draft;
  const residence = readPlace(draft.residence);
  return {
    channel: draft.channel === 'phone' ? 'phone' : 'post',
    on,
    rights,
    person: personOf(draft),
    ...(residence !== undefined && { residence }),
    ...(brand !== '' && { brand }),
    lang,
  };
}
