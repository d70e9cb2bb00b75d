/** thread-mail: which request a mail belongs to: by the address it was sent to, the mail it answers, or the reference it names. */
import type { RequestId } from '../domain/ids.ts';
import { normaliseEmail } from '../domain/person.ts';
import { readReference } from '../domain/reference.ts';
import { requestInAddress } from '../domain/reply-address.ts';
import { isClosed, type Request } from '../domain/request.ts';
import { keyedHash } from '../domain/tokens.ts';
import type { InboundMail } from '../mail/inbound/read-mail.ts';
import { keys } from '../stores/keys.ts';
import type { With } from './world.ts';

export type ThreadWorld = With<'secret'>;

const REFERENCES = /\bQ-?[0-9A-Z]{4}-?[0-9A-Z]{4}\b/gi;
/** A mail that names more is no answer to one request. */
const MOST_REFERENCES = 5;

type Named = Pick<InboundMail, 'from' | 'subject' | 'text' | 'inReplyTo' | 'references' | 'bounced'>;

/** What two requests of one address share. */
export async function subjectOf(world: ThreadWorld, email: string): Promise<string> {
  return keyedHash(await world.secret(), 'subject', normaliseEmail(email));
}

/** The local part of an id that SES gave a mail of ours: `<0102...-000000@eu-central-1.amazonses.com>`. */
const nameOf = (messageId: string): string => messageId.slice(0, messageId.indexOf('@') < 0 ? undefined : messageId.indexOf('@'));

async function byAnswer({ requests }: ThreadWorld, { inReplyTo, references, bounced }: Named): Promise<RequestId | undefined> {
  const answered = [bounced?.originalMessageId, inReplyTo, ...references.toReversed()];
  for (const messageId of new Set(answered)) {
    if (messageId === undefined) continue;
    const item = await requests.table.get(keys.message(nameOf(messageId)));
    if (item !== undefined) return item['requestId'] as RequestId;
  }
  return undefined;
}

/** A reference proves nothing: it counts only from the address the request came from. */
async function byReference(world: ThreadWorld, { from, subject, text }: Named): Promise<RequestId | undefined> {
  if (from === undefined) return undefined;
  const sender = await subjectOf(world, from.address);
  const named = [...`${subject}\n${text}`.matchAll(REFERENCES)].slice(0, MOST_REFERENCES).map(([typed]) => readReference(typed));
  for (const reference of new Set(named)) {
    const item = reference && (await world.requests.table.get(keys.reference(reference)));
    const request = item && (await world.requests.load(item['requestId'] as RequestId));
    if (request?.subject === sender) return request.id;
  }
  return undefined;
}

/** Until it is purged there is somewhere to keep what belongs to it. */
async function keptOne({ requests }: ThreadWorld, id: RequestId | undefined): Promise<Request | undefined> {
  const request = id && (await requests.load(id));
  return request?.purgedAt === undefined ? request : undefined;
}

/** The request a mail belongs to, also when that has been answered; what belongs to a purged one begins anew. */
export async function threadOf(world: ThreadWorld, recipients: readonly string[], mail: Named | undefined): Promise<Request | undefined> {
  const secret = await world.secret();
  const addressed = recipients.map((address) => requestInAddress(secret, address)).find((id) => id !== undefined);
  const byAddress = await keptOne(world, addressed);
  if (byAddress !== undefined || mail === undefined) return byAddress;
  return (await keptOne(world, await byAnswer(world, mail))) ?? (await keptOne(world, await byReference(world, mail)));
}

/** The latest open request of an address: what a mail that only asks how things stand is about. */
export async function latestOf(world: ThreadWorld, email: string): Promise<Request | undefined> {
  const subject = await subjectOf(world, email);
  const items = await world.requests.table.partition(keys.subject(subject, 'req_' as RequestId).pk);
  for (const { sk } of items.toReversed()) {
    const request = await keptOne(world, sk as RequestId);
    if (request !== undefined && !isClosed(request)) return request;
  }
  return undefined;
}
