/** Codes turned into what staff read: rights, laws, systems, steps, faults, states and dates, each in one place. */
import { html } from 'hono/html';
import { textIn } from '../../domain/data-map.ts';
import { pausedShort } from '../../domain/explanation/explain.ts';
import { isLawId, lawById } from '../../domain/law/laws.ts';
import type { TaskKind } from '../../domain/request-events.ts';
import type { RequestState } from '../../domain/request.ts';
import type { Right } from '../../domain/rights.ts';
import { dateInWords, daysUntil, instantInWords, listInWords } from '../ui/dates.ts';
import type { Markup } from '../ui/markup.ts';
import type { TagTone } from '../ui/tag.ts';
import { tag } from '../ui/tag.ts';
import type { Dated, Urgency } from './board-groups.ts';
import { urgencyOf } from './board-groups.ts';
import type { Desk } from './desk.ts';
import type { Role } from './port.ts';

/** The entry, or the code itself where an older or newer release wrote one this catalog does not have. */
export function wordFor(catalog: Partial<Record<string, string>>, code: string): string {
  return Object.hasOwn(catalog, code) ? (catalog[code] ?? code) : code;
}

/** "Copy of data + Deletion"; of a letter that nobody has made sense of, that. */
export function rightsInWords({ words }: Pick<Desk, 'words'>, rights: readonly string[]): string {
  if (rights.length === 0) return words.mail.unread;
  return rights.map((right) => wordFor(words.rights satisfies Record<Right, string>, right)).join(' + ');
}

/** What a law is called in a sentence. */
export function lawInWords(id: string): string {
  return isLawId(id) ? lawById(id).shortName : id;
}

/** What people call a connected system. */
export function systemInWords({ port, lang }: Desk, system: string): string {
  const declared = Object.hasOwn(port.configuration.systems, system) ? port.configuration.systems[system] : undefined;
  return declared === undefined ? system : textIn(declared.label, lang);
}

/** The label of a step; the same word as everywhere. */
export function stepInWords({ words }: Desk, step: string): string {
  return wordFor(words.steps, step);
}

/** A fault code in words; one nobody foresaw is named by its code. */
export function faultInWords({ words }: Desk, code: string): string {
  const known: Record<string, string> = words.faults;
  return Object.hasOwn(known, code) ? known[code]! : words.request.unknownFault(code);
}

/** Tasks whose code names the mail they are about. */
const ABOUT_MAIL: ReadonlySet<TaskKind> = new Set<TaskKind>(['read-mail', 'post']);

/** Why a task was opened: a step that stopped, a mail's fate, or a fault; empty where the task itself says it. */
export function causeInWords(desk: Desk, { kind, code = '' }: { kind: TaskKind; code?: string | undefined }): string {
  if (code === '' || ABOUT_MAIL.has(kind)) return '';
  if (kind === 'parked') return stepInWords(desk, code);
  return kind === 'mail-failed' ? wordFor(desk.words.request.bounced, code) : faultInWords(desk, code);
}

/** What a mail is about; repetitions are counted after a `#`. */
export function mailInWords({ words }: Desk, kind: string): string {
  return wordFor(words.mails, kind.split('#')[0] ?? kind);
}

/** An instant in the controller's zone. */
export function instant({ lang, zone }: Desk, at: string): string {
  return instantInWords(lang, at, zone);
}

/** "German", in the reader's language. */
export function languageInWords(lang: string, code: string): string {
  return new Intl.DisplayNames(lang, { type: 'language' }).of(code) ?? code;
}

/** What somebody has: "agent and reviewer". */
export function rolesInWords({ words, lang }: Pick<Desk, 'words' | 'lang'>, roles: readonly Role[]): string {
  return listInWords(
    lang,
    roles.map((role) => words.roles[role]),
  );
}

/** What somebody needs: "agent or reviewer". */
export function neededInWords({ words, lang }: Pick<Desk, 'words' | 'lang'>, roles: readonly Role[]): string {
  return new Intl.ListFormat(lang, { type: 'disjunction' }).format(roles.map((role) => words.roles[role]));
}

const STATE_TONES: Record<RequestState, TagTone> = {
  received: 'neutral',
  'awaiting-verification': 'paused',
  'in-progress': 'active',
  'in-review': 'attention',
  ready: 'good',
  answered: 'good',
  denied: 'neutral',
  withdrawn: 'neutral',
  dismissed: 'neutral',
};

/** The state as a word with icon and colour. */
export function stateTag({ words }: Desk, state: string): Markup {
  return Object.hasOwn(STATE_TONES, state)
    ? tag(STATE_TONES[state as RequestState], words.states[state as RequestState])
    : tag('neutral', state);
}

const DUE_TONES: Record<Urgency, TagTone> = { overdue: 'bad', today: 'attention', soon: 'attention', later: 'neutral', waiting: 'paused' };

/** How near the date is, as words with icon and colour: "due today", "3 days left", "2 days overdue", "paused, 22 days left". */
export function dueTag(desk: Desk, row: Dated): Markup {
  if (row.paused !== undefined) return tag('paused', pausedShort(row.paused, desk.lang));
  return tag(DUE_TONES[urgencyOf(row, desk)], desk.words.board.daysLeft(daysUntil(row.dueOn, desk.now, desk.zone)));
}

/** The same with the date below it, where there is one. */
export function dueCell(desk: Desk, row: Dated): Markup {
  const date = row.paused === undefined ? html`<span class="cell-note">${dateInWords(desk.lang, row.dueOn)}</span>` : '';
  return html`${dueTag(desk, row)}${date}`;
}
