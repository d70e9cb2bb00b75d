/** Mails as strangers write them, and as SES hands them on. */
import type { ReceivedMail } from '../../lib/steps/receive-mail.ts';
import { BEGIN, PERSON_EMAIL } from '../world.ts';

let mails = 0;

/** A mail as text with LF; header lines of its own come first. */
export function letter(body: string, headers: Record<string, string> = {}): string {
  mails += 1;
  const all = {
    From: `Erika Mustermann <${PERSON_EMAIL}>`,
    To: 'privacy@requests.shop.example',
    Subject: 'My data',
    'Message-ID': `<mail-${mails}@example.org>`,
    'MIME-Version': '1.0',
    'Content-Type': 'text/plain; charset=utf-8',
    ...headers,
  };
  const lines = Object.entries(all).filter(([, value]) => value !== '');
  return `${lines.map(([name, value]) => `${name}: ${value}`).join('\r\n')}\r\n\r\n${body.replaceAll('\n', '\r\n')}\r\n`;
}

/** What SES hands on. */
export function received(
  raw: string,
  more: Partial<Omit<ReceivedMail, 'verdicts'>> & Partial<ReceivedMail['verdicts']> = {},
): ReceivedMail {
  const { spam = 'PASS', virus = 'PASS', spf = 'PASS', dkim = 'PASS', dmarc = 'GRAY', ...rest } = more;
  return {
    messageId: `ses-${mails}`,
    raw: new TextEncoder().encode(raw),
    receivedAt: BEGIN,
    recipients: ['privacy@requests.shop.example'],
    envelopeFrom: PERSON_EMAIL,
    ...rest,
    verdicts: { spam, virus, spf, dkim, dmarc },
  };
}

export const COPY = `Hello,

under Article 15 of the GDPR I ask you for a copy of all personal data that you hold about me.

Best regards
Erika Mustermann`;
