/** What a correction would say, word for word, before anybody confirms it: built by what will build the receipt and the mail. */
import type { Configuration } from '../domain/configuration.ts';
import type { Request } from '../domain/request.ts';
import type { Letter } from '../mail/letter.ts';
import { buildCorrectionReceipt } from '../receipts/build-correction.ts';
import type { CorrectionReceipt } from '../receipts/payload.ts';
import type { StoredReceipt } from '../receipts/port.ts';
import { correctionLetter } from './correct-receipt.ts';

/** A case as the staff pages have it. */
interface PreviewedCase {
  request: Request;
  wrong: Pick<StoredReceipt, 'id' | 'jws' | 'issuedAt'>;
  configuration: Configuration;
  baseUrl: string;
  now: number;
}

/** Everything in a receipt that is not known before it is issued. */
const FRAME = { id: '00000000-0000-7000-8000-000000000000', nonce: 'A'.repeat(22) };
const SUBJECT = `hmac-sha256:${'A'.repeat(43)}`;

/** The receipt and its mail; the link of a person is not shown to staff. */
export function previewCorrection(
  { request, wrong, configuration, baseUrl, now }: PreviewedCase,
  { text, reason }: { text: string; reason: string },
): { receipt: CorrectionReceipt; letter: Letter } {
  const context = { request, configuration, baseUrl, subjectRef: SUBJECT, wrong, text, reason };
  const receipt = buildCorrectionReceipt(context, { ...FRAME, issuedAt: new Date(now).toISOString() });
  const shown = { ...receipt, id: '…' };
  return { receipt, letter: correctionLetter(request, { configuration, baseUrl, statusUrl: `${baseUrl}/status/…`, receipt: shown }) };
}
