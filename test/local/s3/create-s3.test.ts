/** The file-system S3: the blob contract, and what only this front promises. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { S3Client } from '@aws-sdk/client-s3';
import type { Clock, Resource } from '../../../lib/local/contract.ts';
import { createS3 } from '../../../lib/local/s3/create-s3.ts';
import { blobContract } from '../../contracts/blob.contract.ts';
import { serveHttp } from './serve.ts';

const clock: Clock = { now: () => Date.now(), at: () => () => undefined };
const bucket: Resource = { logicalId: 'Vault', type: 'AWS::S3::Bucket', ref: 'vault', arn: 'arn:aws:s3:::vault', properties: {} };

blobContract('file-system S3', async () => {
  const dir = await mkdtemp(join(tmpdir(), 's3-'));
  const secretOf = (id: string) => (id === 'AKIDTEST' ? 'secret' : undefined);
  const served = await serveHttp(createS3({ dir, buckets: [bucket], clock, region: 'eu-central-1', secretOf }));
  const client = new S3Client({
    endpoint: served.endpoint,
    region: 'eu-central-1',
    credentials: { accessKeyId: 'AKIDTEST', secretAccessKey: 'secret' },
    maxAttempts: 1,
  });
  return {
    client,
    bucket: 'vault',
    async close() {
      client.destroy();
      await served.close();
      await rm(dir, { recursive: true });
    },
  };
});
