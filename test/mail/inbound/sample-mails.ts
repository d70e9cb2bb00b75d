/** Mails for tests, written here. */

export const bytesOf = (mail: string): Uint8Array => new TextEncoder().encode(mail);

/** Lines with the ends that servers use. */
export const lines = (...all: string[]): string => all.join('\r\n');

/** A mail from Anna with the given headers and body; headers given replace hers of that name. */
export function mailOf(headers: string[], body: string): Uint8Array {
  const given = headers.map((header) => header.split(':', 1)[0]!.toLowerCase());
  const own = ['From: Anna Berg <anna@example.com>', 'To: privacy@shop.example', 'Subject: My data', 'Message-ID: <1@example.com>'];
  const kept = own.filter((header) => !given.includes(header.split(':', 1)[0]!.toLowerCase()));
  return bytesOf(lines(...kept, ...headers, '', body));
}

export interface Part {
  type: string;
  headers?: string[];
  body: string;
}

/** A mail of several parts. */
export function partsOf(kind: string, parts: Part[], headers: string[] = []): Uint8Array {
  const body = parts.flatMap(({ type, headers: own = [], body: text }) => ['--=_b', `Content-Type: ${type}`, ...own, '', text]);
  return mailOf([...headers, `Content-Type: multipart/${kind}; boundary="=_b"`], lines(...body, '--=_b--', ''));
}

export function attachmentOf(name: string, type: string, content: string | Uint8Array): Part {
  const body = Buffer.from(content).toString('base64').replace(/.{76}/g, '$&\r\n');
  return {
    type: `${type}; name="${name}"`,
    headers: ['Content-Transfer-Encoding: base64', `Content-Disposition: attachment; filename="${name}"`],
    body,
  };
}

/** A bounce as RFC 3464 writes it. */
export const BOUNCE = partsOf(
  'report; report-type=delivery-status',
  [
    { type: 'text/plain', body: 'Your message could not be delivered.' },
    {
      type: 'message/delivery-status',
      body: lines(
        'Reporting-MTA: dns; mx.example.com',
        '',
        'Final-Recipient: rfc822; first@example.com',
        'Action: relayed',
        'Status: 2.0.0',
        '',
        'Final-Recipient: rfc822;',
        '  anna@example.com',
        'Action: failed',
        'Status: 5.1.1 (no such user)',
      ),
    },
    {
      type: 'message/rfc822',
      body: lines('From: privacy@shop.example', 'Message-ID: <0100-ours@email.amazonses.com>', '', 'What we wrote.'),
    },
  ],
  ['From: MAILER-DAEMON@mx.example.com (Mail Delivery System)', 'Return-Path: <>', 'Auto-Submitted: auto-replied'],
);
