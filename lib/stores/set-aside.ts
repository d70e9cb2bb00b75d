/** Mails that were set aside: nobody's request as far as a machine can tell, for a person to look at while they are kept. */
import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  NoSuchKey,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import { ASIDE, byHandId, RECEIVED_AT, waitingKey } from './inbound.ts';

/** A mail that was set aside. */
export interface AsideMail {
  messageId: string;
  /** Since when it lies there, ISO 8601. */
  at: string;
  bytes: number;
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

const PAGE = 200;

const keyOf = (messageId: string): string => `${ASIDE}${messageId}`;

export function openAside({ s3, bucket }: { s3: S3Client; bucket: string }): AsideStore {
  const get: AsideStore['get'] = async (messageId) => {
    try {
      const { Body, LastModified, Metadata } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: keyOf(messageId) }));
      return { raw: await Body!.transformToByteArray(), receivedAt: Metadata?.[RECEIVED_AT] ?? LastModified!.toISOString() };
    } catch (error) {
      if (error instanceof NoSuchKey) return undefined;
      throw error;
    }
  };

  return {
    get,

    async list(after) {
      const from = after === undefined ? {} : { StartAfter: keyOf(after) };
      const { Contents = [], IsTruncated = false } = await s3.send(
        new ListObjectsV2Command({ Bucket: bucket, Prefix: ASIDE, MaxKeys: PAGE, ...from }),
      );
      const mails = Contents.map(({ Key, LastModified, Size }) => ({
        messageId: Key!.slice(ASIDE.length),
        at: LastModified!.toISOString(),
        bytes: Size!,
      }));
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
