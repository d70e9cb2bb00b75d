/** The doctor's clients at an endpoint of a test. */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { KMSClient } from '@aws-sdk/client-kms';
import { S3Client } from '@aws-sdk/client-s3';
import { SESClient } from '@aws-sdk/client-ses';
import { SFNClient } from '@aws-sdk/client-sfn';
import { SSMClient } from '@aws-sdk/client-ssm';
import type { DoctorWorld } from '../../lib/doctor/world.ts';

export function clientsAt(endpoint: string): Omit<DoctorWorld, 'names' | 'fetch' | 'now'> {
  const settings = {
    endpoint,
    region: 'eu-central-1',
    credentials: { accessKeyId: 'AKIDTEST', secretAccessKey: 'secret' },
    maxAttempts: 1,
  };
  const ses = new SESClient(settings);
  return {
    ssm: new SSMClient(settings),
    ses,
    inboundSes: ses,
    kms: new KMSClient(settings),
    sfn: new SFNClient(settings),
    dynamodb: new DynamoDBClient(settings),
    s3: new S3Client({ ...settings, forcePathStyle: true }),
  };
}
