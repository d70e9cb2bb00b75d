/** issue-receipt: a signed receipt of what was done in a pass, or of why the request was refused. */
import type { RequestId } from '../domain/ids.ts';
import { outstandingIn, type Request } from '../domain/request.ts';
import type { Ground, ReceiptKind, RequestEvent } from '../domain/request-events.ts';
import { type Action, passesOf } from '../domain/rights.ts';
import { buildDeletionReceipt } from '../receipts/build-deletion.ts';
import { buildDenialReceipt } from '../receipts/build-denial.ts';
import type { ReceiptContext } from '../receipts/build-frame.ts';
import { buildFulfilmentReceipt } from '../receipts/build-fulfilment.ts';
import { type Frame, issueReceipt as issue } from '../receipts/issue.ts';
import type { ReceiptPayload } from '../receipts/payload.ts';
import { caseOf, openPerson, requireOpen } from './casework.ts';
import { deliveryWindow } from './delivery-window.ts';
import { receiptContext } from './receipt-context.ts';
import { isoNow, type With } from './world.ts';

export type ReceiptWorld = With<'caseKeys' | 'receipts' | 'signer' | 'secret'>;

export interface Stage {
  requestId: RequestId;
  /** `none` is a refusal of the whole. */
  pass: Action | 'none';
  round: number;
}

/** A person who does what no machine can may also refuse it, with a reason. */
export function refusedByHand(events: readonly RequestEvent[], pass: Stage['pass']): Ground | undefined {
  if (pass !== 'act') return undefined;
  const refusal = events.findLast((event) => event.type === 'refused');
  return refusal?.type === 'refused' ? refusal.data.grounds[0] : undefined;
}

/** Which kind of receipt ends a pass. */
export function kindOf(pass: Stage['pass'], refused: boolean): ReceiptKind & ('fulfilment' | 'deletion' | 'denial') {
  if (pass === 'none' || refused) return 'denial';
  return pass === 'erase' ? 'deletion' : 'fulfilment';
}

function payloadOf(kind: ReceiptKind, context: ReceiptContext, { frame, pass }: { frame: Frame; pass: Stage['pass'] }): ReceiptPayload {
  const whole = pass === 'none' || passesOf(context.request.rights).length === 1;
  if (kind === 'denial') return buildDenialReceipt({ ...context, scope: whole ? 'full' : 'partial' }, frame);
  if (kind === 'deletion') return buildDeletionReceipt(context, frame);
  if (pass !== 'export') return buildFulfilmentReceipt(context, frame);
  return buildFulfilmentReceipt({ ...context, delivery: deliveryWindow(context.configuration, frame.issuedAt) }, frame);
}

function isInterim(request: Request, pass: Stage['pass']): boolean {
  return pass !== 'none' && outstandingIn(request, pass).length > 0;
}

/** Issues the receipt of a stage once and records it. */
export async function issueReceipt({ requestId, pass, round }: Stage, world: ReceiptWorld): Promise<Record<string, never>> {
  const fact = `${pass}#${round}`;
  const before = await caseOf(world, requestId);
  if (before.events.some(({ key }) => key === `receipt-issued#${fact}`)) return {};
  const { request, events } = requireOpen(before);
  const caseKey = await world.caseKeys.open(requestId);
  const { email } = openPerson(request, caseKey);
  const context = receiptContext(world, { request, salt: caseKey.salt, email });
  const kind = kindOf(pass, refusedByHand(events, pass) !== undefined);
  const previous = request.receipts.at(-1)?.receiptId;
  const receipt = await issue(
    { store: world.receipts, signer: world.signer, secret: await world.secret(), now: world.now },
    {
      requestId,
      kind,
      fact,
      receivedAtMs: Date.parse(request.receivedAt),
      ...(previous === undefined ? {} : { previous }),
      build: (frame) => payloadOf(kind, context, { frame, pass }),
    },
  );
  await world.requests.append(requestId, {
    key: `receipt-issued#${fact}`,
    type: 'receipt-issued',
    at: isoNow(world),
    data: { receiptId: receipt.id as `rcp_${string}`, kind, interim: isInterim(request, pass) },
  });
  return {};
}
