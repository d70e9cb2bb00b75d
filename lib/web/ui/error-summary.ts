/** What is wrong with a form, at the top of the page, each line a link to its field. */
import { html } from 'hono/html';
import { fieldId, type FieldError } from './fields.ts';
import type { Content } from './markup.ts';

/** Nothing when there are no errors. Takes the focus on load, also without JavaScript. */
export function errorSummary(title: string, errors: readonly FieldError[]): Content {
  if (errors.length === 0) return '';
  const items = errors.map(({ field, message }) => html`<li><a href="#${fieldId(field)}">${message}</a></li>`);
  return html`<div class="error-summary" role="alert" tabindex="-1" autofocus>
    <h2>${title}</h2>
    <ul>
      ${items}
    </ul>
  </div>`;
}
