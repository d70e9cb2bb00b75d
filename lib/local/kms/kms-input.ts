/** Reading the members of a KMS call, and refusing them as KMS does. */
import { AwsError } from '../contract.ts';

export type KmsInput = Record<string, unknown>;

/** A binary member: base64 on the wire. */
export function bytesOf(input: KmsInput, member: string): Buffer {
  const value = input[member];
  if (typeof value !== 'string') throw invalid(`Value null at '${member}' failed to satisfy constraint: Member must not be null`);
  return Buffer.from(value, 'base64');
}

export function textOf(input: KmsInput, member: string): string {
  const value = input[member];
  if (typeof value !== 'string') throw invalid(`Value null at '${member}' failed to satisfy constraint: Member must not be null`);
  return value;
}

/** Refuses what lies outside the sizes KMS takes. */
export function requireSize(bytes: Buffer, member: string, [least, most]: readonly [number, number]): Buffer {
  if (bytes.length >= least && bytes.length <= most) return bytes;
  const limit = bytes.length < least ? `greater than or equal to ${least}` : `less than or equal to ${most}`;
  throw invalid(`Value at '${member}' failed to satisfy constraint: Member must have length ${limit}`);
}

export function invalid(message: string): AwsError {
  return new AwsError('ValidationException', message);
}
