/** Builds the receipt of kind `consent`: what a person said yes and no to, and how they take it back. */
import { lawsFor } from '../domain/law/choose-laws.ts';
import { buildEveryField, dateAt, type IssuerContext, jurisdictionOf } from './build-frame.ts';
import type { Frame } from './issue.ts';
import type { ConsentReceipt } from './payload.ts';
import { consentSentencesIn } from './sentences/consent.ts';
import { paragraph } from './sentences/spelling.ts';

/** What was decided at one occasion, as a ledger of consents keeps it; all words are in the language of the person. */
export interface ConsentRecord extends Pick<ConsentReceipt, 'decisions' | 'notice' | 'collection' | 'withdraw' | 'rights'> {
  lang: string;
  /** ISO 3166-1 or -2: decides which laws, and so whose authority, are named. */
  residence?: string;
  /** Name of the brand that asked. */
  brand?: string;
}

type ConsentContext = IssuerContext & { record: ConsentRecord };
type Decision = ConsentReceipt['decisions'][number];

/** States in which the company may do what it asked for. */
export function isGiven({ status }: Pick<Decision, 'status'>): boolean {
  return status === 'dpv:ConsentGiven' || status === 'dpv:RenewedConsentGiven';
}

/** Given where anything is given; else the state of the latest decision. */
function statusOf(decisions: readonly Decision[]): ConsentReceipt['status'] {
  const latest = decisions.toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at));
  return (latest.find(isGiven) ?? latest[0]!).status;
}

function conformsTo(decisions: readonly Decision[]): string[] {
  const profile = decisions.every(({ legalBasis }) => legalBasis.startsWith('eu-gdpr:')) ? 'receipt-eu-gdpr' : 'receipt';
  return [`https://w3id.org/dpv/schema/dpv-27560#${profile}`, 'KI-CR-v1.1.0-mappable'];
}

function textOf({ record, configuration }: ConsentContext): string {
  const { lang, decisions, withdraw } = record;
  const say = consentSentencesIn(lang);
  const told = decisions.map(({ status, at, purpose, channels, validUntil }) =>
    say.decided[status]({ on: dateAt(at, configuration), purpose: purpose.label, channels, until: validUntil }),
  );
  return paragraph([...told, decisions.some(isGiven) ? say.withdraw(withdraw) : undefined]);
}

/** Each decision in a sentence, and the way back while anything is given. */
export function buildConsentReceipt(context: ConsentContext, frame: Frame): ConsentReceipt {
  const { record, configuration } = context;
  const { lang, residence, brand, ...shown } = record;
  const { laws: ids, controller } = configuration;
  const on = dateAt(frame.issuedAt, configuration);
  const laws = lawsFor({ residence, laws: ids, controllerCountry: controller.country, on });
  const about = { lang, receivedOn: on, ...(residence === undefined ? {} : { residence }), ...(brand === undefined ? {} : { brand }) };
  const { fields } = buildEveryField(context, { about, laws }, frame);
  // Nothing has been refused that one could appeal against inside the company.
  const { appeal: _, ...remedies } = fields.remedies;
  return {
    ...fields,
    ...shown,
    kind: 'consent',
    status: statusOf(record.decisions),
    conformsTo: conformsTo(record.decisions),
    jurisdiction: jurisdictionOf(laws[0]!, configuration) ?? controller.country,
    remedies,
    text: textOf(context),
  };
}
