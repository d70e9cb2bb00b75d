/** Form fields with label, hint and error tied together, as the GOV.UK design system marks them up. */
import { html } from 'hono/html';
import { attributes, when, type Content, type Markup } from './markup.ts';

/** An error of one field, in the words shown both in the summary and beside the field. */
export interface FieldError {
  field: string;
  message: string;
}

interface FieldBase {
  name: string;
  label: string;
  hint?: Content;
  error?: string | undefined;
  /** The label is the page's heading (one question per page). */
  heading?: boolean;
  /** Spoken before the message, e.g. "Error:". */
  errorPrefix: string;
}

export interface TextFieldOptions extends FieldBase {
  value?: string | undefined;
  type?: 'text' | 'email' | 'password' | 'search' | 'date';
  autocomplete?: string;
  inputmode?: 'numeric' | 'email' | 'text';
  maxlength?: number;
  width?: 'code' | 'short' | 'full';
  spellcheck?: boolean;
}

export interface TextAreaOptions extends FieldBase {
  value?: string | undefined;
  rows?: number;
  maxlength?: number;
  spellcheck?: boolean;
}

export interface FileFieldOptions extends FieldBase {
  /** Endings and types the browser offers. */
  accept: string;
  multiple?: boolean;
  /** Of all files together: where scripts run, more is not sent, and this is said. */
  largest?: { bytes: number; message: string };
}

interface Choice {
  value: string;
  label: string;
  hint?: string;
  checked?: boolean;
}

export interface ChoicesOptions extends FieldBase {
  choices: Choice[];
}

interface SelectGroup {
  /** Absent: the options stand at the top without a group. */
  label?: string;
  options: { value: string; label: string }[];
}

export interface SelectOptions extends FieldBase {
  value?: string | undefined;
  groups: SelectGroup[];
}

/** The message of the first error of a field. */
export function errorOf(errors: readonly FieldError[], field: string): string | undefined {
  return errors.find((error) => error.field === field)?.message;
}

/** The id of a field's element: names may be paths (`onBehalfOf.name`), ids may not. */
export function fieldId(name: string): string {
  return name.replaceAll('.', '-');
}

function describedBy({ name, hint, error }: FieldBase): string | undefined {
  const ids = [hint === undefined ? '' : `${fieldId(name)}-hint`, error === undefined ? '' : `${fieldId(name)}-error`].filter(Boolean);
  return ids.length === 0 ? undefined : ids.join(' ');
}

function hintAndError({ name, hint, error, errorPrefix }: FieldBase): Markup {
  return html`${when(hint, (text) => html`<div id="${fieldId(name)}-hint" class="hint">${text}</div>`)}${when(
    error,
    (message) =>
      html`<p id="${fieldId(name)}-error" class="error-message"><span class="visually-hidden">${errorPrefix} </span>${message}</p>`,
  )}`;
}

function labelled(field: FieldBase): Markup {
  const label = html`<label for="${fieldId(field.name)}">${field.label}</label>`;
  return field.heading === true ? html`<h1 class="label-heading">${label}</h1>` : label;
}

function group(field: FieldBase, control: Content): Markup {
  return html`<div${attributes({ class: field.error === undefined ? 'field' : 'field field-wrong' })}>
${labelled(field)}${hintAndError(field)}${control}</div>`;
}

/** One line of text. */
export function textField(field: TextFieldOptions): Markup {
  const control = attributes({
    class: `input input-${field.width ?? 'full'}`,
    id: fieldId(field.name),
    name: field.name,
    type: field.type ?? 'text',
    value: field.value,
    autocomplete: field.autocomplete,
    inputmode: field.inputmode,
    maxlength: field.maxlength,
    spellcheck: field.spellcheck === false ? 'false' : undefined,
    'aria-describedby': describedBy(field),
    'aria-invalid': field.error === undefined ? undefined : 'true',
  });
  return group(field, html`<input${control}>`);
}

