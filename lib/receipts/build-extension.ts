/** Builds the receipt of kind `extension`: the new date and why. */
import { buildFrame, type ReceiptContext } from './build-frame.ts';
import type { Frame } from './issue.ts';
import type { ExtensionReceipt } from './payload.ts';

/** The request carries the new date already; `from` is the one before. */
type ExtensionContext = ReceiptContext & { from: string; reasons: { code: string; text: string }[] };

/** By when the answer comes now, on which article, for which reasons. */
export function buildExtensionReceipt(context: ExtensionContext, frame: Frame): ExtensionReceipt {
  const { request, from, reasons } = context;
  const { fields, say } = buildFrame(context, frame);
  return {
    ...fields,
    kind: 'extension',
    status: 'dpv:RequestActionDelayed',
    text: say.extended({ dueOn: request.dueOn, reasons: reasons.map(({ text }) => text) }),
    clock: { from, to: request.dueOn, tooLateAt: request.tooLateAt, basis: request.clock.leading.clocks.dates.extended?.basis ?? request.clock.leading.deadline.basis, reasons },
  };
}
