/** extend-request: tells the person that an answer takes longer, why, and until when; only then is the date moved. */
import { type Extension, extensionOf, type NoExtension } from '../domain/extension.ts';
import { lawOf } from '../domain/law/laws.ts';
import type { Request } from '../domain/request.ts';
import type { Letter } from '../mail/letter.ts';
import { factsOf, lettersIn } from '../mail/letters/letters.ts';
import { buildExtensionReceipt } from '../receipts/build-extension.ts';
import { issueReceipt } from '../receipts/issue.ts';
import { type ExtensionReceipt, readPayload } from '../receipts/payload.ts';
import { payloadOf } from '../receipts/payload-of.ts';
import type { StoredReceipt } from '../receipts/port.ts';
import type { CaseKey } from '../stores/case-keys.ts';
import type { CaseRecord } from '../stores/request-store.ts';
import { attachReceipt } from './attach-receipt.ts';
import { linkTo, openPerson } from './casework.ts';
import { requireComplete } from './extension-notice.ts';
import { type Issuing, logReceipts, openIssuer } from './issuing.ts';
import { receiptContext } from './receipt-context.ts';
import { openWait } from './waiting.ts';
import { isoNow, type With } from './world.ts';

export type ExtendWorld = With<'machine' | 'caseKeys' | 'postOffice' | 'log' | Issuing>;

/** An extension somebody chose, with the words for the person. */
interface Chosen extends Extension {
  by: string;
  ground: string;
  reason: string;
}

/** What one telling works with. */
interface Telling {
  world: ExtendWorld;
  request: Request;
  chosen: Chosen;
  caseKey: CaseKey;
  statusUrl: string;
}

/** The letter for a receipt: it says what the receipt says, and what one can do against it. */
function letterOf({ world, request, chosen, statusUrl }: Telling, { clock, remedies }: ExtensionReceipt): Letter {
  const letters = lettersIn(request.lang);
  const facts = factsOf(request, { configuration: world.configuration, statusUrl });
  const { reason } = chosen;
  const { basis: law, to: newDueOn } = clock;
  const letter = letters.extension({ ...facts, reason, newDueOn, law, remedies: letters.remedies(remedies) });
  requireComplete(
    { letter, law, newDate: letters.day(newDueOn), reason, authority: remedies.complaint?.name },
    lawOf({ ...request, law: chosen.law }),
  );
  return letter;
}

function payloadFor(telling: Telling, frame: Parameters<typeof buildExtensionReceipt>[1]): ExtensionReceipt {
  const { world, request, chosen, caseKey } = telling;
  const { law, dueOn, tooLateAt, deadline, article: basis, ground, reason } = chosen;
  const extended = { ...request, law, dueOn, tooLateAt };
  const context = receiptContext(world, { request: extended, caseKey });
  // What one can do against it is what the law says that allows it.
  const laws = [lawOf(extended)];
  const why = { from: request.dueOn, deadline, basis, reasons: [{ code: ground, text: reason }] };
  const payload = buildExtensionReceipt({ ...context, laws, ...why }, frame);
  // Nothing is signed that could not be sent.
  letterOf(telling, payload);
  return payload;
}

async function receiptOf(telling: Telling): Promise<StoredReceipt> {
  const { world, request } = telling;
  const receipt = await issueReceipt(await openIssuer(world), {
    requestId: request.id,
    kind: 'extension',
    fact: 'extended',
    receivedAtMs: Date.parse(request.receivedAt),
    build: (frame) => payloadFor(telling, frame),
  });
  await logReceipts(world, [receipt]);
  return receipt;
}

async function mail(telling: Telling, receipt: StoredReceipt): Promise<void> {
  const { world, request, caseKey } = telling;
  await world.postOffice.send({
    requestId: request.id,
    fact: 'extension',
    caseKey,
    compose: async () => ({
      letter: letterOf(telling, readPayload(payloadOf(receipt.jws)) as ExtensionReceipt),
      lang: request.lang,
      to: openPerson(request, caseKey),
      attachments: await attachReceipt(world, receipt),
    }),
  });
}

/** The date moves on the day the notice went out: also where a crash kept that from being recorded until later. */
async function record({ world, request, chosen }: Telling, { receiptId, at }: { receiptId: string; at: string }): Promise<void> {
  const { by, ground, reason, dueOn, tooLateAt, laws } = chosen;
  await world.requests.append(request.id, {
    key: 'receipt-issued#extension',
    type: 'receipt-issued',
    at,
    data: { receiptId: receiptId as `rcp_${string}`, kind: 'extension', interim: false },
  });
  const data = { by, ground, reason, dueOn, tooLateAt, laws };
  await world.requests.append(request.id, { key: 'extended', type: 'extended', at, data });
}

/** The date stays; somebody must choose anew. While the clock stands still nothing is lost by waiting. */
async function leaveIt(world: ExtendWorld, request: Request, { reason }: NoExtension): Promise<void> {
  if (reason === 'clock-paused') return;
  await openWait(world, request, { requestId: request.id, kind: 'late-choice', scope: 'extension-too-late', code: 'extension-too-late' });
}

/** Sends the notice with its receipt, then moves the date. Repeatable. */
export async function extendRequest(world: ExtendWorld, { request, mails }: CaseRecord): Promise<void> {
  const { by, ground, reason } = request.extensionChosen ?? {};
  if (request.extended || by === undefined || ground === undefined || reason === undefined) return;
  const sentAt = mails.find(({ kind }) => kind === 'extension')?.sentAt;
  const toldAt = sentAt === undefined ? world.now() : Date.parse(sentAt);
  const extension = extensionOf(request, world.configuration, { ground, toldAt });
  if (!extension.ok) return await leaveIt(world, request, extension);
  const caseKey = await world.caseKeys.open(request.id);
  const statusUrl = await linkTo(world, request.id, 'person');
  const telling: Telling = { world, request, chosen: { ...extension, by, ground, reason }, caseKey, statusUrl };
  const receipt = await receiptOf(telling);
  await mail(telling, receipt);
  await record(telling, { receiptId: receipt.id, at: sentAt ?? isoNow(world) });
}
