/** What came of checking a receipt: a verdict, the lines it rests on, and what was signed. */
import { html } from 'hono/html';
import { LINES, linesOf, verdictOf, type Line, type LineName } from '../../receipts/verdict.ts';
import type { Examined } from '../verify-page/examine.ts';
import { toneOf, VERDICT_TONES } from '../verify-page/look.ts';
import type { Words } from '../verify-page/main.ts';
import { slip } from '../ui/banner.ts';
import { numberInWords } from '../ui/dates.ts';
import { attributes, when, type Content, type Markup } from '../ui/markup.ts';
import { table } from '../ui/table.ts';
import { tag } from '../ui/tag.ts';
import { documentFor, receiptBody } from './receipt-body.ts';
import { paths } from './paths.ts';
import { link, type Visit } from './visit.ts';

function linesTable(visit: Visit, cell: (name: LineName) => Content): Markup {
  const words = visit.m.verify;
  return table({
    caption: words.checks,
    captionHidden: true,
    columns: [{ text: words.check }, { text: words.result }],
    rows: LINES.map((name) => [words.lines[name], cell(name)]),
  });
}

/** The answer as the browser's script fills it in, with the words it does so with. */
export function answerTemplate(visit: Visit, forScript: Words): Markup {
  const words = visit.m.verify;
  const cell = (name: LineName): Markup =>
    html`<span class="tag" data-state="${name}"></span><span data-note="${name}" hidden><br /><small></small></span>${
      name === 'newer' ? html`<a data-newer href="${paths.verify}" hidden>${words.newerLink}</a>` : ''
    }`;
  return html`<template${attributes({ id: 'answer-template', 'data-words': JSON.stringify(forScript) })}>
    <div class="banner">
      <p class="banner-title"></p>
      <div class="banner-body"></div>
    </div>
    <div data-signed hidden>
      <h2>${words.signed}</h2>
      <p data-text></p>
    </div>
    <h2>${words.checks}</h2>
    ${linesTable(visit, cell)}
  </template>`;
}

/** Why, or where in the log; the number of an entry is one more than its index. */
function noteOf(visit: Visit, line: Line, { verification: { place } }: Examined): string {
  const words = visit.m.verify;
  if (line.reason !== undefined) return words.reasons[line.reason];
  if (line.name !== 'log' || place === undefined) return '';
  const number = (value: bigint): string => numberInWords(visit.lang, Number(value));
  return words.place(number(place.index + 1n), number(place.checkpoint.size));
}

function lineCell(visit: Visit, line: Line, examined: Examined): Markup {
  const newer = line.name === 'newer' ? examined.newerUrl : undefined;
  return html`${tag(toneOf(line), visit.m.verify.states[line.state])}${when(
    noteOf(visit, line, examined),
    (note) => html`<br /><small>${note}</small>`,
  )}${when(newer, (url) => html` <a href="${link(visit, url)}">${visit.m.verify.newerLink}</a>`)}`;
}

/** What was signed, in full; nothing if the signature does not vouch for it. */
function signedPart(visit: Visit, { verification: { payload } }: Examined): Content {
  if (payload === undefined) return '';
  const document = documentFor(visit, payload);
  return html`<h2>${visit.m.verify.signed}: ${document.title}</h2>
    <p lang="${document.statement.lang}">${document.statement.text}</p>
    ${receiptBody(visit, document)}`;
}

/** The answer in words, with its heading. */
export function answerOf(visit: Visit, examined: Examined): { heading: string; markup: Markup } {
  const verdict = verdictOf(examined);
  const { title: heading, lead } = visit.m.verify.verdicts[verdict];
  const lines = linesOf(examined);
  const cell = (name: LineName): Content =>
    lineCell(
      visit,
      lines.find((line) => line.name === name)!,
      examined,
    );
  const markup = html`${slip({ heading, lead, tone: VERDICT_TONES[verdict] })}
    <h2>${visit.m.verify.checks}</h2>
    ${linesTable(visit, cell)}${signedPart(visit, examined)}`;
  return { heading, markup };
}
