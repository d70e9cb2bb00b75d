/** The encryption context: bound to every ciphertext, and visible to policies. */
import { invalid, type KmsInput } from './kms-input.ts';

function contextOf(input: KmsInput): Record<string, string> {
  const context = input.EncryptionContext ?? {};
  if (typeof context !== 'object' || context === null || Array.isArray(context))
    throw invalid('EncryptionContext must be a map of strings');
  return context as Record<string, string>;
}

/** One spelling for equal contexts, whatever the order of their members. */
export function contextAad(input: KmsInput): Buffer {
  const pairs = Object.entries(contextOf(input)).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Buffer.from(JSON.stringify(pairs));
}

/** Condition keys `kms:EncryptionContext:<name>` and `kms:EncryptionContextKeys`. */
export function contextPermissions(input: KmsInput): Record<string, string | string[]> {
  const context = contextOf(input);
  const keys: Record<string, string | string[]> = {};
  for (const [name, value] of Object.entries(context)) keys[`kms:EncryptionContext:${name}`] = value;
  if (Object.keys(context).length > 0) keys['kms:EncryptionContextKeys'] = Object.keys(context);
  return keys;
}
