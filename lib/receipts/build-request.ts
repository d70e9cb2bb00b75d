/** Builds the receipt of kind `request`: the acknowledgement, with the date of the answer. */
import { fullCite } from '../domain/law/law.ts';
import { answerClock, lawById } from '../domain/law/laws.ts';
import { buildFrame, dateAt, type ReceiptContext } from './build-frame.ts';
import type { Frame } from './issue.ts';
import type { RequestReceipt } from './payload.ts';

/** What was received, when, and by when it will be answered. It says nothing about who asked. */
export function buildRequestReceipt(context: ReceiptContext, frame: Frame): RequestReceipt {
  const { request, configuration } = context;
  const { fields, say } = buildFrame(context, frame);
  const law = lawById(request.law);
  const clock = answerClock(law, request.rights[0] ?? 'access');
  return {
    ...fields,
    kind: 'request',
    status: 'dpv:RequestAcknowledged',
    text: say.received({ rights: request.rights, receivedOn: dateAt(request.receivedAt, configuration), dueOn: request.dueOn }),
    clock: {
      rule: say.clockRule(clock),
      basis: fullCite(law, clock.cite),
      startsAt: request.receivedAt,
      dueOn: request.dueOn,
      tooLateAt: request.tooLateAt,
      ...(clock.status === 'confirmed' ? {} : { toBeConfirmed: true as const }),
    },
  };
}
