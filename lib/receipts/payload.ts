/** What is inside a receipt: one family of kinds, checked before anything is signed. */
import * as z from 'zod';
import { BugError } from '../domain/errors.ts';
import { acknowledgement, deletion, denial, extension, fulfilment } from './payload/answers.ts';
import { consent } from './payload/consent.ts';
import { closure, correction } from './payload/endings.ts';
import type { everyReceipt, requestReceipt } from './payload/frame.ts';

/** Every kind, told apart by `kind`. */
export const receiptPayload = z.discriminatedUnion('kind', [
  consent,
  acknowledgement,
  extension,
  fulfilment,
  deletion,
  denial,
  closure,
  correction,
]);

export type ConsentReceipt = z.infer<typeof consent>;
export type RequestReceipt = z.infer<typeof acknowledgement>;
export type ExtensionReceipt = z.infer<typeof extension>;
export type FulfilmentReceipt = z.infer<typeof fulfilment>;
export type DeletionReceipt = z.infer<typeof deletion>;
export type DenialReceipt = z.infer<typeof denial>;
export type ClosureReceipt = z.infer<typeof closure>;
export type CorrectionReceipt = z.infer<typeof correction>;
export type ReceiptPayload = z.infer<typeof receiptPayload>;
/** What receipts of a request share. */
export type CommonFields = z.infer<typeof requestReceipt>;
/** What all receipts share: a consent has no request. */
export type EveryField = z.infer<typeof everyReceipt>;
export type SystemLine = DeletionReceipt['systems'][number];
export type Offers = NonNullable<DenialReceipt['offers']>;

/** The payload checked against its schema. A fault of a builder names the fields, never their values. */
export function readPayload(payload: unknown): ReceiptPayload {
  const { success, data, error } = receiptPayload.safeParse(payload);
  if (success) return data;
  const fields = error.issues.map(({ path }) => path.join('.')).join(', ');
  throw new BugError(`A receipt payload does not fit its schema: ${fields}`, { code: 'invariant' });
}
