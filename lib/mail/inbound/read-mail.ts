/** Reads a mail nobody vouches for: in a process of its own, with limits of time, memory, size and breadth. No bytes make it throw; it fetches nothing and opens no archive. */
import { fingerprintOf } from './fingerprint.ts';
import { parseApart } from './parse-apart.ts';
import { READ_LIMITS, type ReadLimits } from './read-limits.ts';
import { refusalOf } from './refusal.ts';

/** What an attached file is, as far as its name, its type and its first bytes tell; no file is opened. */
export type AttachmentKind = 'paper' | 'calendar' | 'winmail' | 'message' | 'archive' | 'executable' | 'other';

export interface InboundAttachment {
  /** Without a path, control characters or what file systems refuse; at most 120 characters. */
  name: string;
  /** As the sender says. */
  type: string;
  bytes: number;
  content: Uint8Array;
  kind: AttachmentKind;
}

export interface InboundMail {
  /** What identifies the mail whatever servers it passed ({@link fingerprintOf}). */
  fingerprint: string;
  /** The only sender, by our own strict reading; nothing here proves that it is the true one. */
  from?: { address: string; name?: string };
  /** Why `from` is absent. */
  fromFault?: 'none' | 'several' | 'odd';
  /** Where the sender wants answers, read as strictly. */
  replyTo?: string;
  /** Addresses in the headers, at most 50 each; who the mail was delivered to is told by the envelope alone. */
  to: string[];
  cc: string[];
  /** One line, at most 500 characters. */
  subject: string;
  /** Message ids stand without their angle brackets. */
  messageId?: string;
  inReplyTo?: string;
  /** At most 50, the latest last. */
  references: string[];
  /** When the sender says it was written, ISO 8601: for information, never for a clock. */
  date?: string;
  /** Text to read, with `\n` between lines; what attached mails say stands after it. At most 200,000 characters. */
  text: string;
  textFrom: 'plain' | 'html' | 'none';
  /** Whether text was left out at the end. */
  cut: boolean;
  /** At most 50. */
  attachments: InboundAttachment[];
  /** How many more were attached. */
  moreAttachments: number;
  /** Encrypted or signed; signed text is still read, encrypted text is not. */
  sealed?: 'smime' | 'pgp';
  /** That a machine wrote this, and of which sort; never guessed from words. */
  automatic?: 'bounce' | 'auto-reply' | 'bulk' | 'report';
  /** What a delivery report says about the first mail it names. */
  bounced?: { originalMessageId?: string; action?: string; status?: string; recipient?: string };
}

export type Unreadable = 'too-large' | 'too-many-parts' | 'too-long' | 'too-much-memory' | 'not-readable';

export type ReadMail = { ok: true; mail: InboundMail } | { ok: false; reason: Unreadable; fingerprint: string };

/**
 * Reads a mail, or says why it cannot be read: a person then looks at the raw mail, and its clock runs all the same.
 * Any bytes get an answer; it rejects only where no process can be started.
 */
export async function readMail(raw: Uint8Array, limits: Partial<ReadLimits> = {}): Promise<ReadMail> {
  const all = { ...READ_LIMITS, ...limits };
  const fingerprint = fingerprintOf(raw);
  const refusal = refusalOf(raw, all);
  if (refusal) return { ok: false, reason: refusal, fingerprint };
  const parsed = await parseApart(raw, all);
  return parsed.ok ? { ok: true, mail: { fingerprint, ...parsed.mail } } : { ...parsed, fingerprint };
}
