/** The fields every receipt has: who says it, of whom, about which request, and what one can do against it. */
import { Temporal } from 'temporal-polyfill';
import type { Configuration } from '../domain/configuration.ts';
import { lawsOf } from '../domain/law/choose-laws.ts';
import type { Law } from '../domain/law/law.ts';
import { answererOf } from '../domain/passing-on.ts';
import type { Request } from '../domain/request.ts';
import type { Frame } from './issue.ts';
import type { CommonFields } from './payload.ts';
import { remediesUnder } from './remedies.ts';
import { sentencesIn, type Sentences } from './sentences/sentences.ts';

/** What all builders start from. */
export interface ReceiptContext {
  request: Request;
  configuration: Configuration;
  /** Public origin without a trailing slash. */
  baseUrl: string;
  /** From `subjectRef`. */
  subjectRef: string;
  /** Those whose remedies are named; absent = all that apply. */
  laws?: readonly Law[];
}

/** The civil date of an instant where the controller counts. */
export function dateAt(instant: string, configuration: Configuration): string {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(configuration.controller.zone).toPlainDate().toString();
}

function contactOf({ controller, dataProtectionOfficer }: Configuration): string {
  return dataProtectionOfficer?.email ?? controller.email;
}

function issuerOf({ request, configuration, baseUrl }: ReceiptContext): CommonFields['issuer'] {
  const { name, address, url } = configuration.controller;
  const contact = { email: contactOf(configuration), ...(url === undefined ? {} : { url }) };
  const role = answererOf(configuration, request) === undefined ? ('controller' as const) : ('processor' as const);
  return { id: baseUrl, name, role, address, contact };
}

function requestOf({ request }: ReceiptContext): CommonFields['request'] {
  const { reference, rights, law, receivedAt, channel, dueOn, tooLateAt } = request;
  return { ref: reference, rights, law, receivedAt, channel, dueOn, tooLateAt };
}

/** The common fields but for the text, and the catalog to write it with. */
export function buildFrame(context: ReceiptContext, frame: Frame): { fields: Omit<CommonFields, 'text'>; say: Sentences } {
  const { request, configuration, laws = lawsOf(request) } = context;
  const { lang, say } = sentencesIn(request.lang);
  const fields = {
    v: 1 as const,
    ...frame,
    issuer: issuerOf(context),
    subject: { ref: context.subjectRef },
    lang,
    request: requestOf(context),
    ...(request.appealOf === undefined ? {} : { appeal: { of: request.appealOf.reference } }),
    remedies: remediesUnder(laws, { request, configuration, reply: `mailto:${contactOf(configuration)}`, say }),
    verify: { url: `${context.baseUrl}/verify?id=${frame.id}` },
  };
  return { fields, say };
}
