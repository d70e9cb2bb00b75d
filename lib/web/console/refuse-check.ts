/** The second page of a refusal: the mail and the receipt as the person will read them, and whether it is in time. */
import { html } from 'hono/html';
import { letterText } from '../../mail/letter.ts';
import type { RefusalPreview } from '../../steps/refusal-preview.ts';
import { banner } from '../ui/banner.ts';
import { button, buttonGroup } from '../ui/button.ts';
import { dateInWords } from '../ui/dates.ts';
import { hiddenFields } from '../ui/fields.ts';
import type { Content, Markup } from '../ui/markup.ts';
import { when } from '../ui/markup.ts';
import type { Desk } from './desk.ts';
import { backLink, staffPage } from './frame.ts';
import { languageInWords } from './labels.ts';
import { staffPath } from './paths.ts';
import { carried, type RefuseDraft } from './refuse-draft.ts';
import type { Refusing } from './refuse-form.ts';

/** By when, or that it is late. */
function dateBanner({ words: { refuse }, lang }: Desk, { date, late }: RefusalPreview): Markup {
  if (date === undefined) return html`<p>${refuse.notDue}</p>`;
  const on = dateInWords(lang, date.on);
  if (!late) return html`<p>${refuse.by(on, date.article)}</p>`;
  return banner({ tone: 'warning', title: refuse.lateTitle, body: html`<p>${refuse.late(on, date.article)}</p>` });
}

function denialParts({ words: { refuse } }: Desk, { lang }: { lang: string }, denial: RefusalPreview['denial']): Content {
  return when(
    denial,
    ({ letter, receipt }) => html`<h2>${refuse.mail}</h2><p>${refuse.link}</p>
<blockquote class="letter" lang="${lang}"><strong>${refuse.subject(letter.subject)}</strong>

${letterText(letter)}</blockquote>
<h2>${refuse.receipt}</h2><p>${refuse.receiptHint}</p><blockquote class="letter" lang="${lang}">${receipt.text}</blockquote>`,
  );
}

function answerPart({ words: { refuse } }: Desk, { lang }: { lang: string }, answer: readonly string[]): Content {
  if (answer.length === 0) return '';
  return html`<h2>${refuse.answer}</h2><p>${refuse.answerHint}</p><blockquote class="letter" lang="${lang}">${answer.join('\n')}</blockquote>`;
}

/** The page, to confirm or to change. */
export function refuseCheckMarkup(
  desk: Desk,
  { request }: Refusing,
  { draft, preview }: { draft: RefuseDraft; preview: RefusalPreview },
): Markup {
  const { forms, refuse, backToRequest } = desk.words;
  const main = html`<h1>${forms.checkTitle}</h1>${dateBanner(desk, preview)}
<p class="soft">${forms.personLanguage(languageInWords(desk.lang, request.lang))}</p>
${denialParts(desk, request, preview.denial)}${answerPart(desk, request, preview.answer)}
<h2>${refuse.remedies}</h2><ul lang="${request.lang}">${preview.remedies.map((line) => html`<li>${line}</li>`)}</ul>
<form method="post" action="${staffPath.refuse(request.id)}">${hiddenFields({ ...carried(draft), token: desk.formToken })}
${buttonGroup(button({ text: forms.confirm, name: 'step', value: 'confirm' }), button({ text: forms.change, name: 'step', value: 'change', look: 'secondary' }))}</form>`;
  return staffPage(desk, {
    title: forms.checkTitle,
    before: backLink(desk, staffPath.request(request.id), backToRequest(request.reference)),
    main,
  });
}
