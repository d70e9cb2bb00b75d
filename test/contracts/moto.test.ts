/** A second opinion: the contracts on moto, which nobody here wrote. Runs where MOTO_ENDPOINT names a moto server. */
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { KMSClient, CreateKeyCommand, type KeySpec, type KeyUsageType } from '@aws-sdk/client-kms';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { CreateConfigurationSetCommand, SESClient, VerifyDomainIdentityCommand } from '@aws-sdk/client-ses';
import { SSMClient } from '@aws-sdk/client-ssm';
import { afterAll, afterEach, describe } from 'vitest';
import { INDEX } from '../../lib/stores/indexes.ts';
import { missing } from '../e2e/laptop.ts';
import { recordFinding } from '../fidelity/findings.ts';
import { blobContract } from './blob.contract.ts';
import type { Gaps } from './contract.ts';
import { CONFIGURATION_SET, mailContract } from './mail.contract.ts';
import { secretContract } from './secret.contract.ts';
import { signerContract } from './signer.contract.ts';
import { storeContract } from './store.contract.ts';

const endpoint = process.env['MOTO_ENDPOINT'];
const absent = missing({ 'moto (MOTO_ENDPOINT names its address, see .ci/moto)': endpoint !== undefined });

const TAKES_ALL = 'It takes every message';
const UNCHECKED = 'It checks no signature, no expiry and no condition of a form';
const DIGEST = 'It hashes a digest once more, so its signature is one of something else';
const ANSWERS_FALSE = 'It answers false where AWS throws';

/** What moto does not do, by suite and by the name of the test. */
const GAPS: Record<string, Gaps> = {
  store: {},
  blob: {
    'refuses a body that does not match its checksum': 'It does not compare Content-MD5',
    'deletes without naming what it deleted, when asked to be quiet': 'It names them all the same',
    'completes only with parts it has, in their order, none but the last small': 'It takes parts in any order',
    'refuses an address that was changed, is unsigned or is signed with another secret': UNCHECKED,
    'refuses an expired address': UNCHECKED,
    'takes a signed address for nothing but its own method': UNCHECKED,
    'refuses a form upload that breaks its policy': UNCHECKED,
  },
  signer: {
    'signs with Ed25519 over the message itself': 'It makes no such keys',
    'signs a DIGEST message with P-256 so that anyone can verify it': DIGEST,
    'refuses to verify another RAW message': ANSWERS_FALSE,
    'refuses to verify another DIGEST message': ANSWERS_FALSE,
    'refuses a raw message over 4096 bytes, a digest of the wrong length and the wrong kind of key':
      'It looks neither at the length of a message nor at the usage of a key',
    'refuses to encrypt with a signing key': 'It does not look at the usage of a key',
  },
  mail: {
    'refuses a message over ten megabytes': TAKES_ALL,
    'refuses more than fifty recipients': 'It knows another error name',
    'refuses an address that needs SMTPUTF8': TAKES_ALL,
    'refuses a line over a thousand characters': TAKES_ALL,
    'refuses a message without a sender, or with a header twice': 'It knows another error name for the one, and takes the other',
    'answers that the account may send': 'It does not know the call',
  },
  secret: {},
};

const settings = {
  endpoint: endpoint ?? '',
  region: 'eu-central-1',
  credentials: { accessKeyId: 'AKIDTEST', secretAccessKey: 'secret' },
  maxAttempts: 1,
};
const close = async (): Promise<void> => undefined;
/** Names of what is made in a server that may have seen earlier runs. */
const own = `contract-${Date.now()}`;

async function openStore() {
  const client = new DynamoDBClient(settings);
  await client.send(new CreateTableCommand(tableOf(own)));
  return { client, table: own, close };
}

async function openBlob() {
  const makeClient = (more = {}): S3Client => new S3Client({ ...settings, ...more });
  const CreateBucketConfiguration = { LocationConstraint: 'eu-central-1' } as const;
  await makeClient().send(new CreateBucketCommand({ Bucket: own, CreateBucketConfiguration }));
  return { makeClient, bucket: own, close };
}

async function openSigner() {
  const client = new KMSClient(settings);
  const make = async (spec: KeySpec, usage: KeyUsageType): Promise<string> => {
    const { KeyMetadata } = await client.send(new CreateKeyCommand({ KeySpec: spec, KeyUsage: usage }));
    return KeyMetadata?.KeyId ?? '';
  };
  const keys = {
    p256: await make('ECC_NIST_P256', 'SIGN_VERIFY'),
    ed25519: '',
    symmetric: await make('SYMMETRIC_DEFAULT', 'ENCRYPT_DECRYPT'),
    hmac: await make('HMAC_256', 'GENERATE_VERIFY_MAC'),
  };
  return { client, keys, close };
}

async function openMail() {
  const client = new SESClient(settings);
  await client.send(new VerifyDomainIdentityCommand({ Domain: 'quittance.example' }));
  await client.send(new CreateConfigurationSetCommand({ ConfigurationSet: { Name: CONFIGURATION_SET } })).catch(ifThere);
  return { client, domain: 'quittance.example', close };
}

function ifThere(error: Error): void {
  if (error.name !== 'ConfigurationSetAlreadyExistsException') throw error;
}

/** Tests that were run, by suite; a gap is one that failed as declared. */
const ran: Record<string, Set<string>> = {};

function record(): void {
  const rows = Object.entries(GAPS).map(([suite, gaps]) => {
    const checks = ran[suite]?.size ?? 0;
    const declared = Object.keys(gaps).length;
    return { suite, checks, agreed: checks - declared, declared };
  });
  const sum = (of: 'checks' | 'agreed' | 'declared'): number => rows.reduce((all, row) => all + row[of], 0);
  recordFinding('moto', {
    judge: 'moto 5.2.5',
    question: 'Do DynamoDB, S3, KMS, SES and SSM behave elsewhere as they do here?',
    answer: `${sum('checks')} checks that the small AWS passes: moto agrees in ${sum('agreed')}, and is known not to do ${sum('declared')}.`,
    tables: [
      {
        caption: 'The same contract suites on both:',
        head: ['Suite', 'Checks', 'Agreed', 'Gaps of moto'],
        rows: rows.map(({ suite, checks, agreed, declared }) => [suite, String(checks), String(agreed), String(declared)]),
      },
      {
        caption: 'Each gap fails on moto, or the run fails:',
        head: ['Suite', 'Behaviour', 'Why not'],
        rows: Object.entries(GAPS).flatMap(([suite, gaps]) => Object.entries(gaps).map(([behaviour, why]) => [suite, behaviour, why])),
      },
    ],
  });
}

describe.skipIf(absent.length > 0)('moto', () => {
  afterEach(({ task: { name, fullTestName } }) => {
    const suite = /(\w+) contract: moto/.exec(fullTestName)![1]!;
    (ran[suite] ??= new Set()).add(name);
  });
  afterAll(record);

  storeContract('moto', openStore, GAPS['store']);
  blobContract('moto', openBlob, GAPS['blob']);
  signerContract('moto', openSigner, GAPS['signer']);
  mailContract('moto', openMail, GAPS['mail']);
  secretContract('moto', async () => ({ client: new SSMClient(settings), close }), GAPS['secret']);
});

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
