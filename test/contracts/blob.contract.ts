/** What the product expects of S3, run with the real SDK against any endpoint. */
import { createHash, randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import {
  AbortMultipartUploadCommand,
  CopyObjectCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  ListPartsCommand,
  PutObjectCommand,
  UploadPartCommand,
  type PutObjectCommandInput,
  type S3Client,
  type S3ClientConfig,
} from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { type ContractTest, contractTest, failure, type Gaps } from './contract.ts';

export interface BlobWorld {
  /** The same client each time, or one with other settings. */
  makeClient(settings?: Partial<S3ClientConfig>): S3Client;
  /** An existing bucket, empty at the start. */
  bucket: string;
  close(): Promise<void>;
}

/** Runs the suite on the bucket that `open` gives. */
export function blobContract(name: string, open: () => Promise<BlobWorld>, gaps: Gaps = {}): void {
  let world: BlobWorld;
  let bucket: Bucket;
  const test = contractTest(() => bucket, gaps);

  describe(`blob contract: ${name}`, () => {
    beforeAll(async () => {
      world = await open();
      bucket = bucketOf(world);
    });
    afterAll(() => world.close());
    describe('single objects', () => singleObjects(test));
    describe('conditional writes', () => conditionalWrites(test));
    describe('ranges and conditional reads', () => ranges(test));
    describe('listing', () => listing(test));
    describe('multipart', () => multipart(test));
    describe('signed addresses', () => presigned(test));
    describe('signed forms', () => signedForms(test));
  });
}

type Test = ContractTest<Bucket>;

/** One bucket with the calls that most tests need. */
interface Bucket {
  name: string;
  client: S3Client;
  makeClient: BlobWorld['makeClient'];
  put(
    key: string,
    body: NonNullable<PutObjectCommandInput['Body']>,
    more?: Omit<PutObjectCommandInput, 'Bucket' | 'Key' | 'Body'>,
  ): Promise<{ ETag?: string | undefined }>;
  text(key: string): Promise<string>;
  at(key: string): { Bucket: string; Key: string };
}

function bucketOf(world: BlobWorld): Bucket {
  const at = (key: string): { Bucket: string; Key: string } => ({ Bucket: world.bucket, Key: key });
  const client = world.makeClient();
  return {
    name: world.bucket,
    client,
    makeClient: world.makeClient,
    at,
    put: (key, body, more = {}) => client.send(new PutObjectCommand({ ...at(key), Body: body, ...more })),
    async text(key) {
      const { Body } = await client.send(new GetObjectCommand(at(key)));
      return Body?.transformToString() ?? '';
    },
  };
}

const md5 = (bytes: Uint8Array | string): string => createHash('md5').update(bytes).digest('hex');

function singleObjects(test: Test): void {
  test('gives back what was put, with its type, name and metadata', async ({ client, put, at }) => {
    const more = { ContentType: 'text/plain', ContentDisposition: 'attachment; filename="a.txt"', Metadata: { case: 'r-1' } };
    const { ETag } = await put('one.txt', 'Grüße', more);
    const got = await client.send(new GetObjectCommand(at('one.txt')));
    expect(await got.Body?.transformToString()).toBe('Grüße');
    expect(ETag).toBe(`"${md5('Grüße')}"`);
    expect(got).toMatchObject({ ETag, ContentType: 'text/plain', ContentLength: 7, Metadata: { case: 'r-1' } });
    expect(got.ContentDisposition).toBe('attachment; filename="a.txt"');
  });
  test('stores a stream whole when the SDK frames it with a trailing checksum', async ({ put, client, at }) => {
    const bytes = randomBytes(300_000);
    await put('stream.bin', Readable.from([bytes.subarray(0, 70_001), bytes.subarray(70_001)]), { ContentLength: bytes.length });
    const got = await client.send(new GetObjectCommand(at('stream.bin')));
    expect(md5((await got.Body?.transformToByteArray()) ?? '')).toBe(md5(bytes));
    expect(got.ContentEncoding).toBeUndefined();
  });
  for (const ChecksumAlgorithm of ['CRC32', 'CRC32C', 'SHA1', 'SHA256'] as const) {
    test(`keeps and returns a ${ChecksumAlgorithm} checksum`, async ({ put, client, at }) => {
      await put(`sum-${ChecksumAlgorithm}`, 'checked', { ChecksumAlgorithm });
      const head = await client.send(new HeadObjectCommand({ ...at(`sum-${ChecksumAlgorithm}`), ChecksumMode: 'ENABLED' }));
      expect(head[`Checksum${ChecksumAlgorithm}`]).toBeTruthy();
    });
  }
  test('refuses a body that does not match its checksum', async ({ put, text }) => {
    const failed = await failure(put('torn', 'not what was promised', { ContentMD5: Buffer.from(md5('other'), 'hex').toString('base64') }));
    expect(failed).toEqual({ name: 'BadDigest', status: 400 });
    expect(await failure(text('torn'))).toMatchObject({ name: 'NoSuchKey' });
  });
  test('knows nothing of a missing object', async ({ client, at }) => {
    expect(await failure(client.send(new GetObjectCommand(at('missing'))))).toEqual({ name: 'NoSuchKey', status: 404 });
    expect(await failure(client.send(new HeadObjectCommand(at('missing'))))).toEqual({ name: 'NotFound', status: 404 });
  });
  test('keeps keys apart that look alike on a disk', async ({ put, text }) => {
    const keys = ['a/b', 'a%2Fb', 'a/../b', './a/b', 'A/B', 'ä b+c?d&e=f', `${'x'.repeat(300)}/y`];
    for (const key of keys) await put(key, `body of ${key}`);
    for (const key of keys) expect(await text(key)).toBe(`body of ${key}`);
  });
  test('forgets a deleted object, and deleting it again is no error', async ({ put, client, text, at }) => {
    await put('gone', 'x');
    await client.send(new DeleteObjectCommand(at('gone')));
    await client.send(new DeleteObjectCommand(at('gone')));
    expect(await failure(text('gone'))).toMatchObject({ name: 'NoSuchKey' });
  });
  test('deletes many objects in one call', async ({ put, client, name, text }) => {
    await Promise.all(['many/1', 'many/<2>', 'many/3'].map((key) => put(key, 'x')));
    const Objects = [{ Key: 'many/1' }, { Key: 'many/<2>' }, { Key: 'many/never' }];
    const { Deleted } = await client.send(new DeleteObjectsCommand({ Bucket: name, Delete: { Objects } }));
    expect(Deleted?.map(({ Key }) => Key)).toEqual(['many/1', 'many/<2>', 'many/never']);
    expect(await failure(text('many/<2>'))).toMatchObject({ name: 'NoSuchKey' });
    expect(await text('many/3')).toBe('x');
  });
  test('deletes without naming what it deleted, when asked to be quiet', async ({ put, client, name, text }) => {
    await put('quiet/1', 'x');
    const Objects = [{ Key: 'quiet/1' }, { Key: 'quiet/never' }];
    const answer = await client.send(new DeleteObjectsCommand({ Bucket: name, Delete: { Quiet: true, Objects } }));
    expect([answer.Deleted ?? [], answer.Errors ?? []]).toEqual([[], []]);
    expect(await failure(text('quiet/1'))).toMatchObject({ name: 'NoSuchKey' });
  });
  test('copies an object with its metadata', async ({ put, client, name, at, text }) => {
    await put('copy me/ä', 'original', { Metadata: { kind: 'first' } });
    await client.send(new CopyObjectCommand({ ...at('copied'), CopySource: `${name}/${encodeURIComponent('copy me')}/%C3%A4` }));
    expect(await text('copied')).toBe('original');
    expect((await client.send(new HeadObjectCommand(at('copied')))).Metadata).toEqual({ kind: 'first' });
  });
}

function conditionalWrites(test: Test): void {
  test('never overwrites with If-None-Match: *', async ({ put, text }) => {
    await put('once', 'first', { IfNoneMatch: '*' });
    expect(await failure(put('once', 'second', { IfNoneMatch: '*' }))).toEqual({ name: 'PreconditionFailed', status: 412 });
    expect(await text('once')).toBe('first');
  });
  test('lets exactly one of many racing creators win', async ({ put, text }) => {
    const racers = Array.from({ length: 20 }, (_, n) => `racer ${n}`);
    const results = await Promise.allSettled(racers.map((racer) => put('race', racer, { IfNoneMatch: '*' })));
    const winners = racers.filter((_, n) => results[n]?.status === 'fulfilled');
    expect(winners).toHaveLength(1);
    expect(await text('race')).toBe(winners[0]);
  });
  test('replaces only the version it names with If-Match', async ({ put, text }) => {
    const { ETag } = await put('guarded', 'one');
    await put('guarded', 'two', { IfMatch: ETag });
    expect(await failure(put('guarded', 'three', { IfMatch: ETag }))).toEqual({ name: 'PreconditionFailed', status: 412 });
    expect(await text('guarded')).toBe('two');
  });
  test('answers 404 to If-Match on nothing', async ({ put }) => {
    expect(await failure(put('never-there', 'x', { IfMatch: '"0"' }))).toMatchObject({ status: 404 });
  });
}

function ranges(test: Test): void {
  const read = async ({ client, at }: Bucket, Range: string) => {
    const got = await client.send(new GetObjectCommand({ ...at('digits'), Range }));
    return { text: await got.Body?.transformToString(), range: got.ContentRange, status: got.$metadata.httpStatusCode };
  };
  test('reads ranges from the start, the middle and the end', async (bucket) => {
    await bucket.put('digits', '0123456789');
    expect(await read(bucket, 'bytes=2-4')).toEqual({ text: '234', range: 'bytes 2-4/10', status: 206 });
    expect(await read(bucket, 'bytes=7-')).toEqual({ text: '789', range: 'bytes 7-9/10', status: 206 });
    expect(await read(bucket, 'bytes=-3')).toEqual({ text: '789', range: 'bytes 7-9/10', status: 206 });
    expect(await read(bucket, 'bytes=8-99')).toEqual({ text: '89', range: 'bytes 8-9/10', status: 206 });
  });
  test('answers 416 to a range beyond the end', async (bucket) => {
    await bucket.put('digits', '0123456789');
    expect(await failure(read(bucket, 'bytes=10-'))).toEqual({ name: 'InvalidRange', status: 416 });
  });
  test('answers 304 and 412 to conditional reads', async ({ client, put, at }) => {
    const { ETag } = await put('tagged', 'x');
    const get = (condition: object) => client.send(new GetObjectCommand({ ...at('tagged'), ...condition }));
    expect(await failure(get({ IfNoneMatch: ETag }))).toMatchObject({ status: 304 });
    expect(await failure(get({ IfMatch: '"other"' }))).toMatchObject({ status: 412 });
    expect(await failure(get({ IfModifiedSince: new Date(Date.now() + 3_600_000) }))).toMatchObject({ status: 304 });
    expect((await get({ IfMatch: ETag })).ETag).toBe(ETag);
  });
}

function listing(test: Test): void {
  test('lists by prefix in byte order, page by page, each key once', async ({ client, put, name }) => {
    const keys = ['list/B', 'list/a', 'list/ä', 'list/b/1', 'list/b/2', 'list/c', 'list/\u{1F600}', 'list/\uFF5E'];
    await Promise.all([...keys, 'lisu'].map((key) => put(key, 'x')));
    const seen: (string | undefined)[] = [];
    let ContinuationToken: string | undefined;
    do {
      const page = await client.send(new ListObjectsV2Command({ Bucket: name, Prefix: 'list/', MaxKeys: 3, ContinuationToken }));
      seen.push(...(page.Contents ?? []).map(({ Key }) => Key));
      ContinuationToken = page.NextContinuationToken;
    } while (ContinuationToken !== undefined);
    expect(seen).toEqual([...keys].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))));
  });
  test('groups keys by delimiter, across pages', async ({ client, put, name }) => {
    await Promise.all(['tree/a/1', 'tree/a/2', 'tree/b', 'tree/c/1', 'tree/d'].map((key) => put(key, 'x')));
    const ask = { Bucket: name, Prefix: 'tree/', Delimiter: '/', MaxKeys: 2 };
    const first = await client.send(new ListObjectsV2Command(ask));
    const second = await client.send(new ListObjectsV2Command({ ...ask, ContinuationToken: first.NextContinuationToken }));
    expect(first.CommonPrefixes).toEqual([{ Prefix: 'tree/a/' }]);
    expect(first.Contents?.map(({ Key }) => Key)).toEqual(['tree/b']);
    expect(second.CommonPrefixes).toEqual([{ Prefix: 'tree/c/' }]);
    expect(second.Contents?.map(({ Key, Size }) => [Key, Size])).toEqual([['tree/d', 1]]);
    expect([first.IsTruncated, second.IsTruncated]).toEqual([true, false]);
  });
  test('starts after a key', async ({ client, put, name }) => {
    await Promise.all(['after/1', 'after/2', 'after/3'].map((key) => put(key, 'x')));
    const page = await client.send(new ListObjectsV2Command({ Bucket: name, Prefix: 'after/', StartAfter: 'after/1' }));
    expect(page.Contents?.map(({ Key }) => Key)).toEqual(['after/2', 'after/3']);
  });
}

