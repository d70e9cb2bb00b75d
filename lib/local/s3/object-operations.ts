/** Put, get, head, copy and delete of single objects. */
import { AwsError } from '../contract.ts';
import { byteRange } from './byte-range.ts';
import { checksumHeaders, encryptionHeaders, keptHeaders, objectHeaders } from './object-headers.ts';
import type { StoredObject } from './object-index.ts';
import { notImplemented } from './operations.ts';
import { checkWriteCondition, rangeStillHolds, readCondition } from './preconditions.ts';
import { measureFormFile, openBody, readWhole, type RequestBody } from './request-body.ts';
import type { S3Call } from './s3-call.ts';
import { bucketOf, commitObject, objectOf, type S3Answer, type S3Store } from './s3-store.ts';
import { readElements, xmlDocument } from './xml.ts';

/** Writes a body to a blob file and describes it as an object. */
export async function storeBody(store: S3Store, body: RequestBody, headers: Record<string, string>): Promise<StoredObject> {
  const name = await store.blobs.write(body.bytes);
  const { size, md5, checksum } = body.facts();
  const object = { etag: `"${md5.toString('hex')}"`, size, modifiedAt: store.clock.now(), files: [{ name, size }], headers };
  return checksum ? { ...object, checksum } : object;
}

export async function putObject(store: S3Store, call: S3Call): Promise<S3Answer> {
  const headers = keptHeaders(call.headers, bucketOf(store, call.bucket));
  // Judged before the body as well, so that a lost race does not cost an upload.
  checkWriteCondition(call.headers, store.index.get(call.bucket, call.key));
  const object = await storeBody(store, openBody(call), headers);
  await commitObject(store, { ...call, conditions: call.headers }, object);
  return { status: 200, headers: { etag: object.etag, ...checksumHeaders(object), ...encryptionHeaders(headers) } };
}

/** Puts what another service of the small AWS has written. */
export async function putBytes(
  store: S3Store,
  { bucket, key }: { bucket: string; key: string },
  bytes: AsyncIterable<Buffer>,
): Promise<void> {
  const object = await storeBody(store, measureFormFile(bytes, {}), keptHeaders({}, bucketOf(store, bucket)));
  await commitObject(store, { bucket, key, conditions: {} }, object);
}

export async function getObject(store: S3Store, call: S3Call): Promise<S3Answer> {
  bucketOf(store, call.bucket);
  const object = objectOf(store, call.bucket, call.key);
  if (readCondition(call.headers, object) === 'not-modified') return { status: 304, headers: { etag: object.etag } };
  const headers = objectHeaders(object, call);
  const range = rangeStillHolds(call.headers, object) ? byteRange(call.headers.range, object.size) : undefined;
  if (!range) return sendRange(store, object, { status: 200, headers, start: 0, end: object.size - 1 });
  const { start, end } = range;
  // The checksum is of the whole; a client would compare it with the part.
  const partial = Object.fromEntries(Object.entries(headers).filter(([name]) => !name.startsWith('x-amz-checksum-')));
  return sendRange(store, object, {
    status: 206,
    headers: { ...partial, 'content-range': `bytes ${start}-${end}/${object.size}` },
    start,
    end,
  });
}

function sendRange(
  store: S3Store,
  object: StoredObject,
  part: { status: number; headers: Record<string, string>; start: number; end: number },
): S3Answer {
  const { status, headers, start, end } = part;
  const done = store.blobs.hold(object.files);
  const body = store.blobs.read(object.files, { start, end });
  return { status, headers: { ...headers, 'content-length': end - start + 1 }, body, done };
}

export async function headObject(store: S3Store, call: S3Call): Promise<S3Answer> {
  const { body: _unread, done, ...answer } = await getObject(store, call);
  done?.();
  return answer;
}

export async function deleteObject(store: S3Store, call: S3Call): Promise<S3Answer> {
  bucketOf(store, call.bucket);
  if (call.headers['if-match'] !== undefined) checkWriteCondition(call.headers, store.index.get(call.bucket, call.key));
  await removeObject(store, call.bucket, call.key);
  return { status: 204 };
}

async function removeObject(store: S3Store, bucket: string, key: string): Promise<void> {
  const before = store.index.delete(bucket, key);
  if (before) await store.blobs.remove(before.files);
}

export async function deleteObjects(store: S3Store, call: S3Call): Promise<S3Answer> {
  bucketOf(store, call.bucket);
  const xml = await readWhole(call);
  const objects = readElements(xml, 'Object');
  if (objects.length === 0 || objects.length > 1000) {
    throw new AwsError('MalformedXML', 'The XML you provided was not well-formed or did not validate against our published schema');
  }
  const Deleted: { Key: string }[] = [];
  for (const { Key = '', ...conditions } of objects) {
    for (const name of Object.keys(conditions)) throw notImplemented(`DeleteObjects with ${name}`);
    await removeObject(store, call.bucket, Key);
    Deleted.push({ Key });
  }
  const quiet = /<Quiet>true<\/Quiet>/.test(xml);
  return { status: 200, body: xmlDocument('DeleteResult', quiet ? {} : { Deleted }) };
}

/** Where CopyObject reads from. */
export function copySource(call: S3Call): { bucket: string; key: string } {
  const [path = '', version] = (call.headers['x-amz-copy-source'] ?? '').split('?');
  if (version !== undefined) throw notImplemented('CopyObject of a version');
  const [, bucket, key] = /^\/?([^/]+)\/(.+)$/.exec(path) ?? [];
  if (bucket === undefined || key === undefined)
    throw new AwsError('InvalidArgument', 'Copy Source must mention the source bucket and key');
  return { bucket: decodeURIComponent(bucket), key: decodeURIComponent(key) };
}

export async function copyObject(store: S3Store, call: S3Call): Promise<S3Answer> {
  const bucket = bucketOf(store, call.bucket);
  const from = copySource(call);
  bucketOf(store, from.bucket);
  const source = objectOf(store, from.bucket, from.key);
  const replace = call.headers['x-amz-metadata-directive'] === 'REPLACE';
  const asked = encryptionHeaders(keptHeaders(call.headers, bucket));
  const headers = replace ? keptHeaders(call.headers, bucket) : { ...withoutEncryption(source.headers), ...asked };
  const copy = await copyBytes(store, source, headers);
  await commitObject(store, { ...call, conditions: call.headers }, copy);
  const result = { ETag: copy.etag, LastModified: new Date(copy.modifiedAt).toISOString() };
  return { status: 200, headers: encryptionHeaders(headers), body: xmlDocument('CopyObjectResult', result) };
}

async function copyBytes(store: S3Store, source: StoredObject, headers: Record<string, string>): Promise<StoredObject> {
  const done = store.blobs.hold(source.files);
  try {
    const name = await store.blobs.write(store.blobs.read(source.files, { start: 0, end: source.size - 1 }));
    return { ...source, headers, modifiedAt: store.clock.now(), files: [{ name, size: source.size }] };
  } finally {
    done();
  }
}

function withoutEncryption(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !name.startsWith('x-amz-server-side-encryption')));
}
