/** What every section of the readable page is given, and the small pieces all of them use. */
import { html } from 'hono/html';
import type { Text } from '../../domain/data-map.ts';
import { lawsOf } from '../../domain/law/choose-laws.ts';
import type { LawId } from '../../domain/law/law-ids.ts';
import type { Law } from '../../domain/law/law.ts';
import { checklistOf, type Topic, type Wanted } from '../checklists.ts';
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
  /** All laws of the request. */
  laws: Law[];
  /** What they want in the answer. */
  wanted: Wanted[];
  datasets: DatasetPart[];
  parts: PartPlan[];
  /** What the page has told so far. */
  answered: Set<Topic>;
}

export function pageContext(content: PackageContent, parts: PartPlan[]): PageContext {
  const words = wordsFor(content.lang);
  return {
    content,
    words,
    formats: formatsFor(words.lang, content.configuration.controller.zone),
    laws: lawsOf(content.request),
    wanted: checklistOf(content.request),
    datasets: datasetParts(content),
    parts,
    answered: new Set(),
  };
}

/** True if one of the laws wants it told. */
export function isWanted(page: PageContext, topic: Topic): boolean {
  return page.wanted.some((one) => one.topic === topic);
}

/** True if one of the laws named applies. */
export function isUnder(page: PageContext, ...laws: LawId[]): boolean {
  return page.laws.some(({ id }) => laws.includes(id));
}

/** Articles, each once. */
export function articles(all: readonly string[]): Html | '' {
  return all.length === 0 ? '' : html` <span class="cite">${[...new Set(all)].join('; ')}</span>`;
}

/** Notes that this place tells a topic, and prints the articles of the laws that want it told. */
export function cite(page: PageContext, topic: Topic): Html | '' {
  page.answered.add(topic);
  return articles(page.wanted.filter((one) => one.topic === topic).flatMap((one) => one.article ?? []));
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