const fiveMiB = 5 * 1024 ** 2;

function multipart(test: Test): void {
  test('joins the parts of a streamed upload', async ({ client, at }) => {
    const bytes = randomBytes(fiveMiB * 2 + 12_345);
    const upload = new Upload({ client, params: { ...at('big.bin'), Body: Readable.from([bytes]), ContentType: 'application/zip' } });
    await upload.done();
    const got = await client.send(new GetObjectCommand(at('big.bin')));
    expect(md5((await got.Body?.transformToByteArray()) ?? '')).toBe(md5(bytes));
    expect(got.ETag).toMatch(/^"[0-9a-f]{32}-3"$/);
    expect(got.ContentType).toBe('application/zip');
    const Range = `bytes=${fiveMiB - 2}-${fiveMiB + 1}`;
    const across = await client.send(new GetObjectCommand({ ...at('big.bin'), Range }));
    expect(Buffer.from((await across.Body?.transformToByteArray()) ?? [])).toEqual(bytes.subarray(fiveMiB - 2, fiveMiB + 2));
  });
  test('stores a stream that fits into one part, in place of an earlier one', async ({ client, at, put, text }) => {
    await put('small.bin', 'earlier');
    await new Upload({ client, params: { ...at('small.bin'), Body: Readable.from(['one ', 'part']) }, partSize: 8 * 1024 ** 2 }).done();
    expect(await text('small.bin')).toBe('one part');
  });
  test('stores nothing of a stream that breaks off', async ({ client, at, text }) => {
    const broken = Readable.from(
      (function* () {
        yield randomBytes(fiveMiB + 1);
        throw new Error('broken off');
      })(),
    );
    const upload = new Upload({ client, params: { ...at('broken.bin'), Body: broken } });
    await expect(upload.done()).rejects.toThrow('broken off');
    expect(await failure(text('broken.bin'))).toMatchObject({ name: 'NoSuchKey' });
  });
  test('lists and drops the parts of an aborted upload', async ({ client, at, text }) => {
    const { UploadId } = await client.send(new CreateMultipartUploadCommand(at('dropped')));
    await client.send(new UploadPartCommand({ ...at('dropped'), UploadId, PartNumber: 1, Body: 'part' }));
    const { Parts } = await client.send(new ListPartsCommand({ ...at('dropped'), UploadId }));
    expect(Parts?.map(({ PartNumber, Size }) => [PartNumber, Size])).toEqual([[1, 4]]);
    await client.send(new AbortMultipartUploadCommand({ ...at('dropped'), UploadId }));
    expect(await failure(client.send(new ListPartsCommand({ ...at('dropped'), UploadId })))).toMatchObject({ name: 'NoSuchUpload' });
    expect(await failure(text('dropped'))).toMatchObject({ name: 'NoSuchKey' });
  });
  test('completes only with parts it has, in their order, none but the last small', async ({ client, at }) => {
    const { UploadId } = await client.send(new CreateMultipartUploadCommand(at('strict')));
    const upload = (PartNumber: number, Body: string | Buffer) =>
      client.send(new UploadPartCommand({ ...at('strict'), UploadId, PartNumber, Body }));
    const complete = (...parts: [PartNumber: number, ETag: string | undefined][]) => {
      const Parts = parts.map(([PartNumber, ETag]) => ({ PartNumber, ETag }));
      return failure(client.send(new CompleteMultipartUploadCommand({ ...at('strict'), UploadId, MultipartUpload: { Parts } })));
    };
    const [big, small, last] = [await upload(1, Buffer.alloc(fiveMiB)), await upload(2, 'small'), await upload(3, Buffer.alloc(fiveMiB))];
    expect(await complete([4, big.ETag])).toMatchObject({ name: 'InvalidPart' });
    expect(await complete([1, small.ETag])).toMatchObject({ name: 'InvalidPart' });
    expect(await complete([3, last.ETag], [1, big.ETag])).toMatchObject({ name: 'InvalidPartOrder' });
    expect(await complete([1, big.ETag], [2, small.ETag], [3, last.ETag])).toMatchObject({ name: 'EntityTooSmall' });
    expect(await complete([1, big.ETag], [3, last.ETag])).toMatchObject({ name: 'no error' });
  });
}

