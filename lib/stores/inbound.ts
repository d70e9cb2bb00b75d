/** Mails as SES received them, byte for byte, until they are taken in. */
import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  NoSuchKey,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3';

/** A mail that lies there. */
export interface WaitingMail {
  messageId: string;
  /** When SES put it there, ISO 8601. */
  at: string;
}

/** Some of the mails, in the order of their ids; `next` is where the following ones begin, absent with the last. */
export interface WaitingPage {
  mails: WaitingMail[];
  next?: string;
}

/** Why a mail is nobody's request: what SES found in it, or a machine wrote it and asks for nothing. */
export const ASIDE_REASONS = ['virus', 'spam', 'automatic'] as const;
export type AsideReason = (typeof ASIDE_REASONS)[number];

export interface AsideFacts {
  /** ISO 8601; its time would run since then. */
  receivedAt: string;
  because: AsideReason;
}

export interface InboundStore {
  /** The mail with the trace headers of SES before it; undefined if it is not there (any more). */
  get(messageId: string): Promise<Uint8Array | undefined>;
  /** Repeatable. */
  remove(messageId: string): Promise<void>;
  /** Puts a mail where nobody takes it in, for a person to look at while it is kept. Repeatable. */
  setAside(messageId: string, raw: Uint8Array, facts: AsideFacts): Promise<void>;
  /** Up to a thousand mails behind a message id, for whoever looks after those that nobody took in. */
  list(after?: string): Promise<WaitingPage>;
}

/** "Amazon SES publishes a test message to the bucket" when a rule is made: it is no mail. */
const SETUP_NOTICE = 'AMAZON_SES_SETUP_NOTIFICATION';

/** Where SES puts mails; the rule in the template says so too. */
const PREFIX = 'in/';

/** Mails that are nobody's request as far as a machine can tell; the same rule expires them. */
export const ASIDE = 'aside/';

/** On a mail that was set aside: when it was received, and why it lies there. */
export const ASIDE_METADATA = { receivedAt: 'received-at', because: 'because' } as const satisfies Record<keyof AsideFacts, string>;

const BY_HAND = /^by-hand-(\d{13})-/;

/** What a mail is called that a person put back, which tells when it was received: its time runs since then. */
export function byHandId(messageId: string, receivedAt: string): string {
  return `by-hand-${String(Date.parse(receivedAt)).padStart(13, '0')}-${messageId}`;
}

/** When a mail was received that a person put back; undefined for any other. */
export function byHandSince(messageId: string): string | undefined {
  const since = BY_HAND.exec(messageId)?.[1];
  return since === undefined ? undefined : new Date(Number(since)).toISOString();
}

/** Where a mail waits to be taken in. */
export const waitingKey = (messageId: string): string => `${PREFIX}${messageId}`;

export function openInbound({ s3, bucket }: { s3: S3Client; bucket: string }): InboundStore {
  const remove = async (messageId: string): Promise<void> => {
    await s3.send(new DeleteObjectCommand({ Bucket: bucket, Key: waitingKey(messageId) }));
  };

  return {
    async get(messageId) {
      try {
        const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: waitingKey(messageId) }));
        return await Body!.transformToByteArray();
      } catch (error) {
        if (error instanceof NoSuchKey) return undefined;
        throw error;
      }
    },

    remove,

    async setAside(messageId, raw, { receivedAt, because }) {
      const Metadata = { [ASIDE_METADATA.receivedAt]: receivedAt, [ASIDE_METADATA.because]: because };
      await s3.send(new PutObjectCommand({ Bucket: bucket, Key: `${ASIDE}${messageId}`, Body: raw, Metadata }));
      await remove(messageId);
    },

    async list(after) {
      const { Contents = [], IsTruncated = false } = await s3.send(
        new ListObjectsV2Command({
          Bucket: bucket,
          Prefix: PREFIX,
          ...(after !== undefined && { StartAfter: waitingKey(after) }),
        }),
      );
      const all = Contents.map(({ Key, LastModified }) => ({
        messageId: Key!.slice(PREFIX.length),
        at: LastModified!.toISOString(),
      }));
      const next = IsTruncated ? all.at(-1)?.messageId : undefined;
      return { mails: all.filter(({ messageId }) => messageId !== SETUP_NOTICE), ...(next !== undefined && { next }) };
    },
  };
}
