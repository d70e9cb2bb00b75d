/** What letters of every kind say, in French. */
import type { Phrases } from '../phrases.ts';

export const fr: Phrases = {
  /** With their articles: "une demande portant sur ...". */
  wish: {
    access: 'une copie de vos données',
    portability: 'vos données sous une forme que vous pouvez emporter ailleurs',
    erasure: "l'effacement de vos données",
    rectification: 'la rectification de vos données',
    restriction: 'la limitation du traitement de vos données',
    objection: "la fin d'une utilisation de vos données",
    'opt-out': "l'exercice de votre droit de refus (opt-out)",
    'opt-out-of-sale': 'la fin de la vente et du partage de vos données',
    'opt-out-of-targeted-ads': 'le refus de la publicité ciblée',
    'opt-out-of-profiling': 'le refus du profilage',
    limit: "une limite à l'utilisation de vos données sensibles",
    'withdraw-consent': 'le retrait de votre consentement',
    appeal: 'un nouvel examen de notre décision',
    complaint: 'une réponse à votre réclamation',
  },
  reference: (reference) => `Votre référence est ${reference}.`,
  giveReference: "Merci de l'indiquer lorsque vous nous écrivez au sujet de cette demande.",
  reach: {
    text: 'Si vous répondez à cet e-mail, une personne lira votre réponse.',
    paper: 'Notre adresse figure en haut de cette lettre.',
  },
  statusLink: 'Voir où en est votre demande',
  receiptLink: "Lire l'attestation",
  decisionLink: 'Lire la décision',
  whatYouCanDo: 'Ce que vous pouvez faire',
  keepReceipt: {
    text: "Le fichier receipt.jws joint à cet e-mail est une attestation signée. Conservez-la : grâce à elle, vous pouvez montrer à n'importe qui, à tout moment et sans notre aide, ce que nous vous avons dit ici.",
    paper:
      "Une attestation imprimée est jointe à cette lettre. Conservez-la : l'attestation signée elle-même peut être ouverte et vérifiée sur la page à laquelle mène son code.",
  },
  colon: ' : ',
};
