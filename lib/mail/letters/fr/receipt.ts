/** Letters that bring a receipt of a closing or a correction, in French. */
import type { ReceiptWords } from '../receipt-letters.ts';

export const fr: ReceiptWords = {
  withdrawn: {
    subject: ({ reference }) => `La demande ${reference} a été retirée`,
    nothingLeft: "Il n'y a plus rien à faire. Chacun peut faire une nouvelle demande à tout moment.",
  },

  correction: {
    subject: ({ reference }) => `Nous corrigeons une attestation : demande ${reference}`,
    wrong: {
      text: "Une chose que nous vous avons dite dans une attestation est fausse. Nous vous prions de nous en excuser. L'attestation jointe à cet e-mail dit ce qui est exact :",
      paper:
        "Une chose que nous vous avons dite dans une attestation est fausse. Nous vous prions de nous en excuser. L'attestation jointe à cette lettre dit ce qui est exact :",
    },
    link: "Lire l'attestation corrigée",
    wrongLink: "Lire l'attestation qu'elle remplace",
    neverChanged:
      "Nous ne modifions jamais une attestation : la précédente reste telle qu'elle a été signée, et sa page indique qu'elle a été corrigée.",
  },
};
