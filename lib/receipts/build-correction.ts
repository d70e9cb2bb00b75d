/** Builds the receipt of kind `correction`: it takes the place of one that was wrong, which is never edited. */
import * as z from 'zod';
import { bareId } from '../domain/ids.ts';
import { BugError } from '../domain/errors.ts';
import { buildFrame, dateAt, type ReceiptContext } from './build-frame.ts';
import { chainHash, type Frame } from './issue.ts';
import type { CorrectionReceipt } from './payload.ts';
import { correction } from './payload/endings.ts';
import { payloadOf } from './payload-of.ts';
import type { StoredReceipt } from './port.ts';
import { endingSentencesIn } from './sentences/ending.ts';
import { paragraph } from './sentences/spelling.ts';

/** `text` is the sentence that is right, `reason` what was wrong; both in the words the person reads. */
type CorrectionContext = ReceiptContext & {
  wrong: Pick<StoredReceipt, 'id' | 'jws' | 'issuedAt'>;
  text: string;
  reason: string;
};

/** Leniently: receipts of earlier releases are corrected too. */
const told = z.object({ status: correction.shape.status });

/** A correction is about words: the request stays in the state the wrong receipt says. */
function statusOf(jws: string): CorrectionReceipt['status'] {
  const wrong = told.safeParse(payloadOf(jws));
  if (!wrong.success) throw new BugError('A consent is corrected by a new one', { code: 'invariant' });
  return wrong.data.status;
}

/** Which receipt it replaces, what was wrong with it, and what holds. */
export function buildCorrectionReceipt(context: CorrectionContext, frame: Frame): CorrectionReceipt {
  const { request, configuration, wrong, text, reason } = context;
  const { fields } = buildFrame(context, frame);
  const say = endingSentencesIn(request.lang);
  const number = bareId(wrong.id);
  return {
    ...fields,
    kind: 'correction',
    status: statusOf(wrong.jws),
    text: paragraph([say.replaces({ number, issuedOn: dateAt(wrong.issuedAt, configuration) }), say.wrong(reason), say.right(text)]),
    supersedes: { id: number, sha256: chainHash(wrong.jws) },
    reason,
  };
}
