/** Multipart uploads: parts are files of their own and stay so, completing copies nothing. */
import { createHash, randomBytes } from 'node:crypto';
import { AwsError } from '../contract.ts';
import { announcedChecksum, compositeChecksum } from './checksums.ts';
import { checksumHeaders, encryptionHeaders, keptHeaders } from './object-headers.ts';
import type { Part, StoredObject, Upload } from './object-index.ts';
import { storeBody } from './object-operations.ts';
import { notImplemented } from './operations.ts';
import { checkWriteCondition } from './preconditions.ts';
import { openBody, readWhole } from './request-body.ts';
import type { S3Call } from './s3-call.ts';
import { bucketOf, type S3Answer, type S3Store } from './s3-store.ts';
import { readElements, xmlDocument } from './xml.ts';

const smallestPart = 5 * 1024 ** 2;
const mostParts = 10_000;

export async function createMultipartUpload(store: S3Store, call: S3Call): Promise<S3Answer> {
  const headers = keptHeaders(call.headers, bucketOf(store, call.bucket));
  if (call.headers['x-amz-checksum-type'] === 'FULL_OBJECT') throw notImplemented('A multipart upload with a FULL_OBJECT checksum');
  const checksumAlgorithm = announcedChecksum(call.headers);
  const UploadId = randomBytes(24).toString('base64url');
  const upload: Upload = { bucket: call.bucket, key: call.key, startedAt: store.clock.now(), headers };
  store.index.createUpload(UploadId, checksumAlgorithm ? { ...upload, checksumAlgorithm } : upload);
  const body = xmlDocument('InitiateMultipartUploadResult', { Bucket: call.bucket, Key: call.key, UploadId });
  const announced = checksumAlgorithm
    ? { 'x-amz-checksum-algorithm': checksumAlgorithm.toUpperCase(), 'x-amz-checksum-type': 'COMPOSITE' }
    : {};
  return { status: 200, headers: { ...announced, ...encryptionHeaders(headers) }, body };
}

export async function uploadPart(store: S3Store, call: S3Call): Promise<S3Answer> {
  const { id, upload } = uploadOf(store, call);
  const number = Number(call.query.get('partNumber'));
  if (!Number.isInteger(number) || number < 1 || number > mostParts) {
    throw new AwsError('InvalidArgument', `Part number must be an integer between 1 and ${mostParts}, inclusive`);
  }
  const object = await storeBody(store, openBody(call), {});
  if (!store.index.upload(id)) {
    // Aborted or completed while the part was on its way.
    await store.blobs.remove(object.files);
    throw noSuchUpload(id);
  }
  const before = store.index.putPart(id, { number, object });
  if (before) await store.blobs.remove(before.object.files);
  return { status: 200, headers: { etag: object.etag, ...checksumHeaders(object), ...encryptionHeaders(upload.headers) } };
}

export async function completeMultipartUpload(store: S3Store, call: S3Call): Promise<S3Answer> {
  const { id } = uploadOf(store, call);
  const wanted = readElements(await readWhole(call), 'Part');
  // Read again: another call may have ended the upload while this body arrived.
  const { upload } = uploadOf(store, call);
  const uploaded = store.index.parts(id);
  const parts = chosenParts(wanted, uploaded);
  const object = joined(parts, upload, store.clock.now());
  checkSize(call, object);
  checkWriteCondition(call.headers, store.index.get(call.bucket, call.key));
  const before = store.index.completeUpload(id, object);
  const unused = uploaded.filter((part) => !parts.includes(part));
  await store.blobs.remove([...(before?.files ?? []), ...unused.flatMap((part) => part.object.files)]);
  const Location = `http://${call.headers.host ?? ''}${call.rawPath}`;
  const checksum = object.checksum && {
    [`Checksum${object.checksum.algorithm.toUpperCase()}`]: object.checksum.value,
    ChecksumType: 'COMPOSITE',
  };
  const body = xmlDocument('CompleteMultipartUploadResult', {
    Location,
    Bucket: call.bucket,
    Key: call.key,
    ETag: object.etag,
    ...checksum,
  });
  return { status: 200, headers: encryptionHeaders(object.headers), body };
}

