/** What a receipt says about a refusal: the reasons, what goes with them, and what one can do. */
import { html } from 'hono/html';
import { refusalSentencesIn } from '../../receipts/sentences/refusal.ts';
import { when, type Content } from '../ui/markup.ts';
import type { ReceiptFacts } from './receipt-facts.ts';
import type { Visit } from './visit.ts';

type Remedies = NonNullable<ReceiptFacts['remedies']>;

function isWebAddress(href: string | undefined): href is string {
  return href !== undefined && /^https?:\/\//.test(href);
}

/** The reasons with their articles, and the words for this case. */
export function groundsSection(visit: Visit, { grounds, reason }: ReceiptFacts): Content {
  if (grounds.length === 0) return '';
  const items = grounds.map(({ text, law }) => html`<li>${text}${when(law, (cite) => html` <small>(${cite})</small>`)}</li>`);
  return html`<h2>${visit.m.proof.receipt.grounds}</h2>
    <ul>
      ${items}
    </ul>
    ${when(reason, (words) => html`<p>${words}</p>`)}`;
}

/** What the law wants given with a refusal; links lead to the form, filled in for it. */
export function offersSection(visit: Visit, { offers }: ReceiptFacts): Content {
  if (offers === undefined) return '';
  const { receipt: words } = visit.m.proof;
  const { again, optOut, categories } = offers;
  const say = refusalSentencesIn(visit.lang);
  const links = [
    ...(isWebAddress(again) ? [html`<li><a href="${again}">${words.askAgain}</a></li>`] : []),
    ...(isWebAddress(optOut) ? [html`<li><a href="${optOut}">${words.optOut}</a></li>`] : []),
  ];
  return html`${when(
    categories.length > 0,
    () =>
      html`<p>${say.categoriesLead}</p>
        <ul>
          ${categories.map((category) => html`<li>${say.category(category)}</li>`)}
        </ul>`,
  )}${when(
    links.length > 0,
    () =>
      html`<ul>
        ${links}
      </ul>`,
  )}`;
}

/** Every authority with its page and the time for the complaint. */
function complaints(visit: Visit, { complaint }: Remedies): Content[] {
  const { complaint: lead } = visit.m.proof.receipt;
  const say = refusalSentencesIn(visit.lang);
  return (complaint === undefined ? [] : [complaint, ...complaint.also]).flatMap(({ name, form, url, within }) => {
    if (name === undefined) return [];
    const page = form ?? url;
    const named = isWebAddress(page) ? html`<a href="${page}">${name}</a>` : name;
    return [html`${lead} ${named}. ${when(within, (time) => say.complaintWithin({ authority: name, within: time }))}`];
  });
}

/** All remedies, one a line. */
export function remediesSection(visit: Visit, { remedies }: ReceiptFacts): Content {
  if (remedies === undefined) return '';
  const words = visit.m.proof.receipt;
  const say = refusalSentencesIn(visit.lang);
  const { appeal, controller, court, nonRetaliation, reply = '' } = remedies;
  const address = reply.replace('mailto:', '');
  const lines: Content[] = [
    ...complaints(visit, remedies),
    ...(appeal?.within === undefined ? [] : [say.appeal({ within: appeal.within, extension: appeal.extension, reply: address })]),
    ...(controller === undefined ? [] : [say.controller({ ...controller, reply: address })]),
    ...(court === true ? [words.court] : []),
    ...(nonRetaliation === undefined ? [] : [nonRetaliation]),
  ];
  return lines.length === 0
    ? ''
    : html`<h2>${words.remedies}</h2>
        <ul>
          ${lines.map((line) => html`<li>${line}</li>`)}
        </ul>`;
}
