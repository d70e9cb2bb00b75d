/** The fields every receipt has: who says it, of whom, about which request, and what one can do against it. */
import { Temporal } from 'temporal-polyfill';
import type { Configuration } from '../domain/configuration.ts';
import { lawsOf } from '../domain/law/choose-laws.ts';
import type { Law } from '../domain/law/law.ts';
import { covers, lawOf } from '../domain/law/laws.ts';
import { answererOf } from '../domain/passing-on.ts';
import type { Request } from '../domain/request.ts';
import type { Frame } from './issue.ts';
import { logOrigin, logYear } from './log/origin.ts';
import type { CommonFields, EveryField } from './payload.ts';
import { remediesUnder } from './remedies.ts';
import { sentencesIn, type Sentences } from './sentences/sentences.ts';

/** Who issues, and how the receipt names the person. */
export interface IssuerContext {
  configuration: Configuration;
  /** Public origin without a trailing slash. */
  baseUrl: string;
  /** From `subjectRef`. */
  subjectRef: string;
}

/** What all builders of a request's receipts start from. */
export interface ReceiptContext extends IssuerContext {
  request: Request;
  /** Those whose remedies are named; absent = all that apply. */
  laws?: readonly Law[];
}

/** What of a request, or of a consent, the fields of every receipt rest on. */
export type About = Pick<Request, 'lang' | 'residence' | 'brand' | 'receivedOn' | 'appealOf'>;

/** The civil date of an instant where the controller counts. */
export function dateAt(instant: string, configuration: Configuration): string {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(configuration.controller.zone).toPlainDate().toString();
}

function contactOf({ controller, dataProtectionOfficer }: Configuration): string {
  return dataProtectionOfficer?.email ?? controller.email;
}

function issuerOf({ configuration, baseUrl }: IssuerContext, about: About): EveryField['issuer'] {
  const { name, address, url, phone } = configuration.controller;
  const contact = {
    email: contactOf(configuration),
    ...(url === undefined ? {} : { url }),
    ...(phone === undefined ? {} : { phone }),
  };
  const role = answererOf(configuration, about) === undefined ? ('controller' as const) : ('processor' as const);
  return { id: baseUrl, name, role, address, contact };
}

/** Where the law holds in one place only, that place; else the company's, if the law holds there. Nobody's home is told. */
export function jurisdictionOf(law: Law, { controller }: Configuration): string | undefined {
  if (law.jurisdictions.length === 1) return law.jurisdictions[0];
  return covers(law, controller.country) ? controller.country : undefined;
}

/** The fields of every receipt but for text and place, and the catalog to write the text with. */
export function buildEveryField(
  context: IssuerContext,
  { about, laws }: { about: About; laws: readonly Law[] },
  frame: Frame,
): { fields: Omit<EveryField, 'text'>; say: Sentences } {
  const { configuration, baseUrl, subjectRef } = context;
  const { lang, say } = sentencesIn(about.lang);
  const fields = {
    v: 1 as const,
    ...frame,
    issuer: issuerOf(context, about),
    subject: { ref: subjectRef },
    lang,
    remedies: remediesUnder(laws, { about, configuration, reply: `mailto:${contactOf(configuration)}`, say }),
    verify: { url: `${baseUrl}/verify?id=${frame.id}`, log: logOrigin(baseUrl, logYear(Date.parse(frame.issuedAt))) },
  };
  return { fields, say };
}

function requestOf({ reference, rights, law, receivedAt, channel, dueOn, tooLateAt }: Request): CommonFields['request'] {
  return { ref: reference, rights, law, receivedAt, channel, dueOn, tooLateAt };
}

/** The fields of every receipt of a request but for the text, and the catalog to write it with. */
export function buildFrame(context: ReceiptContext, frame: Frame): { fields: Omit<CommonFields, 'text'>; say: Sentences } {
  const { request, configuration, laws = lawsOf(request) } = context;
  const { fields, say } = buildEveryField(context, { about: request, laws }, frame);
  const jurisdiction = jurisdictionOf(lawOf(request), configuration);
  const own = {
    ...fields,
    ...(jurisdiction === undefined ? {} : { jurisdiction }),
    request: requestOf(request),
    ...(request.appealOf === undefined ? {} : { appeal: { of: request.appealOf.reference } }),
  };
  return { fields: own, say };
}