/** The uploaded parts that the list names, in its order, as strictly as S3. */
function chosenParts(wanted: readonly Record<string, string>[], uploaded: readonly Part[]): Part[] {
  if (wanted.length === 0) throw new AwsError('MalformedXML', 'You must specify at least one part');
  const chosen = wanted.map((one) => {
    const part = uploaded.find(({ number }) => number === Number(one.PartNumber));
    const sameTag = part && bare(one.ETag ?? '') === bare(part.object.etag);
    if (!part || !sameTag || !sameChecksum(one, part)) {
      const message = 'One or more of the specified parts could not be found, or its entity tag did not match.';
      throw new AwsError('InvalidPart', message, { extra: { PartNumber: one.PartNumber } });
    }
    return part;
  });
  chosen.forEach((part, position) => {
    const following = chosen[position + 1];
    if (following && following.number <= part.number)
      throw new AwsError('InvalidPartOrder', 'The list of parts was not in ascending order.');
    if (following && part.object.size < smallestPart) {
      throw new AwsError('EntityTooSmall', 'Your proposed upload is smaller than the minimum allowed size');
    }
  });
  return chosen;
}

const bare = (etag: string): string => etag.replaceAll('"', '');

function sameChecksum(wanted: Record<string, string>, part: Part): boolean {
  const { checksum } = part.object;
  const given = checksum && wanted[`Checksum${checksum.algorithm.toUpperCase()}`];
  return given === undefined || given === checksum?.value;
}

function joined(parts: readonly Part[], upload: Upload, modifiedAt: number): StoredObject {
  const tags = Buffer.concat(parts.map((part) => Buffer.from(bare(part.object.etag), 'hex')));
  const object: StoredObject = {
    etag: `"${createHash('md5').update(tags).digest('hex')}-${parts.length}"`,
    size: parts.reduce((sum, part) => sum + part.object.size, 0),
    modifiedAt,
    files: parts.flatMap((part) => part.object.files),
    headers: upload.headers,
  };
  const sums = parts.flatMap(({ object: { checksum } }) =>
    checksum?.algorithm === upload.checksumAlgorithm && checksum ? [checksum.value] : [],
  );
  if (upload.checksumAlgorithm === undefined || sums.length !== parts.length) return object;
  return { ...object, checksum: { algorithm: upload.checksumAlgorithm, value: compositeChecksum(upload.checksumAlgorithm, sums) } };
}

function checkSize(call: S3Call, object: StoredObject): void {
  const promised = call.headers['x-amz-mp-object-size'];
  if (promised !== undefined && Number(promised) !== object.size) {
    throw new AwsError('InvalidRequest', 'The provided x-amz-mp-object-size does not match the total size of the parts');
  }
}

export async function abortMultipartUpload(store: S3Store, call: S3Call): Promise<S3Answer> {
  const { id } = uploadOf(store, call);
  const parts = store.index.parts(id);
  store.index.deleteUpload(id);
  await store.blobs.remove(parts.flatMap((part) => part.object.files));
  return { status: 204 };
}

export async function listParts(store: S3Store, call: S3Call): Promise<S3Answer> {
  const { id, upload } = uploadOf(store, call);
  const most = Math.min(Number(call.query.get('max-parts') ?? 1000), 1000);
  const after = Number(call.query.get('part-number-marker') ?? 0);
  const rest = store.index.parts(id).filter((part) => part.number > after);
  const shown = rest.slice(0, most);
  const body = xmlDocument('ListPartsResult', {
    Bucket: upload.bucket,
    Key: upload.key,
    UploadId: id,
    PartNumberMarker: after,
    NextPartNumberMarker: shown.at(-1)?.number,
    MaxParts: most,
    IsTruncated: rest.length > shown.length,
    Part: shown.map(({ number, object }) => ({
      PartNumber: number,
      LastModified: new Date(object.modifiedAt).toISOString(),
      ETag: object.etag,
      Size: object.size,
      ...(object.checksum && { [`Checksum${object.checksum.algorithm.toUpperCase()}`]: object.checksum.value }),
    })),
  });
  return { status: 200, body };
}

function uploadOf(store: S3Store, call: S3Call): { id: string; upload: Upload } {
  bucketOf(store, call.bucket);
  const id = call.query.get('uploadId') ?? '';
  const upload = store.index.upload(id);
  if (!upload || upload.bucket !== call.bucket || upload.key !== call.key) throw noSuchUpload(id);
  return { id, upload };
}

function noSuchUpload(id: string): AwsError {
  const message = 'The specified upload does not exist. The upload ID may be invalid, or the upload may have been aborted or completed.';
  return new AwsError('NoSuchUpload', message, { status: 404, extra: { UploadId: id } });
}
