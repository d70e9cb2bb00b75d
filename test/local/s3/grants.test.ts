/** What roles may do in S3: their own grants, what encryption and missing objects imply, and signed addresses and forms. */
import { GetObjectCommand, HeadObjectCommand, ListObjectsV2Command, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Resource } from '../../../lib/local/contract.ts';
import { openS3World, type S3World } from './s3-world.ts';

const AssumeRolePolicyDocument = {
  Statement: { Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' },
};

function roleAndFunction(name: string, Statement: object[]): Resource[] {
  const arn = `arn:aws:iam::000000000000:role/${name}Role`;
  const Policies = [{ PolicyName: 'inline', PolicyDocument: { Version: '2012-10-17', Statement } }];
  return [
    { logicalId: `${name}Role`, type: 'AWS::IAM::Role', ref: `${name}Role`, arn, properties: { Policies, AssumeRolePolicyDocument } },
    {
      logicalId: name,
      type: 'AWS::Lambda::Function',
      ref: name,
      arn: `arn:aws:lambda:eu-central-1:000000000000:function:${name}`,
      properties: { Role: arn },
    },
  ];
}

const allow = (Action: string[], ...Resource: string[]) => ({ Effect: 'Allow', Action, Resource });
const key = 'arn:aws:kms:eu-central-1:000000000000:key/k1';
const viaS3 = {
  StringEquals: { 'kms:ViaService': 's3.eu-central-1.amazonaws.com', 'kms:EncryptionContext:aws:s3:arn': 'arn:aws:s3:::delivery' },
};
const resources = [
  { logicalId: 'Key', type: 'AWS::KMS::Key', ref: 'k1', arn: key, properties: {} },
  ...roleAndFunction('Reader', [allow(['s3:GetObject'], 'arn:aws:s3:::vault/in/*', 'arn:aws:s3:::delivery/*')]),
  ...roleAndFunction('Lister', [{ ...allow(['s3:ListBucket'], 'arn:aws:s3:::vault'), Condition: { StringLike: { 's3:prefix': 'in/*' } } }]),
  ...roleAndFunction('Packer', [
    allow(['s3:PutObject', 's3:GetObject'], 'arn:aws:s3:::delivery/*'),
    { ...allow(['kms:GenerateDataKey', 'kms:Decrypt'], key), Condition: viaS3 },
  ]),
  ...roleAndFunction('Once', [
    { ...allow(['s3:PutObject'], 'arn:aws:s3:::vault/once/*'), Condition: { Null: { 's3:if-none-match': 'false' } } },
  ]),
  ...roleAndFunction('Writer', [allow(['s3:PutObject'], 'arn:aws:s3:::vault/in/*', 'arn:aws:s3:::delivery/*')]),
];

let world: S3World;
const as = (name: string) => new S3Client(world.settingsOf(name));

beforeAll(async () => {
  world = await openS3World({ resources });
  for (const Bucket of ['vault', 'delivery']) await world.makeClient().send(new PutObjectCommand({ Bucket, Key: 'in/a', Body: 'x' }));
});
afterAll(() => world.close());

const denied = { name: 'AccessDenied', $metadata: expect.objectContaining({ httpStatusCode: 403 }) };

it('evaluates object grants per key and list grants per prefix', async () => {
  await expect(as('Reader').send(new GetObjectCommand({ Bucket: 'vault', Key: 'in/a' }))).resolves.toBeDefined();
  await expect(as('Reader').send(new GetObjectCommand({ Bucket: 'vault', Key: 'out/a' }))).rejects.toMatchObject(denied);
  await expect(as('Lister').send(new ListObjectsV2Command({ Bucket: 'vault', Prefix: 'in/' }))).resolves.toBeDefined();
  await expect(as('Lister').send(new ListObjectsV2Command({ Bucket: 'vault' }))).rejects.toMatchObject(denied);
});

it('lets a role be held to conditional writes', async () => {
  const put = { Bucket: 'vault', Key: 'once/a', Body: 'x' };
  await expect(as('Once').send(new PutObjectCommand(put))).rejects.toMatchObject(denied);
  await expect(as('Once').send(new PutObjectCommand({ ...put, IfNoneMatch: '*' }))).resolves.toBeDefined();
  await expect(as('Once').send(new PutObjectCommand({ ...put, IfNoneMatch: '*' }))).rejects.toMatchObject({ name: 'PreconditionFailed' });
});

it('answers 403, not 404, for a missing object to a role that may not list', async () => {
  const head = new HeadObjectCommand({ Bucket: 'vault', Key: 'in/missing' });
  await expect(as('Reader').send(head)).rejects.toMatchObject({ $metadata: { httpStatusCode: 403 } });
});

it('asks for the key as well where the bucket is encrypted with one', async () => {
  const at = { Bucket: 'delivery', Key: 'in/a' };
  await expect(as('Packer').send(new PutObjectCommand({ ...at, Body: 'x' }))).resolves.toBeDefined();
  await expect(as('Packer').send(new GetObjectCommand(at))).resolves.toBeDefined();
  await expect(as('Reader').send(new GetObjectCommand(at))).rejects.toThrow('kms:Decrypt');
  await expect(as('Writer').send(new PutObjectCommand({ ...at, Body: 'x' }))).rejects.toThrow('kms:GenerateDataKey');
});

it('gives a signed address no more than its signer may do', async () => {
  const url = (Key: string) => getSignedUrl(as('Reader'), new GetObjectCommand({ Bucket: 'vault', Key }));
  expect((await fetch(await url('in/a'))).status).toBe(200);
  expect((await fetch(await url('out/a'))).status).toBe(403);
});

it('gives a signed form no more than its signer may do', async () => {
  const post = async (Key: string) => {
    const { url, fields } = await createPresignedPost(as('Writer'), { Bucket: 'vault', Key });
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    form.append('file', new Blob(['x']));
    return (await fetch(url, { method: 'POST', body: form })).status;
  };
  expect(await post('in/form')).toBe(204);
  expect(await post('out/form')).toBe(403);
});
