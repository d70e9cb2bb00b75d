/** The receipt as it travels with a mail: to read, to check, and the proof that it is in the log. */
import { payloadOf } from '../receipts/payload-of.ts';
import { renderReceiptPdf } from '../receipts/print/render-receipt-pdf.ts';
import type { ReceiptPayload } from '../receipts/payload.ts';
import type { Attachment } from './compose.ts';

/**
 * `receipt.pdf` for people, `receipt.jws` in the media type of JOSE (RFC 7515 section 9.2.1), and `receipt.tlog-proof` where a signed
 * state of the log covers the receipt. `zone` is where the company counts.
 */
export async function receiptAttachments(receipt: { jws: string; proof?: string | undefined; zone: string }): Promise<Attachment[]> {
  const { jws, proof } = receipt;
  const { verify } = payloadOf(jws) as ReceiptPayload;
  const pdf = await renderReceiptPdf({ ...receipt, verifyUrl: verify.url });
  return [
    { filename: 'receipt.pdf', contentType: 'application/pdf', content: pdf },
    { filename: 'receipt.jws', contentType: 'application/jose', content: jws },
    ...(proof === undefined ? [] : [{ filename: 'receipt.tlog-proof', contentType: 'text/plain', content: proof }]),
  ];
}
