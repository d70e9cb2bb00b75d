/** What staff write to a person, outside of everything that letters of the product say. */

export interface MessageText {
  /** One line; the reference is added. */
  subject: string;
  words: string;
}

/** Something staff write to the person. */
export interface WrittenMessage {
  number: number;
  /** Who of the staff wrote it. */
  by: string;
  sealed: string;
  writtenAt: string;
  /** The mail with it went out. */
  wroteAt?: string;
}

export const LONGEST_SUBJECT = 120;
export const LONGEST_MESSAGE = 8000;

export type MessageFault = 'subject-missing' | 'subject-long' | 'words-missing' | 'too-long';

/** What is missing or too much. */
export function messageFault({ subject, words }: MessageText): MessageFault | undefined {
  if (subject.trim() === '') return 'subject-missing';
  if (subject.length > LONGEST_SUBJECT || /[\r\n]/.test(subject)) return 'subject-long';
  if (words.trim() === '') return 'words-missing';
  return words.length > LONGEST_MESSAGE ? 'too-long' : undefined;
}