function presigned(test: Test): void {
  test('serves a signed address, with ranges, another file name and another type', async ({ client, put, at }) => {
    await put('signed.txt', '0123456789');
    const response = { ResponseContentDisposition: 'attachment; filename="x y.txt"', ResponseContentType: 'application/zip' };
    const command = new GetObjectCommand({ ...at('signed.txt'), ...response });
    const url = await getSignedUrl(client, command, { expiresIn: 60 });
    const whole = await fetch(url);
    expect([whole.status, await whole.text()]).toEqual([200, '0123456789']);
    expect(whole.headers.get('content-disposition')).toBe('attachment; filename="x y.txt"');
    expect(whole.headers.get('content-type')).toBe('application/zip');
    const part = await fetch(url, { headers: { range: 'bytes=-4' } });
    expect([part.status, await part.text()]).toEqual([206, '6789']);
  });
  test('refuses an address that was changed, is unsigned or is signed with another secret', async ({ client, put, at }) => {
    await put('signed.txt', '0123456789');
    await put('secret.txt', 'secret');
    const url = await getSignedUrl(client, new GetObjectCommand(at('signed.txt')));
    const changed = await fetch(url.replace('signed.txt', 'secret.txt'));
    expect(changed.status).toBe(403);
    expect(await changed.text()).toContain('SignatureDoesNotMatch');
    expect((await fetch(url.split('?')[0] ?? '')).status).toBe(403);
    expect((await fetch(url.replace(/Signature=.{4}/, 'Signature=0000'))).status).toBe(403);
  });
  test('refuses an expired address', async ({ client, put, at }) => {
    await put('signed.txt', '0123456789');
    const signingDate = new Date(Date.now() - 120_000);
    const url = await getSignedUrl(client, new GetObjectCommand(at('signed.txt')), { expiresIn: 60, signingDate });
    const answer = await fetch(url);
    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain('Request has expired');
  });
  test('takes a put at a signed address', async ({ makeClient, at, text }) => {
    // By default the SDK signs the checksum of the missing body into the address.
    const client = makeClient({ requestChecksumCalculation: 'WHEN_REQUIRED' });
    const url = await getSignedUrl(client, new PutObjectCommand({ ...at('put by url'), ContentType: 'text/plain' }));
    const answer = await fetch(url, { method: 'PUT', body: 'from a browser', headers: { 'content-type': 'text/plain' } });
    expect(answer.status).toBe(200);
    expect(await text('put by url')).toBe('from a browser');
  });
  test('takes a signed address for nothing but its own method', async ({ client, put, at, text }) => {
    await put('kept', 'x');
    const url = await getSignedUrl(client, new GetObjectCommand(at('kept')));
    expect((await fetch(url, { method: 'DELETE' })).status).toBe(403);
    expect(await text('kept')).toBe('x');
  });
}

