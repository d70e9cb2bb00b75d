/** What makes a signed message a receipt of the family: its type, version and kinds. */
import type { ReceiptKind } from '../domain/request-events.ts';

/** `typ` of the header. */
export const RECEIPT_TYP = 'receipt+jws';

/** `v` of the payload. */
export const RECEIPT_VERSION = 1;

const KINDS: Record<ReceiptKind, true> = {
  request: true,
  extension: true,
  fulfilment: true,
  deletion: true,
  denial: true,
  closure: true,
  correction: true,
  consent: true,
};

/** True if the value is a kind of the family. */
export function isReceiptKind(value: unknown): value is ReceiptKind {
  return typeof value === 'string' && Object.hasOwn(KINDS, value);
}
