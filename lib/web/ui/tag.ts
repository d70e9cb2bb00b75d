/** A word with an icon and a colour: never the colour alone. */
import { html } from 'hono/html';
import type { Markup } from './markup.ts';

export type TagTone = 'neutral' | 'active' | 'good' | 'attention' | 'bad' | 'paused';

/** The icons are drawn by the style sheet, so that nobody hears them. */
export function tag(tone: TagTone, text: string): Markup {
  return html`<span class="tag tag-${tone}">${text}</span>`;
}
