/** Reads delivery reports (RFC 3464): what became of a mail of ours. */
import type { Attachment } from 'postal-mime';
import { contentOf } from './attachments.ts';
import { cleanLine } from './clean-text.ts';
import { messageIdsOf } from './headers.ts';
import type { InboundMail } from './read-mail.ts';
import { deliverable } from './sender.ts';

type Bounced = NonNullable<InboundMail['bounced']>;

const READ_MAX = 2 ** 16;
const STATUS = /^message\/(?:global-)?delivery-status$/;
const RETURNED = /^(?:message\/(?:rfc822|global|global-headers)|text\/rfc822-headers)$/;

function textOf(part: Attachment): string {
  return Buffer.from(contentOf(part).subarray(0, READ_MAX)).toString('utf8').replaceAll('\r\n', '\n');
}

/** `Name: value` lines, unfolded, names in lower case; of a name that stands twice the first. */
function fieldsOf(block: string): Map<string, string> {
  const fields = new Map<string, string>();
  for (const line of block.split(/\n(?![ \t])/)) {
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(0, colon)).toLowerCase();
    if (!fields.has(name)) fields.set(name, cleanLine(line.slice(colon + 1), 500));
  }
  return fields;
}

/** `rfc822; address`, as RFC 3464 writes it, or the bare address. */
function recipientOf(fields: Map<string, string>): string | undefined {
  const written = fields.get('original-recipient') ?? fields.get('final-recipient') ?? '';
  return deliverable(
    written
      .replace(/^[^;]*;/, '')
      .replace(/^\s*<|>\s*$/g, '')
      .trim(),
  );
}

/** The first recipient that failed, else the first. */
function recipientFields(report: string): Map<string, string> {
  const blocks = report.split(/\n\n+/).map(fieldsOf);
  const named = blocks.filter((fields) => fields.has('final-recipient') || fields.has('action'));
  return named.find((fields) => fields.get('action')?.toLowerCase() === 'failed') ?? named[0] ?? new Map<string, string>();
}

function originalMessageId(returned: Attachment | undefined): string | undefined {
  if (!returned) return undefined;
  const [headers = ''] = textOf(returned).split('\n\n', 1);
  return messageIdsOf(fieldsOf(headers).get('message-id'))[0];
}

/** What a mail with a delivery status reports; absent in every other mail. */
export function bouncedOf(attached: readonly Attachment[]): Bounced | undefined {
  const report = attached.find(({ mimeType }) => STATUS.test(mimeType));
  if (!report) return undefined;
  const fields = recipientFields(textOf(report));
  const found = {
    originalMessageId: originalMessageId(attached.find(({ mimeType }) => RETURNED.test(mimeType))),
    action: /^[a-z]+$/i.exec(fields.get('action') ?? '')?.[0].toLowerCase(),
    status: /^\d\.\d{1,3}\.\d{1,3}/.exec(fields.get('status') ?? '')?.[0],
    recipient: recipientOf(fields),
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
}
