/** The receipt as it travels with a mail. */
import type { Attachment } from './compose.ts';

/** `receipt.jws`, in the media type of JOSE (RFC 7515 section 9.2.1). */
export function receiptAttachment(jws: string): Attachment {
  return { filename: 'receipt.jws', contentType: 'application/jose', content: jws };
}
