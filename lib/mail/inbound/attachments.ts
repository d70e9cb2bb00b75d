/** Lists what is attached to a mail, under names that are safe to store. */
import type { Attachment } from 'postal-mime';
import { kindOf } from './attachment-kind.ts';
import { cleanLine } from './clean-text.ts';
import type { InboundAttachment } from './read-mail.ts';

const LISTED_MAX = 50;
const NAME_MAX = 120;

/** The last part of a path, without what a file system refuses; the ending stays when the name is too long. */
function safeName(written: string | null, position: number): string {
  const line = cleanLine(written ?? '', 1000).replace(/^.*[/\\]/, '');
  const name = line.replace(/[<>:"|?*]/g, '_').replace(/^[. ]+|[. ]+$/g, '');
  if (name === '') return `attachment-${position}`;
  const ending = /\.\w{1,10}$/.exec(name)?.[0] ?? '';
  return name.length <= NAME_MAX ? name : cleanLine(name, NAME_MAX - ending.length) + ending;
}

function safeType(written: string): string {
  return /^[\w!#$&^.+-]{1,60}\/[\w!#$&^.+-]{1,60}$/.test(written) ? written.toLowerCase() : 'application/octet-stream';
}

/** The bytes of a part; strings are not asked for of the parser. */
export function contentOf({ content }: Attachment): Uint8Array {
  if (typeof content === 'string') return new TextEncoder().encode(content);
  return new Uint8Array(content);
}

export function attachmentsOf(attached: readonly Attachment[]): { attachments: InboundAttachment[]; moreAttachments: number } {
  const attachments = attached.slice(0, LISTED_MAX).map((each, index) => {
    const described = { name: safeName(each.filename, index + 1), type: safeType(each.mimeType), content: contentOf(each) };
    return { ...described, bytes: described.content.length, kind: kindOf(described) };
  });
  return { attachments, moreAttachments: attached.length - attachments.length };
}
