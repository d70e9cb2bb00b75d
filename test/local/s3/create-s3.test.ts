/** The file-system S3 behind the front door: the blob contract, and what only this front promises. */
import { readdirSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import {
  GetBucketVersioningCommand,
  GetObjectAclCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListBucketsCommand,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { virtualClock } from '../../../lib/local/clock.ts';
import { blobContract } from '../../contracts/blob.contract.ts';
import { openS3World, type S3World } from './s3-world.ts';

blobContract('file-system S3', async () => {
  const world = await openS3World();
  return { ...world, bucket: 'vault' };
});

describe('the file-system S3', () => {
  let world: S3World;
  let client: S3Client;
  beforeAll(async () => {
    world = await openS3World();
    client = world.makeClient();
  });
  afterAll(() => world.close());

  const blobs = () => readdirSync(join(world.dir, 's3', 'blobs'));

  it('refuses by name what it does not do', async () => {
    const at = { Bucket: 'vault', Key: 'k' };
    await expect(client.send(new GetObjectAclCommand(at))).rejects.toMatchObject({
      name: 'NotImplemented',
      message: 's3: GetObjectAcl is not known to the small AWS',
    });
    await expect(client.send(new GetBucketVersioningCommand({ Bucket: 'vault' }))).rejects.toThrow('s3: GetBucketVersioning is');
    await expect(client.send(new ListBucketsCommand({}))).rejects.toThrow('s3: ListBuckets is');
    await expect(client.send(new PutObjectCommand({ ...at, Body: 'x', Tagging: 'a=b' }))).rejects.toThrow('x-amz-tagging');
    await expect(client.send(new PutObjectCommand({ ...at, Body: 'x', ChecksumAlgorithm: 'CRC64NVME' }))).rejects.toThrow('CRC64NVME');
  });

  it('knows only the buckets of the template', async () => {
    await expect(client.send(new PutObjectCommand({ Bucket: 'other', Key: 'k', Body: 'x' }))).rejects.toMatchObject({
      name: 'NoSuchBucket',
    });
  });

  it('encrypts by default as the bucket says, and echoes what a put asks for', async () => {
    const put = await client.send(new PutObjectCommand({ Bucket: 'delivery', Key: 'k', Body: 'x' }));
    expect(put).toMatchObject({ ServerSideEncryption: 'aws:kms', SSEKMSKeyId: expect.stringContaining('key/k1'), BucketKeyEnabled: true });
    await client.send(new PutObjectCommand({ Bucket: 'delivery', Key: 'k', Body: 'x', ServerSideEncryption: 'AES256' }));
    const head = await client.send(new HeadObjectCommand({ Bucket: 'delivery', Key: 'k' }));
    expect([head.ServerSideEncryption, head.SSEKMSKeyId]).toEqual(['AES256', undefined]);
  });

  it('lets a reader finish with the bytes it began with, and then removes them', async () => {
    const before = blobs().length;
    await client.send(new PutObjectCommand({ Bucket: 'vault', Key: 'busy', Body: Buffer.alloc(8 << 20, 'a') }));
    const { Body } = await client.send(new GetObjectCommand({ Bucket: 'vault', Key: 'busy' }));
    await client.send(new PutObjectCommand({ Bucket: 'vault', Key: 'busy', Body: 'b' }));
    expect(blobs()).toHaveLength(before + 2);
    expect(Buffer.alloc(8 << 20, 'a').equals((await Body?.transformToByteArray()) ?? Buffer.of())).toBe(true);
    await expect.poll(blobs).toHaveLength(before + 1);
  });

  it('keeps nothing of an upload whose sender went away', async () => {
    const before = blobs();
    const url = await getSignedUrl(
      world.makeClient({ requestChecksumCalculation: 'WHEN_REQUIRED' }),
      new PutObjectCommand({ Bucket: 'vault', Key: 'half' }),
    );
    const upload = request(url, { method: 'PUT', headers: { 'content-length': 1_000_000 } });
    const failed = new Promise((resolve) => upload.on('error', resolve));
    upload.write(Buffer.alloc(500_000));
    await expect.poll(() => blobs().length).toBe(before.length + 1);
    upload.destroy();
    await failed;
    await expect.poll(blobs).toEqual(before);
    await expect(client.send(new HeadObjectCommand({ Bucket: 'vault', Key: 'half' }))).rejects.toMatchObject({ name: 'NotFound' });
  });

  it('refuses a file name that no header can carry', async () => {
    await client.send(new PutObjectCommand({ Bucket: 'vault', Key: 'k', Body: 'x' }));
    const command = new GetObjectCommand({ Bucket: 'vault', Key: 'k', ResponseContentDisposition: 'attachment; filename="日本.zip"' });
    const answer = await fetch(await getSignedUrl(client, command));
    expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining('ISO-8859-1')]);
  });

  it('takes no other word for a signature', async () => {
    await client.send(new PutObjectCommand({ Bucket: 'vault', Key: 'k', Body: 'x' }));
    const answer = await fetch(`${world.settings.endpoint}/vault/k`, { headers: { authorization: 'Bearer anything' } });
    expect(answer.status).toBe(403);
  });
});

it("dates objects and ends signed addresses by the engine's clock", async () => {
  const clock = virtualClock(Date.UTC(2040, 0, 1));
  const world = await openS3World({ clock });
  const client = world.makeClient();
  await client.send(new PutObjectCommand({ Bucket: 'vault', Key: 'k', Body: 'x' }));
  const url = await getSignedUrl(client, new GetObjectCommand({ Bucket: 'vault', Key: 'k' }), {
    expiresIn: 60,
    signingDate: new Date(clock.now()),
  });
  expect((await fetch(url)).headers.get('last-modified')).toBe('Sun, 01 Jan 2040 00:00:00 GMT');
  await clock.advanceBy(61_000);
  expect((await fetch(url)).status).toBe(403);
  await world.close();
});
