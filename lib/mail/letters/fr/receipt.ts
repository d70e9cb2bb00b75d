/** Letters that bring a receipt of a closing or a correction, in French. */
import { eitherWay, link, paragraph } from '../../letter.ts';
import { closing, keepReceipt } from './letters.ts';
import type { ReceiptLetters } from '../receipt-letters.ts';

export const receiptFr: ReceiptLetters = {
  withdrawn: (facts) => ({
    subject: `La demande ${facts.reference} a été retirée`,
    signature: facts.signature,
    blocks: [
      paragraph(facts.sentence),
      paragraph("Il n'y a plus rien à faire. Chacun peut faire une nouvelle demande à tout moment."),
      link("Lire l'attestation", facts.receiptUrl),
      ...closing(facts),
      keepReceipt,
    ],
  }),

  correction: (facts) => ({
    subject: `Nous corrigeons une attestation : demande ${facts.reference}`,
    signature: facts.signature,
    blocks: [
      eitherWay(
        "Une chose que nous vous avons dite dans une attestation est fausse. Nous vous prions de nous en excuser. L'attestation jointe à cet e-mail dit ce qui est exact :",
        "Une chose que nous vous avons dite dans une attestation est fausse. Nous vous prions de nous en excuser. L'attestation jointe à cette lettre dit ce qui est exact :",
      ),
      paragraph(facts.sentence),
      link("Lire l'attestation corrigée", facts.receiptUrl),
      link("Lire l'attestation qu'elle remplace", facts.wrongUrl),
      paragraph(
        "Nous ne modifions jamais une attestation : la précédente reste telle qu'elle a été signée, et sa page indique qu'elle a été corrigée.",
      ),
      ...closing(facts),
      keepReceipt,
    ],
  }),
};
