/** Letters about appeals in English. */
import { bare } from './remedies.ts';
import type { AppealWords } from '../appeal-letters.ts';

export const en: AppealWords = {
  acknowledgement: {
    subject: ({ reference, dueOn }) => `We received your appeal ${reference}: a decision by ${dueOn}`,
    asked: ({ receivedOn, of, company, dueOn }) =>
      `On ${receivedOn} you asked us to look again at our answer to your request ${of}. ${company} will tell you the decision and the reasons by ${dueOn} at the latest.`,
    decider: 'Somebody who did not make the first decision makes this one. You need not do anything now.',
  },

  granted: {
    subject: ({ of, reference }) => `We changed our decision on ${of}: appeal ${reference}`,
    begins: 'You need not ask again: we begin now, and write to you when it is done.',
  },

  stands: {
    subject: ({ of, reference }) => `Our decision on ${of} stands: appeal ${reference}`,
    inPart: ({ of, reference }) => `We changed our decision on ${of} in part: appeal ${reference}`,
    begins: 'What we do after all, we begin now. We write to you when it is done.',
    complain: ({ name, page }) =>
      page === undefined ? `Submit a complaint to the ${bare(name)}.` : `Submit a complaint to the ${bare(name)}: ${page}`,
    reply: { text: 'Reply to this mail: a person will read it.', paper: 'Write to us: a person will read it.' },
  },
};
