/** Builds the receipt of kind `request`: the acknowledgement, with the date of the answer. */
import { buildFrame, dateAt, type ReceiptContext } from './build-frame.ts';
import type { Frame } from './issue.ts';
import type { RequestReceipt } from './payload.ts';

/** What was received, when, and by when it will be answered. It says nothing about who asked. */
export function buildRequestReceipt(context: ReceiptContext, frame: Frame): RequestReceipt {
  const { request, configuration } = context;
  const { fields, say } = buildFrame(context, frame);
  const { deadline } = request.clock.leading;
  return {
    ...fields,
    kind: 'request',
    status: 'dpv:RequestAcknowledged',
    text: say.received({ rights: request.rights, receivedOn: dateAt(request.receivedAt, configuration), dueOn: request.dueOn }),
    clock: {
      rule: say.clockRule(deadline.periods[0]!),
      basis: deadline.basis,
      startsAt: request.receivedAt,
      dueOn: request.dueOn,
      tooLateAt: request.tooLateAt,
      ...(deadline.confirmed ? {} : { toBeConfirmed: true as const }),
    },
  };
}
