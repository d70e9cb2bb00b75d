/** What the staff pages say about an appeal: which answer it is about, what was refused on which grounds, and by whom. */
import { html } from 'hono/html';
import type { Request } from '../../domain/request.ts';
import type { NamedRequest } from '../../domain/request-events.ts';
import { listInWords } from '../ui/dates.ts';
import type { Content, Markup } from '../ui/markup.ts';
import type { SummaryRow } from '../ui/summary-list.ts';
import type { Desk } from './desk.ts';
import { rightsInWords, stateTag, wordFor } from './labels.ts';
import { staffPath } from './paths.ts';

/** The other request, by its reference. */
function named({ id, reference }: NamedRequest): Markup {
  return html`<a class="mono" href="${staffPath.request(id)}">${reference}</a>`;
}

/** "appeal of Q-...", for lists. */
export function appealOfInWords({ words: { appeal } }: Desk, { appealOf }: { appealOf?: NamedRequest }): Content {
  return appealOf === undefined ? '' : html`${appeal.of} ${named(appealOf)}`;
}

/** Rows of the summary: what an appeal is about, or which appeals there are against an answer. */
export function appealRows({ words: { appeal } }: Desk, { appealOf, appeals }: Request): SummaryRow[] {
  return [
    ...(appealOf === undefined ? [] : [{ term: appeal.of, detail: named(appealOf) }]),
    ...(appeals.length === 0 ? [] : [{ term: appeal.against, detail: html`${appeals.map((one) => html`<p>${named(one)}</p>`)}` }]),
  ];
}

function grounds({ words: { appeal } }: Desk, { grounds: all, refusals }: Request): SummaryRow[] {
  const lines = [
    ...all.map(({ text, law }) => appeal.because(text, law)),
    ...refusals.flatMap(({ reason }) => (reason === undefined ? [] : [reason])),
  ];
  return lines.length === 0 ? [] : [{ term: appeal.grounds, detail: html`${lines.map((line) => html`<p>${line}</p>`)}` }];
}

/** The first answer, as whoever decides about the appeal must know it; `original` is there while its record is. */
export function answerRows(desk: Desk, appealed: Request, original: Request | undefined): SummaryRow[] {
  const { appeal } = desk.words;
  const { appealOf, clock } = appealed;
  if (appealOf === undefined) return [];
  const state = original === undefined ? html`<p class="soft">${appeal.originalGone}</p>` : stateTag(desk, original.state);
  const deciders = appealOf.deciders.map((by) => wordFor(appeal.automatic, by));
  return [
    { term: appeal.original, detail: html`${named(appealOf)} ${state}` },
    { term: appeal.refused, detail: rightsInWords(desk, appealOf.refused) },
    ...(original === undefined ? [] : grounds(desk, original)),
    ...(deciders.length === 0 ? [] : [{ term: appeal.deciders, detail: listInWords(desk.lang, deciders) }]),
    { term: appeal.rests, detail: clock.leading.deadline.basis },
  ];
}
