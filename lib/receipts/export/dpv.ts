/** Any receipt as JSON-LD in the W3C Data Privacy Vocabulary 2.3: a view for programs that read that; what is signed is ours. */
import type { ReceiptPayload } from '../payload.ts';
import { consentRecord } from './dpv-consent.ts';
import { rightsRecord } from './dpv-rights.ts';
import type { Node } from './linked-data.ts';

/** Consents per ISO/IEC TS 27560, receipts of requests as records of rights being exercised. */
export function dpvRecord(payload: ReceiptPayload): Node {
  return payload.kind === 'consent' ? consentRecord(payload) : rightsRecord(payload);
}
