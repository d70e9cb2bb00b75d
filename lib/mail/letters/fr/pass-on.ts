/** Letters about a request that somebody else must answer, in French. */
import type { PassOnWords } from '../pass-on-letters.ts';

export const fr: PassOnWords = {
  toController: {
    subject: ({ reference }) => `Une demande relative à des données personnelles, à laquelle vous devez répondre : ${reference}`,
    arrived: ({ receivedOn, held, company }) =>
      `Le ${receivedOn}, une demande portant sur des données à caractère personnel nous est parvenue. Elle concerne ${held} ; ${company} en assure l'exploitation uniquement pour votre compte. C'est à vous d'y répondre, et votre délai peut être compté à partir de ce jour.`,
    link: 'Voir qui demande quoi',
    personalData:
      "Cette page contient des données à caractère personnel : merci de ne pas transférer cet e-mail à quelqu'un qui n'en a pas besoin. Elle reste accessible jusqu'à ce que nous effacions les données de travail de la demande ; merci de relever sans tarder ce dont vous avez besoin.",
    reply:
      'Nous avons dit à la personne que vous lui répondrez. Si nous devons rechercher, remettre ou effacer quelque chose dans ce que nous exploitons pour vous, répondez à cet e-mail.',
    reference: ({ reference }) => `Notre référence est ${reference}.`,
  },

  toPerson: {
    subject: ({ reference }) => `Nous avons reçu votre demande ${reference} et l'avons transmise`,
    arrived: ({ receivedOn }) => `Le ${receivedOn}, votre demande nous est parvenue.`,
    once: {
      text: "Vous n'avez pas besoin de l'envoyer une nouvelle fois. Un deuxième e-mail de notre part dit la même chose dans une attestation signée.",
      paper:
        "Vous n'avez pas besoin de l'envoyer une nouvelle fois. Une deuxième lettre de notre part dit la même chose, avec une attestation.",
    },
    reference: ({ reference }) => `Votre référence chez nous est ${reference}.`,
  },
};
