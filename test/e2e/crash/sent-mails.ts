/** The mails in the laptop's folder as they were sent, with what makes two of them the same mail. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import PostalMime from 'postal-mime';

export interface SentMail {
  /** Milliseconds since the epoch, by the laptop's clock. */
  at: number;
  to: string;
  subject: string;
  /** Of the product: the same for the same mail. */
  mailId: string;
  requestId: string;
  /** The bytes without what SES writes itself. */
  unstamped: string;
  receipts: string[];
}

const unstamped = (raw: string): string => raw.replaceAll(/^(?:Message-ID|Date): .*\r?\n(?:[ \t].*\r?\n)*/gim, '');

async function read(folder: string, stem: string): Promise<SentMail> {
  const envelope = JSON.parse(readFileSync(path.join(folder, `${stem}.json`), 'utf8')) as {
    at: string;
    recipients: string[];
    subject: string;
    tags: Record<string, string>;
  };
  const raw = readFileSync(path.join(folder, `${stem}.eml`));
  const { headers, attachments } = await PostalMime.parse(raw);
  return {
    at: Date.parse(envelope.at),
    to: envelope.recipients[0]!,
    subject: envelope.subject,
    mailId: headers.find(({ key }) => key === 'x-quittance-mail')?.value ?? '',
    requestId: envelope.tags['request'] ?? '',
    unstamped: unstamped(raw.toString('latin1')),
    receipts: attachments
      .filter(({ mimeType }) => mimeType === 'application/jose')
      .map(({ content }) =>
        Buffer.from(content as ArrayBuffer)
          .toString()
          .trim(),
      ),
  };
}

/** All of them, oldest first. */
export async function sentMails(home: string): Promise<SentMail[]> {
  const folder = path.join(home, 'mail');
  const stems = readdirSync(folder)
    .filter((file) => file.endsWith('.eml'))
    .map((file) => file.slice(0, -'.eml'.length));
  const mails = await Promise.all(stems.map((stem) => read(folder, stem)));
  return mails.toSorted((one, other) => one.at - other.at);
}
