/** ListObjectsV2: keys in byte order, grouped by delimiter, in pages. */
import { AwsError } from '../contract.ts';
import type { StoredObject } from './object-index.ts';
import type { S3Call } from './s3-call.ts';
import { bucketOf, type S3Answer, type S3Store } from './s3-store.ts';
import { xmlDocument } from './xml.ts';

interface Listing {
  contents: { key: string; object: StoredObject }[];
  prefixes: string[];
  /** First key of the next page, when there is one. */
  next?: Buffer;
}

interface Question {
  bucket: string;
  prefix: Buffer;
  delimiter: string;
  limit: number;
  from: Buffer;
}

export async function listObjectsV2(store: S3Store, call: S3Call): Promise<S3Answer> {
  bucketOf(store, call.bucket);
  const question = readQuestion(call);
  const listing = question.limit === 0 ? { contents: [], prefixes: [] } : list(store, question);
  return { status: 200, body: xmlDocument('ListBucketResult', answer(call, question, listing)) };
}

function readQuestion(call: S3Call): Question {
  const { query, bucket } = call;
  const limit = Number(query.get('max-keys') ?? 1000);
  if (!Number.isInteger(limit) || limit < 0)
    throw new AwsError('InvalidArgument', 'Argument max-keys must be an integer between 0 and 2147483647');
  const encoding = query.get('encoding-type') ?? 'url';
  if (encoding !== 'url') throw new AwsError('InvalidArgument', 'Invalid Encoding Method specified in Request');
  const prefix = Buffer.from(query.get('prefix') ?? '');
  return { bucket, prefix, delimiter: query.get('delimiter') ?? '', limit: Math.min(limit, 1000), from: beginning(query, prefix) };
}

function beginning(query: URLSearchParams, prefix: Buffer): Buffer {
  const token = query.get('continuation-token');
  if (token !== null) return fromToken(token);
  const after = query.get('start-after');
  const from = after === null ? prefix : Buffer.concat([Buffer.from(after), Buffer.of(0)]);
  return Buffer.compare(from, prefix) < 0 ? prefix : from;
}

/** Tokens are opaque to clients; a mark in front tells them from anything else. */
const tokenMark = 'next:';

function fromToken(token: string): Buffer {
  const bytes = Buffer.from(token, 'base64url');
  if (bytes.toString('latin1', 0, tokenMark.length) !== tokenMark) {
    throw new AwsError('InvalidArgument', 'The continuation token provided is incorrect');
  }
  return bytes.subarray(tokenMark.length);
}

const toToken = (next: Buffer): string => Buffer.concat([Buffer.from(tokenMark), next]).toString('base64url');

function list(store: S3Store, question: Question): Listing {
  const { bucket, prefix, delimiter, limit } = question;
  const listing: Listing = { contents: [], prefixes: [] };
  let from: Buffer | undefined = question.from;
  while (from) {
    let leap: Buffer | undefined;
    for (const { key, object } of store.index.walk(bucket, from)) {
      if (!key.subarray(0, prefix.length).equals(prefix)) break;
      if (listing.contents.length + listing.prefixes.length === limit) return { ...listing, next: key };
      const group = groupOf(key.toString(), prefix.toString(), delimiter);
      if (group === undefined) listing.contents.push({ key: key.toString(), object });
      else {
        listing.prefixes.push(group);
        leap = successor(Buffer.from(group));
        break;
      }
    }
    from = leap;
  }
  return listing;
}

/** The common prefix a key falls under. */
function groupOf(key: string, prefix: string, delimiter: string): string | undefined {
  if (delimiter === '') return undefined;
  const end = key.indexOf(delimiter, prefix.length);
  return end < 0 ? undefined : key.slice(0, end + delimiter.length);
}

/** The first byte string that sorts after everything with this prefix. UTF-8 never contains 0xff. */
function successor(prefix: Buffer): Buffer {
  const last = prefix.length - 1;
  return Buffer.concat([prefix.subarray(0, last), Buffer.of((prefix[last] ?? 0) + 1)]);
}

function answer(call: S3Call, question: Question, listing: Listing): Parameters<typeof xmlDocument>[1] {
  const { query } = call;
  const shown =
    query.get('encoding-type') === 'url' ? (text: string) => encodeURIComponent(text).replaceAll('%2F', '/') : (text: string) => text;
  return {
    Name: call.bucket,
    Prefix: shown(query.get('prefix') ?? ''),
    Delimiter: query.get('delimiter') ?? undefined,
    MaxKeys: question.limit,
    EncodingType: query.get('encoding-type') ?? undefined,
    KeyCount: listing.contents.length + listing.prefixes.length,
    IsTruncated: listing.next !== undefined,
    ContinuationToken: query.get('continuation-token') ?? undefined,
    NextContinuationToken: listing.next && toToken(listing.next),
    StartAfter: query.get('start-after') ?? undefined,
    Contents: listing.contents.map(({ key, object }) => ({
      Key: shown(key),
      LastModified: new Date(object.modifiedAt).toISOString(),
      ETag: object.etag,
      ChecksumAlgorithm: object.checksum?.algorithm.toUpperCase(),
      Size: object.size,
      StorageClass: 'STANDARD',
    })),
    CommonPrefixes: listing.prefixes.map((prefix) => ({ Prefix: shown(prefix) })),
  };
}
