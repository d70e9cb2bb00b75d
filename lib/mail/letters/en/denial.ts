/** Letters about refusals in English. */
import type { DenialWords } from '../denial-letters.ts';

export const en: DenialWords = {
  subject: ({ reference }) => `We could not do what you asked: request ${reference}`,
  inPart: ({ reference }) => `We could not do a part of what you asked: request ${reference}`,
  categories: 'As long as we do not know who you are, we can only tell you which kinds of data we collect about people like you:',
  againLink: 'Ask again',
  optOutLink: 'Ask us not to sell or share your data',
  appealLink: 'Ask us to look at our decision again',
  disagree: 'If you disagree',
};
