/** What every section of the readable page is given, and the small pieces all of them use. */
import { html } from 'hono/html';
import type { Text } from '../../domain/data-map.ts';
import { checklistFor, citationOf, familyOf } from '../checklists.ts';
import type { CaliforniaItem, GdprItem, ItemId, LawFamily } from '../checklists.ts';
import type { PackageContent } from '../content.ts';
import { datasetParts } from '../dataset-parts.ts';
import type { DatasetPart } from '../dataset-parts.ts';
import type { PartPlan } from '../plan-parts.ts';
import { wordsFor } from '../words/words-for.ts';
import type { Words } from '../words/words.ts';
import { formatsFor } from './formats.ts';
import type { Formats } from './formats.ts';

export type Html = ReturnType<typeof html>;

export interface PageContext {
  content: PackageContent;
  words: Words;
  formats: Formats;
  family: LawFamily;
  datasets: DatasetPart[];
  parts: PartPlan[];
  /** Items of the law's checklist that the page has answered so far. */
  answered: Set<ItemId>;
}

export function pageContext(content: PackageContent, parts: PartPlan[]): PageContext {
  const words = wordsFor(content.lang);
  return {
    content,
    words,
    formats: formatsFor(words.lang, content.configuration.controller.zone),
    family: familyOf(content.request.law),
    datasets: datasetParts(content),
    parts,
    answered: new Set(),
  };
}

/** Notes that this place answers an item of the checklist, and prints its article if the item was asked for. */
export function cite(
  page: PageContext,
  items: { gdpr?: GdprItem | 'portable_copy'; california?: CaliforniaItem | 'portable_copy' },
): Html | '' {
  const item = items[page.family];
  const { law, rights } = page.content.request;
  if (item === undefined || !checklistFor(law, rights).some(({ id }) => id === item)) return '';
  page.answered.add(item);
  const article = citationOf(law, item);
  return article === undefined ? '' : html` <span class="cite" data-item="${item}">${article}</span>`;
}

/** A text of the configuration; marked as English where it has not the page's language. */
export function said(page: PageContext, text: Text): Html {
  const own = text[page.words.lang];
  return own === undefined && page.words.lang !== 'en' ? html`<span lang="en">${text.en}</span>` : html`${own ?? text.en}`;
}

/** One line of a description list. */
export function line(term: string | Html, description: unknown): Html {
  return html`<div><dt>${term}</dt><dd>${description}</dd></div>`;
}

/** A section with its heading; the heading names it for assistive technology. */
export function section(id: string, heading: string | Html, body: unknown): Html {
  return html`<section aria-labelledby="${id}"><h2 id="${id}">${heading}</h2>${body}</section>`;
}

/** A table that scrolls by keyboard too where it is wider than the screen; its caption names it. */
export function table(id: string, caption: string | Html, body: Html): Html {
  return html`<section class="scroll" aria-labelledby="${id}" tabindex="0"><table>
<caption id="${id}">${caption}</caption>
${body}
</table></section>`;
}

/** A bulleted list; nothing if it is empty. */
export function bullets(items: unknown[]): Html | '' {
  return items.length === 0 ? '' : html`<ul>${items.map((item) => html`<li>${item}</li>`)}</ul>`;
}
