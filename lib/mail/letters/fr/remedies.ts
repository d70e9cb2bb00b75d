/** What one can do against a decision, as actions in French. */
import type { RemedyWords } from '../remedies.ts';

export const fr: RemedyWords = {
  person: { text: 'Répondez à cet e-mail : une personne examinera votre cas.', paper: 'Écrivez-nous : une personne examinera votre cas.' },
  appeal: {
    text: 'Formez un recours : répondez à cet e-mail en indiquant que vous formez un recours.',
    paper: 'Formez un recours : écrivez-nous en indiquant que vous formez un recours.',
  },
  decidedWithin: (duration) => `Une personne qui n'a pas pris cette décision répond dans un délai de ${duration}`,
  extended: (duration) => `, ou jusqu'à ${duration} plus tard si nous vous disons pourquoi`,
  controller: {
    text: 'Adressez-nous une réclamation sur la façon dont nous avons traité votre demande : répondez à cet e-mail.',
    paper: 'Adressez-nous une réclamation sur la façon dont nous avons traité votre demande : écrivez-nous.',
  },
  acknowledgedWithin: (duration) => `Nous confirmons la réception de votre réclamation dans un délai de ${duration}.`,
  authority: (name) => `Introduisez une réclamation auprès de l'autorité de contrôle : ${name}`,
  within: (duration) => `Faites-le dans un délai de ${duration}.`,
  court: 'Saisissez un tribunal.',
};
