/** What happened, in order, with the time of each thing. */
import { html } from 'hono/html';
import { when, type Content, type Markup } from './markup.ts';

export interface TimelineEntry {
  title: Content;
  /** ISO instant or date. */
  at: string;
  /** The same in words. */
  when: string;
  body?: Content;
  tone?: 'done' | 'now' | 'next' | 'bad';
}

/** An ordered list, newest last unless the caller turns it round. */
export function timeline(entries: readonly TimelineEntry[]): Markup {
  const items = entries.map(
    (entry) =>
      html`<li class="timeline-${entry.tone ?? 'done'}">
        <p class="timeline-title">${entry.title}</p>
        <p class="timeline-when"><time datetime="${entry.at}">${entry.when}</time></p>
        ${when(entry.body, (content) => html`<div class="timeline-body">${content}</div>`)}
      </li>`,
  );
  return html`<ol class="timeline">
    ${items}
  </ol>`;
}
