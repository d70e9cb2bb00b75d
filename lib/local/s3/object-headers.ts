/** Which headers an object keeps from its put and gives back with every read. */
import { AwsError, type Resource } from '../contract.ts';
import type { StoredObject } from './object-index.ts';
import type { S3Call } from './s3-call.ts';

const content = ['cache-control', 'content-disposition', 'content-encoding', 'content-language', 'content-type', 'expires'];
const encryption = 'x-amz-server-side-encryption';

/** Takes content headers, metadata and encryption from a write; the bucket's default encryption fills in. */
export function keptHeaders(headers: S3Call['headers'], bucket: Resource): Record<string, string> {
  const kept: Record<string, string> = { 'content-type': 'binary/octet-stream' };
  for (const [name, value] of Object.entries(headers)) {
    if (content.includes(name) || name.startsWith('x-amz-meta-')) kept[name] = sendable(name, value);
  }
  const coding = (kept['content-encoding'] ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== 'aws-chunked' && one !== '');
  delete kept['content-encoding'];
  if (coding.length > 0) kept['content-encoding'] = coding.join(',');
  return { ...kept, ...(headers[encryption] === undefined ? defaultEncryption(bucket) : askedEncryption(headers)) };
}

/** A form field or a query parameter can hold what no header can. */
function sendable(name: string, value: string): string {
  if (/^[\t\x20-\x7e\x80-\xff]*$/.test(value)) return value;
  throw new AwsError('InvalidArgument', `Header value cannot be represented using ISO-8859-1. ${name}`);
}

function askedEncryption(headers: S3Call['headers']): Record<string, string> {
  const names = [encryption, `${encryption}-aws-kms-key-id`, `${encryption}-bucket-key-enabled`];
  return Object.fromEntries(names.flatMap((name) => (headers[name] === undefined ? [] : [[name, headers[name]]])));
}

interface EncryptionRule {
  ServerSideEncryptionByDefault?: { SSEAlgorithm?: string; KMSMasterKeyID?: string };
  BucketKeyEnabled?: boolean | string;
}

/** The bucket's `BucketEncryption`, or AES256, which S3 applies to every object since 2023. */
function defaultEncryption(bucket: Resource): Record<string, string> {
  const setting = bucket.properties.BucketEncryption as { ServerSideEncryptionConfiguration?: EncryptionRule[] } | undefined;
  const rule = setting?.ServerSideEncryptionConfiguration?.[0];
  const byDefault = rule?.ServerSideEncryptionByDefault;
  const kept: Record<string, string> = { [encryption]: byDefault?.SSEAlgorithm ?? 'AES256' };
  if (byDefault?.KMSMasterKeyID !== undefined) kept[`${encryption}-aws-kms-key-id`] = byDefault.KMSMasterKeyID;
  if (String(rule?.BucketKeyEnabled) === 'true') kept[`${encryption}-bucket-key-enabled`] = 'true';
  return kept;
}

/** Encryption headers as every answer about an object carries them. */
export function encryptionHeaders(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => name.startsWith(encryption)));
}

/** Headers of a whole-object answer to GET and HEAD. */
export function objectHeaders(object: StoredObject, call: S3Call): Record<string, string> {
  const headers: Record<string, string> = {
    ...object.headers,
    etag: object.etag,
    'last-modified': new Date(object.modifiedAt).toUTCString(),
    'accept-ranges': 'bytes',
  };
  if (call.headers['x-amz-checksum-mode'] === 'ENABLED') Object.assign(headers, checksumHeaders(object));
  for (const name of content) {
    const override = call.query.get(`response-${name}`);
    if (override !== null) headers[name] = sendable(`response-${name}`, override);
  }
  return headers;
}

/** `x-amz-checksum-*` of an object or part that was put with one. */
export function checksumHeaders(object: StoredObject): Record<string, string> {
  if (!object.checksum) return {};
  const { algorithm, value } = object.checksum;
  return { [`x-amz-checksum-${algorithm}`]: value, 'x-amz-checksum-type': value.includes('-') ? 'COMPOSITE' : 'FULL_OBJECT' };
}
