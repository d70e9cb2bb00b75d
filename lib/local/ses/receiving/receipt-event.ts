/**
 * How SES tells a function of a mail, and how it marks the mail itself.
 * Shapes: https://docs.aws.amazon.com/ses/latest/dg/receiving-email-action-lambda-event.html
 */
import { addressesIn } from '../addresses.ts';
import { type HeaderField, headerFields, rfc5322 } from '../raw-message.ts';
import type { ReceiptAction, ReceiptRule } from './receipt-rules.ts';
import type { Status, Verdicts } from './verdicts.ts';

export interface Envelope {
  /** Empty for the null sender. */
  from: string;
  recipients: readonly string[];
  /** What the client called itself, and where it came from. */
  client: { name: string; address: string };
}

export interface Received {
  messageId: string;
  /** Milliseconds. */
  at: number;
  envelope: Envelope;
  verdicts: Verdicts;
  /** With the trace headers. */
  mail: Buffer;
}

/** The lines that SES puts before a mail: where it came from, and who it was taken in for. */
export function traceHeaders({ messageId, at, envelope }: Omit<Received, 'mail' | 'verdicts'>, region: string): Buffer {
  const { from, recipients, client } = envelope;
  const lines = [
    `Return-Path: <${from}>`,
    `Received: from ${client.name} ([${client.address}])`,
    ` by inbound-smtp.${region}.amazonaws.com with SMTP id ${messageId}`,
    ` for ${recipients[0]};`,
    ` ${rfc5322(new Date(at))} (UTC)`,
  ];
  return Buffer.from(lines.map((line) => `${line}\r\n`).join(''), 'latin1');
}

export interface Told {
  rule: ReceiptRule;
  /** Those that the rule takes mail for. */
  recipients: readonly string[];
  action: Extract<ReceiptAction, { type: 'Lambda' }>;
  /** Milliseconds. */
  now: number;
}

/** The event for a function. */
export function receiptEvent(received: Received, told: Told): object {
  return {
    Records: [{ eventSource: 'aws:ses', eventVersion: '1.0', ses: { mail: mailObject(received), receipt: receipt(received, told) } }],
  };
}

function receipt({ at, verdicts }: Received, { rule, recipients, action, now }: Told): object {
  const { dmarc, spf, dkim } = verdicts;
  const scanned = (status: Status): object => ({ status: rule.scans ? status : 'DISABLED' });
  return {
    timestamp: new Date(now).toISOString(),
    processingTimeMillis: now - at,
    recipients,
    spamVerdict: scanned(verdicts.spam),
    virusVerdict: scanned(verdicts.virus),
    spfVerdict: { status: spf },
    dkimVerdict: { status: dkim },
    dmarcVerdict: { status: dmarc },
    // "This field only appears if the message fails DMARC authentication."
    ...(dmarc === 'FAIL' && { dmarcPolicy: 'none' }),
    action,
  };
}

/** "Will happen if the headers are larger than 10 KB". */
const MOST_HEADERS = 10 * 1024;

function mailObject({ messageId, at, envelope, mail }: Received): object {
  const all = headersOf(mail);
  const value = (name: string): string | undefined => all.find((field) => field.name.toLowerCase() === name)?.value;
  const headers = within(all, MOST_HEADERS);
  return {
    timestamp: new Date(at).toISOString(),
    source: envelope.from,
    messageId,
    destination: addressesIn(...[value('to'), value('cc')].filter((field) => field !== undefined)),
    headersTruncated: headers.length < all.length,
    headers,
    commonHeaders: commonHeaders(value, envelope.from),
  };
}

function commonHeaders(value: (name: string) => string | undefined, returnPath: string): object {
  // A comma in a quoted name parts nothing.
  const list = (name: string): string[] | undefined =>
    value(name)
      ?.match(/(?:"(?:\\.|[^"\\])*"|[^,"])+/g)
      ?.map((one) => one.trim());
  return {
    returnPath,
    from: list('from'),
    sender: value('sender'),
    replyTo: list('reply-to'),
    date: value('date'),
    to: list('to'),
    cc: list('cc'),
    bcc: list('bcc'),
    messageId: value('message-id'),
    subject: value('subject'),
  };
}

/** Only the head is looked at; a mail may have forty megabytes. */
function headersOf(mail: Buffer): HeaderField[] {
  const gap = mail.indexOf('\r\n\r\n');
  return headerFields(gap < 0 ? mail : mail.subarray(0, gap));
}

function within(fields: readonly HeaderField[], most: number): HeaderField[] {
  let size = 0;
  return fields.filter(({ name, value }) => (size += name.length + value.length) <= most);
}
