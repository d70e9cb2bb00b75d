/** What the product expects of KMS, run with the real SDK against any endpoint. */
import { createHash, createPublicKey, verify } from 'node:crypto';
import {
  DecryptCommand,
  DescribeKeyCommand,
  EncryptCommand,
  GenerateDataKeyCommand,
  GenerateDataKeyWithoutPlaintextCommand,
  GenerateMacCommand,
  GetPublicKeyCommand,
  SignCommand,
  VerifyCommand,
  VerifyMacCommand,
  type KMSClient,
} from '@aws-sdk/client-kms';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { type ContractTest, contractTest, failureName, type Gaps } from './contract.ts';

export interface SignerWorld {
  client: KMSClient;
  /** Key ids, ARNs or aliases, one of each kind. */
  keys: { p256: string; ed25519: string; symmetric: string; hmac: string };
  close(): Promise<void>;
}

/** Runs the suite on the keys that `open` gives. */
export function signerContract(name: string, open: () => Promise<SignerWorld>, gaps: Gaps = {}): void {
  let world: SignerWorld;
  const test = contractTest(() => world, gaps);
  describe(`signer contract: ${name}`, () => {
    beforeAll(async () => {
      world = await open();
    });
    afterAll(() => world.close());
    describe('signatures', () => signatures(test));
    describe('encryption', () => encryption(test));
    describe('codes', () => codes(test));
  });
}

type Test = ContractTest<SignerWorld>;

const message = Buffer.from('the obligation has been met');
const digest = createHash('sha256').update(message).digest();

async function publicKey({ client }: SignerWorld, KeyId: string) {
  const { PublicKey } = await client.send(new GetPublicKeyCommand({ KeyId }));
  return createPublicKey({ key: Buffer.from(PublicKey ?? []), format: 'der', type: 'spki' });
}

function signatures(test: Test): void {
  for (const [MessageType, Message] of [
    ['RAW', message],
    ['DIGEST', digest],
  ] as const) {
    test(`signs a ${MessageType} message with P-256 so that anyone can verify it`, async (world) => {
      const ask = { KeyId: world.keys.p256, Message, MessageType, SigningAlgorithm: 'ECDSA_SHA_256' } as const;
      for (let round = 0; round < 8; round += 1) {
        const { Signature = new Uint8Array() } = await world.client.send(new SignCommand(ask));
        expect(verify('sha256', message, await publicKey(world, world.keys.p256), Signature)).toBe(true);
        const { SignatureValid } = await world.client.send(new VerifyCommand({ ...ask, Signature }));
        expect(SignatureValid).toBe(true);
      }
    });
    test(`refuses to verify another ${MessageType} message`, async ({ client, keys }) => {
      const ask = { KeyId: keys.p256, MessageType, SigningAlgorithm: 'ECDSA_SHA_256' } as const;
      const { Signature } = await client.send(new SignCommand({ ...ask, Message }));
      const other = createHash('sha256').update('other').digest();
      expect(await failureName(client.send(new VerifyCommand({ ...ask, Message: other, Signature })))).toBe('KMSInvalidSignatureException');
    });
  }
  test('signs with Ed25519 over the message itself', async (world) => {
    const ask = { KeyId: world.keys.ed25519, Message: message, MessageType: 'RAW', SigningAlgorithm: 'ED25519_SHA_512' } as const;
    const { Signature = new Uint8Array() } = await world.client.send(new SignCommand(ask));
    expect(Signature).toHaveLength(64);
    expect(verify(null, message, await publicKey(world, world.keys.ed25519), Signature)).toBe(true);
  });
  test('describes a key with its ARN, spec and usage', async ({ client, keys }) => {
    const { KeyMetadata } = await client.send(new DescribeKeyCommand({ KeyId: keys.p256 }));
    expect(KeyMetadata).toMatchObject({ KeySpec: 'ECC_NIST_P256', KeyUsage: 'SIGN_VERIFY', Enabled: true });
    const again = await client.send(new GetPublicKeyCommand({ KeyId: KeyMetadata?.Arn }));
    expect(again.SigningAlgorithms).toEqual(['ECDSA_SHA_256']);
  });
  test('refuses a raw message over 4096 bytes, a digest of the wrong length and the wrong kind of key', async ({ client, keys }) => {
    const ask = { KeyId: keys.p256, SigningAlgorithm: 'ECDSA_SHA_256' } as const;
    const sign = (more: object) => failureName(client.send(new SignCommand({ ...ask, Message: message, ...more })));
    expect(await sign({ Message: Buffer.alloc(4097) })).toBe('ValidationException');
    expect(await sign({ MessageType: 'DIGEST' })).toBe('ValidationException');
    expect(await sign({ KeyId: keys.symmetric })).toBe('InvalidKeyUsageException');
    expect(await sign({ KeyId: 'alias/nobody' })).toBe('NotFoundException');
  });
}

