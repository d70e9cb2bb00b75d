/** What the staff pages need of mails: those that came to a request, letters to be sorted, and what was set aside. */
import type { RequestId } from '../../domain/ids.ts';
import type { Begun } from '../../steps/begin-from-mail.ts';
import type { KeptMail } from '../../steps/kept-mail.ts';
import type { Sorting } from '../../steps/sort-letter.ts';
import type { AsidePage } from '../../stores/set-aside.ts';
import type { Done, Staff } from './port.ts';

/** Which mail of a request, and who looks: that is recorded before anything is read. */
export interface MailLook {
  id: RequestId;
  mail: string;
  by: Staff;
}

/** Mails that were set aside. They belong to no request, so that who did what with them is recorded apart. */
export interface AsidePort {
  list(after?: string): Promise<AsidePage>;
  /** As SES received it; undefined if it is not there any more. */
  open(messageId: string, by: Staff): Promise<Uint8Array | undefined>;
  /** False if it is not there any more. */
  putBack(messageId: string, by: Staff): Promise<boolean>;
}

export interface MailPort {
  /** What staff read of a mail; undefined if it is not the request's, or erased. */
  mail(look: MailLook): Promise<KeptMail | undefined>;
  /** The mail as it came, or a paper that was attached to it. */
  mailFile(look: MailLook & { paper?: number }): Promise<Uint8Array | undefined>;
  /** Says what a letter asks for; it starts like any other request. */
  sortLetter(input: Omit<Sorting, 'requestId' | 'by'> & { id: RequestId; by: Staff }): Promise<Done>;
  /** Begins a request with a mail that came to another one. */
  beginFromMail(look: MailLook): Promise<Begun>;
  /** Says that a letter asks for nothing. */
  dismissLetter(input: { id: RequestId; reason: string; by: Staff }): Promise<Done>;
  /** Only with a mailbox. */
  aside?: AsidePort;
}
