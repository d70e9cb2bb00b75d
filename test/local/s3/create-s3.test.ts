/** The file-system S3 behind the front door: the blob contract. */
import { join } from 'node:path';
import { S3Client } from '@aws-sdk/client-s3';
import type { Resource } from '../../../lib/local/contract.ts';
import { createS3 } from '../../../lib/local/s3/create-s3.ts';
import { blobContract } from '../../contracts/blob.contract.ts';
import { serveFront } from '../../contracts/serve-front.ts';

const bucket: Resource = { logicalId: 'Vault', type: 'AWS::S3::Bucket', ref: 'vault', arn: 'arn:aws:s3:::vault', properties: {} };

blobContract('file-system S3', async () => {
  const front = await serveFront(({ dir, principals, ...parts }) => [
    createS3({ ...parts, dir: join(dir, 's3'), buckets: [bucket], secretOf: (id) => principals.byKey(id)?.secretAccessKey, authorizeSigner: () => undefined }),
  ]);
  return { makeClient: (settings) => new S3Client({ ...front.settings, ...settings }), bucket: 'vault', close: front.close };
});
