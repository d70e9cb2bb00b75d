/** Signature Version 4 as the server sees it: who signed, for which service, and whether the secret was right. */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** What a request says about its signer. */
export interface Signed {
  accessKeyId: string;
  /** Service of the credential scope. */
  service: string;
  /** `header` signatures are checked here; `query` (presigned) by the service, which knows about expiry. */
  by: 'header' | 'query';
}

interface HeaderSignature {
  accessKeyId: string;
  scope: string;
  signedHeaders: string[];
  signature: string;
}

/** The signer named by the Authorization header or the query; undefined for an unsigned request. */
export function readSigner(request: IncomingMessage): Signed | undefined {
  const header = readHeader(request);
  if (header) return { accessKeyId: header.accessKeyId, service: header.scope.split('/')[2] ?? '', by: 'header' };
  const credential = queryOf(request).get('X-Amz-Credential')?.split('/');
  return credential && { accessKeyId: credential[0]!, service: credential[3] ?? '', by: 'query' };
}

/** Checks a header signature with the secret. `body` is needed unless the request carries its own hash. */
export function hasValidSignature(request: IncomingMessage, secretAccessKey: string, body?: Buffer): boolean {
  const header = readHeader(request);
  if (!header) return false;
  const stringToSign = [
    'AWS4-HMAC-SHA256',
    headerValue(request, 'x-amz-date'),
    header.scope,
    sha256(canonicalRequest(request, header, payloadHash(request, body))),
  ].join('\n');
  const expected = createHmac('sha256', signingKey(secretAccessKey, header.scope)).update(stringToSign).digest();
  const actual = Buffer.from(header.signature, 'hex');
  return actual.length === expected.length && timingSafeEqual(actual, expected);
}

function readHeader(request: IncomingMessage): HeaderSignature | undefined {
  const pattern = /^AWS4-HMAC-SHA256 Credential=([^/]+)\/([^,]+),\s*SignedHeaders=([^,]+),\s*Signature=([0-9a-f]+)$/;
  const match = pattern.exec(request.headers.authorization ?? '');
  if (!match) return undefined;
  const [, accessKeyId, scope, signedHeaders, signature] = match as unknown as [string, string, string, string, string];
  return { accessKeyId, scope, signedHeaders: signedHeaders.split(';'), signature };
}

function canonicalRequest(request: IncomingMessage, { scope, signedHeaders }: HeaderSignature, hash: string): string {
  const [path, query] = splitUrl(request.url ?? '/');
  const isS3 = scope.split('/')[2] === 's3';
  const headers = signedHeaders.map((name) => `${name}:${headerValue(request, name).trim().replace(/\s+/g, ' ')}\n`);
  // Every service but S3 signs the path encoded twice.
  const canonicalPath = isS3 ? path : path.split('/').map(encodeRfc3986).join('/');
  return [request.method, canonicalPath, canonicalQuery(query), headers.join(''), signedHeaders.join(';'), hash].join('\n');
}

function canonicalQuery(query: string): string {
  const pairs = query
    .split('&')
    .filter(Boolean)
    .map((pair) => (pair.includes('=') ? pair : `${pair}=`));
  return pairs.toSorted((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1)).join('&');
}

/** Names count before values: `select=` comes before `select-type=2`, although `=` comes after `-`. */
function sortKey(pair: string): string {
  return pair.replace('=', '\0');
}

function payloadHash(request: IncomingMessage, body: Buffer | undefined): string {
  return headerValue(request, 'x-amz-content-sha256') || sha256(body ?? '');
}

const signingKeys = new Map<string, Buffer>();

/** Derived keys change once a day, so they are kept. */
function signingKey(secret: string, scope: string): Buffer {
  const cacheKey = `${secret}\n${scope}`;
  const known = signingKeys.get(cacheKey);
  if (known) return known;
  const parts = scope.split('/');
  const key = parts.reduce<string | Buffer>((current, part) => createHmac('sha256', current).update(part).digest(), `AWS4${secret}`);
  if (signingKeys.size > 500) signingKeys.clear();
  signingKeys.set(cacheKey, key as Buffer);
  return key as Buffer;
}

function headerValue(request: IncomingMessage, name: string): string {
  const value = request.headers[name];
  return Array.isArray(value) ? value.join(',') : (value ?? '');
}

function queryOf(request: IncomingMessage): URLSearchParams {
  return new URLSearchParams(splitUrl(request.url ?? '/')[1]);
}

function splitUrl(url: string): [string, string] {
  const mark = url.indexOf('?');
  return mark < 0 ? [url, ''] : [url.slice(0, mark), url.slice(mark + 1)];
}

function encodeRfc3986(segment: string): string {
  return encodeURIComponent(segment).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
}

function sha256(data: string | Buffer): string {
  return createHash('sha256').update(data).digest('hex');
}
