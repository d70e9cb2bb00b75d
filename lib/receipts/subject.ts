/** How a receipt names the person without saying who it is. */
import { createHmac } from 'node:crypto';
import { normaliseEmail } from '../domain/person.ts';

/**
 * HMAC-SHA-256 of the normalised address under the salt of this request, which is kept with the case key: whoever knows address and
 * salt can show that the receipt is theirs, and once the salt is gone nobody can link it.
 */
export function subjectRef(salt: Uint8Array, email: string): string {
  return `hmac-sha256:${createHmac('sha256', salt).update(normaliseEmail(email)).digest('base64url')}`;
}
