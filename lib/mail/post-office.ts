/** Sends statutory mail at least once: claim, send, mark; the sweep sends again what was claimed and never marked. */
import { SendRawEmailCommand, type SESClient } from '@aws-sdk/client-ses';
import { TransientError } from '../domain/errors.ts';
import { keyedHash } from '../domain/tokens.ts';
import type { RequestId } from '../domain/ids.ts';
import type { CaseKey } from '../stores/case-keys.ts';
import { mailFrom, type MailItem } from '../stores/case-items.ts';
import { keys } from '../stores/keys.ts';
import type { Table } from '../stores/table.ts';
import type { Vault } from '../stores/vault.ts';
import { composeMail, type Outgoing } from './compose.ts';
import { keepLetter, type KeptLetter, readLetter } from './kept-letter.ts';

/**
 * SES knows no idempotency token. A claim without a mark may mean "sent, then crashed" or "crashed, never sent";
 * after this time it is taken for the second: a double is better than silence.
 */
export const CLAIM_LEASE_MS = 5 * 60 * 1000;

export interface Posting {
  requestId: RequestId;
  /** What the mail is about, e.g. `acknowledgement` or `ready#1`: one mail per request and fact. */
  fact: string;
  caseKey: CaseKey;
  compose(mailId: string): Promise<ToSend>;
}

/** A mail before it is known who sends it. */
export type ToSend = Omit<Outgoing, 'mailId' | 'from' | 'replyTo'> & Pick<KeptLetter, 'copyUrl'>;

export interface PostOffice {
  /** Returns the mail's id once it was sent, or given to somebody to print and post. Throws TransientError while another attempt may still be sending it. */
  send(posting: Posting): Promise<string>;
  /** Sends a claimed mail again, byte for byte; false if its bytes are gone. */
  resend(requestId: RequestId, mail: MailItem, caseKey: CaseKey): Promise<boolean>;
}

export interface PostOfficeParts {
  ses: SESClient;
  table: Table;
  vault: Vault;
  secret(): Promise<Uint8Array>;
  from: { name: string; address: string };
  /** Where answers go: they find their request by the address alone. */
  replyTo(requestId: RequestId): Promise<string>;
  /** Has somebody print and post a mail for a person without an address. Repeatable. */
  toPost(requestId: RequestId, mailId: string): Promise<void>;
  /** Configuration set that reports bounces. */
  configurationSet: string;
  now(): number;
}

/** Longer than a request and its record keep anybody waiting for an answer. */
const ANSWERED_SECONDS = 400 * 24 * 3600;

/** Answers name a mail as SES does, which gives it another name than we did. */
async function noteName({ table, now }: PostOfficeParts, requestId: RequestId, messageId: string | undefined): Promise<void> {
  const expiresAt = Math.floor(now() / 1000) + ANSWERED_SECONDS;
  if (messageId !== undefined) await table.putIfAbsent({ ...keys.message(messageId), requestId, expiresAt });
}

/** Sends the bytes and marks the mail as sent. */
function openTransmission(parts: PostOfficeParts) {
  const { ses, table, now, configurationSet } = parts;
  return async (requestId: RequestId, mailId: string, bytes: Uint8Array): Promise<void> => {
    const { MessageId } = await ses.send(
      new SendRawEmailCommand({
        RawMessage: { Data: bytes },
        ConfigurationSetName: configurationSet,
        // The address is in the mail itself; the tags lead a bounce back to its request.
        Tags: [
          { Name: 'request', Value: requestId },
          { Name: 'mail', Value: mailId },
        ],
      }),
    );
    await table.update(keys.mail(requestId, mailId), { set: { sentAt: new Date(now()).toISOString(), messageId: MessageId } });
    await noteName(parts, requestId, MessageId);
  };
}

/** Composes a mail, unless it was composed before. */
function openWriting({ vault, from, replyTo }: PostOfficeParts) {
  return async ({ requestId, caseKey, compose }: Posting, mailId: string): Promise<KeptLetter> => {
    const { copyUrl, ...outgoing } = await compose(mailId);
    const { letter, lang, to, attachments: enclosures = [] } = outgoing;
    const bytes = await composeMail({ ...outgoing, mailId, from, replyTo: await replyTo(requestId) });
    const how = { ...(to.email === undefined && { paper: true as const }), ...(copyUrl !== undefined && { copyUrl }) };
    return await keepLetter(vault, { requestId, mailId, caseKey }, { letter, lang, enclosures, bytes, ...how });
  };
}

export function openPostOffice(parts: PostOfficeParts): PostOffice {
  const { table, vault, now } = parts;
  const transmit = openTransmission(parts);
  const write = openWriting(parts);

  const claimedBefore = async (requestId: RequestId, mailId: string): Promise<MailItem | undefined> => {
    const item = await table.get(keys.mail(requestId, mailId));
    return item && mailFrom(item);
  };

  return {
    async send(posting) {
      const { requestId, fact } = posting;
      const mailId = keyedHash(await parts.secret(), 'mail', `${requestId}\n${fact}`).slice(0, 22);
      const before = await claimedBefore(requestId, mailId);
      if (before?.paper) await parts.toPost(requestId, mailId);
      // A crash may have kept it from being noted.
      await noteName(parts, requestId, before?.messageId);
      if (before?.sentAt || before?.paper) return mailId;
      if (before && now() - Date.parse(before.claimedAt) < CLAIM_LEASE_MS) {
        throw new TransientError('An earlier attempt may still be sending this mail', { code: 'system-conflict' });
      }
      const { bytes, paper } = await write(posting, mailId);
      const claim: MailItem = { mailId, kind: fact, claimedAt: new Date(now()).toISOString(), ...(paper && { paper }) };
      const claimed = await table.put(
        { ...keys.mail(requestId, mailId), ...claim },
        before ? { expression: '#claimedAt = :before', values: { before: before.claimedAt } } : { expression: 'attribute_not_exists(#pk)' },
      );
      if (!claimed) throw new TransientError('Another attempt is sending this mail', { code: 'system-conflict' });
      await (paper ? parts.toPost(requestId, mailId) : transmit(requestId, mailId, bytes));
      return mailId;
    },

    async resend(requestId, mail, caseKey) {
      if (mail.paper) {
        await parts.toPost(requestId, mail.mailId);
        return true;
      }
      const kept = await readLetter(vault, { requestId, mailId: mail.mailId, caseKey });
      if (kept === undefined) return false;
      const claimedAt = new Date(now()).toISOString();
      const claimed = await table.update(
        keys.mail(requestId, mail.mailId),
        { set: { claimedAt } },
        { expression: '#claimedAt = :before AND attribute_not_exists(#sentAt)', values: { before: mail.claimedAt } },
      );
      if (claimed) await transmit(requestId, mail.mailId, kept.bytes);
      return true;
    },
  };
}
