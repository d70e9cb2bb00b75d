/** Which mails were claimed and never sent, or given to nobody to post, and still matter. */
import type { CaseRecord } from '../stores/request-store.ts';
import type { MailItem } from '../stores/case-items.ts';

/** True for a mail that left us: SES took it, or somebody has it to post. */
export function isOnItsWay({ sentAt, paper }: Pick<MailItem, 'sentAt' | 'paper'>): boolean {
  return sentAt !== undefined || paper === true;
}

/** A mail that asks for a confirmation says nothing any more once the confirmation is there: it would only confuse. */
export function unsentMails({ request, mails, tasks }: Pick<CaseRecord, 'request' | 'mails' | 'tasks'>): MailItem[] {
  const answered = request.verifiedAt !== undefined;
  const withSomebody = new Set(tasks.flatMap(({ kind, code }) => (kind === 'post' ? [code] : [])));
  return mails.filter(
    ({ sentAt, kind, mailId }) => sentAt === undefined && !withSomebody.has(mailId) && !(answered && kind.startsWith('verification#')),
  );
}
