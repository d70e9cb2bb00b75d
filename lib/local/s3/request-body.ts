/** A request's body with everything it promised about itself: length, MD5, SHA-256, checksum. */
import { AwsError } from '../contract.ts';
import { announcedChecksum, digestFor, type Digest } from './checksums.ts';
import { unchunked } from './chunked-body.ts';
import { notImplemented } from './operations.ts';
import type { S3Call } from './s3-call.ts';

export interface Checksum {
  /** Lower case, as in `x-amz-checksum-crc32`. */
  algorithm: string;
  /** Base64, with `-N` for a multipart composite. */
  value: string;
}

/** What a body turned out to be, once it was read to its end and every promise held. */
export interface BodyFacts {
  size: number;
  md5: Buffer;
  checksum?: Checksum;
}

export interface RequestBody {
  /** Throws at its end when the body is not what its headers promised, so a half-true body is never stored. */
  bytes: AsyncIterable<Buffer>;
  /** Call after `bytes` ended. */
  facts(): BodyFacts;
}

export const largestPut = 5 * 1024 ** 3;

/** Opens the body of a put: takes off aws-chunked framing and measures while it passes. */
export function openBody(call: S3Call): RequestBody {
  const { headers } = call;
  const payload = headers['x-amz-content-sha256'] ?? 'UNSIGNED-PAYLOAD';
  if (payload.startsWith('STREAMING-AWS4')) throw notImplemented(`Payload ${payload}`);
  const chunked = payload.startsWith('STREAMING-') || (headers['content-encoding'] ?? '').includes('aws-chunked');
  const promised = chunked ? headers['x-amz-decoded-content-length'] : headers['content-length'];
  if (promised === undefined)
    throw new AwsError('MissingContentLength', 'You must provide the Content-Length HTTP header.', { status: 411 });
  const trailers: Record<string, string> = {};
  const source: AsyncIterable<Buffer> = call.incoming;
  return measured(chunked ? unchunked(source, trailers) : source, { headers, trailers, size: Number(promised), payload });
}

interface Promises {
  headers: Record<string, string>;
  /** Filled when the body has ended. */
  trailers: Record<string, string>;
  size: number | undefined;
  payload: string;
}

/** Measures any stream of bytes against what was promised about it. */
function measured(source: AsyncIterable<Buffer>, promises: Promises): RequestBody {
  const digests = digestsFor(promises);
  let facts: BodyFacts | undefined;
  async function* bytes(): AsyncGenerator<Buffer> {
    let size = 0;
    for await (const piece of source) {
      size += piece.length;
      if (size > largestPut) throw new AwsError('EntityTooLarge', 'Your proposed upload exceeds the maximum allowed size');
      for (const digest of Object.values(digests)) digest?.update(piece);
      yield piece;
    }
    facts = proven(promises, size, digests);
  }
  return {
    bytes: bytes(),
    facts() {
      if (!facts) throw new AwsError('InternalError', 'The body was not read to its end', { status: 500 });
      return facts;
    },
  };
}

interface Digests {
  md5: Digest;
  checksum: Digest | undefined;
  sha256: Digest | undefined;
}

function digestsFor(promises: Promises): Digests {
  const algorithm = announcedChecksum(promises.headers);
  return {
    md5: digestFor('md5'),
    checksum: algorithm === undefined ? undefined : digestFor(algorithm),
    sha256: /^[0-9a-f]{64}$/.test(promises.payload) ? digestFor('sha256') : undefined,
  };
}

function proven(promises: Promises, size: number, digests: Digests): BodyFacts {
  const { headers, trailers, payload } = promises;
  if (promises.size !== undefined && size !== promises.size) {
    throw new AwsError('IncompleteBody', 'You did not provide the number of bytes specified by the Content-Length HTTP header');
  }
  const md5 = digests.md5.value();
  compare(headers['content-md5'], md5.toString('base64'), 'Content-MD5');
  if (digests.sha256 && digests.sha256.value().toString('hex') !== payload) {
    throw new AwsError('XAmzContentSHA256Mismatch', "The provided 'x-amz-content-sha256' header does not match what was computed.");
  }
  const algorithm = announcedChecksum(headers);
  if (algorithm === undefined || !digests.checksum) return { size, md5 };
  const value = digests.checksum.value().toString('base64');
  const name = `x-amz-checksum-${algorithm}`;
  compare(trailers[name] ?? headers[name], value, algorithm.toUpperCase());
  return { size, md5, checksum: { algorithm, value } };
}

function compare(promised: string | undefined, actual: string, what: string): void {
  if (promised === undefined || promised === actual) return;
  throw new AwsError('BadDigest', `The ${what} you specified did not match the calculated checksum.`);
}

/** Reads a small body whole, as DeleteObjects and CompleteMultipartUpload need it. */
export async function readWhole(call: S3Call, limit = 2 * 1024 ** 2): Promise<string> {
  const body = openBody(call);
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of body.bytes) {
    size += piece.length;
    if (size > limit) throw new AwsError('MalformedXML', 'The XML you provided was too large');
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}

/** Measures the file of a form, whose length nobody promised. */
export function measureFormFile(source: AsyncIterable<Buffer>, headers: Record<string, string>): RequestBody {
  return measured(source, { headers, trailers: {}, size: undefined, payload: '' });
}
