/** Sign, Verify and GetPublicKey with ECDSA P-256 and Ed25519. */
import { createHash, createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import { AwsError } from '../contract.ts';
import { signDigest, verifyDigest } from './ecdsa-digest.ts';
import { requireUse, type KmsKey } from './key-ring.ts';
import { bytesOf, invalid, requireSize, textOf, type KmsInput } from './kms-input.ts';

const longestRaw = 4096;

export const signingOperations = {
  Sign(key: KmsKey, input: KmsInput): Record<string, unknown> {
    const { algorithm, message, isDigest } = readMessage(key, input);
    const signature = isDigest ? signDigest(privateKey(key), message) : sign(hashOf(algorithm), message, privateKey(key));
    return { KeyId: key.arn, Signature: signature.toString('base64'), SigningAlgorithm: algorithm };
  },
  Verify(key: KmsKey, input: KmsInput): Record<string, unknown> {
    const { algorithm, message, isDigest } = readMessage(key, input);
    const signature = requireSize(bytesOf(input, 'Signature'), 'signature', [1, 6144]);
    const pair = privateKey(key);
    const valid = isDigest ? verifyDigest(pair, message, signature) : verify(hashOf(algorithm), message, createPublicKey(pair), signature);
    if (!valid) throw new AwsError('KMSInvalidSignatureException', 'The signature is not valid.');
    return { KeyId: key.arn, SignatureValid: true, SigningAlgorithm: algorithm };
  },
  GetPublicKey(key: KmsKey): Record<string, unknown> {
    if (key.usage !== 'SIGN_VERIFY') throw new AwsError('UnsupportedOperationException', `${key.arn} has no public key.`);
    const der = createPublicKey(privateKey(key)).export({ type: 'spki', format: 'der' });
    const shared = { KeySpec: key.spec, CustomerMasterKeySpec: key.spec, KeyUsage: key.usage, ...key.algorithms };
    return { KeyId: key.arn, PublicKey: der.toString('base64'), ...shared };
  },
};

function readMessage(key: KmsKey, input: KmsInput): { algorithm: string; message: Buffer; isDigest: boolean } {
  const algorithm = textOf(input, 'SigningAlgorithm');
  requireUse(key, 'SIGN_VERIFY', algorithm);
  const message = requireSize(bytesOf(input, 'Message'), 'message', [1, longestRaw]);
  const type = input.MessageType ?? 'RAW';
  if (type === 'RAW') return { algorithm, message, isDigest: false };
  if (type !== 'DIGEST' || algorithm === 'ED25519_SHA_512') throw invalid(`MessageType ${String(type)} is not valid for ${algorithm}`);
  if (message.length !== createHash('sha256').digest().length) throw invalid('Digest is invalid length for algorithm ECDSA_SHA_256.');
  return { algorithm, message, isDigest: true };
}

/** Ed25519 hashes by itself. */
const hashOf = (algorithm: string): string | null => (algorithm === 'ED25519_SHA_512' ? null : 'sha256');

const privateKey = (key: KmsKey): KeyObject => createPrivateKey(key.material.secret);
