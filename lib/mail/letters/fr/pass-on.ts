/** Letters about a request that somebody else must answer, in French. */
import { spellingOf } from '../../../domain/spelling.ts';
import { around, eitherWay, link, paragraph } from '../../letter.ts';
import type { PassOnLetters } from '../pass-on-letters.ts';
import { REACH } from './letters.ts';

const { date: day, list } = spellingOf('fr');

export const passOnFr: PassOnLetters = {
  toController: (facts) => ({
    subject: `Une demande relative à des données personnelles, à laquelle vous devez répondre : ${facts.reference}`,
    signature: facts.signature,
    blocks: [
      paragraph(
        `Le ${day(facts.receivedOn)}, une demande portant sur des données à caractère personnel nous est parvenue. Elle concerne ${list(facts.held)} ; ${facts.company} en assure l'exploitation uniquement pour votre compte. C'est à vous d'y répondre, et votre délai peut être compté à partir de ce jour.`,
      ),
      link('Voir qui demande quoi', facts.url),
      paragraph(
        "Cette page contient des données à caractère personnel : merci de ne pas transférer cet e-mail à quelqu'un qui n'en a pas besoin. Elle reste accessible jusqu'à ce que nous effacions les données de travail de la demande ; merci de relever sans tarder ce dont vous avez besoin.",
      ),
      paragraph(
        'Nous avons dit à la personne que vous lui répondrez. Si nous devons rechercher, remettre ou effacer quelque chose dans ce que nous exploitons pour vous, répondez à cet e-mail.',
      ),
      paragraph(`Notre référence est ${facts.reference}.`),
    ],
  }),

  toPerson: (facts) => ({
    subject: `Nous avons reçu votre demande ${facts.reference} et l'avons transmise`,
    signature: facts.signature,
    blocks: [
      paragraph(`Le ${day(facts.receivedOn)}, votre demande nous est parvenue. ${facts.sentence}`),
      eitherWay(
        "Vous n'avez pas besoin de l'envoyer une nouvelle fois. Un deuxième e-mail de notre part dit la même chose dans une attestation signée.",
        "Vous n'avez pas besoin de l'envoyer une nouvelle fois. Une deuxième lettre de notre part dit la même chose, avec une attestation.",
      ),
      link('Voir où en est votre demande', facts.statusUrl),
      { kind: 'paragraph', ...around(REACH, (reach) => `Votre référence chez nous est ${facts.reference}. ${reach}`) },
    ],
  }),
};
