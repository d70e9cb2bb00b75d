/** What several steps do with a case: load it, open its person, know its calendar. */
import { type Calendar } from '../domain/calendar/calendar.ts';
import { BugError, PermanentError } from '../domain/errors.ts';
import type { RequestId } from '../domain/ids.ts';
import { calendarFor, lawOf } from '../domain/law/laws.ts';
import type { Person } from '../domain/person.ts';
import { isClosed, type Request } from '../domain/request.ts';
import { makeToken, type Purpose } from '../domain/tokens.ts';
import type { CaseKey } from '../stores/case-keys.ts';
import type { CaseRecord } from '../stores/request-store.ts';
import type { With, World } from './world.ts';

/** The case; a step is never called for one that does not exist. */
export async function caseOf(world: With<never>, requestId: RequestId): Promise<CaseRecord> {
  const record = await world.requests.loadCase(requestId);
  if (record === undefined) throw new BugError('A step was called for a request that does not exist', { code: 'invariant' });
  return record;
}

/**
 * A request that was withdrawn while its execution was still running must not be answered or erased any more: the step
 * fails, and the sweep stops the execution.
 */
export function requireOpen(record: CaseRecord): CaseRecord {
  if (isClosed(record.request)) throw new PermanentError('The request has ended', { code: 'invariant' });
  return record;
}

/** Label that binds the sealed person to its place. */
export const PERSON_LABEL = 'person';

/** Label that binds a new address to its place. */
export const ADDRESS_LABEL = 'address';

/** Where somebody can be written to. */
export type NewAddress = Pick<Person, 'name' | 'email' | 'address'>;

function opened<T>(caseKey: CaseKey, sealed: string, label: string): T {
  return JSON.parse(caseKey.open(Buffer.from(sealed, 'base64'), label).toString()) as T;
}

/** Who asked, in their own words. */
export function openAsker({ sealed }: Pick<Request, 'sealed'>, caseKey: CaseKey): Person {
  return opened<Person>(caseKey, sealed, PERSON_LABEL);
}

/** Opens the person's details, with the address where they can be written to now. */
export function openPerson(request: Pick<Request, 'sealed' | 'newAddress'>, caseKey: CaseKey): Person {
  const { newAddress } = request;
  return { ...openAsker(request, caseKey), ...(newAddress && opened<NewAddress>(caseKey, newAddress.sealed, ADDRESS_LABEL)) };
}

/** A link into the customer pages. */
export async function linkTo(
  world: Pick<World, 'baseUrl' | 'secret'>,
  id: RequestId,
  purpose: Exclude<Purpose, 'passed-on' | 'print' | 'reply'>,
): Promise<string> {
  const token = makeToken(await world.secret(), purpose, { id });
  const path = { status: 'status', person: 'status', verify: 'verify-address', download: 'download', callback: 'callbacks' }[purpose];
  return `${world.baseUrl}/${path}/${token}`;
}

/** What staff open to print the answer that goes with a letter. */
export async function linkToPrint(world: Pick<World, 'baseUrl' | 'secret'>, id: RequestId, mailId: string): Promise<string> {
  return `${world.baseUrl}/download/${makeToken(await world.secret(), 'print', { id, scope: mailId })}`;
}

/** What a mail may open: whoever has not confirmed the address, though asked to, sees what whoever sent the form sees. */
export function purposeOfLink({ verifiedAt, silent }: Pick<Request, 'verifiedAt' | 'silent'>): 'person' | 'status' {
  return verifiedAt === undefined && !silent ? 'status' : 'person';
}

/** Working days as the request's law counts them. */
export function calendarOfRequest({ configuration }: Pick<World, 'configuration'>, request: Pick<Request, 'law' | 'receivedOn'>): Calendar {
  const { controller, holidays } = configuration;
  return calendarFor(lawOf(request), { country: controller.country, ...(holidays && { holidays }) });
}
