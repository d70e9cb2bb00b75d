/** Serves the S3 front on the folder given as argument until it is killed; prints its port. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { systemClock } from '../../../lib/local/clock.ts';
import { AwsError } from '../../../lib/local/contract.ts';
import { createS3 } from '../../../lib/local/s3/create-s3.ts';

const [, , dir = ''] = process.argv;
const bucket = { logicalId: 'V', type: 'AWS::S3::Bucket', ref: 'vault', arn: 'arn:aws:s3:::vault', properties: {} };
const principal = { name: 'operator', arn: '', kind: 'operator' } as const;
const s3 = createS3({
  dir,
  buckets: [bucket],
  clock: systemClock(),
  region: 'eu-central-1',
  secretOf: () => 'secret',
  authorizeSigner: () => undefined,
});
const server = createServer((request, response) => {
  s3.handle(request, response, { principal }).catch((fault: unknown) =>
    s3.fail(response, fault instanceof AwsError ? fault : new AwsError('InternalError', String(fault), { status: 500 })),
  );
});
server.listen(0, '127.0.0.1', () => process.stdout.write(`${(server.address() as AddressInfo).port}\n`));
