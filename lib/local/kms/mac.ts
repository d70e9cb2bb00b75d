/** GenerateMac and VerifyMac with HMAC-SHA-256. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { AwsError } from '../contract.ts';
import { requireUse, type KmsKey } from './key-ring.ts';
import { bytesOf, requireSize, textOf, type KmsInput } from './kms-input.ts';

function macOf(key: KmsKey, input: KmsInput): { algorithm: string; mac: Buffer } {
  const algorithm = textOf(input, 'MacAlgorithm');
  requireUse(key, 'GENERATE_VERIFY_MAC', algorithm);
  const message = requireSize(bytesOf(input, 'Message'), 'message', [1, 4096]);
  return { algorithm, mac: createHmac('sha256', Buffer.from(key.material.secret, 'base64')).update(message).digest() };
}

export const macOperations = {
  GenerateMac(key: KmsKey, input: KmsInput): Record<string, unknown> {
    const { algorithm, mac } = macOf(key, input);
    return { KeyId: key.arn, Mac: mac.toString('base64'), MacAlgorithm: algorithm };
  },
  VerifyMac(key: KmsKey, input: KmsInput): Record<string, unknown> {
    const { algorithm, mac } = macOf(key, input);
    const given = bytesOf(input, 'Mac');
    if (given.length !== mac.length || !timingSafeEqual(given, mac)) throw new AwsError('KMSInvalidMacException', 'The MAC is not valid.');
    return { KeyId: key.arn, MacValid: true, MacAlgorithm: algorithm };
  },
};
