/** Letters about appeals in French. */
import type { AppealWords } from '../appeal-letters.ts';

export const fr: AppealWords = {
  acknowledgement: {
    subject: ({ reference, dueOn }) => `Nous avons reçu votre recours ${reference} : décision au plus tard le ${dueOn}`,
    asked: ({ receivedOn, of, company, dueOn }) =>
      `Le ${receivedOn}, vous nous avez demandé de réexaminer notre réponse à votre demande ${of}. ${company} vous communiquera la décision et ses motifs au plus tard le ${dueOn}.`,
    decider: "Cette décision est prise par une personne qui n'a pas pris la première. Vous n'avez rien à faire pour l'instant.",
  },

  granted: {
    subject: ({ of, reference }) => `Nous avons modifié notre décision sur ${of} : recours ${reference}`,
    begins: "Vous n'avez pas à refaire votre demande : nous commençons maintenant et vous écrirons quand ce sera fait.",
  },

  stands: {
    subject: ({ of, reference }) => `Notre décision sur ${of} est maintenue : recours ${reference}`,
    inPart: ({ of, reference }) => `Nous avons modifié en partie notre décision sur ${of} : recours ${reference}`,
    begins: 'Ce que nous acceptons finalement de faire, nous le commençons maintenant. Nous vous écrirons quand ce sera fait.',
    complain: ({ name, page }) =>
      `Adressez une réclamation à l'autorité compétente : ${page === undefined ? `${name}.` : `${name}, ${page}`}`,
    reply: { text: 'Répondez à cet e-mail : une personne lira votre réponse.', paper: 'Écrivez-nous : une personne lira votre lettre.' },
  },
};
