/** Shows one value of a row so that a lay person can read it. */
import { html } from 'hono/html';
import type { Value } from '../../connectors/connector.ts';
import type { Words } from '../words/words.ts';
import type { Html } from './page-context.ts';

/** Longer texts are shortened on the page; the files have them whole. */
const LONGEST = 2000;
const MOST_ITEMS = 50;
const DEEPEST = 3;

/** Characters that HTML does not allow; line breaks and tabs are among the first and kept. */
const NOT_IN_HTML = /\p{Cc}|\p{Noncharacter_Code_Point}/gu;

/** Control characters become their visible pictures (U+2400 and on). */
function printable(text: string): string {
  return text.toWellFormed().replaceAll(NOT_IN_HTML, (character) => {
    if ('\t\n\r'.includes(character)) return character;
    const code = character.codePointAt(0)!;
    return code < 0x20 ? String.fromCodePoint(0x2400 + code) : '\uFFFD';
  });
}

/** Whole characters only: half of an emoji would be no text. */
function shorten(text: string, words: Words): Html {
  const shown = text.length > LONGEST ? text.slice(0, LONGEST).toWellFormed() : text;
  return html`<span class="text" dir="auto">${printable(shown)}</span>${text.length > LONGEST ? html` <em>${words.shortened}</em>` : ''}`;
}

/** Escaped, isolated in its direction, nested values as lists. */
export function showValue(value: Value | undefined, words: Words, depth = 0): Html {
  if (value === null || value === undefined || value === '') return html`<em class="none">${words.empty}</em>`;
  if (typeof value === 'boolean') return html`${value ? words.yes : words.no}`;
  if (typeof value === 'number') return html`${String(value)}`;
  if (typeof value === 'string') return shorten(value, words);
  if (depth >= DEEPEST) return shorten(JSON.stringify(value), words);
  return Array.isArray(value) ? showList(value, words, depth) : showObject(value, words, depth);
}

function showList(values: Value[], words: Words, depth: number): Html {
  if (values.length === 0) return showValue(null, words);
  const items = values.slice(0, MOST_ITEMS).map((value) => html`<li>${showValue(value, words, depth + 1)}</li>`);
  return html`<ul>${items}${values.length > MOST_ITEMS ? html`<li><em>${words.shortened}</em></li>` : ''}</ul>`;
}

function showObject(object: { [key: string]: Value }, words: Words, depth: number): Html {
  const entries = Object.entries(object);
  if (entries.length === 0) return showValue(null, words);
  const lines = entries
    .slice(0, MOST_ITEMS)
    .map(([key, value]) => html`<div><dt dir="auto">${printable(key)}</dt><dd>${showValue(value, words, depth + 1)}</dd></div>`);
  return html`<dl>${lines}</dl>${entries.length > MOST_ITEMS ? html`<em>${words.shortened}</em>` : ''}`;
}
