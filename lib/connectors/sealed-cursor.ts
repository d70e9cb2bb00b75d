/**
 * Export cursors, sealed: they hold row keys, and nothing personal travels through the state machine.
 * The sealing key is derived from the system's own credentials, so nothing further has to be kept secret.
 */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { PermanentError } from '../domain/errors.ts';

const IV_BYTES = 12;
const TAG_BYTES = 16;

function keyOf(secret: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', secret, '', 'quittance export cursor', 32));
}

/** Seals a JSON value. */
export function sealCursor(secret: string, value: unknown): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', keyOf(secret), iv);
  const sealed = [cipher.update(JSON.stringify(value), 'utf8'), cipher.final()];
  return Buffer.concat([iv, ...sealed, cipher.getAuthTag()]).toString('base64url');
}

/** Opens a cursor; one that was not sealed with these credentials is a person's task (they changed during an export). */
export function openCursor(secret: string, cursor: string): unknown {
  try {
    const bytes = Buffer.from(cursor, 'base64url');
    const decipher = createDecipheriv('aes-256-gcm', keyOf(secret), bytes.subarray(0, IV_BYTES));
    decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
    const opened = [decipher.update(bytes.subarray(IV_BYTES, -TAG_BYTES)), decipher.final()];
    return JSON.parse(Buffer.concat(opened).toString('utf8'));
  } catch {
    throw new PermanentError('The export cursor does not open; the credentials changed during the export. Start the export again.', {
      code: 'system-credentials',
    });
  }
}
