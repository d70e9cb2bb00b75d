/** Encrypt, Decrypt and data keys: AES-256-GCM with the encryption context as associated data. */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { AwsError } from '../contract.ts';
import { contextAad } from './encryption-context.ts';
import { unknownOperation } from '../unknown-operation.ts';
import { requireUse, type KmsKey } from './key-ring.ts';
import { bytesOf, invalid, requireSize, type KmsInput } from './kms-input.ts';

const algorithm = 'SYMMETRIC_DEFAULT';
/** First byte of every ciphertext, to tell a later form from this one. */
const version = 1;
const ivLength = 12;
const tagLength = 16;

/** Ciphertext: version, length of the key id, key id, iv, tag, encrypted bytes. */
function seal(key: KmsKey, input: KmsInput, plaintext: Buffer): Buffer {
  requireUse(key, 'ENCRYPT_DECRYPT', algorithm);
  const iv = randomBytes(ivLength);
  const id = Buffer.from(key.id);
  const cipher = createCipheriv('aes-256-gcm', secretOf(key), iv).setAAD(contextAad(input));
  const encrypted = Buffer.concat([cipher.update(plaintext), cipher.final()]);
  return Buffer.concat([Buffer.of(version, id.length), id, iv, cipher.getAuthTag(), encrypted]);
}

function unseal(key: KmsKey, input: KmsInput): Buffer {
  requireUse(key, 'ENCRYPT_DECRYPT', algorithm);
  const { keyId, rest } = opened(input);
  if (keyId !== key.id) {
    throw new AwsError('IncorrectKeyException', 'The key ID in the request does not identify a CMK that can perform this operation.');
  }
  try {
    const decipher = createDecipheriv('aes-256-gcm', secretOf(key), rest.subarray(0, ivLength));
    decipher.setAAD(contextAad(input)).setAuthTag(rest.subarray(ivLength, ivLength + tagLength));
    return Buffer.concat([decipher.update(rest.subarray(ivLength + tagLength)), decipher.final()]);
  } catch {
    // A changed ciphertext and another encryption context look the same, on purpose.
    throw new AwsError('InvalidCiphertextException', '');
  }
}

const secretOf = (key: KmsKey): Buffer => Buffer.from(key.material.secret, 'base64');

function opened(input: KmsInput): { keyId: string; rest: Buffer } {
  const blob = requireSize(bytesOf(input, 'CiphertextBlob'), 'ciphertextBlob', [1, 6144]);
  const idEnd = 2 + (blob[1] ?? 0);
  if (blob[0] !== version || blob.length < idEnd + ivLength + tagLength) throw new AwsError('InvalidCiphertextException', '');
  return { keyId: blob.toString('utf8', 2, idEnd), rest: blob.subarray(idEnd) };
}

/** The key a ciphertext was made with. */
export function ciphertextKey(input: KmsInput): string {
  return opened(input).keyId;
}

function refuseOtherAlgorithm(input: KmsInput): void {
  const asked = String(input.EncryptionAlgorithm ?? algorithm);
  if (asked !== algorithm) throw unknownOperation('kms', `EncryptionAlgorithm ${asked}`);
}

export const symmetricOperations = {
  Encrypt(key: KmsKey, input: KmsInput): Record<string, unknown> {
    refuseOtherAlgorithm(input);
    const plaintext = requireSize(bytesOf(input, 'Plaintext'), 'plaintext', [1, 4096]);
    return { KeyId: key.arn, CiphertextBlob: seal(key, input, plaintext).toString('base64'), EncryptionAlgorithm: algorithm };
  },
  Decrypt(key: KmsKey, input: KmsInput): Record<string, unknown> {
    refuseOtherAlgorithm(input);
    return { KeyId: key.arn, Plaintext: unseal(key, input).toString('base64'), EncryptionAlgorithm: algorithm };
  },
  GenerateDataKey(key: KmsKey, input: KmsInput): Record<string, unknown> {
    const plaintext = randomBytes(dataKeyLength(input));
    return { KeyId: key.arn, Plaintext: plaintext.toString('base64'), CiphertextBlob: seal(key, input, plaintext).toString('base64') };
  },
  GenerateDataKeyWithoutPlaintext(key: KmsKey, input: KmsInput): Record<string, unknown> {
    return { KeyId: key.arn, CiphertextBlob: seal(key, input, randomBytes(dataKeyLength(input))).toString('base64') };
  },
};

const keyLengths: Record<string, number> = { AES_256: 32, AES_128: 16 };

function dataKeyLength({ KeySpec, NumberOfBytes }: KmsInput): number {
  const given = [KeySpec, NumberOfBytes].filter((value) => value !== undefined);
  if (given.length !== 1) throw invalid('Please specify either number of bytes or key spec.');
  const length = KeySpec === undefined ? Number(NumberOfBytes) : keyLengths[String(KeySpec)];
  if (length === undefined || !Number.isInteger(length) || length < 1 || length > 1024)
    throw invalid('Value at keySpec or numberOfBytes is not valid');
  return length;
}
