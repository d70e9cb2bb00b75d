/** The S3 front behind the front door, with buckets plain and under a KMS key. */
import { join } from 'node:path';
import { S3Client, type S3ClientConfig } from '@aws-sdk/client-s3';
import type { Clock, Resource } from '../../../lib/local/contract.ts';
import { createS3 } from '../../../lib/local/s3/create-s3.ts';
import { serveFront, type FrontParts, type ServedFront } from '../../contracts/serve-front.ts';

const encrypted = {
  BucketEncryption: {
    ServerSideEncryptionConfiguration: [
      {
        BucketKeyEnabled: true,
        ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: 'arn:aws:kms:eu-central-1:000000000000:key/k1' },
      },
    ],
  },
};

export const buckets: Resource[] = [
  { logicalId: 'Vault', type: 'AWS::S3::Bucket', ref: 'vault', arn: 'arn:aws:s3:::vault', properties: {} },
  { logicalId: 'Delivery', type: 'AWS::S3::Bucket', ref: 'delivery', arn: 'arn:aws:s3:::delivery', properties: encrypted },
  { logicalId: 'Log', type: 'AWS::S3::Bucket', ref: 'log', arn: 'arn:aws:s3:::log', properties: {} },
  { logicalId: 'Inbound', type: 'AWS::S3::Bucket', ref: 'inbound', arn: 'arn:aws:s3:::inbound', properties: encrypted },
];

/** The S3 service as a composition root makes it. */
export function makeS3({ dir, clock, region, principals, authorizer }: FrontParts) {
  return createS3({
    dir: join(dir, 's3'),
    buckets,
    clock,
    region,
    secretOf: (accessKeyId) => principals.byKey(accessKeyId)?.secretAccessKey,
    authorizeSigner(accessKeyId, permissions) {
      const signer = principals.byKey(accessKeyId);
      if (signer) authorizer.authorize(signer.principal, permissions, 'AccessDenied');
    },
  });
}

export interface S3World extends ServedFront {
  makeClient(settings?: Partial<S3ClientConfig>): S3Client;
}

export async function openS3World(options: { resources?: readonly Resource[]; clock?: Clock } = {}): Promise<S3World> {
  const front = await serveFront((parts) => [makeS3(parts)], options);
  return { ...front, makeClient: (settings) => new S3Client({ ...front.settings, ...settings }) };
}
