/** Texts of messages to the person on the staff pages, in English. */
import type { MessageFault } from '../../../domain/message-text.ts';

const errors: Record<MessageFault, string> = {
  'subject-missing': 'Write a subject',
  'subject-long': 'Keep the subject under 120 characters, in one line',
  'words-missing': 'Write the message',
  'too-long': 'Keep the message under 8,000 characters',
};

export const writeEn = {
  title: 'Write to the person',
  lead: 'For what no other letter says. It goes out within the hour, by mail or on paper; nothing waits for an answer. If the request has to wait for one, ask the person instead.',
  unverified: 'Nobody has confirmed the address yet. Write nothing that a stranger may not read.',
  subject: 'Subject',
  subjectHint: 'The reference is added.',
  words: 'The message',
  wordsHint: 'Name nobody else. Below it stand the reference, the way to the status page, and that a person reads an answer.',
  errors,
  where: 'In this letter, which goes out within the hour:',
  section: 'Messages to the person',
  columns: { number: 'No.', by: 'Written by', written: 'Written', sent: 'Sent' },
  notSent: 'Goes out within the hour',
  hidden: 'The words are shown with the personal details, and that is recorded.',
  message: (number: number, subject: string) => `${number}. ${subject}`,
};

export type WriteTexts = typeof writeEn;
