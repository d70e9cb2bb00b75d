/** correct-receipt: what staff found wrong in a receipt is said right by another one, which takes its place; nothing is edited. */
import { BugError } from '../domain/errors.ts';
import type { ReceiptId, RequestId } from '../domain/ids.ts';
import { mayCorrect, type Objection } from '../domain/request-can.ts';
import type { Request } from '../domain/request.ts';
import type { Letter } from '../mail/letter.ts';
import { factsOf } from '../mail/letters/letters.ts';
import { receiptLettersIn } from '../mail/letters/receipt-letters.ts';
import { unlessUnderWay } from '../mail/unless-under-way.ts';
import { buildCorrectionReceipt } from '../receipts/build-correction.ts';
import { type CorrectionReceipt, readPayload } from '../receipts/payload.ts';
import { payloadOf } from '../receipts/payload-of.ts';
import type { StoredReceipt } from '../receipts/port.ts';
import type { CaseRecord } from '../stores/request-store.ts';
import { attachReceipt } from './attach-receipt.ts';
import { linkTo, openPerson, purposeOfLink } from './casework.ts';
import type { CloseWorld } from './close-withdrawn.ts';
import { recordedAs, recordReceipt, subjectRefOf } from './record-receipt.ts';
import { isOnItsWay } from './unsent-mails.ts';
import { lookSoon } from './waiting.ts';
import { isoNow, type With } from './world.ts';

/** What somebody corrects: `text` is the sentence that is right, and both are in the words the person reads. */
export interface Correction {
  requestId: RequestId;
  receiptId: ReceiptId;
  text: string;
  reason: string;
  by: string;
}

export type Asked = { ok: true } | { ok: false; reason: 'unknown' | 'reason-needed' | Objection };

type Recorded = Request['corrections'][number];

const CORRECTION = 'correction';

/** Records a correction once: each receipt has one at most, and the one that takes its place can be corrected in turn. */
export async function askCorrection(world: With<never>, correction: Correction): Promise<Asked> {
  const { requestId, receiptId, by } = correction;
  const [text, reason] = [correction.text.trim(), correction.reason.trim()];
  const request = await world.requests.load(requestId);
  if (request === undefined) return { ok: false, reason: 'unknown' };
  if (text === '' || reason === '') return { ok: false, reason: 'reason-needed' };
  const isThis = (before: Partial<Recorded> | undefined): boolean => before?.text === text && before.reason === reason;
  if (isThis(request.corrections.find((before) => before.receiptId === receiptId))) return { ok: true };
  const allowed = mayCorrect(request, receiptId);
  if (!allowed.ok) return { ok: false, reason: allowed.reason };
  await lookSoon(world, requestId);
  const data = { receiptId, by, text, reason };
  const key = `correction-asked#${receiptId}`;
  const { event } = await world.requests.append(requestId, { key, type: 'correction-asked', at: isoNow(world), data });
  return isThis(event.data as Partial<Recorded>) ? { ok: true } : { ok: false, reason: 'corrected-before' };
}

const factOf = ({ receiptId }: Pick<Recorded, 'receiptId'>) => ({ kind: CORRECTION, fact: receiptId }) as const;
const mailOf = ({ receiptId }: Pick<Recorded, 'receiptId'>): string => `${CORRECTION}#${receiptId}`;

/** Corrections that have no receipt yet, or that the person was not told of while there is an address to write to. */
export function pendingCorrections({ request, events, mails }: Pick<CaseRecord, 'request' | 'events' | 'mails'>): Recorded[] {
  return request.corrections.filter((correction) => {
    const issued = events.some(({ key }) => key === recordedAs(factOf(correction)));
    const told = mails.some((mail) => mail.kind === mailOf(correction) && isOnItsWay(mail));
    return !issued || (!told && request.purgedAt === undefined);
  });
}

/** The mail: what was wrong, what holds, and where both can be read. */
export function correctionLetter(
  request: Request,
  {
    configuration,
    baseUrl,
    statusUrl,
    receipt,
  }: Pick<With<never>, 'configuration' | 'baseUrl'> & {
    statusUrl: string;
    receipt: CorrectionReceipt;
  },
): Letter {
  return receiptLettersIn(request.lang).correction({
    ...factsOf(request, { configuration, statusUrl }),
    sentence: receipt.text,
    receiptUrl: `${baseUrl}/receipts/${receipt.id}`,
    wrongUrl: `${baseUrl}/receipts/${receipt.supersedes.id}`,
  });
}

interface Correcting {
  request: Request;
  correction: Recorded;
  wrong: StoredReceipt;
}

async function issue(world: CloseWorld, { request, correction, wrong }: Correcting): Promise<StoredReceipt> {
  const { configuration, baseUrl } = world;
  const subjectRef = (await subjectRefOf(world, request))!;
  const { text, reason, receiptId } = correction;
  return await recordReceipt(world, request, {
    ...factOf(correction),
    supersedes: receiptId,
    build: (frame) => buildCorrectionReceipt({ request, configuration, baseUrl, subjectRef, wrong, text, reason }, frame),
  });
}

async function mail(world: CloseWorld, { request, correction }: Omit<Correcting, 'wrong'>, stored: StoredReceipt): Promise<void> {
  const caseKey = await world.caseKeys.open(request.id);
  const receipt = readPayload(payloadOf(stored.jws)) as CorrectionReceipt;
  const { configuration, baseUrl } = world;
  const sending = world.postOffice.send({
    requestId: request.id,
    fact: mailOf(correction),
    caseKey,
    compose: async () => {
      const statusUrl = await linkTo(world, request.id, purposeOfLink(request));
      return {
        letter: correctionLetter(request, { configuration, baseUrl, statusUrl, receipt }),
        lang: request.lang,
        to: openPerson(request, caseKey),
        attachments: await attachReceipt(world, stored),
      };
    },
  });
  await unlessUnderWay(sending);
}

/** Issues what staff asked for and mails it, once each, in the order in which it was asked. Repeatable. */
export async function correctReceipts(world: CloseWorld, record: CaseRecord): Promise<void> {
  const pending = pendingCorrections(record);
  if (pending.length === 0) return;
  const { request } = record;
  const chain = await world.receipts.ofCase(request.id);
  for (const correction of pending) {
    const wrong = chain.find(({ id }) => id === correction.receiptId);
    if (wrong === undefined) throw new BugError('The receipt to be corrected is not there', { code: 'invariant' });
    const stored = await issue(world, { request, correction, wrong });
    // The key goes first: a purge that was cut off is as good as one that is recorded.
    if (await world.caseKeys.exists(request.id)) await mail(world, { request, correction }, stored);
  }
}
