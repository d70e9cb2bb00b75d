/** Which grounds there are for refusing a right, and under which law each counts: never under another. */
import { fullCite, type Item, type Law } from '../law/law.ts';
import type { Right } from '../rights.ts';

/** A ground somebody names: an exemption of one law. */
export interface NamedGround {
  law: string;
  code: string;
  /** For `PROVISION`: the provision in the words of the law, as "s. 9(3)(a)". */
  provision?: string;
}

/** For laws whose exemptions are not listed here: whoever refuses names the provision. */
export const PROVISION = 'provision';

/** Looks like a ground and forbids the refusal: "the personal data shall no longer be processed" (Art. 21(3) GDPR). */
const PROHIBITIONS: Readonly<Record<string, string>> = { direct_marketing_no_exception: 'Art. 21(3)' };

/** Grounds that say nothing about this case: the person must be told which obligation, or why, in words. */
const WANTS_REASON: ReadonlySet<string> = new Set([
  PROVISION,
  'breach_of_other_law',
  'compelling_legitimate_grounds',
  'comply_with_law_or_court',
  'entity_or_data_level_exemptions',
  'excessive_or_repetitive',
  'formal_law_incl_professional_secrecy',
  'fraud_suspected',
  'law_or_court_order',
  'legal_obligation',
  'legal_obligation_or_public_task',
  'legal_or_regulatory_obligation',
  'manifestly_unfounded',
  'manifestly_unfounded_excessive_repetitive',
  'manifestly_unfounded_or_excessive',
  'national_restriction',
  'obviously_unjustified_or_frivolous',
  'overriding_interest_of_a_private_controller_who_does_not_disclose_to_third_parties',
  'serious_hindrance_to_business',
]);

const OPT_OUTS: readonly Right[] = ['opt-out-of-sale', 'opt-out-of-targeted-ads', 'opt-out-of-profiling'];

/** The exemptions of a law for a right; its own before those for any right. */
export function exemptionsFor({ exemptions }: Pick<Law, 'exemptions'>, right: Right): readonly Item[] {
  const named: readonly Right[] = right === 'opt-out' ? OPT_OUTS : [right];
  return [...named.flatMap((one) => exemptions[one] ?? []), ...exemptions.any];
}

/** The exemption a ground names, if the law knows it for the right. */
export function exemptionOf(law: Law, right: Right, { code, provision }: Omit<NamedGround, 'law'>): Item | undefined {
  const known = exemptionsFor(law, right);
  if (code !== PROVISION) return known.find((item) => item.code === code);
  return known.length === 0 && provision !== undefined && provision.trim() !== '' ? { code, cite: provision.trim() } : undefined;
}

/** The article that forbids the refusal instead of allowing it. */
export function prohibitionOf(law: Law, code: string): string | undefined {
  const cite = PROHIBITIONS[code];
  return cite === undefined ? undefined : fullCite(law, cite);
}

/** Where the law says so. What is cited by the example of another law is cited by the law as a whole. */
export function citationOf(law: Law, { code, cite }: Item): string {
  if (code === PROVISION) return `${law.shortName}, ${cite}`;
  const example = cite.startsWith('e.g. ');
  const own = example ? cite.slice('e.g. '.length) : cite;
  if (own.startsWith('law of the state') || (example && !own.startsWith(law.citeAs.source))) return law.citation;
  return fullCite(law, own);
}

/** Whether the ground needs words of its own for the person: it does not explain itself, or the law wants the basis in detail. */
export function needsReason(law: Law, right: Right, item: Item): boolean {
  const inDetail = law.refusal?.mustState.includes('for_deletion_detailed_explanation_of_the_basis_unless_prohibited_by_law') ?? false;
  return item.mustBeNamed === true || WANTS_REASON.has(item.code) || (inDetail && right === 'erasure');
}
