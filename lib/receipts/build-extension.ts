/** Builds the receipt of kind `extension`: the new date, the law that allows it, why, and what one can do against it. */
import type { Deadline } from '../domain/clock/deadline.ts';
import { buildFrame, type ReceiptContext } from './build-frame.ts';
import { clockWords } from './clock-words.ts';
import type { Frame } from './issue.ts';
import { justified } from './justify.ts';
import type { ExtensionReceipt } from './payload.ts';
import { remediesSentence } from './remedies.ts';
import { paragraph } from './sentences/spelling.ts';

/** `reasons`: by the grounds of the law. The request carries the new date already; `from` is the one before, `deadline` the count of the new one, `basis` the article that allows it. */
type ExtensionContext = ReceiptContext & { from: string; deadline: Deadline; basis: string; reasons: { code: string; text: string }[] };

/** By when the answer comes now, on which article, for which reasons. */
export function buildExtensionReceipt(context: ExtensionContext, frame: Frame): ExtensionReceipt {
  const { request, from, deadline, basis, reasons } = context;
  const { dueOn, tooLateAt } = request;
  const { fields: frameFields, say } = buildFrame(context, frame);
  // Nothing has been refused: there is no answer yet to appeal against.
  const { appeal: _, ...remedies } = frameFields.remedies;
  const fields = { ...frameFields, remedies };
  const signed = reasons.map(({ code, text }) => ({ ...justified(code), text }));
  const told = say.extended({ dueOn, law: basis, reasons: reasons.map(({ text }) => text) });
  return {
    ...fields,
    kind: 'extension',
    status: 'dpv:RequestActionDelayed',
    text: paragraph([told, remediesSentence(fields, say)]),
    clock: { from, to: dueOn, tooLateAt, basis, reasons: signed, ...clockWords(request, { deadline, lang: fields.lang }) },
  };
}
