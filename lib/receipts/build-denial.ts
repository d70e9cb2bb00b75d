/** Builds the receipt of kind `denial`: why a request, or part of it, was refused, and what one can do against that. */
import type { Ground } from '../domain/request-events.ts';
import { buildFrame, remediesSentence, type ReceiptContext } from './build-frame.ts';
import type { Frame } from './issue.ts';
import type { DenialReceipt } from './payload.ts';
import { paragraph } from './sentences/spelling.ts';

/** Without grounds of its own the receipt gives those of the request. */
type DenialContext = ReceiptContext & { scope: 'full' | 'partial'; grounds?: Ground[] };

/** Reasons with their articles, and the remedies in words (Art. 12(4) GDPR). */
export function buildDenialReceipt(context: DenialContext, frame: Frame): DenialReceipt {
  const { request, scope, grounds = request.grounds } = context;
  const { fields, say } = buildFrame(context, frame);
  return {
    ...fields,
    kind: 'denial',
    status: 'dpv:RequestUnfulfilled',
    scope,
    grounds,
    text: paragraph([say.denied({ scope, reasons: grounds.map(({ text }) => text) }), remediesSentence(fields, say)]),
  };
}
