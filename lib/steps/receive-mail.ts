/** receive-mail: finds the mail that SES has received in its bucket, and hands it on with what SES says about it. */
import * as z from 'zod';
import type { InboundStore } from '../stores/inbound.ts';

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
}

export interface ReceivingWorld {
  inbound: InboundStore;
  /** Takes a mail in. It may come twice: SES and Lambda deliver at least once. */
  take(received: ReceivedMail): Promise<void>;
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

/** Takes in what an event tells of; a mail that is gone was taken in before. Answers with counts only. */
export async function receiveMail(event: unknown, { inbound, take }: ReceivingWorld): Promise<{ taken: number; gone: number }> {
  const { Records } = sesEvent.parse(event);
  let taken = 0;
  for (const { ses } of Records) {
    const raw = await inbound.get(ses.mail.messageId);
    if (raw === undefined) continue;
    await take(withRaw(ses, raw));
    taken += 1;
  }
  return { taken, gone: Records.length - taken };
}
