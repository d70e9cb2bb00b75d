/** Letters about appeals in French. */
import { spellingOf } from '../../../domain/spelling.ts';
import { link, list, paragraph } from '../../letter.ts';
import type { AppealLetters } from '../appeal-letters.ts';
import { closing, keepReceipt } from './letters.ts';

const { date: day } = spellingOf('fr');

export const appealFr: AppealLetters = {
  acknowledgement: (facts) => ({
    subject: `Nous avons reçu votre recours ${facts.reference} : décision au plus tard le ${day(facts.dueOn)}`,
    signature: facts.signature,
    blocks: [
      paragraph(
        `Le ${day(facts.receivedOn)}, vous nous avez demandé de réexaminer notre réponse à votre demande ${facts.of}. ${facts.company} vous communiquera la décision et ses motifs au plus tard le ${day(facts.dueOn)}.`,
      ),
      paragraph("Cette décision est prise par une personne qui n'a pas pris la première. Vous n'avez rien à faire pour l'instant."),
      ...closing(facts),
      keepReceipt,
    ],
  }),

  granted: (facts) => ({
    subject: `Nous avons modifié notre décision sur ${facts.of} : recours ${facts.reference}`,
    signature: facts.signature,
    blocks: [
      paragraph(facts.sentence),
      paragraph("Vous n'avez pas à refaire votre demande : nous commençons maintenant et vous écrirons quand ce sera fait."),
      link('Lire la décision', facts.receiptUrl),
      ...closing(facts),
      keepReceipt,
    ],
  }),

  stands: (facts) => ({
    subject: facts.partly
      ? `Nous avons modifié en partie notre décision sur ${facts.of} : recours ${facts.reference}`
      : `Notre décision sur ${facts.of} est maintenue : recours ${facts.reference}`,
    signature: facts.signature,
    blocks: [
      paragraph(facts.sentence),
      ...(facts.partly
        ? [paragraph('Ce que nous acceptons finalement de faire, nous le commençons maintenant. Nous vous écrirons quand ce sera fait.')]
        : []),
      { kind: 'heading', text: 'Ce que vous pouvez faire' },
      list([
        ...facts.authorities.map(
          ({ name, page }) => `Adressez une réclamation à l'autorité compétente : ${page === undefined ? `${name}.` : `${name}, ${page}`}`,
        ),
        { text: 'Répondez à cet e-mail : une personne lira votre réponse.', paper: 'Écrivez-nous : une personne lira votre lettre.' },
      ]),
      link('Lire la décision', facts.receiptUrl),
      ...closing(facts),
      keepReceipt,
    ],
  }),
};
