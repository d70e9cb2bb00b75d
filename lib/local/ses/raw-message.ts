/** A raw message as SES treats it: its header fields, and the two that SES writes itself. */
import { AwsError } from '../contract.ts';

export interface HeaderField {
  name: string;
  /** Unfolded, otherwise as it stands in the message. */
  value: string;
}

/** Header block and the rest, split at the first empty line; bytes are kept as Latin-1 characters. */
function split(raw: Buffer): { head: string; rest: string; newline: string } {
  const text = raw.toString('latin1');
  const gap = /\r?\n\r?\n/.exec(text);
  const end = gap ? gap.index : text.length;
  return { head: text.slice(0, end), rest: text.slice(end), newline: text.includes('\r\n') ? '\r\n' : '\n' };
}

/** Header lines with their folded continuations. */
const fieldLines = (head: string): string[] => head.split(/\r?\n(?![ \t])/);

const nameOf = (line: string): string => line.slice(0, Math.max(line.indexOf(':'), 0)).trim();

/** The header fields in their order. */
export function headerFields(raw: Buffer): HeaderField[] {
  return fieldLines(split(raw).head).flatMap((line) => {
    const name = nameOf(line);
    return name === ''
      ? []
      : [
          {
            name,
            value: line
              .slice(line.indexOf(':') + 1)
              .replace(/\r?\n(?=[ \t])/g, '')
              .trim(),
          },
        ];
  });
}

/**
 * Puts SES's own Message-ID and Date in place of the sender's; every other byte stays as it was.
 * "If you specify a Message-ID or Date header, Amazon SES overrides them": SendRawEmail, Developer Guide.
 */
export function stamp(raw: Buffer, own: { messageId: string; date: Date }): Buffer {
  const { head, rest, newline } = split(raw);
  const stamps: Record<string, string> = { 'message-id': `Message-ID: <${own.messageId}>`, date: `Date: ${rfc5322(own.date)}` };
  const kept = fieldLines(head).map((line) => {
    const name = nameOf(line).toLowerCase();
    const replaced = stamps[name];
    if (replaced === undefined) return line;
    delete stamps[name];
    return replaced;
  });
  return Buffer.from([...kept, ...Object.values(stamps)].join(newline) + rest, 'latin1');
}

/** A date as headers write it. */
export const rfc5322 = (date: Date): string => date.toUTCString().replace('GMT', '+0000');

const single = ['from', 'sender', 'reply-to', 'to', 'cc', 'bcc', 'subject', 'date', 'message-id', 'mime-version'];
const longestLine = 1000;
const largestMessage = 10 * 1024 ** 2;

/** Refuses what SES would: too large, without a sender, with a header twice or a line too long. */
export function checkMessage(raw: Buffer): void {
  if (raw.length > largestMessage) throw rejected(`Message length is more than ${largestMessage} bytes long`);
  const names = headerFields(raw).map(({ name }) => name.toLowerCase());
  if (!names.includes('from')) throw rejected("Missing required header 'From'.");
  const twice = single.find((name) => names.indexOf(name) !== names.lastIndexOf(name));
  if (twice !== undefined) throw rejected(`Duplicate header '${twice}'.`);
  for (let start = 0; start < raw.length;) {
    const newline = raw.indexOf(0x0a, start);
    const end = newline < 0 ? raw.length : newline + 1;
    if (end - start > longestLine) throw rejected(`A line of the message is longer than ${longestLine} characters, CRLF included`);
    start = end;
  }
}

/** SES's answer to a parameter it does not take. Never names an address. */
export function rejected(message: string): AwsError {
  return new AwsError('InvalidParameterValue', message);
}
