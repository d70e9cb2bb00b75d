/** Builds the receipt of kind `request`: the acknowledgement, with the date of the answer. */
import { identityFields } from './build-answer.ts';
import { buildFrame, dateAt, type ReceiptContext } from './build-frame.ts';
import { clockWords } from './clock-words.ts';
import type { Frame } from './issue.ts';
import type { RequestReceipt } from './payload.ts';

/** What was received, when, and by when it will be answered. It says nothing about who asked. */
export function buildRequestReceipt(context: ReceiptContext, frame: Frame): RequestReceipt {
  const { request, configuration } = context;
  const { fields, say } = buildFrame(context, frame);
  const { deadline } = request.clock.leading;
  const { rights, appealOf, dueOn } = request;
  const receivedOn = dateAt(request.receivedAt, configuration);
  return {
    ...fields,
    kind: 'request',
    status: 'dpv:RequestAcknowledged',
    ...identityFields(request),
    text:
      appealOf === undefined
        ? say.received({ rights, receivedOn, dueOn })
        : say.appeal.received({ of: appealOf.reference, receivedOn, dueOn }),
    clock: {
      rule: say.clockRule(deadline.periods[0]!),
      basis: deadline.basis,
      startsAt: request.receivedAt,
      dueOn: request.dueOn,
      tooLateAt: request.tooLateAt,
      ...(deadline.confirmed ? {} : { toBeConfirmed: true as const }),
      ...clockWords(request, { deadline, lang: fields.lang }),
    },
  };
}
