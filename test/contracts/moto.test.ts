/** A second opinion: the contracts on moto, which nobody here wrote. Runs where MOTO_ENDPOINT names a moto server. */
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { KMSClient, CreateKeyCommand, type KeySpec, type KeyUsageType } from '@aws-sdk/client-kms';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { SESClient, VerifyDomainIdentityCommand } from '@aws-sdk/client-ses';
import { it } from 'vitest';
import { blobContract } from './blob.contract.ts';
import { mailContract } from './mail.contract.ts';
import { signerContract } from './signer.contract.ts';
import { storeContract } from './store.contract.ts';
import { INDEX } from '../../lib/stores/indexes.ts';

const endpoint = process.env.MOTO_ENDPOINT;

/** What moto 5.2 does not do, by the name of the test. */
const gaps = {
  store: [] as string[],
  blob: [
    // It does not compare Content-MD5.
    'refuses a body that does not match its checksum',
    // It takes parts in any order.
    'completes only with parts it has, in their order, none but the last small',
    // It does not check signatures, expiry or the conditions of a form.
    'refuses an address that was changed, is unsigned or is signed with another secret',
    'refuses an expired address',
    'takes a signed address for nothing but its own method',
    'refuses a form upload that breaks its policy',
  ],
  signer: [
    'signs with Ed25519 over the message itself',
    // It hashes a digest once more, and answers false where AWS throws.
    'signs a DIGEST message with P-256 so that anyone can verify it',
    'refuses to verify another RAW message',
    'refuses to verify another DIGEST message',
    // It does not look at the length of a message or the usage of a key.
    'refuses a raw message over 4096 bytes, a digest of the wrong length and the wrong kind of key',
    'refuses to encrypt with a signing key',
  ],
  mail: [
    // It takes every message, and knows other error names.
    'refuses a message over ten megabytes',
    'refuses more than fifty recipients',
    'refuses an address that needs SMTPUTF8',
    'refuses a line over a thousand characters',
    'refuses a message without a sender, or with a header twice',
    'answers that the account may send',
  ],
};

if (endpoint === undefined) it.skip('the contracts on moto: skipped, MOTO_ENDPOINT is not set', () => undefined);
else runOn({ endpoint, region: 'eu-central-1', credentials: { accessKeyId: 'AKIDTEST', secretAccessKey: 'secret' }, maxAttempts: 1 });

interface Settings {
  endpoint: string;
  region: string;
  credentials: { accessKeyId: string; secretAccessKey: string };
  maxAttempts: number;
}

function runOn(settings: Settings): void {
  const close = async () => undefined;

  storeContract(
    'moto',
    async () => {
      const client = new DynamoDBClient(settings);
      const table = `contract-${Date.now()}`;
      await client.send(new CreateTableCommand(tableOf(table)));
      return { client, table, close };
    },
    { gaps: gaps.store },
  );

  blobContract(
    'moto',
    async () => {
      const makeClient = (more = {}) => new S3Client({ ...settings, ...more });
      const bucket = `contract-${Date.now()}`;
      await makeClient().send(
        new CreateBucketCommand({ Bucket: bucket, CreateBucketConfiguration: { LocationConstraint: 'eu-central-1' } }),
      );
      return { makeClient, bucket, close };
    },
    { gaps: gaps.blob },
  );

  signerContract(
    'moto',
    async () => {
      const client = new KMSClient(settings);
      const make = async (KeySpec: KeySpec, KeyUsage: KeyUsageType) => {
        const { KeyMetadata } = await client.send(new CreateKeyCommand({ KeySpec, KeyUsage }));
        return KeyMetadata?.KeyId ?? '';
      };
      const keys = {
        p256: await make('ECC_NIST_P256', 'SIGN_VERIFY'),
        ed25519: '',
        symmetric: await make('SYMMETRIC_DEFAULT', 'ENCRYPT_DECRYPT'),
        hmac: await make('HMAC_256', 'GENERATE_VERIFY_MAC'),
      };
      return { client, keys, close };
    },
    { gaps: gaps.signer },
  );

  mailContract(
    'moto',
    async () => {
      const client = new SESClient(settings);
      await client.send(new VerifyDomainIdentityCommand({ Domain: 'quittance.example' }));
      return { client, domain: 'quittance.example', close };
    },
    { gaps: gaps.mail },
  );
}

/** A table of the template, as CreateTable takes it. */
function tableOf(name: string): ConstructorParameters<typeof CreateTableCommand>[0] {
  const indexes = Object.values(INDEX);
  const names = ['pk', 'sk', ...indexes.flatMap(({ hash, range }) => [hash, range])];
  const key = (hash: string, range: string) => [
    { AttributeName: hash, KeyType: 'HASH' as const },
    { AttributeName: range, KeyType: 'RANGE' as const },
  ];
  return {
    TableName: name,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: names.map((AttributeName) => ({ AttributeName, AttributeType: 'S' as const })),
    KeySchema: key('pk', 'sk'),
    GlobalSecondaryIndexes: indexes.map((index) => ({
      IndexName: index.name,
      KeySchema: key(index.hash, index.range),
      Projection: { ProjectionType: 'KEYS_ONLY' as const },
    })),
  };
}
