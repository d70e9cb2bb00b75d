/** Signature Version 4 where only S3 can check it: in a presigned URL and over a form policy. */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { AwsError, type Clock } from '../contract.ts';
import { readSigner } from '../sigv4.ts';
import type { S3Call } from './s3-call.ts';

export interface SignatureCheck {
  clock: Clock;
  region: string;
  /** The secret of an access key, `undefined` for a key nobody holds. */
  secretOf(accessKeyId: string): string | undefined;
}

interface Signed {
  accessKeyId: string;
  /** `date/region/s3/aws4_request` */
  scope: string;
  at: string;
  signedHeaders: readonly string[];
  signature: string;
  payloadHash: string;
}

const longestValidity = 7 * 24 * 3600;

/**
 * Refuses a request that nobody signed, and a presigned one that was changed on its way or whose time
 * is over. A signature in the headers was checked by the front door before.
 */
export function checkSignature(call: S3Call, check: SignatureCheck): void {
  if (!call.presigned) {
    // Read as the front door reads it: what it did not take for a signature, it did not check.
    if (readSigner(call.incoming)?.by !== 'header') throw new AwsError('AccessDenied', 'Access Denied', { status: 403 });
    return;
  }
  const signed = readSigned(call.query);
  refuseExpired(call.query, signed.at, check.clock);
  const stringToSign = ['AWS4-HMAC-SHA256', signed.at, signed.scope, sha256(canonicalRequest(call, signed))].join('\n');
  compareSignature({ ...signed, stringToSign }, check);
}

/** Compares a given signature with the one the key's owner would make. Also used for form policies. */
export function compareSignature(
  given: { accessKeyId: string; scope: string; stringToSign: string; signature: string },
  check: SignatureCheck,
): void {
  const [date, region, service] = given.scope.split('/');
  if (service !== 's3' || region !== check.region) {
    throw new AwsError('AuthorizationQueryParametersError', `The credential scope must name s3 in ${check.region}`);
  }
  const secret = check.secretOf(given.accessKeyId);
  if (secret === undefined) {
    throw new AwsError('InvalidAccessKeyId', 'The AWS Access Key Id you provided does not exist in our records.', { status: 403 });
  }
  const wanted = hmac(signingKey(secret, given.scope, date ?? ''), given.stringToSign);
  const actual = Buffer.from(given.signature, 'hex');
  if (actual.length !== wanted.length || !timingSafeEqual(actual, wanted)) {
    const message = 'The request signature we calculated does not match the signature you provided. Check your key and signing method.';
    throw new AwsError('SignatureDoesNotMatch', message, { status: 403 });
  }
}

function signingKey(secret: string, scope: string, date: string): Buffer {
  const [, region = '', service = ''] = scope.split('/');
  return [region, service, 'aws4_request'].reduce<Buffer>((key, part) => hmac(key, part), hmac(`AWS4${secret}`, date));
}

function readSigned(query: URLSearchParams): Signed {
  const parameter = (name: string): string => query.get(name) ?? '';
  if (parameter('X-Amz-Algorithm') !== 'AWS4-HMAC-SHA256') {
    throw new AwsError('AuthorizationQueryParametersError', 'X-Amz-Algorithm only supports "AWS4-HMAC-SHA256"');
  }
  return {
    ...splitCredential(parameter('X-Amz-Credential')),
    at: parameter('X-Amz-Date'),
    signedHeaders: parameter('X-Amz-SignedHeaders').split(';'),
    signature: parameter('X-Amz-Signature'),
    payloadHash: query.get('X-Amz-Content-Sha256') ?? 'UNSIGNED-PAYLOAD',
  };
}

/** Splits `AKID/20261121/eu-central-1/s3/aws4_request`. */
export function splitCredential(credential: string): { accessKeyId: string; scope: string } {
  const slash = credential.indexOf('/');
  return { accessKeyId: credential.slice(0, Math.max(slash, 0)), scope: credential.slice(slash + 1) };
}

function refuseExpired(query: URLSearchParams, at: string, clock: Clock): void {
  const seconds = Number(query.get('X-Amz-Expires'));
  if (!(seconds >= 1 && seconds <= longestValidity)) {
    const message = 'X-Amz-Expires must be at least 1 and less than a week (in seconds)';
    throw new AwsError('AuthorizationQueryParametersError', message);
  }
  const signedAt = basicTime(at);
  if (Number.isNaN(signedAt)) throw new AwsError('AuthorizationQueryParametersError', 'X-Amz-Date must be an ISO 8601 basic time');
  if (clock.now() > signedAt + seconds * 1000) throw new AwsError('AccessDenied', 'Request has expired', { status: 403 });
}

/** Milliseconds of `20261121T101500Z`. */
function basicTime(text: string): number {
  return Date.parse(text.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));
}

function canonicalRequest(call: S3Call, signed: Signed): string {
  const headers = signed.signedHeaders.map((name) => `${name}:${(rawHeader(call, name) ?? '').trim().replace(/ +/g, ' ')}\n`);
  return [
    call.method,
    call.rawPath
      .split('/')
      .map((part) => encoded(decodeURIComponent(part)))
      .join('/'),
    canonicalQuery(call.rawQuery),
    headers.join(''),
    signed.signedHeaders.join(';'),
    signed.payloadHash,
  ].join('\n');
}

function rawHeader(call: S3Call, name: string): string | undefined {
  const value = call.incoming.headers[name];
  return Array.isArray(value) ? value.join(',') : value;
}

function canonicalQuery(rawQuery: string): string {
  const pairs = [...new URLSearchParams(rawQuery.replaceAll('+', '%2B'))]
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => [encoded(name), encoded(value)] as const);
  pairs.sort((a, b) => order(a[0], b[0]) || order(a[1], b[1]));
  return pairs.map(([name, value]) => `${name}=${value}`).join('&');
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** RFC 3986 encoding of everything but the unreserved characters, as SigV4 wants it. */
function encoded(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();
