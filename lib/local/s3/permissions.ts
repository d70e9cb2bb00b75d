/** What each S3 call needs: its own action, and what encryption and missing objects imply. */
import type { Permission, Resource } from '../contract.ts';
import { type Implication, IMPLIED_CALLS, impliedUse, isOwnKey } from '../iam/implied-calls.ts';
import { keptHeaders } from './object-headers.ts';
import { copySource } from './object-operations.ts';
import { actionOf, operationOf, type OperationName } from './operations.ts';
import type { S3Call } from './s3-call.ts';
import type { S3Store } from './s3-store.ts';

interface Setting {
  store: S3Store;
  region: string;
}

interface Place {
  bucket: Resource;
  key: string;
  region: string;
}

interface Target {
  bucket: Resource;
  key: string;
  headers: S3Call['headers'];
}

/** What a call needs before it runs. A form upload is judged later, when its body has named the signer. */
export function permissionsOf(setting: Setting, call: S3Call): Permission[] {
  const operation = operationOf(call);
  if (operation === 'PostObject') return [];
  const action = actionOf[operation];
  const bucket = setting.store.buckets.get(call.bucket);
  // The call fails with NoSuchBucket; the grants decide whether the caller may learn even that.
  if (!bucket) return [{ action, resource: `arn:aws:s3:::${call.bucket}${call.key === '' ? '' : `/${call.key}`}` }];
  if (operation === 'ListObjectsV2') return [{ action, resource: bucket.arn, context: listContext(call) }];
  if (operation === 'HeadBucket') return [{ action, resource: bucket.arn }];
  // AWS judges each key of a DeleteObjects body; here the grant must cover the bucket's objects.
  if (operation === 'DeleteObjects') return [{ action, resource: `${bucket.arn}/*` }];
  const own = { action, resource: `${bucket.arn}/${call.key}`, ...(operation === 'PutObject' && { context: writeContext(call) }) };
  const target = { bucket, key: call.key, headers: call.headers };
  return [
    own,
    ...sourcePermissions(setting, operation, call),
    ...missingObject(setting, operation, target),
    ...encryption(setting, operation, target),
  ];
}

/** What the signer of a form needs. */
export function postPermissions(setting: Setting, call: S3Call, key: string): Permission[] {
  const bucket = setting.store.buckets.get(call.bucket);
  if (!bucket) return [];
  return storePermissions('write-object', { bucket, key, region: setting.region });
}

/** What putting an object takes that is encrypted as its bucket says. */
export function storePermissions(implication: Implication, { bucket, key, region }: Place): Permission[] {
  const own = { action: 's3:PutObject', resource: `${bucket.arn}/${key}` };
  return [own, ...underKey(implication, keptHeaders({}, bucket), { bucket, key, region })];
}

function sourcePermissions(setting: Setting, operation: OperationName, call: S3Call): Permission[] {
  if (operation !== 'CopyObject') return [];
  const { bucket: name, key } = copySource(call);
  const bucket = setting.store.buckets.get(name);
  if (!bucket) return [];
  const source = { bucket, key, headers: {} };
  const own = { action: 's3:GetObject', resource: `${bucket.arn}/${key}` };
  return [own, ...missingObject(setting, 'GetObject', source), ...encryption(setting, 'GetObject', source)];
}

const reads = new Set<OperationName>(['GetObject', 'HeadObject']);

/** "If you don't have the s3:ListBucket permission, Amazon S3 returns an HTTP status code 403" for a missing object. */
function missingObject({ store }: Setting, operation: OperationName, { bucket, key }: Target): Permission[] {
  if (!reads.has(operation) || store.index.get(bucket.ref, key)) return [];
  return IMPLIED_CALLS['read-missing-object'].calls.map((action) => ({ action, resource: bucket.arn }));
}

const implications: Partial<Record<OperationName, Implication>> = {
  GetObject: 'read-object',
  HeadObject: 'read-checksum',
  PutObject: 'write-object',
  CopyObject: 'write-object',
  CreateMultipartUpload: 'begin-upload',
  UploadPart: 'upload-part',
  CompleteMultipartUpload: 'end-upload',
};

function encryption({ store, region }: Setting, operation: OperationName, target: Target): Permission[] {
  const implication = implications[operation];
  if (implication === undefined || (operation === 'HeadObject' && target.headers['x-amz-checksum-mode'] !== 'ENABLED')) return [];
  const { bucket, key } = target;
  const headers = reads.has(operation) ? (store.index.get(bucket.ref, key)?.headers ?? {}) : keptHeaders(target.headers, bucket);
  return underKey(implication, headers, { bucket, key, region });
}

function underKey(implication: Implication, headers: Record<string, string>, { bucket, key, region }: Place): Permission[] {
  const id = headers['x-amz-server-side-encryption-aws-kms-key-id'];
  // Without a key of its own the object is under the account's `aws/s3` key, which needs no grant.
  if (headers['x-amz-server-side-encryption'] !== 'aws:kms' || !isOwnKey(id)) return [];
  const usesBucketKey = headers['x-amz-server-side-encryption-bucket-key-enabled'] === 'true';
  const encryptionContext = { 'aws:s3:arn': usesBucketKey ? bucket.arn : `${bucket.arn}/${key}` };
  return impliedUse(implication, { key: id, region, via: 's3', encryptionContext });
}

/** By these a policy can ask for conditional writes: S3 User Guide, "Enforce conditional writes on Amazon S3 buckets". */
function writeContext({ headers }: S3Call): Record<string, string> {
  const conditions = ['if-match', 'if-none-match'] as const;
  return Object.fromEntries(conditions.flatMap((name) => (headers[name] === undefined ? [] : [[`s3:${name}`, headers[name]]])));
}

function listContext(call: S3Call): Record<string, string> {
  const context: Record<string, string> = {};
  for (const name of ['prefix', 'delimiter', 'max-keys']) {
    const value = call.query.get(name);
    if (value !== null) context[`s3:${name}`] = value;
  }
  return context;
}
