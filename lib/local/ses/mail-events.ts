/**
 * What happens to a mail after it was accepted, as SES reports it to EventBridge.
 * Shapes: https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html
 */
import { randomUUID } from 'node:crypto';
import { ACCOUNT, type BusEvent } from '../contract.ts';
import { domainOf, localPartOf } from './addresses.ts';
import type { MailRecord } from './mail-files.ts';
import type { HeaderField } from './raw-message.ts';

export type Fate = 'Bounce' | 'Complaint' | 'DeliveryDelay' | 'Delivery';

/** The mailboxes of the demo domain that make a mail fail on purpose. */
const fates: Record<string, Fate> = { bounce: 'Bounce', complaint: 'Complaint', slow: 'DeliveryDelay' };

const detailTypes: Record<Fate, string> = {
  Bounce: 'Email Bounced',
  Complaint: 'Email Complaint Received',
  DeliveryDelay: 'Email Delivery Delayed',
  Delivery: 'Email Delivered',
};

export interface Sent {
  record: MailRecord;
  headers: readonly HeaderField[];
  region: string;
  demoDomain: string;
  /** Milliseconds when the outcome is known. */
  at: number;
}

/** One event per outcome, naming the recipients it happened to. */
export function mailEvents(sent: Sent): BusEvent[] {
  const groups = new Map<Fate, string[]>();
  for (const recipient of sent.record.recipients) {
    const fate = fateOf(recipient, sent.demoDomain);
    groups.set(fate, [...(groups.get(fate) ?? []), recipient]);
  }
  return [...groups].map(([fate, recipients]) => event(sent, fate, recipients));
}

/** `bounce+anything@` counts as well, so that tests can tell their mails apart. */
function fateOf(recipient: string, demoDomain: string): Fate {
  if (domainOf(recipient) !== demoDomain) return 'Delivery';
  return fates[localPartOf(recipient).split('+', 1)[0] ?? ''] ?? 'Delivery';
}

function event(sent: Sent, fate: Fate, recipients: readonly string[]): BusEvent {
  const timestamp = new Date(sent.at).toISOString();
  const member = `${fate.charAt(0).toLowerCase()}${fate.slice(1)}`;
  const resources = [`arn:aws:ses:${sent.region}:${ACCOUNT}:configuration-set/${sent.record.configurationSet ?? ''}`];
  const detail = { eventType: fate, mail: mailObject(sent), [member]: outcomes[fate](recipients, { timestamp, sentAt: sent.record.at }) };
  return { source: 'aws.ses', detailType: detailTypes[fate], detail, resources };
}

const mta = 'dns; a.smtp-out.amazonses.com';

type Outcome = (recipients: readonly string[], when: { timestamp: string; sentAt: string }) => Record<string, unknown>;

const outcomes: Record<Fate, Outcome> = {
  Bounce: (recipients, { timestamp }) => ({
    feedbackId: randomUUID(),
    bounceType: 'Permanent',
    bounceSubType: 'General',
    bouncedRecipients: recipients.map((emailAddress) => ({
      emailAddress,
      action: 'failed',
      status: '5.1.1',
      diagnosticCode: 'smtp; 550 5.1.1 user unknown',
    })),
    timestamp,
    reportingMTA: mta,
  }),
  Complaint: (recipients, { timestamp }) => ({
    feedbackId: randomUUID(),
    complaintSubType: null,
    complainedRecipients: recipients.map((emailAddress) => ({ emailAddress })),
    timestamp,
    userAgent: 'Local feedback loop',
    complaintFeedbackType: 'abuse',
    arrivalDate: timestamp,
  }),
  DeliveryDelay: (recipients, { timestamp, sentAt }) => ({
    timestamp,
    delayType: 'TransientCommunicationFailure',
    expirationTime: new Date(Date.parse(sentAt) + 12 * 3_600_000).toISOString(),
    delayedRecipients: recipients.map((emailAddress) => ({
      emailAddress,
      status: '4.4.1',
      diagnosticCode: 'smtp; 421 4.4.1 Unable to connect to remote host',
    })),
    reportingMTA: mta,
  }),
  Delivery: (recipients, { timestamp, sentAt }) => ({
    timestamp,
    processingTimeMillis: Date.parse(timestamp) - Date.parse(sentAt),
    recipients,
    smtpResponse: '250 2.6.0 Message received',
    reportingMTA: mta.slice('dns; '.length),
  }),
};

function mailObject({ record, headers, region }: Sent): Record<string, unknown> {
  const value = (name: string): string | undefined => headers.find((field) => field.name.toLowerCase() === name)?.value;
  const list = (name: string): string[] | undefined => value(name)?.split(/,\s*/);
  return {
    timestamp: record.at,
    source: record.source,
    sourceArn: `arn:aws:ses:${region}:${ACCOUNT}:identity/${domainOf(record.source)}`,
    sendingAccountId: ACCOUNT,
    messageId: record.id,
    destination: record.recipients,
    headersTruncated: false,
    headers,
    commonHeaders: {
      from: list('from'),
      replyTo: list('reply-to'),
      to: list('to'),
      cc: list('cc'),
      date: value('date'),
      messageId: record.id,
      subject: record.subject,
    },
    tags: {
      'ses:configuration-set': [record.configurationSet],
      'ses:from-domain': [domainOf(record.source)],
      ...Object.fromEntries(Object.entries(record.tags).map(([name, tag]) => [name, [tag]])),
    },
  };
}
