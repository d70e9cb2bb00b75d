/** The fields every receipt has: who says it, of whom, about which request, and what one can do against it. */
import { Temporal } from 'temporal-polyfill';
import { authoritiesFor } from '../domain/authorities/authority-for.ts';
import type { Authority } from '../domain/authorities/authority.ts';
import type { Configuration } from '../domain/configuration.ts';
import { lawById } from '../domain/law/laws.ts';
import type { Request } from '../domain/request.ts';
import type { Frame } from './issue.ts';
import type { CommonFields } from './payload.ts';
import { sentencesIn, type Sentences } from './sentences/sentences.ts';

/** What all builders start from. */
export interface ReceiptContext {
  request: Request;
  configuration: Configuration;
  /** Public origin without a trailing slash. */
  baseUrl: string;
  /** From `subjectRef`. */
  subjectRef: string;
}

/** The civil date of an instant where the controller counts. */
export function dateAt(instant: string, configuration: Configuration): string {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(configuration.controller.zone).toPlainDate().toString();
}

function contactOf({ controller, dataProtectionOfficer }: Configuration): string {
  return dataProtectionOfficer?.email ?? controller.email;
}

function issuerOf({ configuration, baseUrl }: ReceiptContext): CommonFields['issuer'] {
  const { name, address, url } = configuration.controller;
  const contact = { email: contactOf(configuration), ...(url === undefined ? {} : { url }) };
  return { id: baseUrl, name, role: 'controller', address, contact };
}

/** An authority as receipts name it. */
export function shownAuthority({ name, url, complaintForm }: Authority): { name: string; url?: string; form?: string } {
  return { name, ...(url === undefined ? {} : { url }), ...(complaintForm === undefined ? {} : { form: complaintForm }) };
}

function requestOf({ request }: ReceiptContext): CommonFields['request'] {
  const { reference, rights, law, receivedAt, channel, dueOn, tooLateAt } = request;
  return { ref: reference, rights, law, receivedAt, channel, dueOn, tooLateAt };
}

const ISO_UNITS = { day: 'D', businessDay: 'D', month: 'M' };

function remediesOf({ request, configuration }: ReceiptContext, say: Sentences): CommonFields['remedies'] {
  const { remedies } = lawById(request.law);
  const places = { residence: request.residence, controllerCountry: configuration.controller.country, to: remedies.complaint.to };
  const [first, ...others] = authoritiesFor(places).map(shownAuthority);
  // Against the answer to an appeal there is no other appeal: the authority comes next.
  const appeal = request.appealOf === undefined ? remedies.appeal : undefined;
  return {
    ...(first === undefined ? {} : { complaint: { ...first, ...(others.length === 0 ? {} : { also: others }) } }),
    court: remedies.court !== undefined,
    reply: `mailto:${contactOf(configuration)}`,
    ...(appeal === undefined ? {} : { appeal: { within: `P${appeal.period.amount}${ISO_UNITS[appeal.period.unit]}` } }),
    ...(remedies.nonRetaliation === undefined ? {} : { nonRetaliation: say.nonRetaliation }),
  };
}

/** The remedies as a sentence. */
export function remediesSentence({ remedies }: Pick<CommonFields, 'remedies'>, say: Sentences): string {
  const names = [remedies.complaint, ...(remedies.complaint?.also ?? [])].flatMap((authority) => authority?.name ?? []);
  const sentence = say.remedies({
    authority: names.length === 0 ? undefined : names.join('; '),
    court: remedies.court,
    reply: remedies.reply.replace('mailto:', ''),
  });
  return remedies.nonRetaliation === undefined ? sentence : `${sentence} ${remedies.nonRetaliation}`;
}

/** The common fields but for the text, and the catalog to write it with. */
export function buildFrame(context: ReceiptContext, frame: Frame): { fields: Omit<CommonFields, 'text'>; say: Sentences } {
  const { lang, say } = sentencesIn(context.request.lang);
  const fields = {
    v: 1 as const,
    ...frame,
    issuer: issuerOf(context),
    subject: { ref: context.subjectRef },
    lang,
    request: requestOf(context),
    ...(context.request.appealOf === undefined ? {} : { appeal: { of: context.request.appealOf.reference } }),
    remedies: remediesOf(context, say),
    verify: { url: `${context.baseUrl}/verify?id=${frame.id}` },
  };
  return { fields, say };
}
