/** Browser upload by a signed form (presigned POST). */
import { AwsError } from '../contract.ts';
import { readForm } from './form-data.ts';
import { keptHeaders } from './object-headers.ts';
import { storeBody } from './object-operations.ts';
import { checkPostPolicy } from './post-policy.ts';
import { measureFormFile } from './request-body.ts';
import type { S3Call } from './s3-call.ts';
import { bucketOf, commitObject, type S3Answer, type S3Store } from './s3-store.ts';
import type { SignatureCheck } from './signature.ts';
import { xmlDocument } from './xml.ts';

interface Rules {
  check: SignatureCheck;
  /** Throws where the form's signer may not put this key. */
  authorize(accessKeyId: string, key: string): void;
}

/** Takes the file of a form whose policy was signed and allows it. */
export async function postObject(store: S3Store, call: S3Call, rules: Rules): Promise<S3Answer> {
  const bucket = bucketOf(store, call.bucket);
  const form = await readForm(call.incoming, call.headers['content-type'] ?? '');
  // S3 compares the policy's bucket with the address, not with what the form claims.
  const fields = { ...form.fields, bucket: call.bucket };
  const allowed = checkPostPolicy(fields, rules.check);
  const key = (form.fields.key ?? '').replaceAll('${filename}', form.fileName);
  if (key === '') throw new AwsError('InvalidArgument', "Bucket POST must contain a field named 'key'.");
  rules.authorize(allowed.accessKeyId, key);
  const headers = keptHeaders(form.fields, bucket);
  const body = measureFormFile(within(form.file, allowed.smallest, allowed.largest), form.fields);
  const object = await storeBody(store, body, headers);
  await commitObject(store, { bucket: call.bucket, key, conditions: {} }, object);
  return answer(form.fields, { bucket: call.bucket, key, etag: object.etag, host: call.headers.host ?? '' });
}

async function* within(file: AsyncIterable<Buffer>, smallest: number, largest: number): AsyncGenerator<Buffer> {
  let size = 0;
  for await (const piece of file) {
    size += piece.length;
    if (size > largest) {
      const extra = { ProposedSize: size, MaxSizeAllowed: largest };
      throw new AwsError('EntityTooLarge', 'Your proposed upload exceeds the maximum allowed size', { extra });
    }
    yield piece;
  }
  if (size < smallest) {
    const extra = { ProposedSize: size, MinSizeAllowed: smallest };
    throw new AwsError('EntityTooSmall', 'Your proposed upload is smaller than the minimum allowed size', { extra });
  }
}

function answer(fields: Record<string, string>, stored: { bucket: string; key: string; etag: string; host: string }): S3Answer {
  const path = stored.key.split('/').map(encodeURIComponent).join('/');
  const Location = `http://${stored.host}/${stored.bucket}/${path}`;
  const headers = { etag: stored.etag, location: Location };
  const redirect = fields.success_action_redirect;
  if (redirect !== undefined && URL.canParse(redirect)) {
    const target = new URL(redirect);
    target.searchParams.set('bucket', stored.bucket);
    target.searchParams.set('key', stored.key);
    target.searchParams.set('etag', stored.etag);
    return { status: 303, headers: { etag: stored.etag, location: target.href } };
  }
  const status = fields.success_action_status;
  if (status !== '201') return { status: status === '200' ? 200 : 204, headers };
  const body = xmlDocument('PostResponse', { Location, Bucket: stored.bucket, Key: stored.key, ETag: stored.etag }, { plain: true });
  return { status: 201, headers, body };
}
