/** What staff should know about where a request came from and who else must answer: notes, never a block. */
import { html } from 'hono/html';
import { heldNames } from '../../domain/passing-on.ts';
import type { Request } from '../../domain/request.ts';
import { civilDate, dateInWords, listInWords } from '../ui/dates.ts';
import { type Content, when } from '../ui/markup.ts';
import type { SummaryRow } from '../ui/summary-list.ts';
import type { Desk } from './desk.ts';

function passedOnLines({ port, lang, words }: Desk, { passedOn, brand }: Request): string[] {
  const { configuration } = port;
  return passedOn.map(({ to, systems, at }) =>
    words.caseNotes.passedOnTo({
      to,
      held: listInWords(lang, heldNames(configuration, { brand, held: systems, lang })),
      on: dateInWords(lang, civilDate(at, configuration.controller.zone)),
    }),
  );
}

/** Rows about the brand and what was passed on, where there is something to say. */
export function caseNotes(desk: Desk, request: Request): SummaryRow[] {
  const { caseNotes: texts } = desk.words;
  const passedOn = passedOnLines(desk, request);
  const { brand } = request;
  return [
    ...(brand === undefined
      ? []
      : [{ term: texts.brand, detail: heldNames(desk.port.configuration, { brand, held: [], lang: desk.lang }).join('') }]),
    ...(passedOn.length === 0 ? [] : [{ term: texts.passedOn, detail: html`${passedOn.map((line) => html`<p>${line}</p>`)}` }]),
  ];
}

/** Where it was sent from, if that is not where the person says they live. */
export function countryNote({ lang, words }: Desk, { observedCountry }: Request): Content {
  return when(observedCountry, (code) => {
    const country = new Intl.DisplayNames(lang, { type: 'region' }).of(code) ?? code;
    return html`<p class="soft">${words.caseNotes.countryDiffers(country)}</p>`;
  });
}
