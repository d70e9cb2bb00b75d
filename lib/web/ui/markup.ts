/** The little that every page part is made of: escaped templates, attributes, and text that may be absent. */
import { html, raw } from 'hono/html';

/** What the templates return and take; anything else is escaped. */
export type Markup = ReturnType<typeof html>;

/** Text (escaped) or markup. */
export type Content = string | Markup;

type AttributeValue = string | number | boolean | undefined;

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escapeAttribute(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => ESCAPES[character]!);
}

function attribute([name, value]: [string, AttributeValue]): string {
  if (value === undefined || value === false) return '';
  return value === true ? ` ${name}` : ` ${name}="${escapeAttribute(String(value))}"`;
}

/** Attributes with a leading space each; absent and false ones are left out. */
export function attributes(all: Record<string, AttributeValue>): Markup {
  return raw(Object.entries(all).map(attribute).join(''));
}

/** The markup if the value is there, else nothing. */
export function when<T>(value: T | undefined | null | false | '', then: (value: T) => Content): Content {
  return value === undefined || value === null || value === false || value === '' ? '' : then(value);
}

/** Nothing to see, but text for those who listen. */
export function hiddenText(text: string): Markup {
  return html`<span class="visually-hidden">${text}</span>`;
}
