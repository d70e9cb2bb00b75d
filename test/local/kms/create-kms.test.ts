/** The local KMS behind the front door: the signer contract, keys on disk, grants. */
import { mkdtempSync, readdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GetPublicKeyCommand, KMSClient, SignCommand } from '@aws-sdk/client-kms';
import { expect, it } from 'vitest';
import type { Resource } from '../../../lib/local/contract.ts';
import { createKms } from '../../../lib/local/kms/create-kms.ts';
import { serveFront } from '../../contracts/serve-front.ts';
import { signerContract } from '../../contracts/signer.contract.ts';

function key(ref: string, KeySpec: string, KeyUsage: string, more: Record<string, unknown> = {}): Resource {
  const arn = `arn:aws:kms:eu-central-1:000000000000:key/${ref}`;
  return { logicalId: ref, type: 'AWS::KMS::Key', ref, arn, properties: { KeySpec, KeyUsage, ...more } };
}

const keys = [
  key('p256', 'ECC_NIST_P256', 'SIGN_VERIFY', { MultiRegion: true }),
  key('ed25519', 'ECC_NIST_EDWARDS25519', 'SIGN_VERIFY'),
  key('symmetric', 'SYMMETRIC_DEFAULT', 'ENCRYPT_DECRYPT'),
  key('hmac', 'HMAC_256', 'GENERATE_VERIFY_MAC'),
  key('off', 'ECC_NIST_P256', 'SIGN_VERIFY', { Enabled: false }),
];
const alias: Resource = {
  logicalId: 'Alias',
  type: 'AWS::KMS::Alias',
  ref: 'alias/receipts',
  arn: 'arn:aws:kms:eu-central-1:000000000000:alias/receipts',
  properties: { AliasName: 'alias/receipts', TargetKeyId: keys[0]?.arn },
};

const open = (resources: Resource[] = []) =>
  serveFront(({ dir }) => [createKms({ dir: join(dir, 'kms'), keys, aliases: [alias] })], { resources });

signerContract('local KMS', async () => {
  const front = await open();
  const client = new KMSClient(front.settings);
  return { client, keys: { p256: 'alias/receipts', ed25519: 'ed25519', symmetric: 'symmetric', hmac: 'hmac' }, close: front.close };
});

it('keeps its keys on disk, readable by nobody else, and signs with them after a restart', async () => {
  const front = await open();
  const client = new KMSClient(front.settings);
  const { PublicKey } = await client.send(new GetPublicKeyCommand({ KeyId: 'p256' }));
  const files = readdirSync(join(front.dir, 'kms'));
  expect(files).toEqual(['ed25519.json', 'hmac.json', 'off.json', 'p256.json', 'symmetric.json']);
  expect(statSync(join(front.dir, 'kms', 'p256.json')).mode & 0o777).toBe(0o600);
  const again = createKms({ dir: join(front.dir, 'kms'), keys, aliases: [] });
  const principal = { name: 'operator', arn: '', kind: 'operator' } as const;
  const read = await again.run({ operation: 'GetPublicKey', input: { KeyId: 'p256' }, principal });
  expect(read.PublicKey).toBe(Buffer.from(PublicKey ?? []).toString('base64'));
  await front.close();
});

it('refuses a disabled key', async () => {
  const front = await open();
  const sign = new SignCommand({ KeyId: 'off', Message: Buffer.from('x'), SigningAlgorithm: 'ECDSA_SHA_256' });
  await expect(new KMSClient(front.settings).send(sign)).rejects.toThrow('is disabled');
  await front.close();
});

it('refuses a template whose key spec it cannot make, or whose usage does not fit', () => {
  const create = (...some: Resource[]) => createKms({ dir: mkdtempSync(join(tmpdir(), 'kms-')), keys: some, aliases: [] });
  expect(() => create(key('rsa', 'RSA_2048', 'SIGN_VERIFY'))).toThrow('RSA_2048');
  expect(() => create(key('p256', 'ECC_NIST_P256', 'ENCRYPT_DECRYPT'))).toThrow('ENCRYPT_DECRYPT');
});

it('names key, alias and encryption context for the policies', () => {
  const kms = createKms({ dir: mkdtempSync(join(tmpdir(), 'kms-')), keys, aliases: [alias] });
  const principal = { name: 'operator', arn: '', kind: 'operator' } as const;
  const sign = kms.permissions({ operation: 'Sign', input: { KeyId: 'alias/receipts' }, principal });
  expect(sign).toMatchObject([{ action: 'kms:Sign', resource: keys[0]?.arn, context: { 'kms:RequestAlias': 'alias/receipts' } }]);
  const wrap = kms.permissions({
    operation: 'GenerateDataKey',
    input: { KeyId: 'symmetric', EncryptionContext: { request: 'r' } },
    principal,
  });
  expect(wrap[0]?.context).toMatchObject({ 'kms:EncryptionContext:request': 'r' });
});
