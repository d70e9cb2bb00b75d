/** receive-mail: finds the mail that SES has received in its bucket, and hands it on with what SES says about it. */
import * as z from 'zod';
import type { RequestId } from '../domain/ids.ts';
import { TransientError } from '../domain/errors.ts';
import { type AsideReason, byHandSince, type InboundStore, type WaitingMail } from '../stores/inbound.ts';
import { logFailure } from './retries.ts';

/** What SES found when it checked something; `GRAY` is neither. What it says in another way is taken for not checked. */
const VERDICTS = ['PASS', 'FAIL', 'GRAY', 'PROCESSING_FAILED'] as const;
export type Verdict = (typeof VERDICTS)[number];

export interface ReceivedMail {
  /** The name SES gave it. */
  messageId: string;
  /** As received, with the trace headers of SES before it. */
  raw: Uint8Array;
  /** ISO 8601. */
  receivedAt: string;
  /** Of the envelope, at the domain that is received. */
  recipients: string[];
  /** Of the envelope; empty for what no answer may go to. */
  envelopeFrom: string;
  verdicts: Record<'spam' | 'virus' | 'spf' | 'dkim' | 'dmarc', Verdict>;
  /** It was set aside, and a person says that it is a request. */
  byHand?: true;
}

/** What became of a mail. `aside`: nothing of ours, or nothing anybody should open. */
export type Taken = { became: 'request' | 'part'; requestId: RequestId } | { became: 'aside'; because: AsideReason };

export interface ReceivingWorld {
  inbound: InboundStore;
  /** Takes a mail in. It may come twice: SES and Lambda deliver at least once. */
  take(received: ReceivedMail): Promise<Taken>;
  /** Milliseconds since the epoch. */
  now(): number;
}

const verdict = z.object({ status: z.enum(VERDICTS) }).catch({ status: 'PROCESSING_FAILED' });

/** The event of a Lambda action; https://docs.aws.amazon.com/ses/latest/dg/receiving-email-action-lambda-event.html */
const sesEvent = z.object({
  Records: z.array(
    z.object({
      ses: z.object({
        mail: z.object({ messageId: z.string().min(1), timestamp: z.iso.datetime(), source: z.string().default('') }),
        receipt: z.object({
          recipients: z.array(z.string()).min(1),
          spamVerdict: verdict,
          virusVerdict: verdict,
          spfVerdict: verdict,
          dkimVerdict: verdict,
          dmarcVerdict: verdict,
        }),
      }),
    }),
  ),
});

/** The hourly call of EventBridge. */
const scheduled = z.object({ source: z.literal('aws.events'), 'detail-type': z.literal('Scheduled Event') });

type Received = z.infer<typeof sesEvent>['Records'][number]['ses'];

function withRaw({ mail, receipt }: Received, raw: Uint8Array): ReceivedMail {
  return {
    messageId: mail.messageId,
    raw,
    receivedAt: mail.timestamp,
    recipients: receipt.recipients,
    // The null sender is written either way.
    envelopeFrom: mail.source === '<>' ? '' : mail.source,
    verdicts: {
      spam: receipt.spamVerdict.status,
      virus: receipt.virusVerdict.status,
      spf: receipt.spfVerdict.status,
      dkim: receipt.dkimVerdict.status,
      dmarc: receipt.dmarcVerdict.status,
    },
  };
}

/** What became of the mails of a call. */
interface Counts {
  taken: number;
  /** Kept for a person to look at. */
  aside: number;
  /** Taken in before. */
  gone: number;
}

async function takeOne({ inbound, take }: ReceivingWorld, received: ReceivedMail, counts: Counts): Promise<void> {
  const { messageId, raw, receivedAt } = received;
  const taken = await take(received);
  if (taken.became === 'aside') {
    await inbound.setAside(messageId, raw, { receivedAt, because: taken.because });
    counts.aside += 1;
    return;
  }
  await inbound.remove(messageId);
  counts.taken += 1;
}

/** Mails are taken in within seconds; what still lies there then, nobody was told of, or whoever was told broke off. */
const LEFT_MS = 15 * 60 * 1000;

const NOT_CHECKED = {
  spam: 'PROCESSING_FAILED',
  virus: 'PROCESSING_FAILED',
  spf: 'PROCESSING_FAILED',
  dkim: 'PROCESSING_FAILED',
  dmarc: 'PROCESSING_FAILED',
} as const;

/** Takes a mail in without what SES knew of it, so that nobody is answered before a person has looked. */
async function takeLeft(world: ReceivingWorld, { messageId, at }: WaitingMail, counts: Counts): Promise<void> {
  const { inbound, now } = world;
  const since = byHandSince(messageId);
  if (since === undefined && now() - Date.parse(at) < LEFT_MS) return;
  const raw = await inbound.get(messageId);
  if (raw === undefined) return;
  const known = since === undefined ? { receivedAt: at } : { receivedAt: since, byHand: true as const };
  await takeOne(world, { messageId, raw, ...known, recipients: [], envelopeFrom: '', verdicts: NOT_CHECKED }, counts);
}

/** Takes in what was left or put back; what fails is tried again in an hour, and the failed call rings. */
async function takeRest(world: ReceivingWorld): Promise<Counts> {
  const counts = { taken: 0, aside: 0, gone: 0 };
  let failed = 0;
  const { inbound } = world;
  for (let page = await inbound.list(); ; page = await inbound.list(page.next)) {
    for (const mail of page.mails) {
      // One that cannot be taken in must not keep the others.
      await takeLeft(world, mail, counts).catch((error: unknown) => {
        failed += 1;
        logFailure('receive-mail', error);
      });
    }
    if (page.next === undefined) break;
  }
  if (failed > 0) throw new TransientError(`${failed} mails could not be taken in`, { code: 'store-unavailable' });
  return counts;
}

/** Takes in what an event of SES tells of, or, every hour, what was left; a mail that is gone was taken in before. */
export async function receiveMail(event: unknown, world: ReceivingWorld): Promise<Counts> {
  if (scheduled.safeParse(event).success) return await takeRest(world);
  const counts = { taken: 0, aside: 0, gone: 0 };
  for (const { ses } of sesEvent.parse(event).Records) {
    const raw = await world.inbound.get(ses.mail.messageId);
    if (raw === undefined) counts.gone += 1;
    else await takeOne(world, withRaw(ses, raw), counts);
  }
  return counts;
}
