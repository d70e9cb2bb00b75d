/** Letters about appeals in Dutch. */
import { spellingOf } from '../../../domain/spelling.ts';
import { link, list, paragraph } from '../../letter.ts';
import type { AppealLetters } from '../appeal-letters.ts';
import { closing, keepReceipt } from './letters.ts';

const { date: day } = spellingOf('nl');

export const appealNl: AppealLetters = {
  acknowledgement: (facts) => ({
    subject: `Wij hebben uw verzoek om heroverweging ${facts.reference} ontvangen: beslissing uiterlijk op ${day(facts.dueOn)}`,
    signature: facts.signature,
    blocks: [
      paragraph(
        `Op ${day(facts.receivedOn)} hebt u ons gevraagd om ons antwoord op uw verzoek ${facts.of} opnieuw te bekijken. ${facts.company} laat u uiterlijk op ${day(facts.dueOn)} de beslissing en de redenen weten.`,
      ),
      paragraph('Iemand die de eerste beslissing niet heeft genomen, neemt deze beslissing. U hoeft nu niets te doen.'),
      ...closing(facts),
      keepReceipt,
    ],
  }),

  granted: (facts) => ({
    subject: `Wij hebben onze beslissing over ${facts.of} gewijzigd: heroverweging ${facts.reference}`,
    signature: facts.signature,
    blocks: [
      paragraph(facts.sentence),
      paragraph('U hoeft het niet opnieuw te vragen: wij beginnen nu en schrijven u als het klaar is.'),
      link('De beslissing lezen', facts.receiptUrl),
      ...closing(facts),
      keepReceipt,
    ],
  }),

  stands: (facts) => ({
    subject: facts.partly
      ? `Wij hebben onze beslissing over ${facts.of} voor een deel gewijzigd: heroverweging ${facts.reference}`
      : `Onze beslissing over ${facts.of} blijft staan: heroverweging ${facts.reference}`,
    signature: facts.signature,
    blocks: [
      paragraph(facts.sentence),
      ...(facts.partly ? [paragraph('Met wat wij alsnog doen, beginnen wij nu. Wij schrijven u als het klaar is.')] : []),
      { kind: 'heading', text: 'Wat u kunt doen' },
      list([
        ...facts.authorities.map(
          ({ name, page }) => `Dien een klacht in bij de bevoegde instantie: ${page === undefined ? `${name}.` : `${name}, ${page}`}`,
        ),
        { text: 'Antwoord op deze e-mail: een medewerker leest uw antwoord.', paper: 'Schrijf ons: een medewerker leest uw brief.' },
      ]),
      link('De beslissing lezen', facts.receiptUrl),
      ...closing(facts),
      keepReceipt,
    ],
  }),
};
