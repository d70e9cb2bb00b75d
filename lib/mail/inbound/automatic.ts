/** Tells mails that machines wrote from those of people, by headers alone: words like "out of office" also stand in letters. */
import type { Header } from 'postal-mime';
import { valuesOf } from './headers.ts';
import type { InboundMail } from './read-mail.ts';

interface Marks {
  headers: readonly Header[];
  bounced: InboundMail['bounced'];
}

const some = (headers: readonly Header[], name: string, pattern = /\S/): boolean =>
  valuesOf(headers, name).some((value) => pattern.test(value));

/** A multipart/report without a delivery status tells of reading or of abuse; one of a mail that is only late is no bounce either. */
function isBounce({ headers, bounced }: Marks): boolean {
  if (bounced) return bounced.action === undefined || bounced.action === 'failed';
  return some(headers, 'from', /(?:^|[\s<])mailer-daemon(?:$|[\s>@])/i) || some(headers, 'x-failed-recipients');
}

/** RFC 3834, and what Exchange and older programs write in its stead. Who has nowhere to take bounces is no person. */
function isAutoReply(headers: readonly Header[]): boolean {
  return (
    some(headers, 'auto-submitted', /^(?!\s*no\b)\s*\S/i) ||
    some(headers, 'x-auto-response-suppress', /^(?!\s*none\b)\s*\S/i) ||
    some(headers, 'precedence', /^\s*auto_?reply/i) ||
    ['x-autoreply', 'x-autorespond', 'x-autoresponse', 'x-autoresponder', 'x-vacation'].some((name) => some(headers, name)) ||
    /^\s*<\s*>/.test(valuesOf(headers, 'return-path')[0] ?? '')
  );
}

function isBulk(headers: readonly Header[]): boolean {
  return some(headers, 'precedence', /^\s*(?:bulk|list|junk)\b/i) || some(headers, 'list-id') || some(headers, 'list-unsubscribe');
}

export function automaticOf(marks: Marks): InboundMail['automatic'] {
  const { headers, bounced } = marks;
  if (isBounce(marks)) return 'bounce';
  if (bounced || /^\s*multipart\/report\b/i.test(valuesOf(headers, 'content-type')[0] ?? '')) return 'report';
  if (isAutoReply(headers)) return 'auto-reply';
  return isBulk(headers) ? 'bulk' : undefined;
}
