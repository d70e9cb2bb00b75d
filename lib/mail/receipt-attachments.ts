/** The receipt as it travels with a mail: to read, to check, and the proof that it is in the log. */
import { payloadOf } from '../receipts/payload-of.ts';
import { renderReceiptPdf } from '../receipts/print/render-receipt-pdf.ts';
import type { ReceiptPayload } from '../receipts/payload.ts';
import type { Attachment } from './compose.ts';

interface Travelling {
  jws: string;
  /** Where a signed state of the log covers it. */
  proof?: string;
}

/** `receipt.pdf`, for people; the two others are inside it too. `zone` is where the company counts. */
export async function receiptPaper(receipt: Travelling & { zone: string }): Promise<Attachment> {
  const { verify } = payloadOf(receipt.jws) as ReceiptPayload;
  return {
    filename: 'receipt.pdf',
    contentType: 'application/pdf',
    content: await renderReceiptPdf({ ...receipt, verifyUrl: verify.url }),
  };
}

/** `receipt.jws` in the media type of JOSE (RFC 7515 section 9.2.1), and `receipt.tlog-proof`, which as text some programs would show below the letter. */
export function receiptFiles({ jws, proof }: Travelling): Attachment[] {
  return [
    { filename: 'receipt.jws', contentType: 'application/jose', content: jws },
    ...(proof === undefined ? [] : [{ filename: 'receipt.tlog-proof', contentType: 'application/octet-stream', content: proof }]),
  ];
}
