/** What the staff pages need of letters on paper and of mails that did not arrive. */
import type { RequestId, TaskId } from '../../domain/ids.ts';
import type { Attachment } from '../../mail/compose.ts';
import type { Done, Staff } from './port.ts';

/** An open task of a request, and who does it. */
export interface TaskLook {
  id: RequestId;
  taskId: TaskId;
  by: Staff;
}

/** A letter that waits to be posted. */
export interface LetterToPost {
  /** What it is about, as mails are called. */
  kind: string;
  /** Civil date. */
  writtenOn: string;
  /** Absent once the personal data was purged. */
  paper?: {
    /** Lines of the envelope; none if nobody knows where the person lives. */
    to: string[];
    enclosures: string[];
    /** The answer's files have to be printed too. */
    hasCopy: boolean;
  };
}

export interface PostPort {
  /** Whom it is for is shown: who looked is recorded. Undefined if no such letter waits. */
  letter(look: TaskLook): Promise<LetterToPost | undefined>;
  /** The letter as a PDF; with `place` one of what goes with it. */
  letterFile(look: TaskLook & { place?: number }): Promise<Attachment | undefined>;
  /** Where the answer can be opened to print it; who asked is recorded. */
  copyLink(look: TaskLook): Promise<string | undefined>;
  /** `on`: civil date. */
  recordPosted(input: TaskLook & { on: string }): Promise<Done>;
  /** Where the person can be written to by post. */
  giveAddress(input: { id: RequestId; lines: string[]; by: Staff }): Promise<Done>;
  /** Sends a mail that did not arrive to another address, within the hour. */
  sendCorrected(input: TaskLook & { email: string }): Promise<Done>;
  /** Has a mail that did not arrive printed and posted. */
  printInstead(input: TaskLook): Promise<Done>;
}
