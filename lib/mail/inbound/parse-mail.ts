/** What a mail says, by the parser and by our own stricter readings of it. */
import PostalMime, { type Attachment, type Email } from 'postal-mime';
import { attachmentsOf, contentOf } from './attachments.ts';
import { automaticOf } from './automatic.ts';
import { bodyOf, type Body, joinBodies } from './body.ts';
import { bouncedOf } from './bounced.ts';
import { cleanLine } from './clean-text.ts';
import { decodeText } from './decode-text.ts';
import { HEADERS_MAX } from './headers-end.ts';
import { dateOf, messageIdsOf, valuesOf } from './headers.ts';
import { READ_LIMITS } from './read-limits.ts';
import type { InboundMail, Unreadable } from './read-mail.ts';
import { refusalOf } from './refusal.ts';
import { sealedOf } from './sealed.ts';
import { addressesOf, replyToOf, senderOf } from './sender.ts';
import { withUtf8Headers } from './utf8-headers.ts';

export type Parsed = { ok: true; mail: Omit<InboundMail, 'fingerprint'> } | { ok: false; reason: Unreadable };

/** Mails in mails are read by us, each with the same checks: the parser would mix their texts and bounds only their depth. */
const OPTIONS = { maxNestingDepth: 30, maxHeadersSize: HEADERS_MAX, forceRfc822Attachments: true };
const MAILS_IN_MAILS = 2;
const SUBJECT_MAX = 500;

/** The parser takes a whole buffer as it is, and copies a part of one. */
function parse(raw: Uint8Array): Promise<Email> {
  const mail = withUtf8Headers(raw);
  const isWhole = mail.buffer instanceof ArrayBuffer && mail.byteLength === mail.buffer.byteLength;
  return PostalMime.parse(isWhole ? (mail.buffer as ArrayBuffer) : mail, OPTIONS);
}

const subjectOf = ({ subject = '' }: Email): string => cleanLine(subject, SUBJECT_MAX);

/** A mail that somebody forwards as a file is often the request itself. One that cannot be read stays a file. */
async function readAttachedMail(attached: Attachment, depth: number): Promise<Body[]> {
  const content = contentOf(attached);
  if (refusalOf(content, READ_LIMITS)) return [];
  try {
    const email = await parse(content);
    return [{ text: subjectOf(email), from: 'plain', cut: false }, await textOf(email, depth - 1)];
  } catch {
    return [];
  }
}

/** What is attached as text: the letter itself, in a mail that says nothing else. */
function readTextFile(attached: Attachment): Body {
  const content = contentOf(attached).slice().buffer;
  const text = decodeText(content, new TextDecoder());
  return bodyOf(/^(?:text\/html|application\/xhtml\+xml)$/.test(attached.mimeType) ? { html: text } : { text });
}

const TEXT_FILE = /^(?:text\/(?:plain|html|markdown|enriched)|application\/xhtml\+xml)$/;

async function textOf(email: Email, depth: number): Promise<Body> {
  const bodies = [bodyOf(email)];
  for (const attached of depth > 0 ? email.attachments : []) {
    if (attached.mimeType === 'message/rfc822') bodies.push(...(await readAttachedMail(attached, depth)));
  }
  const body = joinBodies(bodies);
  if (body.from !== 'none' || depth === 0) return body;
  return joinBodies(email.attachments.filter(({ mimeType }) => TEXT_FILE.test(mimeType)).map(readTextFile));
}

/** The rest of the headers, as text that is safe to keep. */
function headersOf(email: Email): Pick<InboundMail, 'to' | 'cc' | 'subject' | 'references'> & Partial<InboundMail> {
  const { headers, headerLines } = email;
  const replyTo = replyToOf(headers);
  const [messageId] = messageIdsOf(valuesOf(headers, 'message-id')[0]);
  const [inReplyTo] = messageIdsOf(valuesOf(headers, 'in-reply-to')[0]);
  const date = dateOf(valuesOf(headers, 'date')[0]);
  return {
    ...senderOf(headers, headerLines),
    ...(replyTo ? { replyTo } : {}),
    to: addressesOf(headers, 'to'),
    cc: addressesOf(headers, 'cc'),
    subject: subjectOf(email),
    ...(messageId ? { messageId } : {}),
    ...(inReplyTo ? { inReplyTo } : {}),
    references: messageIdsOf(valuesOf(headers, 'references')[0]),
    ...(date ? { date } : {}),
  };
}

async function mailOf(email: Email): Promise<Omit<InboundMail, 'fingerprint'>> {
  const { headers } = email;
  const fields = headersOf(email);
  const bounced = bouncedOf(email.attachments);
  const automatic = automaticOf({ headers, bounced });
  // What a report returns are the words of somebody else, mostly our own.
  const isReport = automatic === 'bounce' || automatic === 'report';
  const { text, from: textFrom, cut } = await textOf(email, isReport ? 0 : MAILS_IN_MAILS);
  const listed = attachmentsOf(email.attachments);
  const sealed = sealedOf(headers, listed.attachments, text);
  return {
    ...fields,
    text,
    textFrom,
    cut,
    ...listed,
    ...(sealed ? { sealed } : {}),
    ...(automatic ? { automatic } : {}),
    ...(bounced ? { bounced } : {}),
  };
}

/** The parser throws where a limit of its own is reached. */
function reasonOf(error: unknown): Unreadable {
  const message = error instanceof Error ? error.message : '';
  if (message.startsWith('Maximum header size')) return 'too-large';
  return message.startsWith('Maximum MIME nesting depth') ? 'too-many-parts' : 'not-readable';
}

export async function parseMail(raw: Uint8Array): Promise<Parsed> {
  try {
    return { ok: true, mail: await mailOf(await parse(raw)) };
  } catch (error) {
    return { ok: false, reason: reasonOf(error) };
  }
}
