/** The bucket of the log: hashes and signed checkpoints, public and written once. */
import { createHash } from 'node:crypto';
import { GetObjectCommand, ListObjectsV2Command, NoSuchKey, PutObjectCommand, type S3Client, S3ServiceException } from '@aws-sdk/client-s3';
import { TransientError } from '../domain/errors.ts';
import { readCheckpoint, readSignedNote } from '../receipts/log/signed-note.ts';
import { statementPath } from '../receipts/log/statements.ts';
import type { LogFiles } from '../receipts/port.ts';

const CHECKPOINT = 'checkpoint';

interface Bucket {
  s3: S3Client;
  bucket: string;
}

async function getObject({ s3, bucket }: Bucket, key: string): Promise<{ bytes: Uint8Array; etag: string } | undefined> {
  try {
    const { Body, ETag } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
    return { bytes: await Body!.transformToByteArray(), etag: ETag! };
  } catch (error) {
    if (error instanceof NoSuchKey) return undefined;
    throw error;
  }
}

type Condition = { IfNoneMatch: '*' } | { IfMatch: string };

/** False if the condition does not hold. */
async function putObject(
  { s3, bucket }: Bucket,
  key: string,
  { bytes, ...condition }: { bytes: Uint8Array } & Condition,
): Promise<boolean> {
  try {
    await s3.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: bytes, ...condition }));
    return true;
  } catch (error) {
    const status = error instanceof S3ServiceException ? error.$metadata.httpStatusCode : undefined;
    if (status === 412) return false;
    // "ConditionalRequestConflict": another write of the key is under way.
    if (status === 409) throw new TransientError('Another attempt is writing this object', { code: 'system-conflict', cause: error });
    throw error;
  }
}

const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

function sizeIn(bytes: Uint8Array): bigint {
  const note = readSignedNote(new TextDecoder().decode(bytes));
  return (note && readCheckpoint(note.text)?.size) ?? 0n;
}

async function statementsIn({ s3, bucket }: Bucket, year: number, after?: number): Promise<number[]> {
  const prefix = `${year}/${statementPath({ index: 0 }).slice(0, -1)}`;
  const behind = after === undefined ? {} : { StartAfter: `${prefix}${after}` };
  const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket: bucket, Prefix: prefix, ...behind }));
  return Contents.map(({ Key }) => Number(Key!.slice(prefix.length)));
}

/** The files of all logs, below their years. */
export function openLogFiles(open: Bucket): LogFiles {
  const keyOf = (year: number, path: string): string => `${year}/${path}`;
  return {
    read: async (year, path) => (await getObject(open, keyOf(year, path)))?.bytes,

    statements: async (year, after) => await statementsIn(open, year, after),

    async writeOnce(year, { path, bytes }) {
      if (await putObject(open, keyOf(year, path), { bytes, IfNoneMatch: '*' })) return true;
      const there = await getObject(open, keyOf(year, path));
      return there !== undefined && digest(there.bytes) === digest(bytes);
    },

    async publish(year, { size, note }) {
      const bytes = new TextEncoder().encode(note);
      for (;;) {
        const there = await getObject(open, keyOf(year, CHECKPOINT));
        if (there !== undefined && sizeIn(there.bytes) >= BigInt(size)) return;
        // A worker that was held up must not put an older one over it.
        const condition: Condition = there === undefined ? { IfNoneMatch: '*' } : { IfMatch: there.etag };
        if (await putObject(open, keyOf(year, CHECKPOINT), { bytes, ...condition })) return;
      }
    },
  };
}
