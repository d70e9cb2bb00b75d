/** Builds the bytes of an outgoing mail: text and HTML of the same letter, attachments, and headers that stop loops. */
import MailComposer from 'nodemailer/lib/mail-composer/index.js';
import { isDeliverable } from '../domain/person.ts';
import { PermanentError } from '../domain/errors.ts';
import { type Letter, letterHtml, letterText } from './letter.ts';

export interface Attachment {
  filename: string;
  contentType: string;
  content: string | Uint8Array;
}

export interface Outgoing {
  letter: Letter;
  lang: string;
  from: { name: string; address: string };
  replyTo: string;
  to: string;
  /** Deterministic: the person's program, and we, can tell a repeated mail from a new one. */
  mailId: string;
  attachments?: Attachment[];
}

/**
 * The mail as bytes. Addresses outside ASCII are refused before composing: the composer would emit raw UTF-8
 * for which SES has no SMTPUTF8.
 */
export async function composeMail(outgoing: Outgoing): Promise<Buffer> {
  if (!isDeliverable(outgoing.to)) throw new PermanentError('The address cannot be reached by mail', { code: 'system-rejected' });
  const composer = new MailComposer({
    from: outgoing.from,
    to: outgoing.to,
    replyTo: outgoing.replyTo,
    subject: outgoing.letter.subject,
    text: letterText(outgoing.letter),
    html: letterHtml(outgoing.letter, outgoing.lang),
    textEncoding: 'quoted-printable',
    disableFileAccess: true,
    disableUrlAccess: true,
    headers: {
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      'X-Quittance-Mail': outgoing.mailId,
      'Content-Language': outgoing.lang,
    },
    attachments: (outgoing.attachments ?? []).map(({ content, ...rest }) => ({
      ...rest,
      content: typeof content === 'string' ? content : Buffer.from(content),
      contentTransferEncoding: 'base64' as const,
    })),
  });
  return await composer.compile().build();
}
