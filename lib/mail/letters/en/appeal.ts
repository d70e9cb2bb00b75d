/** Letters about appeals in English. */
import { spellingOf } from '../../../domain/spelling.ts';
import { link, list, paragraph } from '../../letter.ts';
import type { AppealLetters } from '../appeal-letters.ts';
import { closing, keepReceipt } from './letters.ts';

const { date: day } = spellingOf('en');

export const appealEn: AppealLetters = {
  acknowledgement: (facts) => ({
    subject: `We received your appeal ${facts.reference}: a decision by ${day(facts.dueOn)}`,
    signature: facts.signature,
    blocks: [
      paragraph(
        `On ${day(facts.receivedOn)} you asked us to look again at our answer to your request ${facts.of}. ${facts.company} will tell you the decision and the reasons by ${day(facts.dueOn)} at the latest.`,
      ),
      paragraph('Somebody who did not make the first decision makes this one. You need not do anything now.'),
      ...closing(facts),
      keepReceipt,
    ],
  }),

  granted: (facts) => ({
    subject: `We changed our decision on ${facts.of}: appeal ${facts.reference}`,
    signature: facts.signature,
    blocks: [
      paragraph(facts.sentence),
      paragraph('You need not ask again: we begin now, and write to you when it is done.'),
      link('Read the decision', facts.receiptUrl),
      ...closing(facts),
      keepReceipt,
    ],
  }),

  stands: (facts) => ({
    subject: facts.partly
      ? `We changed our decision on ${facts.of} in part: appeal ${facts.reference}`
      : `Our decision on ${facts.of} stands: appeal ${facts.reference}`,
    signature: facts.signature,
    blocks: [
      paragraph(facts.sentence),
      ...(facts.partly ? [paragraph('What we do after all, we begin now. We write to you when it is done.')] : []),
      { kind: 'heading', text: 'What you can do' },
      list([
        ...facts.authorities.map(({ name, page }) =>
          page === undefined ? `Submit a complaint to the ${bare(name)}.` : `Submit a complaint to the ${bare(name)}: ${page}`,
        ),
        { text: 'Reply to this mail: a person will read it.', paper: 'Write to us: a person will read it.' },
      ]),
      link('Read the decision', facts.receiptUrl),
      ...closing(facts),
      keepReceipt,
    ],
  }),
};

/** Authorities are named with or without their article. */
function bare(name: string): string {
  return name.replace(/^the /i, '');
}
