/** An S3 request taken apart: bucket, key, query and the headers that count. */
import type { IncomingMessage } from 'node:http';
import { AwsError } from '../contract.ts';

/** What every operation reads. Headers of a presigned URL may sit in its query; here they are headers. */
export interface S3Call {
  method: string;
  bucket: string;
  /** Empty for bucket operations. */
  key: string;
  query: URLSearchParams;
  headers: Record<string, string>;
  presigned: boolean;
  /** Path and query as sent; signatures are computed over these. */
  rawPath: string;
  rawQuery: string;
  incoming: IncomingMessage;
}

const longestKey = 1024;

/** Reads method, path, query and headers. Never normalises the path: `..` is an ordinary part of a key. */
export function readS3Call(incoming: IncomingMessage): S3Call {
  const url = incoming.url ?? '/';
  const mark = url.indexOf('?');
  const rawPath = mark < 0 ? url : url.slice(0, mark);
  const rawQuery = mark < 0 ? '' : url.slice(mark + 1);
  const query = new URLSearchParams(rawQuery);
  const slash = rawPath.indexOf('/', 1);
  const bucket = decoded(slash < 0 ? rawPath.slice(1) : rawPath.slice(1, slash));
  const key = slash < 0 ? '' : decoded(rawPath.slice(slash + 1));
  if (Buffer.byteLength(key) > longestKey) throw new AwsError('KeyTooLongError', 'Your key is too long');
  const presigned = query.has('X-Amz-Signature');
  return {
    method: incoming.method ?? 'GET',
    bucket,
    key,
    query,
    headers: { ...(presigned ? hoistedHeaders(query) : {}), ...plainHeaders(incoming) },
    presigned,
    rawPath,
    rawQuery,
    incoming,
  };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new AwsError('InvalidURI', "Couldn't parse the specified URI.");
  }
}

function plainHeaders(incoming: IncomingMessage): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(',') : value;
  }
  return headers;
}

/** The presigner moves `x-amz-*` headers into the query, where S3 honours them just the same. */
function hoistedHeaders(query: URLSearchParams): Record<string, string> {
  const pairs = [...query].map(([name, value]) => [name.toLowerCase(), value] as const);
  return Object.fromEntries(pairs.filter(([name]) => name.startsWith('x-amz-')));
}
