/** The form for a request that came by post or phone. */
import { html } from 'hono/html';
import { textIn } from '../../domain/data-map.ts';
import { civilDateIn } from '../../domain/clock/deadline.ts';
import { LANGUAGES } from '../../domain/languages.ts';
import { ENTERED_CHANNELS } from '../../steps/enter-request.ts';
import { countryChoices, stateChoices } from '../customer/places.ts';
import { button, buttonGroup } from '../ui/button.ts';
import { errorSummary } from '../ui/error-summary.ts';
import {
  checkboxes,
  errorOf,
  type FieldError,
  hiddenFields,
  radios,
  select,
  textArea,
  textField,
  type TextFieldOptions,
} from '../ui/fields.ts';
import type { Content, Markup } from '../ui/markup.ts';
import type { Desk } from './desk.ts';
import { enterableRights, type EntryDraft, type Line } from './entry-draft.ts';
import { staffPage } from './frame.ts';
import { languageInWords } from './labels.ts';
import { staffPath } from './paths.ts';

interface Form {
  desk: Desk;
  draft: EntryDraft;
  errors: FieldError[];
}

/** What every field has. */
const base = ({ desk, errors }: Form, name: string) => ({ name, error: errorOf(errors, name), errorPrefix: desk.words.errorPrefix });

function line(form: Form, name: Line, options: Omit<TextFieldOptions, 'name' | 'errorPrefix'>): Markup {
  return textField({ ...base(form, name), value: form.draft[name], autocomplete: 'off', spellcheck: false, ...options });
}

function howFields(form: Form): Content {
  const { desk, draft } = form;
  const { entry } = desk.words;
  const choices = ENTERED_CHANNELS.map((value) => ({ value, ...entry.channels[value], checked: draft.channel === value }));
  return html`${radios({ ...base(form, 'channel'), label: entry.channel, choices })}
${textField({ ...base(form, 'on'), type: 'date', label: entry.on, hint: entry.onHint, value: draft.on, width: 'short' })}`;
}

function brandField(form: Form): Content {
  const { desk, draft } = form;
  const brands = Object.entries(desk.port.configuration.brands ?? {});
  if (brands.length === 0) return '';
  const options = brands.map(([value, { label }]) => ({ value, label: textIn(label, desk.lang) }));
  const { entry } = desk.words;
  return select({
    ...base(form, 'brand'),
    label: entry.brand,
    value: draft.brand,
    groups: [{ options: [{ value: '', label: entry.brandUnknown }, ...options] }],
  });
}

function whatFields(form: Form): Content {
  const { desk, draft } = form;
  const { entry, rights } = desk.words;
  const on = civilDateIn(desk.zone, new Date(desk.now).toISOString());
  const choices = enterableRights(desk.port.configuration, on).map((value) => ({
    value,
    label: rights[value],
    checked: draft.rights.includes(value),
  }));
  return html`${checkboxes({ ...base(form, 'rights'), label: entry.rights, hint: entry.rightsHint, choices })}${brandField(form)}
${textArea({ ...base(form, 'note'), label: entry.optional(entry.note), hint: entry.noteHint, value: draft.note, rows: 6 })}`;
}

function whoFields(form: Form): Content {
  const { desk, draft } = form;
  const { entry } = desk.words;
  const identifiers = Object.entries(desk.port.configuration.identifiers).map(([kind, label]) =>
    textField({
      ...base(form, `identifiers.${kind}`),
      label: entry.optional(textIn(label, desk.lang)),
      value: draft.identifiers[kind],
      autocomplete: 'off',
      spellcheck: false,
      width: 'short',
    }),
  );
  return html`${line(form, 'name', { label: entry.optional(entry.name) })}
${line(form, 'email', { label: entry.optional(entry.email), hint: entry.emailHint, type: 'email' })}
${textArea({ ...base(form, 'address'), label: entry.optional(entry.address), hint: entry.addressHint, value: draft.address, rows: 4 })}
${line(form, 'phone', { label: entry.optional(entry.phone), hint: entry.phoneHint, width: 'short' })}${identifiers}`;
}

function whereFields(form: Form): Content {
  const { desk, draft } = form;
  const { entry } = desk.words;
  const languages = LANGUAGES.map((value) => ({ value, label: languageInWords(desk.lang, value) }));
  return html`${select({
    ...base(form, 'residence'),
    label: entry.residence,
    hint: entry.residenceHint,
    value: draft.residence,
    groups: [
      { options: [{ value: '', label: entry.residenceUnknown }] },
      { label: entry.countries, options: countryChoices(desk.lang) },
      { label: entry.states, options: stateChoices() },
    ],
  })}${select({ ...base(form, 'lang'), label: entry.lang, value: draft.lang, groups: [{ options: languages }] })}`;
}

function behalfFields(form: Form): Content {
  const { entry } = form.desk.words;
  return html`<p>${entry.behalfLead}</p>${line(form, 'onBehalfOf.name', { label: entry.optional(entry.agentName) })}
${line(form, 'onBehalfOf.relation', { label: entry.optional(entry.agentRelation), hint: entry.agentRelationHint })}`;
}

/** The whole form, with everything that is wrong on top. */
export function entryFormPage(form: Form): Markup {
  const { desk, errors } = form;
  const { entry, forms, problemTitle, errorTitle } = desk.words;
  const main = html`${errorSummary(problemTitle, errors)}<h1>${entry.title}</h1><p class="lead">${entry.lead}</p>
<form class="act-form" method="post" action="${staffPath.entry()}" novalidate>${hiddenFields({ token: desk.formToken })}
<h2>${entry.how}</h2>${howFields(form)}
<h2>${entry.what}</h2>${whatFields(form)}
<h2>${entry.who}</h2>${whoFields(form)}${whereFields(form)}
<h2>${entry.behalf}</h2>${behalfFields(form)}
${buttonGroup(button({ text: forms.continue }))}</form>`;
  return staffPage(desk, { title: errors.length === 0 ? entry.title : errorTitle(entry.title), main, current: 'entry' });
}