function encryption(test: Test): void {
  const EncryptionContext = { request: 'req_1', use: 'vault' };
  test('gives a data key that only the same context opens', async ({ client, keys }) => {
    const made = await client.send(new GenerateDataKeyCommand({ KeyId: keys.symmetric, KeySpec: 'AES_256', EncryptionContext }));
    expect(made.Plaintext).toHaveLength(32);
    const open = (context: Record<string, string>) =>
      client.send(new DecryptCommand({ KeyId: keys.symmetric, CiphertextBlob: made.CiphertextBlob, EncryptionContext: context }));
    expect((await open({ use: 'vault', request: 'req_1' })).Plaintext).toEqual(made.Plaintext);
    expect(await failureName(open({ request: 'req_2', use: 'vault' }))).toBe('InvalidCiphertextException');
    expect(await failureName(open({}))).toBe('InvalidCiphertextException');
  });
  test('gives a wrapped data key without its plaintext', async ({ client, keys }) => {
    const made = await client.send(new GenerateDataKeyWithoutPlaintextCommand({ KeyId: keys.symmetric, NumberOfBytes: 48 }));
    expect('Plaintext' in made).toBe(false);
    expect((await client.send(new DecryptCommand({ CiphertextBlob: made.CiphertextBlob }))).Plaintext).toHaveLength(48);
  });
  test('encrypts and decrypts, and refuses a changed ciphertext', async ({ client, keys }) => {
    const { CiphertextBlob = new Uint8Array() } = await client.send(new EncryptCommand({ KeyId: keys.symmetric, Plaintext: message }));
    const { Plaintext = [] } = await client.send(new DecryptCommand({ CiphertextBlob, KeyId: keys.symmetric }));
    expect(Buffer.from(Plaintext)).toEqual(message);
    const changed = Uint8Array.from(CiphertextBlob);
    changed[changed.length - 1]! ^= 1;
    expect(await failureName(client.send(new DecryptCommand({ CiphertextBlob: changed })))).toBe('InvalidCiphertextException');
  });
  test('refuses to encrypt with a signing key', async ({ client, keys }) => {
    expect(await failureName(client.send(new EncryptCommand({ KeyId: keys.p256, Plaintext: message })))).toBe('InvalidKeyUsageException');
  });
}

function codes(test: Test): void {
  test('makes and verifies message authentication codes', async ({ client, keys }) => {
    const ask = { KeyId: keys.hmac, Message: message, MacAlgorithm: 'HMAC_SHA_256' } as const;
    const { Mac = new Uint8Array() } = await client.send(new GenerateMacCommand(ask));
    expect((await client.send(new GenerateMacCommand(ask))).Mac).toEqual(Mac);
    expect((await client.send(new VerifyMacCommand({ ...ask, Mac }))).MacValid).toBe(true);
    const other = { ...ask, Message: Buffer.from('other'), Mac };
    expect(await failureName(client.send(new VerifyMacCommand(other)))).toBe('KMSInvalidMacException');
  });
}