/** Files from the person's machine; the form has to be multipart. */
export function fileField(field: FileFieldOptions): Markup {
  const control = attributes({
    class: 'input input-full',
    id: fieldId(field.name),
    name: field.name,
    type: 'file',
    accept: field.accept,
    multiple: field.multiple,
    'data-largest': field.largest?.bytes,
    'data-too-large': field.largest?.message,
    'aria-describedby': describedBy(field),
    'aria-invalid': field.error === undefined ? undefined : 'true',
  });
  return group(field, html`<input${control}>`);
}

/** Several lines of text. */
export function textArea(field: TextAreaOptions): Markup {
  const control = attributes({
    class: 'input input-full',
    id: fieldId(field.name),
    name: field.name,
    rows: field.rows ?? 4,
    maxlength: field.maxlength,
    spellcheck: field.spellcheck === false ? 'false' : undefined,
    'aria-describedby': describedBy(field),
    'aria-invalid': field.error === undefined ? undefined : 'true',
  });
  return group(field, html`<textarea${control}>${field.value ?? ''}</textarea>`);
}

function choice(field: ChoicesOptions, kind: 'radio' | 'checkbox', index: number): Markup {
  const { value, label, hint, checked } = field.choices[index]!;
  // The error summary links to `#name`, so the first choice carries the plain name.
  const id = index === 0 ? fieldId(field.name) : `${fieldId(field.name)}-${index + 1}`;
  const hintId = hint === undefined ? undefined : `${id}-note`;
  return html`<div class="choice"><input${attributes({ id, name: field.name, type: kind, value, checked, 'aria-describedby': hintId })}><label for="${id}">${label}</label>${when(
    hint,
    (text) => html`<div id="${hintId}" class="hint">${text}</div>`,
  )}</div>`;
}

function choices(field: ChoicesOptions, kind: 'radio' | 'checkbox'): Markup {
  const legend = field.heading === true ? html`<h1 class="label-heading">${field.label}</h1>` : field.label;
  return html`<div${attributes({ class: field.error === undefined ? 'field' : 'field field-wrong' })}>
<fieldset${attributes({ 'aria-describedby': describedBy(field) })}><legend>${legend}</legend>${hintAndError(field)}
<div class="choices">${field.choices.map((_, index) => choice(field, kind, index))}</div></fieldset></div>`;
}

/** Any number of choices. */
export function checkboxes(field: ChoicesOptions): Markup {
  return choices(field, 'checkbox');
}

/** One of several. */
export function radios(field: ChoicesOptions): Markup {
  return choices(field, 'radio');
}

function option(value: string | undefined, entry: { value: string; label: string }): Markup {
  return html`<option${attributes({ value: entry.value, selected: entry.value === value })}>${entry.label}</option>`;
}

/** One of many, grouped. */
export function select(field: SelectOptions): Markup {
  const groups = field.groups.map(({ label, options }) => {
    const entries = options.map((entry) => option(field.value, entry));
    return label === undefined ? html`${entries}` : html`<optgroup${attributes({ label })}>${entries}</optgroup>`;
  });
  const control = attributes({
    class: 'input select',
    id: fieldId(field.name),
    name: field.name,
    'aria-describedby': describedBy(field),
    'aria-invalid': field.error === undefined ? undefined : 'true',
  });
  return group(field, html`<select${control}>${groups}</select>`);
}

/** Values carried along unseen. */
export function hiddenFields(values: Record<string, string>): Markup {
  const entries = Object.entries(values).map(([name, value]) => html`<input${attributes({ type: 'hidden', name, value })}>`);
  return html`${entries}`;
}

/** Left empty by people, filled in by programs: hidden from both sight and screen readers. */
export function honeypot(name: string, label: string): Markup {
  return html`<div class="honeypot" hidden><label for="${name}">${label}</label><input${attributes({ id: name, name, type: 'text', tabindex: -1, autocomplete: 'off' })}></div>`;
}
