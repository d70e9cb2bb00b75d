/** What somebody chose to refuse: read from the form, checked by the rules of refusals, and what is wrong in words. */
import { lawsOf } from '../../domain/law/choose-laws.ts';
import type { Item, Law } from '../../domain/law/law.ts';
import { grants } from '../../domain/law/laws.ts';
import { itemsOnGrounds, type Refusable, type RefusalProblem, type RefusedItem } from '../../domain/refusal/decide.ts';
import { citationOf, exemptionsFor, type NamedGround, PROVISION } from '../../domain/refusal/grounds.ts';
import type { OpenParts } from '../../domain/refusal/open-parts.ts';
import { rightsToAnswer } from '../../domain/plan.ts';
import type { Request } from '../../domain/request.ts';
import { actionOf, isRight, type Right } from '../../domain/rights.ts';
import type { FieldError } from '../ui/fields.ts';
import type { Desk } from './desk.ts';
import { type PostedForm, textOf, textsOf } from './form.ts';
import { lawInWords, rightsInWords, systemInWords } from './labels.ts';

export interface RefuseDraft {
  /** Values of the form, as `valueOf` writes them. */
  chosen: string[];
  /** Codes by law. */
  codes: Record<string, string[]>;
  provisions: Record<string, string>;
  reason: string;
  errors: FieldError[];
}

/** An item as a value of the form. */
export function valueOf(item: Refusable): string {
  return 'right' in item ? `right/${item.right}` : `${item.pass}/${item.system}`;
}

function itemFrom(value: string): Refusable[] {
  const slash = value.indexOf('/');
  const [kind, name] = [value.slice(0, slash), value.slice(slash + 1)];
  if (kind === 'right') return isRight(name) ? [{ right: name }] : [];
  return kind === 'export' || kind === 'erase' ? [{ pass: kind, system: name }] : [];
}

/** The field of a law's grounds, and of its provision. */
export const groundField = (law: string): string => `ground.${law}`;
export const provisionField = (law: string): string => `provision.${law}`;

/** Several values of one field; carried along unseen they are one, with spaces between. */
const several = (form: PostedForm, name: string): string[] => textsOf(form, name).flatMap((value) => value.split(' ').filter(Boolean));

/** A law with the rights it gives of those that can be refused. */
export interface Concerned {
  law: Law;
  rights: Right[];
}

/** The laws under which something that is open could be refused, each with those rights. */
export function lawsConcerned(request: Request, open: OpenParts): Concerned[] {
  const passes = new Set<string>(open.systems.map(({ pass }) => pass));
  const rights = rightsToAnswer(request).filter((right) => open.rights.includes(right) || passes.has(actionOf(right)));
  return lawsOf(request)
    .map((law) => ({ law, rights: rights.filter((right) => grants(law, right, request.receivedOn)) }))
    .filter((one) => one.rights.length > 0);
}

/** An exemption with the rights it is known for; `cite` as the person reads it. */
export interface OfferedGround {
  code: string;
  cite: string;
  /** Undefined: any of them. */
  only: Right[] | undefined;
}

/** What can be chosen under a law: each code once. */
export function offeredGrounds(law: Law, rights: readonly Right[]): OfferedGround[] {
  const known = rights.flatMap((right) => exemptionsFor(law, right).map((item) => ({ right, item })));
  const cited = (items: readonly Item[]): string => [...new Set(items.map((item) => citationOf(law, item)))].join('; ');
  return [...Map.groupBy(known, ({ item }) => item.code)].map(([code, same]) => {
    const only = rights.filter((right) => same.some((one) => one.right === right));
    return { code, cite: cited(same.map(({ item }) => item)), only: only.length === rights.length ? undefined : only };
  });
}

/** Whether a provision can be named by hand: for a right the law lists no exemption for. */
export const wantsProvision = (law: Law, rights: readonly Right[]): boolean =>
  rights.some((right) => exemptionsFor(law, right).length === 0);

/** What was posted; nothing is checked yet. */
export function readDraft(form: PostedForm, laws: readonly Law[]): RefuseDraft {
  return {
    chosen: several(form, 'item'),
    codes: Object.fromEntries(laws.map(({ id }) => [id, several(form, groundField(id))])),
    provisions: Object.fromEntries(laws.map(({ id }) => [id, textOf(form, provisionField(id))])),
    reason: textOf(form, 'reason'),
    errors: [],
  };
}

/** The draft as hidden fields of the check page. */
export function carried({ chosen, codes, provisions, reason }: RefuseDraft): Record<string, string> {
  const grounds = Object.entries(codes).map(([law, own]) => [groundField(law), own.join(' ')] as const);
  const named = Object.entries(provisions).map(([law, text]) => [provisionField(law), text] as const);
  return Object.fromEntries([['item', chosen.join(' ')], ...grounds, ...named, ['reason', reason]].filter(([, value]) => value !== ''));
}

/** The items with the grounds chosen. */
export function itemsOf(request: Request, { chosen, codes, provisions }: RefuseDraft): RefusedItem[] {
  const grounds: NamedGround[] = [
    ...Object.entries(codes).flatMap(([law, own]) => own.map((code) => ({ law, code }))),
    ...Object.entries(provisions).flatMap(([law, provision]) => (provision === '' ? [] : [{ law, code: PROVISION, provision }])),
  ];
  return itemsOnGrounds(request, chosen.flatMap(itemFrom), grounds);
}

/** What an item is called. */
export function itemInWords(desk: Desk, item: Refusable): string {
  if ('right' in item) return rightsInWords(desk, [item.right]);
  return desk.words.refuse.system(desk.words.passes[item.pass], systemInWords(desk, item.system));
}

/** Where the grounds of a law are chosen; one that does not apply has no field of its own. */
function fieldFor(concerned: readonly Concerned[], id: string): string {
  const own = concerned.find(({ law }) => law.id === id);
  if (own === undefined) return 'item';
  return offeredGrounds(own.law, own.rights).length === 0 ? provisionField(id) : groundField(id);
}

/** One thing that is wrong, at the field where it can be mended. */
function errorFor(desk: Desk, problem: RefusalProblem, concerned: readonly Concerned[]): FieldError {
  const { errors } = desk.words.refuse;
  const first = fieldFor(concerned, concerned[0]?.law.id ?? '');
  switch (problem.reason) {
    case 'nothing-chosen':
      return { field: 'item', message: errors['nothing-chosen'] };
    case 'reason-needed':
      return { field: 'reason', message: errors['reason-needed'] };
    case 'not-open':
      return { field: 'item', message: errors['not-open'](itemInWords(desk, problem.item)) };
    case 'no-ground':
      return { field: first, message: errors['no-ground'](itemInWords(desk, problem.item)) };
    case 'ground-unknown':
      return {
        field: fieldFor(concerned, problem.ground.law),
        message: errors['ground-unknown'](itemInWords(desk, problem.item), lawInWords(problem.ground.law)),
      };
    case 'prohibited':
      return { field: first, message: errors.prohibited(itemInWords(desk, problem.item), problem.article) };
    case 'right-remains':
      return {
        field: fieldFor(concerned, problem.law),
        message: errors['right-remains'](itemInWords(desk, problem.item), lawInWords(problem.law), problem.article),
      };
  }
}

/** All that is wrong, each line once. */
export function errorsFor(desk: Desk, problems: readonly RefusalProblem[], concerned: readonly Concerned[]): FieldError[] {
  const all = problems.map((problem) => errorFor(desk, problem, concerned));
  return all.filter(({ message }, place) => all.findIndex((other) => other.message === message) === place);
}
