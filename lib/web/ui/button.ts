/** Buttons say the act; one that cannot be used now stays visible and says why. */
import { html } from 'hono/html';
import { hiddenFields } from './fields.ts';
import { attributes, hiddenText, when, type Content, type Markup } from './markup.ts';

export type ButtonLook = 'primary' | 'secondary' | 'danger' | 'link';

export interface ButtonOptions {
  text: string;
  look?: ButtonLook;
  name?: string;
  value?: string;
  /** The form it belongs to, when it stands outside. */
  form?: string;
  /** Read out after the text, e.g. what "Change" changes. */
  about?: string;
  /** The act is not possible now, for this reason. */
  disabledReason?: string | undefined;
  /** Identifies the button on the page where the reason is tied to it. */
  id?: string;
}

/** A submit button. */
export function button(options: ButtonOptions): Markup {
  const { text, look = 'primary', name, value, form, about, disabledReason, id } = options;
  const reasonId = disabledReason === undefined ? undefined : `${id ?? name ?? 'button'}-reason`;
  const all = attributes({
    type: 'submit',
    class: `button button-${look}`,
    id,
    name,
    value,
    form,
    disabled: disabledReason !== undefined,
    'aria-describedby': reasonId,
  });
  return html`<button${all}>${text}${when(about, (words) => html` ${hiddenText(words)}`)}</button>${when(
    disabledReason,
    (reason) => html`<span class="disabled-reason" id="${reasonId}">${reason}</span>`,
  )}`;
}

/** A link that looks like a button, for going somewhere. */
export function buttonLink(options: { text: string; href: string; look?: ButtonLook }): Markup {
  return html`<a${attributes({ class: `button button-${options.look ?? 'primary'}`, href: options.href })}>${options.text}</a>`;
}

/** Buttons side by side. */
export function buttonGroup(...buttons: Content[]): Markup {
  return html`<div class="button-group">${buttons}</div>`;
}

/** A form of one button: an act without questions. */
export function actionForm(options: ButtonOptions & { action: string; fields?: Record<string, string> }): Markup {
  const { action, fields = {}, ...rest } = options;
  return html`<form${attributes({ method: 'post', action })} class="action-form">${hiddenFields(fields)}${button(rest)}</form>`;
}
