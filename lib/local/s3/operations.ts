/** Which S3 operation a request is, and which permission it takes. Anything not listed is refused by name. */
import type { AwsError } from '../contract.ts';
import { unknownOperation } from '../unknown-operation.ts';
import { operationName, subResource } from './operation-name.ts';
import type { S3Call } from './s3-call.ts';

export type OperationName =
  | 'ListObjectsV2'
  | 'HeadBucket'
  | 'DeleteObjects'
  | 'PostObject'
  | 'PutObject'
  | 'CopyObject'
  | 'GetObject'
  | 'HeadObject'
  | 'DeleteObject'
  | 'CreateMultipartUpload'
  | 'UploadPart'
  | 'CompleteMultipartUpload'
  | 'AbortMultipartUpload'
  | 'ListParts';

interface Rule {
  operation: OperationName;
  on: 'bucket' | 'object';
  method: string;
  /** Query parameters or headers that tell this operation from its neighbours. */
  marks?: readonly string[];
  header?: string;
  /** Further query parameters it understands. */
  takes?: readonly string[];
}

const overrides = ['cache-control', 'content-disposition', 'content-encoding', 'content-language', 'content-type', 'expires'].map(
  (name) => `response-${name}`,
);
const listing = ['prefix', 'delimiter', 'max-keys', 'continuation-token', 'start-after', 'encoding-type', 'fetch-owner'];

/** The first rule that fits wins, so the ones with marks stand before the plain ones. */
const rules: readonly Rule[] = [
  { operation: 'ListObjectsV2', on: 'bucket', method: 'GET', marks: ['list-type'], takes: listing },
  { operation: 'HeadBucket', on: 'bucket', method: 'HEAD' },
  { operation: 'DeleteObjects', on: 'bucket', method: 'POST', marks: ['delete'] },
  { operation: 'PostObject', on: 'bucket', method: 'POST' },
  { operation: 'UploadPart', on: 'object', method: 'PUT', marks: ['partNumber', 'uploadId'] },
  { operation: 'CopyObject', on: 'object', method: 'PUT', header: 'x-amz-copy-source' },
  { operation: 'PutObject', on: 'object', method: 'PUT' },
  { operation: 'ListParts', on: 'object', method: 'GET', marks: ['uploadId'], takes: ['max-parts', 'part-number-marker'] },
  { operation: 'GetObject', on: 'object', method: 'GET', takes: overrides },
  { operation: 'HeadObject', on: 'object', method: 'HEAD', takes: overrides },
  { operation: 'AbortMultipartUpload', on: 'object', method: 'DELETE', marks: ['uploadId'] },
  { operation: 'DeleteObject', on: 'object', method: 'DELETE' },
  { operation: 'CreateMultipartUpload', on: 'object', method: 'POST', marks: ['uploads'] },
  { operation: 'CompleteMultipartUpload', on: 'object', method: 'POST', marks: ['uploadId'] },
];

/** IAM action of each operation: https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html */
export const actionOf: Record<OperationName, string> = {
  ListObjectsV2: 's3:ListBucket',
  HeadBucket: 's3:ListBucket',
  DeleteObjects: 's3:DeleteObject',
  PostObject: 's3:PutObject',
  PutObject: 's3:PutObject',
  CopyObject: 's3:PutObject',
  GetObject: 's3:GetObject',
  HeadObject: 's3:GetObject',
  DeleteObject: 's3:DeleteObject',
  CreateMultipartUpload: 's3:PutObject',
  UploadPart: 's3:PutObject',
  CompleteMultipartUpload: 's3:PutObject',
  AbortMultipartUpload: 's3:AbortMultipartUpload',
  ListParts: 's3:ListMultipartUploadParts',
};

/** Names the operation of a request, or refuses it: real S3 would do something here that this one does not. */
export function operationOf(call: S3Call): OperationName {
  const on = call.key === '' ? 'bucket' : 'object';
  const rule = call.bucket === '' ? undefined : rules.find((one) => one.on === on && one.method === call.method && fits(one, call));
  if (!rule) throw notImplemented(operationName(call));
  const known = new Set([...(rule.marks ?? []), ...(rule.takes ?? []), 'x-id']);
  const unknown = [...call.query.keys()].find((name) => !known.has(name) && !name.toLowerCase().startsWith('x-amz-'));
  if (unknown !== undefined)
    throw notImplemented(unknown === subResource(call.query) ? operationName(call) : `${rule.operation} with ?${unknown}`);
  if (rule.operation === 'UploadPart' && call.headers['x-amz-copy-source'] !== undefined) throw notImplemented('UploadPartCopy');
  if (rule.operation === 'ListObjectsV2' && call.query.get('list-type') !== '2') throw notImplemented('ListObjects');
  refuseUnknownHeaders(rule.operation, call.headers);
  return rule.operation;
}

function fits(rule: Rule, call: S3Call): boolean {
  const marked = (rule.marks ?? []).every((mark) => call.query.has(mark));
  return marked && (rule.header === undefined || call.headers[rule.header] !== undefined);
}

const signing = [
  'algorithm',
  'credential',
  'date',
  'expires',
  'signature',
  'signedheaders',
  'security-token',
  'content-sha256',
  'user-agent',
];
const body = ['sdk-checksum-algorithm', 'trailer', 'decoded-content-length', 'mp-object-size', 'storage-class'];
const encryption = ['', '-aws-kms-key-id', '-bucket-key-enabled', '-context'].map((end) => `server-side-encryption${end}`);
const copying = ['copy-source', 'metadata-directive'];
const understood = new Set([...signing, ...body, ...encryption, ...copying].map((name) => `x-amz-${name}`));
const understoodFamilies = /^x-amz-(?:meta|checksum)-/;

/** An `x-amz-` header asks for behaviour (a lock, an ACL, tags); ignoring it would be a silent success. */
function refuseUnknownHeaders(operation: OperationName, headers: Record<string, string>): void {
  for (const name of Object.keys(headers)) {
    const known = understood.has(name) || understoodFamilies.test(name) || !name.startsWith('x-amz-');
    if (!known) throw notImplemented(`${operation} with header ${name}`);
  }
  const storageClass = headers['x-amz-storage-class'] ?? 'STANDARD';
  if (storageClass !== 'STANDARD') throw notImplemented(`${operation} with storage class ${storageClass}`);
}

/** The answer to what is not built. */
export function notImplemented(what: string): AwsError {
  return unknownOperation('s3', what);
}
