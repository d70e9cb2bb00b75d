/** What all S3 operations work on: the buckets of the template, the index, the blob files, the clock. */
import { join } from 'node:path';
import { AwsError, type Clock, type Resource } from '../contract.ts';
import { openBlobFiles, type BlobFiles } from './blob-files.ts';
import { openObjectIndex, type ObjectIndex, type StoredObject } from './object-index.ts';
import { checkWriteCondition } from './preconditions.ts';
import type { S3Call } from './s3-call.ts';

export interface S3Store {
  buckets: ReadonlyMap<string, Resource>;
  index: ObjectIndex;
  blobs: BlobFiles;
  clock: Clock;
}

/** An answer before it is written; `body` may be long and is then read lazily. */
export interface S3Answer {
  status: number;
  headers?: Record<string, string | number>;
  body?: string | AsyncIterable<Buffer>;
  /** Called when the answer is sent or given up. */
  done?: () => void;
}

export function openS3Store(options: { dir: string; buckets: readonly Resource[]; clock: Clock }): S3Store {
  const index = openObjectIndex(options.dir);
  return {
    buckets: new Map(options.buckets.map((bucket) => [bucket.ref, bucket])),
    index,
    blobs: openBlobFiles(join(options.dir, 'blobs'), index.files()),
    clock: options.clock,
  };
}

/** The bucket of a call; only the template creates buckets. */
export function bucketOf(store: S3Store, name: string): Resource {
  const bucket = store.buckets.get(name);
  if (!bucket) {
    throw new AwsError('NoSuchBucket', 'The specified bucket does not exist', { status: 404, extra: { BucketName: name } });
  }
  return bucket;
}

/** The object of a call, or the 404 that S3 gives. */
export function objectOf(store: S3Store, bucket: string, key: string): StoredObject {
  const object = store.index.get(bucket, key);
  if (!object) throw new AwsError('NoSuchKey', 'The specified key does not exist.', { status: 404, extra: { Key: key } });
  return object;
}

/**
 * Makes a written body the object of its key. The condition is judged in the same turn as the row
 * is written, so of two racing writers with `If-None-Match: *` exactly one wins.
 */
export async function commitObject(
  store: S3Store,
  target: { bucket: string; key: string; conditions: S3Call['headers'] },
  object: StoredObject,
): Promise<void> {
  try {
    checkWriteCondition(target.conditions, store.index.get(target.bucket, target.key));
  } catch (fault) {
    await store.blobs.remove(object.files);
    throw fault;
  }
  const before = store.index.put(target.bucket, target.key, object);
  if (before) await store.blobs.remove(before.files);
}
