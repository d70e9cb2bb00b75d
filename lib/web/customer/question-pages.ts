/** The pages of the form, one question each; typed values stay, errors stand on top and beside the field. */
import { html } from 'hono/html';
import { textIn } from '../../domain/data-map.ts';
import { button, buttonGroup, buttonLink } from '../ui/button.ts';
import { errorSummary } from '../ui/error-summary.ts';
import { checkboxes, errorOf, hiddenFields, honeypot, radios, select, textArea, textField, type FieldError } from '../ui/fields.ts';
import type { Content, Markup } from '../ui/markup.ts';
import { carriedFields, NOT_SURE, type Answers } from './answers.ts';
import { frame } from './layout.ts';
import { offeredRights } from './offered-rights.ts';
import { paths, type QuestionId } from './paths.ts';
import { countryChoices, stateChoices } from './places.ts';
import { link, type Visit, todayOf } from './visit.ts';

export type Question = Exclude<QuestionId, 'check'>;

export interface QuestionState {
  answers: Answers;
  errors: FieldError[];
  /** The person came from the check page and goes back there. */
  returning: boolean;
}

/** The field name programs fall for. */
export const HONEYPOT = 'website';

const FORM = 'question';

function askRights(visit: Visit, { answers, errors }: QuestionState): Content {
  const { form, words } = visit.m;
  const choices = offeredRights(visit.port.configuration, todayOf(visit)).map((right) => ({
    value: right,
    label: words.rights[right].choice,
    hint: words.rights[right].hint,
    checked: answers.rights.includes(right),
  }));
  return html`${checkboxes({
    name: 'rights',
    label: form.rights.title,
    heading: true,
    hint: form.rights.hint,
    error: errorOf(errors, 'rights'),
    errorPrefix: form.errorPrefix,
    choices,
  })}`;
}

function askBrand(visit: Visit, { answers, errors }: QuestionState): Content {
  const { passingOn, form } = visit.m;
  const brands = Object.entries(visit.port.configuration.brands ?? {}).map(([value, { label }]) => ({
    value,
    label: textIn(label, visit.lang),
    checked: answers.brand === value,
  }));
  return radios({
    name: 'brand',
    label: passingOn.question,
    heading: true,
    hint: passingOn.hint,
    error: errorOf(errors, 'brand'),
    errorPrefix: form.errorPrefix,
    choices: [...brands, { value: NOT_SURE, label: passingOn.unsure, checked: answers.brand === NOT_SURE }],
  });
}

function identifierFields(visit: Visit, { answers, errors }: QuestionState): Markup[] {
  const { form } = visit.m;
  return Object.entries(visit.port.configuration.identifiers).map(([kind, label]) =>
    textField({
      name: `identifiers.${kind}`,
      label: form.optional(textIn(label, visit.lang)),
      value: answers.identifiers[kind],
      error: errorOf(errors, `identifiers.${kind}`),
      errorPrefix: form.errorPrefix,
      autocomplete: 'off',
      spellcheck: false,
      width: 'short',
    }),
  );
}

function askWho(visit: Visit, state: QuestionState): Content {
  const { answers, errors } = state;
  const { form } = visit.m;
  const { who, errorPrefix } = form;
  return html`<h1>${who.title}</h1>
    <p>${who.lead}</p>
    ${textField({
      name: 'email',
      label: who.email,
      hint: who.emailHint,
      value: answers.email,
      error: errorOf(errors, 'email'),
      errorPrefix,
      type: 'email',
      autocomplete: 'email',
      spellcheck: false,
    })}${textField({
      name: 'name',
      label: form.optional(who.name),
      value: answers.name,
      error: errorOf(errors, 'name'),
      errorPrefix,
      autocomplete: 'name',
      spellcheck: false,
    })}${identifierFields(visit, state)}${textArea({
      name: 'note',
      label: form.optional(form.who.note),
      hint: form.who.noteHint,
      value: answers.note,
      error: errorOf(errors, 'note'),
      errorPrefix: form.errorPrefix,
      rows: 3,
    })}${checkboxes({
      name: 'behalf',
      label: who.behalf,
      errorPrefix,
      choices: [{ value: 'yes', label: who.behalfOther, hint: who.behalfOtherHint, checked: answers.behalf }],
    })}`;
}

function askForSomeoneElse(visit: Visit, { answers, errors }: QuestionState): Content {
  const { someoneElse, errorPrefix } = visit.m.form;
  return html`<h1>${someoneElse.title}</h1>
    <p>${someoneElse.lead}</p>
    ${textField({
      name: 'onBehalfOf.name',
      label: someoneElse.name,
      value: answers.agentName,
      error: errorOf(errors, 'onBehalfOf.name'),
      errorPrefix,
      spellcheck: false,
    })}${textField({
      name: 'onBehalfOf.relation',
      label: someoneElse.relation,
      hint: someoneElse.relationHint,
      value: answers.agentRelation,
      error: errorOf(errors, 'onBehalfOf.relation'),
      errorPrefix,
    })}`;
}

function askWhere(visit: Visit, { answers, errors }: QuestionState): Content {
  const { where, errorPrefix } = visit.m.form;
  return select({
    name: 'residence',
    label: where.title,
    heading: true,
    hint: where.hint,
    value: answers.residence,
    error: errorOf(errors, 'residence'),
    errorPrefix,
    groups: [
      {
        options: [
          { value: '', label: where.choose },
          { value: NOT_SURE, label: where.notSure },
        ],
      },
      { label: where.countries, options: countryChoices(visit.lang) },
      { label: where.states, options: stateChoices() },
    ],
  });
}

const QUESTIONS: Record<Question, { title(visit: Visit): string; ask(visit: Visit, state: QuestionState): Content }> = {
  rights: { title: ({ m }) => m.form.rights.title, ask: askRights },
  brand: { title: ({ m }) => m.passingOn.question, ask: askBrand },
  who: { title: ({ m }) => m.form.who.title, ask: askWho },
  'for-someone-else': { title: ({ m }) => m.form.someoneElse.title, ask: askForSomeoneElse },
  where: { title: ({ m }) => m.form.where.title, ask: askWhere },
};

/** One question with all other answers carried along. */
export function questionPage(visit: Visit, id: Question, state: QuestionState): Markup {
  const { form } = visit.m;
  const { answers, errors, returning } = state;
  const title = QUESTIONS[id].title(visit);
  // The back button stands after "Continue": the first button of a form is the one that Enter presses.
  const back =
    id === 'rights' && !returning
      ? buttonLink({ text: form.back, href: link(visit, paths.start), look: 'secondary' })
      : button({ text: form.back, look: 'secondary', name: 'go', value: 'back' });
  const main = html`${errorSummary(form.errorSummary, errors)}
    <form id="${FORM}" method="post" action="${paths.question(id)}" novalidate>
      ${QUESTIONS[id].ask(visit, state)}
      ${hiddenFields({ ...carriedFields(answers, id), ...(visit.langChosen ? { lang: visit.lang } : {}), ...(returning ? { returning: 'yes' } : {}) })}
      ${honeypot(HONEYPOT, form.honeypot)} ${buttonGroup(button({ text: form.continue }), back)}
    </form>`;
  return frame(visit, { title: errors.length > 0 ? `${form.errorTitlePrefix} ${title}` : title, main, form: FORM });
}
