/** Letters about appeals in German. */
import { spellingOf } from '../../../domain/spelling.ts';
import { link, list, paragraph } from '../../letter.ts';
import type { AppealLetters } from '../appeal-letters.ts';
import { closing, keepReceipt } from './letters.ts';

const { date: day } = spellingOf('de');

export const appealDe: AppealLetters = {
  acknowledgement: (facts) => ({
    subject: `Ihr Einspruch ${facts.reference} ist eingegangen: Entscheidung bis ${day(facts.dueOn)}`,
    signature: facts.signature,
    blocks: [
      paragraph(
        `Am ${day(facts.receivedOn)} haben Sie uns gebeten, unsere Antwort auf Ihren Antrag ${facts.of} noch einmal zu prüfen. ${facts.company} teilt Ihnen die Entscheidung und die Gründe spätestens am ${day(facts.dueOn)} mit.`,
      ),
      paragraph('Es entscheidet jemand, der beim ersten Mal nicht entschieden hat. Sie müssen jetzt nichts weiter tun.'),
      ...closing(facts),
      keepReceipt,
    ],
  }),

  granted: (facts) => ({
    subject: `Wir haben unsere Entscheidung zu ${facts.of} geändert: Einspruch ${facts.reference}`,
    signature: facts.signature,
    blocks: [
      paragraph(facts.sentence),
      paragraph('Sie müssen nichts neu beantragen: Wir fangen jetzt an und schreiben Ihnen, wenn es erledigt ist.'),
      link('Die Entscheidung lesen', facts.receiptUrl),
      ...closing(facts),
      keepReceipt,
    ],
  }),

  stands: (facts) => ({
    subject: facts.partly
      ? `Wir haben unsere Entscheidung zu ${facts.of} zum Teil geändert: Einspruch ${facts.reference}`
      : `Unsere Entscheidung zu ${facts.of} bleibt bestehen: Einspruch ${facts.reference}`,
    signature: facts.signature,
    blocks: [
      paragraph(facts.sentence),
      ...(facts.partly ? [paragraph('Was wir nun doch tun, beginnen wir jetzt. Wir schreiben Ihnen, wenn es erledigt ist.')] : []),
      { kind: 'heading', text: 'Was Sie tun können' },
      list([
        ...facts.authorities.map(
          ({ name, page }) => `Beschweren Sie sich bei der zuständigen Stelle: ${page === undefined ? name : `${name}, ${page}`}`,
        ),
        {
          text: 'Antworten Sie auf diese E-Mail: Ein Mensch liest Ihre Antwort.',
          paper: 'Schreiben Sie uns: Ein Mensch liest Ihren Brief.',
        },
      ]),
      link('Die Entscheidung lesen', facts.receiptUrl),
      ...closing(facts),
      keepReceipt,
    ],
  }),
};
