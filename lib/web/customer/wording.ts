/** Codes in words, the same on every page: rights, laws, due dates. */
import { html } from 'hono/html';
import { isUnsorted, type Request, type RequestState } from '../../domain/request.ts';
import { lawName as lawInWords, rightNames as rightsInWords } from '../../receipts/document/pen.ts';
import { daysUntil, listInWords, plural } from '../ui/dates.ts';
import type { Content } from '../ui/markup.ts';
import type { Visit } from './visit.ts';

/** The rights as a list with capital letters, or alone as text. */
export function rightNames(visit: Visit, rights: readonly string[]): Content {
  const names = rightsInWords({ words: visit.m.words.receipt }, rights);
  return names.length === 1
    ? names[0]!
    : html`<ul>
        ${names.map((name) => html`<li>${name}</li>`)}
      </ul>`;
}

/** Where a request stands; of a letter that nobody has made sense of, that a person reads it. */
export function stateWords({ m }: Visit, request: Request, visible: RequestState): { heading: string; lead: string } {
  return visible === 'received' && isUnsorted(request) ? m.words.unsorted : m.words.states[visible];
}

/** The law as it is called in a sentence. */
export function lawName({ m }: Visit, law: string): string {
  return lawInWords({ words: m.words.receipt }, law);
}

/** All laws that apply, the one whose date counts first. */
export function lawNames(visit: Visit, { clock, laws }: Pick<Request, 'clock' | 'laws'>): string {
  return listInWords(
    visit.lang,
    [...new Set([clock.leading.law, ...laws])].map((law) => lawName(visit, law)),
  );
}

/** "12 days left", "due today", "2 days late". */
export function daysLeft(visit: Visit, dueOn: string): string {
  const days = daysUntil(dueOn, visit.port.now(), visit.zone);
  const words = visit.m.case;
  if (days === 0) return words.dueToday;
  return days > 0 ? plural(visit.lang, days, words.daysLeft) : plural(visit.lang, -days, words.overdue);
}
