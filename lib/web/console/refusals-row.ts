/** What was refused, on which grounds and whether in time, as a row of the request's summary. */
import { html } from 'hono/html';
import type { Request } from '../../domain/request.ts';
import type { EventData } from '../../domain/request-events.ts';
import { dateInWords, listInWords } from '../ui/dates.ts';
import type { Markup } from '../ui/markup.ts';
import { when } from '../ui/markup.ts';
import type { SummaryRow } from '../ui/summary-list.ts';
import type { Desk } from './desk.ts';
import { rightsInWords } from './labels.ts';
import { itemInWords } from './refuse-draft.ts';

type Refusal = EventData['refused'];

function whatIn(desk: Desk, { rights = [], systems = [], pass }: Refusal): string {
  const parts = systems.flatMap((one) =>
    one.pass === 'export' || one.pass === 'erase' ? [itemInWords(desk, { ...one, pass: one.pass })] : [],
  );
  const whole = rights.length === 0 ? [] : [rightsInWords(desk, rights)];
  const byHand = pass === undefined ? [] : [desk.words.passes[pass]];
  return listInWords(desk.lang, [...whole, ...parts, ...byHand]);
}

function line(desk: Desk, refusal: Refusal): Markup {
  const { refuse } = desk.words;
  const cites = [...new Set(refusal.grounds.map(({ law }) => law))].join('; ');
  return html`<li>${refuse.what(whatIn(desk, refusal), cites)}${when(
    refusal.late,
    ({ on, article }) => html` <strong>${refuse.wasLate(dateInWords(desk.lang, on), article)}</strong>`,
  )}</li>`;
}

/** None where nothing was refused. */
export function refusalRows(desk: Desk, { refusals }: Pick<Request, 'refusals'>): SummaryRow[] {
  if (refusals.length === 0) return [];
  return [{ term: desk.words.refuse.row, detail: html`<ul>${refusals.map((refusal) => line(desk, refusal))}</ul>` }];
}
