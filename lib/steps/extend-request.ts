/** extend-request: tells the person that an answer takes longer, why, and until when; only then is the date moved. */
import { BugError } from '../domain/errors.ts';
import type { Request } from '../domain/request.ts';
import type { EventData } from '../domain/request-events.ts';
import { factsOf, lettersIn } from '../mail/letters/letters.ts';
import { receiptAttachment } from '../mail/receipt-attachment.ts';
import { buildExtensionReceipt } from '../receipts/build-extension.ts';
import { issueReceipt } from '../receipts/issue.ts';
import type { StoredReceipt } from '../receipts/port.ts';
import type { CaseRecord } from '../stores/request-store.ts';
import { linkTo, openPerson } from './casework.ts';
import { extendedDeadline } from './extended-deadline.ts';
import { receiptContext } from './receipt-context.ts';
import { openWait } from './waiting.ts';
import { isoNow, type With } from './world.ts';

export type ExtendWorld = With<'machine' | 'caseKeys' | 'postOffice' | 'secret' | 'receipts' | 'signer'>;

type Extension = EventData['extended'];

function extensionOf(request: Request): Extension {
  const deadline = extendedDeadline(request);
  const { by, ground, reason } = request.extensionChosen ?? {};
  if (deadline === undefined || by === undefined || ground === undefined || reason === undefined) {
    throw new BugError('An extension was recorded that the law does not know', { code: 'invariant' });
  }
  return { by, ground, reason, dueOn: deadline.dueOn, tooLateAt: deadline.tooLateAt };
}

async function receiptOf(world: ExtendWorld, request: Request, extension: Extension): Promise<StoredReceipt> {
  const caseKey = await world.caseKeys.open(request.id);
  const extended = { ...request, dueOn: extension.dueOn, tooLateAt: extension.tooLateAt };
  const context = receiptContext(world, { request: extended, salt: caseKey.salt, email: openPerson(request, caseKey).email });
  const previous = request.receipts.at(-1)?.receiptId;
  return await issueReceipt(
    { store: world.receipts, signer: world.signer, secret: await world.secret(), now: world.now },
    {
      requestId: request.id,
      kind: 'extension',
      fact: 'extended',
      receivedAtMs: Date.parse(request.receivedAt),
      ...(previous === undefined ? {} : { previous }),
      build: (frame) =>
        buildExtensionReceipt({ ...context, from: request.dueOn, reasons: [{ code: extension.ground, text: extension.reason }] }, frame),
    },
  );
}

/** "Within one month of receipt of the request" (Art. 12(3) GDPR): a notice that missed it extends nothing. */
function noticeIsLate(world: ExtendWorld, request: Request): boolean {
  const deadline = extendedDeadline(request);
  return deadline !== undefined && Date.parse(deadline.noticeBy.tooLateAt) <= world.now();
}

/** The date stays; somebody must choose anew. */
async function tellItIsTooLate(world: ExtendWorld, request: Request): Promise<void> {
  await openWait(world, request, { requestId: request.id, kind: 'late-choice', scope: 'extension-too-late', code: 'extension-too-late' });
}

/** Sends the notice with its receipt, then moves the date. Repeatable. */
export async function extendRequest(world: ExtendWorld, { request }: CaseRecord): Promise<void> {
  if (request.extended || request.extensionChosen === undefined) return;
  if (noticeIsLate(world, request)) return await tellItIsTooLate(world, request);
  const extension = extensionOf(request);
  const receipt = await receiptOf(world, request, extension);
  const caseKey = await world.caseKeys.open(request.id);
  const statusUrl = await linkTo(world, request.id, 'person');
  const facts = factsOf(request, { configuration: world.configuration, statusUrl });
  await world.postOffice.send({
    requestId: request.id,
    fact: 'extension',
    caseKey,
    compose: async () => ({
      letter: lettersIn(request.lang).extension({ ...facts, reason: extension.reason, newDueOn: extension.dueOn }),
      lang: request.lang,
      to: openPerson(request, caseKey).email,
      attachments: [receiptAttachment(receipt.jws)],
    }),
  });
  const at = isoNow(world);
  await world.requests.append(request.id, {
    key: 'receipt-issued#extension',
    type: 'receipt-issued',
    at,
    data: { receiptId: receipt.id as `rcp_${string}`, kind: 'extension', interim: false },
  });
  await world.requests.append(request.id, { key: 'extended', type: 'extended', at, data: extension });
}
