/** issue-receipt: a signed receipt of what was done in a pass, or of why the request was refused. */
import { BugError } from '../domain/errors.ts';
import type { RequestId } from '../domain/ids.ts';
import { outstandingIn, type Request, tellsOutcome } from '../domain/request.ts';
import type { AppealDecision, Ground, ReceiptKind } from '../domain/request-events.ts';
import { rightsToAnswer } from '../domain/plan.ts';
import { type Action, actionOf } from '../domain/rights.ts';
import { buildAppealReceipt } from '../receipts/build-appeal.ts';
import { buildDeletionReceipt } from '../receipts/build-deletion.ts';
import { buildDenialReceipt, type ToldRefusal } from '../receipts/build-denial.ts';
import type { ReceiptContext } from '../receipts/build-frame.ts';
import { buildFulfilmentReceipt } from '../receipts/build-fulfilment.ts';
import { type Frame, issueReceipt as issue } from '../receipts/issue.ts';
import type { ReceiptPayload } from '../receipts/payload.ts';
import type { CaseRecord } from '../stores/request-store.ts';
import { caseOf, requireOpen } from './casework.ts';
import { deliveryWindow } from './delivery-window.ts';
import { type Issuing, logReceipts, openIssuer } from './issuing.ts';
import { receiptContext } from './receipt-context.ts';
import { waitId } from './waiting.ts';
import { isoNow, type With } from './world.ts';

export type ReceiptWorld = With<'caseKeys' | Issuing>;

export interface Stage {
  requestId: RequestId;
  /** `none` tells a refusal. */
  pass: Action | 'none';
  round: number;
}

/** A person who does what no machine can may also refuse it, with a reason. */
export function refusedByHand({ refusals }: Request, pass: Stage['pass']): Ground[] {
  return refusals.filter((refusal) => refusal.pass === pass).flatMap(({ grounds }) => grounds);
}

/** What an appeal comes to is told by its first stage by hand; what it grants follows in stages like any other. */
function decisionIn({ appealOf, appealDecision }: Request, { pass, round }: Stage): AppealDecision | undefined {
  if (appealOf === undefined || pass !== 'act' || round !== 1) return undefined;
  if (appealDecision === undefined) throw new BugError('An appeal is to be answered that nobody decided', { code: 'invariant' });
  return appealDecision;
}

/** The refusals that this stage tells: a person's instead of the pass, or those of rights since the last one that was told. */
function toldBy(request: Request, { pass, round }: Stage): ToldRefusal[] {
  if (pass !== 'none') {
    const rights = rightsToAnswer(request).filter((right) => actionOf(right) === pass);
    return request.refusals.filter((refusal) => refusal.pass === pass).map(({ grounds }) => ({ rights, grounds }));
  }
  const told = request.deliveries.findLast((delivery) => delivery.pass === 'none')?.round ?? 0;
  return request.refusals
    .filter(({ rights }) => rights !== undefined)
    .slice(told, round)
    .map(({ rights = [], grounds, reason }) => ({ rights, grounds: grounds.filter(({ system }) => system === undefined), reason }));
}

/** Which kind of receipt ends a pass. */
export function kindOf(pass: Stage['pass'], refused: boolean): ReceiptKind & ('fulfilment' | 'deletion' | 'denial') {
  if (pass === 'none' || refused) return 'denial';
  return pass === 'erase' ? 'deletion' : 'fulfilment';
}

interface Building {
  frame: Frame;
  stage: Stage;
  outcome: { outcome?: string };
}

/** What staff wrote about a complaint, for the person. */
function outcomeOf({ request, events }: CaseRecord, { pass, round }: Stage): Building['outcome'] {
  if (pass === 'none' || !tellsOutcome(request, { kind: 'act', pass })) return {};
  const taskId = waitId(request, 'act', `${pass}#${round}#act`);
  const done = events.find((event) => event.type === 'task-done' && event.data.taskId === taskId);
  return done?.type === 'task-done' && done.data.reason !== undefined ? { outcome: done.data.reason } : {};
}

function payloadOf(kind: ReceiptKind, context: ReceiptContext, { frame, stage, outcome }: Building): ReceiptPayload {
  const { request, configuration } = context;
  const { pass } = stage;
  const decision = decisionIn(request, stage);
  if (decision !== undefined) return buildAppealReceipt({ ...context, decision }, frame);
  if (kind === 'denial') {
    const left = rightsToAnswer(request).filter((right) => actionOf(right) !== pass);
    return buildDenialReceipt({ ...context, scope: left.length === 0 ? 'full' : 'partial', refusals: toldBy(request, stage) }, frame);
  }
  if (kind === 'deletion') return buildDeletionReceipt(context, frame);
  if (pass === 'none') throw new BugError('A refusal is told by a denial', { code: 'invariant' });
  if (pass !== 'export') return buildFulfilmentReceipt({ ...context, pass, ...outcome }, frame);
  return buildFulfilmentReceipt({ ...context, pass, delivery: deliveryWindow(configuration, frame.issuedAt) }, frame);
}

function isInterim(request: Request, pass: Stage['pass']): boolean {
  return pass !== 'none' && outstandingIn(request, pass).length > 0;
}

/** Issues the receipt of a stage once, records it, and brings it into the log. */
export async function issueReceipt({ requestId, pass, round }: Stage, world: ReceiptWorld): Promise<Record<string, never>> {
  const fact = `${pass}#${round}`;
  const before = await caseOf(world, requestId);
  if (before.events.some(({ key }) => key === `receipt-issued#${fact}`)) return {};
  const { request } = requireOpen(before);
  const caseKey = await world.caseKeys.open(requestId);
  const context = receiptContext(world, { request, caseKey });
  const stands = (decisionIn(request, { requestId, pass, round })?.stands ?? []).length > 0;
  const kind = kindOf(pass, stands || refusedByHand(request, pass).length > 0);
  const stage = { requestId, pass, round };
  const receipt = await issue(await openIssuer(world), {
    requestId,
    kind,
    fact,
    receivedAtMs: Date.parse(request.receivedAt),
    build: (frame) => payloadOf(kind, context, { frame, stage, outcome: outcomeOf(before, stage) }),
  });
  await world.requests.append(requestId, {
    key: `receipt-issued#${fact}`,
    type: 'receipt-issued',
    at: isoNow(world),
    data: { receiptId: receipt.id as `rcp_${string}`, kind, interim: isInterim(request, pass) },
  });
  await logReceipts(world, [receipt]);
  return {};
}
