/** Mails that were set aside: nobody's request as far as a machine can tell, for a person to look at while they are kept. */
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  NoSuchKey,
  NotFound,
  PutObjectCommand,
  type S3Client,
  type _Object,
} from '@aws-sdk/client-s3';
import { ASIDE, ASIDE_METADATA, ASIDE_REASONS, type AsideReason, byHandId, waitingKey } from './inbound.ts';

/** A mail that was set aside. */
export interface AsideMail {
  messageId: string;
  /** Since when it lies there, ISO 8601. */
  at: string;
  bytes: number;
  /** Why; absent if that is not known. */
  because?: AsideReason;
}

/** Some of them, in the order of their ids; `next` is where the following ones begin, absent with the last. */
export interface AsidePage {
  mails: AsideMail[];
  next?: string;
}

export interface AsideStore {
  /** Those behind a message id. */
  list(after?: string): Promise<AsidePage>;
  /** The mail as SES received it; undefined if it is not there (any more). */
  get(messageId: string): Promise<{ raw: Uint8Array; receivedAt: string } | undefined>;
  /** Puts it where it is taken in, whatever it is; false if it is not there. Repeatable. */
  putBack(messageId: string): Promise<boolean>;
}

/** Each is asked why it lies there. */
const PAGE = 50;

const keyOf = (messageId: string): string => `${ASIDE}${messageId}`;

export function openAside({ s3, bucket }: { s3: S3Client; bucket: string }): AsideStore {
  const get: AsideStore['get'] = async (messageId) => {
    try {
      const { Body, LastModified, Metadata } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: keyOf(messageId) }));
      return { raw: await Body!.transformToByteArray(), receivedAt: Metadata?.[ASIDE_METADATA.receivedAt] ?? LastModified!.toISOString() };
    } catch (error) {
      if (error instanceof NoSuchKey) return undefined;
      throw error;
    }
  };

  /** Listings tell nothing of what was written on an object. */
  const reasonOf = async (Key: string): Promise<AsideReason | undefined> => {
    try {
      const { Metadata } = await s3.send(new HeadObjectCommand({ Bucket: bucket, Key }));
      return ASIDE_REASONS.find((reason) => reason === Metadata?.[ASIDE_METADATA.because]);
    } catch (error) {
      // It was put back meanwhile.
      if (error instanceof NotFound) return undefined;
      throw error;
    }
  };

  const described = async ({ Key, LastModified, Size }: _Object): Promise<AsideMail> => {
    const because = await reasonOf(Key!);
    const mail = { messageId: Key!.slice(ASIDE.length), at: LastModified!.toISOString(), bytes: Size! };
    return { ...mail, ...(because !== undefined && { because }) };
  };

  return {
    get,

    async list(after) {
      const from = after === undefined ? {} : { StartAfter: keyOf(after) };
      const { Contents = [], IsTruncated = false } = await s3.send(
        new ListObjectsV2Command({ Bucket: bucket, Prefix: ASIDE, MaxKeys: PAGE, ...from }),
      );
      const mails = await Promise.all(Contents.map(described));
      return { mails, ...(IsTruncated && { next: mails.at(-1)!.messageId }) };
    },

    async putBack(messageId) {
      const mail = await get(messageId);
      if (mail === undefined) return false;
      const { raw, receivedAt } = mail;
      await s3.send(new PutObjectCommand({ Bucket: bucket, Key: waitingKey(byHandId(messageId, receivedAt)), Body: raw }));
      await s3.send(new DeleteObjectCommand({ Bucket: bucket, Key: keyOf(messageId) }));
      return true;
    },
  };
}
