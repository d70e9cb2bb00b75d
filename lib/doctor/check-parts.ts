/** Tables, buckets, keys, machine and secrets: there, and fit for use. */
import { DescribeTableCommand } from '@aws-sdk/client-dynamodb';
import { DescribeKeyCommand } from '@aws-sdk/client-kms';
import { HeadBucketCommand } from '@aws-sdk/client-s3';
import { DescribeStateMachineCommand } from '@aws-sdk/client-sfn';
import { GetParameterCommand } from '@aws-sdk/client-ssm';
import { check, expected, type Finding, isAbsent, missing, ok } from './finding.ts';
import type { Deployment } from './read-deployment.ts';
import type { DoctorWorld } from './world.ts';

const RESTORE = 'it is gone: see "Restoring" in docs/operations.md before anything is deployed';

/** A check of something that may be absent. */
function part(what: string, todo: string, look: () => Promise<Finding>): Promise<Finding[]> {
  return check(what, async () => {
    try {
      return await look();
    } catch (error) {
      if (!isAbsent(error)) throw error;
      return missing(`${what}: not there`, todo);
    }
  });
}

const table = ({ dynamodb }: DoctorWorld, name: string): Promise<Finding[]> =>
  part(`table ${name}`, RESTORE, async () => {
    const { Table } = await dynamodb.send(new DescribeTableCommand({ TableName: name }));
    const status = Table?.TableStatus ?? 'unknown';
    return expected(['ACTIVE', 'UPDATING'].includes(status), `table ${name}: ${status.toLowerCase()}`, 'look at the table in the console');
  });

const bucket = ({ s3 }: DoctorWorld, name: string): Promise<Finding[]> =>
  part(`bucket ${name}`, RESTORE, async () => {
    await s3.send(new HeadBucketCommand({ Bucket: name }));
    return ok(`bucket ${name}: there`);
  });

const key = ({ kms }: DoctorWorld, use: string, id: string): Promise<Finding[]> =>
  part(`${use} key`, 'cancel its deletion at once: what it encrypts or signs is lost with it', async () => {
    const { KeyMetadata } = await kms.send(new DescribeKeyCommand({ KeyId: id }));
    const state = KeyMetadata?.KeyState ?? 'unknown';
    return expected(state === 'Enabled', `${use} key: ${state}`, 'enable it, or cancel its deletion: what it encrypts is lost with it');
  });

const machine = ({ sfn }: DoctorWorld, arn: string): Promise<Finding[]> =>
  part('state machine', 'deploy again', async () => {
    const { status = 'unknown' } = await sfn.send(new DescribeStateMachineCommand({ stateMachineArn: arn }));
    return expected(status === 'ACTIVE', `state machine: ${status.toLowerCase()}`, 'deploy again');
  });

/** Looks at the type only: it asks without decryption, so no value of a secret comes back. */
const secret = ({ ssm }: DoctorWorld, name: string): Promise<Finding[]> =>
  part(`secret ${name}`, `aws ssm put-parameter --name ${name} --type SecureString --value ...`, async () => {
    const { Parameter } = await ssm.send(new GetParameterCommand({ Name: name, WithDecryption: false }));
    const type = Parameter?.Type ?? 'unknown';
    return expected(
      type === 'SecureString',
      `secret ${name}: ${type}`,
      'delete it and put it anew as SecureString; then change the secret, it lay open',
    );
  });

/** Checks whatever the stack and the operator have made. */
export async function checkParts(world: DoctorWorld, { tables, buckets, keys, machine: arn, secrets }: Deployment): Promise<Finding[]> {
  const findings = await Promise.all([
    ...secrets.map((name) => secret(world, name)),
    ...Object.entries(keys).map(([use, id]) => key(world, use, id)),
    ...tables.map((name) => table(world, name)),
    ...buckets.map((name) => bucket(world, name)),
    machine(world, arn),
  ]);
  return findings.flat();
}
