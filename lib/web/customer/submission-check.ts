/** Checks what somebody sent, from the form or the API, field by field: all wrong fields at once, no value echoed. */
import type { Configuration } from '../../domain/configuration.ts';
import { isDeliverable, type Person, type Reachable } from '../../domain/person.ts';
import { oneLine } from '../../domain/one-line.ts';
import { isRight, type Right } from '../../domain/rights.ts';
import type { FieldError } from '../ui/fields.ts';
import type { Messages } from '../messages/en.ts';
import { readPlace } from './places.ts';

/** What was sent, before anything is known about it. */
export type Unchecked = Record<string, unknown>;

export interface Checked {
  rights: Right[];
  person: Reachable;
  residence?: string;
  brand?: string;
}

export type CheckResult = { ok: true; value: Checked } | { ok: false; errors: FieldError[] };

export interface CheckRules {
  messages: Messages;
  /** Kinds of identifiers and brands the deployment knows. */
  configuration: Pick<Configuration, 'identifiers' | 'brands'>;
}

export const LIMITS = { name: 200, note: 500, relation: 200, identifier: 200, email: 254, identifiers: 20 } as const;

/** Collects errors while fields are read, so that none hides another. */
class Findings {
  readonly errors: FieldError[] = [];
  readonly words: Messages['form']['errors'];
  readonly #labels: Record<string, string>;

  constructor(messages: Messages) {
    this.words = messages.form.errors;
    this.#labels = {
      email: messages.form.who.email,
      name: messages.form.who.name,
      note: messages.form.who.note,
      residence: messages.form.check.residence,
      brand: messages.passingOn.answerName,
      'onBehalfOf.name': messages.form.someoneElse.name,
      'onBehalfOf.relation': messages.form.someoneElse.relation,
    };
  }

  /** Said in the summary, where the field is not beside the message. */
  #labelOf(field: string): string {
    return this.#labels[field] ?? this.words.identifier;
  }

  add(field: string, message: string): undefined {
    this.errors.push({ field, message });
    return undefined;
  }

  /** One line of text within the limit; undefined when absent, empty or wrong. */
  line(field: string, value: unknown, max: number): string | undefined {
    if (value === undefined || value === null) return undefined;
    if (typeof value !== 'string') return this.add(field, this.words.notText);
    const clean = oneLine(value);
    if (clean.length > max) return this.add(field, this.words.tooLong({ label: this.#labelOf(field), max }));
    return clean === '' ? undefined : clean;
  }

  has(field: string): boolean {
    return this.errors.some((error) => error.field === field);
  }
}

function checkRights(value: unknown, findings: Findings): Right[] {
  if (value === undefined || value === null) findings.add('rights', findings.words.rightsMissing);
  else if (!Array.isArray(value)) findings.add('rights', findings.words.notList);
  else if (value.length === 0) findings.add('rights', findings.words.rightsMissing);
  else {
    const rights = value.filter((item): item is Right => typeof item === 'string' && isRight(item));
    if (rights.length === value.length) return [...new Set(rights)];
    findings.add('rights', findings.words.rightsUnknown);
  }
  return [];
}

function checkEmail(value: unknown, findings: Findings): string {
  const email = findings.line('email', value, LIMITS.email)?.replaceAll(' ', '');
  if (email === undefined) {
    if (!findings.has('email')) findings.add('email', findings.words.emailMissing);
    return '';
  }
  if (isDeliverable(email)) return email;
  const strange = email.includes('@') && /[^\x20-\x7e]/.test(email);
  findings.add('email', strange ? findings.words.emailLetters : findings.words.emailWrong);
  return '';
}

function isPlainObject(value: unknown): value is Unchecked {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function checkIdentifiers(value: unknown, kinds: readonly string[], findings: Findings): Record<string, string> {
  if (value === undefined || value === null) return {};
  if (!isPlainObject(value)) {
    findings.add('identifiers', findings.words.notObject);
    return {};
  }
  const entries = Object.entries(value).slice(0, LIMITS.identifiers);
  return Object.fromEntries(
    entries.flatMap(([kind, text]) => {
      // The kind is named only if it is one of ours: what was sent is never echoed.
      if (!kinds.includes(kind)) findings.add('identifiers', findings.words.identifierUnknown);
      const clean = kinds.includes(kind) ? findings.line(`identifiers.${kind}`, text, LIMITS.identifier) : undefined;
      return clean === undefined ? [] : [[kind, clean]];
    }),
  );
}

function checkBehalf(value: unknown, findings: Findings): Person['onBehalfOf'] {
  if (value === undefined || value === null) return undefined;
  if (!isPlainObject(value)) return findings.add('onBehalfOf', findings.words.notObject);
  const name = findings.line('onBehalfOf.name', value['name'], LIMITS.name);
  const relation = findings.line('onBehalfOf.relation', value['relation'], LIMITS.relation);
  if (name === undefined && !findings.has('onBehalfOf.name')) findings.add('onBehalfOf.name', findings.words.behalfNameMissing);
  if (relation === undefined && !findings.has('onBehalfOf.relation')) findings.add('onBehalfOf.relation', findings.words.relationMissing);
  for (const key of Object.keys(value)) {
    if (key !== 'name' && key !== 'relation') findings.add('onBehalfOf', findings.words.fieldUnknown);
  }
  return name === undefined || relation === undefined ? undefined : { name, relation };
}

function checkResidence(value: unknown, findings: Findings): string | undefined {
  const text = findings.line('residence', value, 10);
  if (text === undefined) return undefined;
  return readPlace(text) ?? findings.add('residence', findings.words.residenceCode);
}

function checkBrand(value: unknown, { messages, configuration }: CheckRules, findings: Findings): string | undefined {
  const name = findings.line('brand', value, LIMITS.name);
  if (name === undefined || Object.keys(configuration.brands ?? {}).includes(name)) return name;
  return findings.add('brand', messages.passingOn.unknown);
}

/** Checks everything; `value` is complete only if nothing is wrong. */
export function checkSubmission(sent: Unchecked, rules: CheckRules): CheckResult {
  const findings = new Findings(rules.messages);
  const rights = checkRights(sent['rights'], findings);
  const email = checkEmail(sent['email'], findings);
  const name = findings.line('name', sent['name'], LIMITS.name);
  const note = findings.line('note', sent['note'], LIMITS.note);
  const identifiers = checkIdentifiers(sent['identifiers'], Object.keys(rules.configuration.identifiers), findings);
  const onBehalfOf = checkBehalf(sent['onBehalfOf'], findings);
  const residence = checkResidence(sent['residence'], findings);
  const brand = checkBrand(sent['brand'], rules, findings);
  if (findings.errors.length > 0) return { ok: false, errors: findings.errors };
  const person: Reachable = {
    email,
    identifiers,
    ...(name === undefined ? {} : { name }),
    ...(onBehalfOf === undefined ? {} : { onBehalfOf }),
    ...(note === undefined ? {} : { note }),
  };
  const told = { ...(residence === undefined ? {} : { residence }), ...(brand === undefined ? {} : { brand }) };
  return { ok: true, value: { rights, person, ...told } };
}
