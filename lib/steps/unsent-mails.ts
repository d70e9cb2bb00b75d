/** Which mails were claimed and never marked as sent, and still matter. */
import type { Request } from '../domain/request.ts';
import type { MailItem } from '../stores/case-items.ts';

/** A mail that asks for a confirmation says nothing any more once the confirmation is there: it would only confuse. */
export function unsentMails(request: Request, mails: readonly MailItem[]): MailItem[] {
  const answered = request.verifiedAt !== undefined;
  return mails.filter(({ sentAt, kind }) => sentAt === undefined && !(answered && kind.startsWith('verification#')));
}
