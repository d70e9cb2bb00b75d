/** How a receipt names the person without saying who it is. */
import { createHmac } from 'node:crypto';

/**
 * HMAC-SHA-256 of the normalised address (`contactOf`) under the salt of this request, which is kept with the case key: whoever knows address and
 * salt can show that the receipt is theirs, and once the salt is gone nobody can link it.
 */
export function subjectRef(salt: Uint8Array, contact: string): string {
  return `hmac-sha256:${createHmac('sha256', salt).update(contact).digest('base64url')}`;
}
