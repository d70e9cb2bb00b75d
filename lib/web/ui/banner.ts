/** Messages that stay on the page: results, warnings, and the panel that says an important thing is done. */
import { html } from 'hono/html';
import { attributes, when, type Content, type Markup } from './markup.ts';

export type BannerTone = 'info' | 'success' | 'warning' | 'problem';

export interface BannerOptions {
  tone: BannerTone;
  title: string;
  body?: Content;
  /** The result of what the person just did: announced at once. */
  result?: boolean;
}

/** A message with a title. */
export function banner({ tone, title, body, result }: BannerOptions): Markup {
  return html`<div${attributes({ class: `banner banner-${tone}`, role: result === true ? 'alert' : undefined })}>
<p class="banner-title">${title}</p>${when(body, (content) => html`<div class="banner-body">${content}</div>`)}</div>`;
}

/** The slip at the top of a page: what is true now, in large letters, with the reference below. */
export function slip(options: { heading: string; lead?: Content; rows?: { term: string; detail: Content }[]; tone?: BannerTone }): Markup {
  const { heading, lead, rows = [], tone = 'info' } = options;
  const facts = rows.map(
    ({ term, detail }) =>
      html`<div>
        <dt>${term}</dt>
        <dd>${detail}</dd>
      </div>`,
  );
  return html`<div class="slip slip-${tone}">
    <h1>${heading}</h1>
    ${when(lead, (content) => html`<p class="lead">${content}</p>`)}${when(
      facts.length > 0,
      () => html`<dl class="slip-facts">${facts}</dl>`,
    )}
  </div>`;
}

/** More words for those who want them. */
export function disclosure(summary: string, body: Content): Markup {
  return html`<details>
    <summary>${summary}</summary>
    <div class="details-body">${body}</div>
  </details>`;
}
