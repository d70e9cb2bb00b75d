/** Letters about a request that somebody else must answer, in Dutch. */
import { spellingOf } from '../../../domain/spelling.ts';
import { around, eitherWay, link, paragraph } from '../../letter.ts';
import type { PassOnLetters } from '../pass-on-letters.ts';
import { REACH } from './letters.ts';

const { date: day, list } = spellingOf('nl');

export const passOnNl: PassOnLetters = {
  toController: (facts) => ({
    subject: `Een verzoek over persoonsgegevens dat u moet beantwoorden: ${facts.reference}`,
    signature: facts.signature,
    blocks: [
      paragraph(
        `Op ${day(facts.receivedOn)} hebben wij een verzoek over persoonsgegevens ontvangen. Het gaat om ${list(facts.held)}; dat beheert ${facts.company} alleen in uw opdracht. U bent degene die het verzoek moet beantwoorden, en uw termijn kan vanaf die dag worden geteld.`,
      ),
      link('Zien wie wat vraagt', facts.url),
      paragraph(
        'Op de pagina staan persoonsgegevens; stuur deze e-mail daarom niet door aan iemand die hem niet nodig heeft. De pagina is er totdat wij de werkgegevens van het verzoek wissen; neem daarom snel over wat u nodig hebt.',
      ),
      paragraph(
        'Wij hebben de persoon laten weten dat u zult antwoorden. Moeten wij iets opzoeken, verstrekken of wissen in wat wij voor u beheren? Antwoord dan op deze e-mail.',
      ),
      paragraph(`Ons kenmerk is ${facts.reference}.`),
    ],
  }),

  toPerson: (facts) => ({
    subject: `Wij hebben uw verzoek ${facts.reference} ontvangen en doorgestuurd`,
    signature: facts.signature,
    blocks: [
      paragraph(`Op ${day(facts.receivedOn)} hebben wij uw verzoek ontvangen. ${facts.sentence}`),
      eitherWay(
        'U hoeft het niet nog een keer te sturen. In een tweede e-mail van ons staat hetzelfde in een ondertekend bewijsstuk.',
        'U hoeft het niet nog een keer te sturen. In een tweede brief van ons staat hetzelfde, met een bewijsstuk.',
      ),
      link('Bekijken hoe het met uw verzoek staat', facts.statusUrl),
      { kind: 'paragraph', ...around(REACH, (reach) => `Uw kenmerk bij ons is ${facts.reference}. ${reach}`) },
    ],
  }),
};
