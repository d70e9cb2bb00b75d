/** What the answer does not hold yet, or will not hold: late systems, systems not searched, refused parts. */
import { html } from 'hono/html';
import { heldNames } from '../../domain/passing-on.ts';
import { skippedSystems, systemLabel } from './answer-section.ts';
import { bullets, section } from './page-context.ts';
import type { Html, PageContext } from './page-context.ts';
import { showValue } from './value.ts';

/** What somebody else must answer, by the day it was passed on to them. */
function passedOn({ words, formats, content }: PageContext): Html[] {
  const { configuration, request } = content;
  return request.passedOn.map(({ systems, to, contact, at }) => {
    const held = formats.list(heldNames(configuration, { brand: request.brand, held: systems, lang: words.lang }));
    return html`${words.open.passedOn({ held, to, contact, on: formats.date(at) })}`;
  });
}

/** Each system by the name the person knows, with the day it is expected or the reason. */
export function openSection(page: PageContext): Html {
  const { words, formats, content } = page;
  const late = content.outstanding.map(({ system, expectedOn }) => {
    const when = expectedOn === undefined ? words.open.unknown : words.open.expected(formats.date(expectedOn));
    return html`<strong>${systemLabel(page, system)}</strong> ${when}`;
  });
  const skipped = skippedSystems(page).map(
    ({ system, reason }) =>
      html`<strong>${systemLabel(page, system)}</strong> ${words.open.skipped}${reason === undefined ? '' : html`: ${showValue(reason, words)}`}`,
  );
  const refused = content.request.grounds.map(
    (ground) => html`${words.open.refused}: ${showValue(ground.text, words)} <span class="cite">${ground.law}</span>`,
  );
  const all = [...late, ...skipped, ...refused, ...passedOn(page)];
  return section('open', words.headings.open, all.length === 0 ? html`<p>${words.open.nothing}</p>` : bullets(all));
}
