/** The answers of the form: they travel from page to page in the form itself and are checked anew each time. */
import type { FieldError } from '../ui/fields.ts';
import type { Configuration } from '../../domain/configuration.ts';
import type { Messages } from '../messages/en.ts';
import { readPlace } from './places.ts';
import type { QuestionId } from './paths.ts';
import { checkSubmission, type CheckResult, type Unchecked } from './submission-check.ts';

/** As typed; nothing is checked yet. */
export interface Answers {
  rights: string[];
  note: string;
  email: string;
  name: string;
  identifiers: Record<string, string>;
  behalf: boolean;
  agentName: string;
  agentRelation: string;
  /** A code, `not-sure`, or empty when not answered. */
  residence: string;
  /** A name, `not-sure`, or empty when not answered or nobody asks. */
  brand: string;
}

export type FormFields = Record<string, unknown>;

export const NOT_SURE = 'not-sure';

// Far above every limit: longer values are cut so that pages cannot be blown up.
const MOST_TYPED = 2000;

function textOf(value: unknown): string {
  const one: unknown = Array.isArray(value) ? value.at(-1) : value;
  return typeof one === 'string' ? one.slice(0, MOST_TYPED) : '';
}

/** Reads a posted form; strange or missing fields are simply not answered. */
export function readAnswers(fields: FormFields, { identifiers }: Configuration): Answers {
  // Checkboxes send several values; carried along they are one, with spaces between.
  const rights = [fields['rights'] ?? []].flat().flatMap((value) => (typeof value === 'string' ? value.split(' ').filter(Boolean) : []));
  return {
    rights: rights.slice(0, 30).map((right) => right.slice(0, 40)),
    note: textOf(fields['note']),
    email: textOf(fields['email']),
    name: textOf(fields['name']),
    identifiers: Object.fromEntries(Object.keys(identifiers).map((kind) => [kind, textOf(fields[`identifiers.${kind}`])])),
    behalf: textOf(fields['behalf']) === 'yes',
    agentName: textOf(fields['onBehalfOf.name']),
    agentRelation: textOf(fields['onBehalfOf.relation']),
    residence: textOf(fields['residence']),
    brand: textOf(fields['brand']),
  };
}

/** Which question asks for a form field. */
export function questionOf(field: string): Exclude<QuestionId, 'check'> {
  if (field === 'rights' || field === 'brand') return field;
  if (field === 'residence') return 'where';
  return field.startsWith('onBehalfOf') ? 'for-someone-else' : 'who';
}

/** The answers as form fields, but those of one question, which asks for them itself. */
export function carriedFields(answers: Answers, asking: QuestionId): Record<string, string> {
  const identifiers = Object.entries(answers.identifiers).map(([kind, value]) => [`identifiers.${kind}`, value] as const);
  const all: Record<string, string> = {
    rights: answers.rights.join(' '),
    note: answers.note,
    email: answers.email,
    name: answers.name,
    ...Object.fromEntries(identifiers),
    behalf: answers.behalf ? 'yes' : '',
    'onBehalfOf.name': answers.agentName,
    'onBehalfOf.relation': answers.agentRelation,
    residence: answers.residence,
    brand: answers.brand,
  };
  return Object.fromEntries(Object.entries(all).filter(([field, value]) => value.length > 0 && questionOf(field) !== asking));
}

function unchecked(answers: Answers): Unchecked {
  return {
    rights: answers.rights,
    note: answers.note,
    email: answers.email,
    name: answers.name,
    identifiers: answers.identifiers,
    residence: answers.residence === NOT_SURE ? '' : answers.residence,
    brand: answers.brand === NOT_SURE ? '' : answers.brand,
    ...(answers.behalf ? { onBehalfOf: { name: answers.agentName, relation: answers.agentRelation } } : {}),
  };
}

function residenceErrors({ residence }: Answers, { form }: Messages): FieldError[] {
  if (residence.trim() === '') return [{ field: 'residence', message: form.errors.residenceMissing }];
  const known = residence === NOT_SURE || readPlace(residence) !== undefined;
  return known ? [] : [{ field: 'residence', message: form.errors.residenceWrong }];
}

function brandErrors({ brand }: Answers, configuration: Configuration, { passingOn }: Messages): FieldError[] {
  return asksForBrand(configuration) && brand === '' ? [{ field: 'brand', message: passingOn.missing }] : [];
}

/** Checks all answers together; on the form a place and a brand must be chosen, if only "not sure". */
export function checkAnswers(
  answers: Answers,
  { messages, configuration }: { messages: Messages; configuration: Configuration },
): CheckResult {
  const result = checkSubmission(unchecked(answers), { messages, configuration });
  const others = result.ok ? [] : result.errors.filter(({ field }) => field !== 'residence');
  const errors = [...others, ...brandErrors(answers, configuration, messages), ...residenceErrors(answers, messages)];
  return result.ok && errors.length === 0 ? result : { ok: false, errors };
}

/** True if the company has several names to choose from. */
export function asksForBrand({ brands }: Configuration): boolean {
  return Object.keys(brands ?? {}).length > 0;
}

/**
 * The questions in order; the one about the asker is there only for those who ask for someone else. What says who somebody is
 * comes last: pages before it may be kept by the browser, so that its back button works.
 */
export function questionsFor(answers: Answers, configuration: Configuration): QuestionId[] {
  const brand: QuestionId[] = asksForBrand(configuration) ? ['brand'] : [];
  const agent: QuestionId[] = answers.behalf ? ['for-someone-else'] : [];
  return ['rights', ...brand, 'where', 'who', ...agent, 'check'];
}

/** True if the answers so far say nothing about who somebody is. */
export function areAnonymous(answers: Answers): boolean {
  const { note, email, name, agentName, agentRelation, identifiers } = answers;
  return [note, email, name, agentName, agentRelation, ...Object.values(identifiers)].every((text) => text === '');
}
