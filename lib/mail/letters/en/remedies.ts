/** What one can do against a decision, as actions in English. */
import type { RemedyWords } from '../remedies.ts';

/** Authorities are named with or without their article. */
export const bare = (name: string): string => name.replace(/^the /i, '');

export const en: RemedyWords = {
  person: { text: 'Reply to this mail: a person will look at the case.', paper: 'Write to us: a person will look at the case.' },
  appeal: { text: 'Appeal: reply to this mail and say that you appeal.', paper: 'Appeal: write to us and say that you appeal.' },
  decidedWithin: (duration) => `Somebody who did not make this decision answers within ${duration}`,
  extended: (duration) => `, or up to ${duration} later if we tell you why`,
  controller: {
    text: 'Complain to us about how we dealt with your request: reply to this mail.',
    paper: 'Complain to us about how we dealt with your request: write to us.',
  },
  acknowledgedWithin: (duration) => `We acknowledge your complaint within ${duration}.`,
  authority: (name) => `Complain to the authority: ${bare(name)}`,
  within: (duration) => `Do that within ${duration}.`,
  court: 'Go to court.',
};
