/** thread-mail: which request a mail belongs to: by the address it was sent to, the mail it answers, or the reference it names. */
import type { RequestId } from '../domain/ids.ts';
import { normaliseEmail } from '../domain/person.ts';
import { readReference } from '../domain/reference.ts';
import { requestInAddress } from '../domain/reply-address.ts';
import { isClosed, type Request } from '../domain/request.ts';
import { keyedHash } from '../domain/tokens.ts';
import type { InboundMail } from '../mail/inbound/read-mail.ts';
import { keys } from '../stores/keys.ts';
import { purgeAt } from './purge-request.ts';
import type { With } from './world.ts';

export type ThreadWorld = With<'secret'>;

const REFERENCES = /\bQ-?[0-9A-Z]{4}-?[0-9A-Z]{4}\b/gi;
/** A mail that names more is no answer to one request. */
const MOST_REFERENCES = 5;

/** Longer than a function runs: what is added to a request now is on its file before anything there is purged. */
const ADDING_MS = 15 * 60 * 1000;

/** What two requests of one address share. */
export async function subjectOf(world: ThreadWorld, email: string): Promise<string> {
  return keyedHash(await world.secret(), 'subject', normaliseEmail(email));
}

/** The local part of an id that SES gave a mail of ours: `<0102...-000000@eu-central-1.amazonses.com>`. */
const nameOf = (messageId: string): string => messageId.slice(0, messageId.indexOf('@') < 0 ? undefined : messageId.indexOf('@'));

/** Until it is purged there is somewhere to keep what belongs to it. */
export async function keptOne({ requests, configuration, now }: ThreadWorld, id: RequestId): Promise<Request | undefined> {
  const record = await requests.loadCase(id);
  if (record === undefined || record.request.purgedAt !== undefined) return undefined;
  const isGoing = isClosed(record.request) && purgeAt(record, configuration) <= now() + ADDING_MS;
  return isGoing ? undefined : record.request;
}

/** The first of some requests that is still kept. */
async function firstKept(world: ThreadWorld, ids: readonly (RequestId | undefined)[]): Promise<Request | undefined> {
  for (const id of new Set(ids)) {
    const request = id && (await keptOne(world, id));
    if (request !== undefined) return request;
  }
  return undefined;
}

/** The request whose own address is among some: nobody can guess it, so it does not matter where it stands. */
export async function writtenTo(world: ThreadWorld, addresses: readonly string[]): Promise<Request | undefined> {
  const secret = await world.secret();
  return await firstKept(
    world,
    addresses.map((address) => requestInAddress(secret, address)),
  );
}

type Answering = Pick<InboundMail, 'inReplyTo' | 'references' | 'bounced'>;

/** Requests whose mails it answers, the latest first; some may be purged. */
async function answered({ requests }: ThreadWorld, { inReplyTo, references, bounced }: Answering): Promise<RequestId[]> {
  const named = [bounced?.originalMessageId, inReplyTo, ...references.toReversed()].flatMap((one) =>
    one === undefined ? [] : [nameOf(one)],
  );
  const items = await Promise.all([...new Set(named)].map((name) => requests.table.get(keys.message(name))));
  return items.flatMap((item) => (item === undefined ? [] : [item['requestId'] as RequestId]));
}

/** True for an answer to a mail of ours, whatever has become of its request. */
export async function answersMailOfOurs(world: ThreadWorld, mail: Answering): Promise<boolean> {
  return (await answered(world, mail)).length > 0;
}

/** A reference proves nothing: it counts only from the address the request came from. */
async function byReference(world: ThreadWorld, { from, subject, text }: InboundMail): Promise<Request | undefined> {
  if (from === undefined) return undefined;
  const sender = await subjectOf(world, from.address);
  const named = [...`${subject}\n${text}`.matchAll(REFERENCES)].slice(0, MOST_REFERENCES).map(([typed]) => readReference(typed));
  for (const reference of new Set(named)) {
    const item = reference && (await world.requests.table.get(keys.reference(reference)));
    const request = item && (await keptOne(world, item['requestId'] as RequestId));
    if (request?.subject === sender) return request;
  }
  return undefined;
}

/** The request a mail belongs to, also when that has been answered; what belongs to a purged one begins anew. */
export async function threadOf(world: ThreadWorld, mail: InboundMail): Promise<Request | undefined> {
  return (
    (await writtenTo(world, [...mail.to, ...mail.cc])) ??
    (await firstKept(world, await answered(world, mail))) ??
    (await byReference(world, mail))
  );
}

/** Requests of an address, the latest last; with a day those received on it. */
export async function requestsOf(world: ThreadWorld, email: string, day = ''): Promise<RequestId[]> {
  const subject = await subjectOf(world, email);
  const items = await world.requests.table.partition(keys.subject(subject, 'req_' as RequestId).pk);
  return items.flatMap(({ sk, receivedAt }) => (String(receivedAt).startsWith(day) ? [sk as RequestId] : []));
}

/** The latest open request of an address: what a mail that only asks how things stand is about. */
export async function latestOf(world: ThreadWorld, email: string): Promise<Request | undefined> {
  for (const id of (await requestsOf(world, email)).toReversed()) {
    const request = await world.requests.load(id);
    if (request !== undefined && !isClosed(request)) return request;
  }
  return undefined;
}