function signedForms(test: Test): void {
  const upload = async ({ client, name }: Bucket, file: string, fields: Record<string, string> = {}) => {
    const post = await createPresignedPost(client, {
      Bucket: name,
      Key: 'uploads/${filename}',
      Conditions: [
        ['content-length-range', 2, 10],
        ['starts-with', '$Content-Type', 'image/'],
      ],
      Fields: { success_action_status: '201' },
      Expires: 60,
    });
    const form = new FormData();
    for (const [field, value] of Object.entries({ ...post.fields, 'Content-Type': 'image/png', ...fields })) form.append(field, value);
    form.append('file', new Blob([file], { type: 'image/png' }), 'scan.png');
    const answer = await fetch(post.url, { method: 'POST', body: form });
    return { status: answer.status, text: await answer.text() };
  };
  test('takes a form upload that keeps to its policy', async (bucket) => {
    expect(await upload(bucket, '\r\n--ab')).toMatchObject({ status: 201 });
    const got = await bucket.client.send(new GetObjectCommand(bucket.at('uploads/scan.png')));
    expect([await got.Body?.transformToString(), got.ContentType]).toEqual(['\r\n--ab', 'image/png']);
  });
  test('refuses a form upload that breaks its policy', async (bucket) => {
    const size = [await upload(bucket, 'x'), await upload(bucket, 'x'.repeat(11))];
    expect(size.map(({ status }) => status)).toEqual([400, 400]);
    expect(size.map(({ text }) => /<Code>(\w+)/.exec(text)?.[1])).toEqual(['EntityTooSmall', 'EntityTooLarge']);
    expect(await upload(bucket, 'fine', { 'Content-Type': 'text/html' })).toMatchObject({ status: 403 });
    expect(await upload(bucket, 'fine', { key: 'elsewhere' })).toMatchObject({ status: 403 });
    expect(await upload(bucket, 'fine', { 'x-amz-meta-extra': '1' })).toMatchObject({ status: 403 });
    expect(await upload(bucket, 'fine', { 'X-Amz-Signature': '0'.repeat(64) })).toMatchObject({ status: 403 });
  });
}
