/** Builds the bytes of an outgoing mail: text and HTML of the same letter, attachments, and headers that stop loops. */
import MailComposer from 'nodemailer/lib/mail-composer/index.js';
import { isDeliverable, type Person } from '../domain/person.ts';
import { PermanentError } from '../domain/errors.ts';
import { type Letter, letterHtml, letterText } from './letter.ts';

export interface Attachment {
  filename: string;
  contentType: string;
  content: string | Uint8Array;
}

/** Whom a mail goes to, and the mail it answers. */
export type Recipient = Pick<Person, 'email' | 'messageId'>;

export interface Outgoing {
  letter: Letter;
  lang: string;
  from: { name: string; address: string };
  replyTo: string;
  /** Without an address the mail is a letter to print: its bytes are the same, and nobody sends them. */
  to: Recipient;
  /** Deterministic: the person's program, and we, can tell a repeated mail from a new one. */
  mailId: string;
  attachments?: Attachment[];
}

/**
 * The mail as bytes. Addresses outside ASCII are refused before composing: the composer would emit raw UTF-8
 * for which SES has no SMTPUTF8.
 */
export async function composeMail(outgoing: Outgoing): Promise<Buffer> {
  const { email, messageId } = outgoing.to;
  if (email !== undefined && !isDeliverable(email))
    throw new PermanentError('The address cannot be reached by mail', { code: 'system-rejected' });
  const composer = new MailComposer({
    from: outgoing.from,
    ...(email === undefined ? {} : { to: email }),
    ...(messageId === undefined ? {} : { inReplyTo: messageId, references: messageId }),
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
