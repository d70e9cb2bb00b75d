/** The vault: what systems returned and mails as sent, each object sealed under its case's key. */
import {
  DeleteObjectsCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  NoSuchKey,
  PutObjectCommand,
  type S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { TransientError } from '../domain/errors.ts';
import type { RequestId } from '../domain/ids.ts';
import type { CaseKey } from './case-keys.ts';

export interface Vault {
  /** Keeps the first object of a key: returns what is stored afterwards. */
  putIfAbsent(key: string, plain: Uint8Array, caseKey: CaseKey): Promise<Uint8Array>;
  /** Replaces. */
  put(key: string, plain: Uint8Array, caseKey: CaseKey): Promise<void>;
  get(key: string, caseKey: CaseKey): Promise<Buffer | undefined>;
  /** Deletes everything of a case. Repeatable. */
  purge(id: RequestId): Promise<void>;
}

/** Where a case's objects lie. */
export const vaultKey = (id: RequestId, rest: string): string => `${id}/${rest}`;

/** Deletes all objects below a prefix, a page at a time. Repeatable. */
export async function deletePrefix(s3: S3Client, bucket: string, prefix: string): Promise<void> {
  for (;;) {
    const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket: bucket, Prefix: prefix, MaxKeys: 1000 }));
    if (Contents.length === 0) return;
    const { Errors = [] } = await s3.send(
      new DeleteObjectsCommand({ Bucket: bucket, Delete: { Quiet: true, Objects: Contents.map(({ Key }) => ({ Key: Key! })) } }),
    );
    // S3 answers 200 for objects it did not delete: listing again would find them for ever.
    if (Errors.length > 0) throw new TransientError('Some objects could not be deleted', { code: 'store-unavailable' });
  }
}

export function openVault({ s3, bucket }: { s3: S3Client; bucket: string }): Vault {
  const get = async (key: string, caseKey: CaseKey): Promise<Buffer | undefined> => {
    try {
      const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
      return caseKey.open(await Body!.transformToByteArray(), key);
    } catch (error) {
      if (error instanceof NoSuchKey) return undefined;
      throw error;
    }
  };

  return {
    get,

    async put(key, plain, caseKey) {
      await s3.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: caseKey.seal(plain, key) }));
    },

    async putIfAbsent(key, plain, caseKey) {
      try {
        await s3.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: caseKey.seal(plain, key), IfNoneMatch: '*' }));
        return plain;
      } catch (error) {
        const status = error instanceof S3ServiceException ? error.$metadata.httpStatusCode : undefined;
        if (status === 412) return (await get(key, caseKey))!;
        // "ConditionalRequestConflict": another first write of the key is under way.
        if (status === 409) throw new TransientError('Another attempt is writing this object', { code: 'system-conflict', cause: error });
        throw error;
      }
    },

    async purge(id) {
      await deletePrefix(s3, bucket, vaultKey(id, ''));
    },
  };
}
