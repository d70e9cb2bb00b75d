/** Letters about a request that somebody else must answer, in Dutch. */
import type { PassOnWords } from '../pass-on-letters.ts';

export const nl: PassOnWords = {
  toController: {
    subject: ({ reference }) => `Een verzoek over persoonsgegevens dat u moet beantwoorden: ${reference}`,
    arrived: ({ receivedOn, held, company }) =>
      `Op ${receivedOn} hebben wij een verzoek over persoonsgegevens ontvangen. Het gaat om ${held}; dat beheert ${company} alleen in uw opdracht. U bent degene die het verzoek moet beantwoorden, en uw termijn kan vanaf die dag worden geteld.`,
    link: 'Zien wie wat vraagt',
    personalData:
      'Op de pagina staan persoonsgegevens; stuur deze e-mail daarom niet door aan iemand die hem niet nodig heeft. De pagina is er totdat wij de werkgegevens van het verzoek wissen; neem daarom snel over wat u nodig hebt.',
    reply:
      'Wij hebben de persoon laten weten dat u zult antwoorden. Moeten wij iets opzoeken, verstrekken of wissen in wat wij voor u beheren? Antwoord dan op deze e-mail.',
    reference: ({ reference }) => `Ons kenmerk is ${reference}.`,
  },

  toPerson: {
    subject: ({ reference }) => `Wij hebben uw verzoek ${reference} ontvangen en doorgestuurd`,
    arrived: ({ receivedOn }) => `Op ${receivedOn} hebben wij uw verzoek ontvangen.`,
    once: {
      text: 'U hoeft het niet nog een keer te sturen. In een tweede e-mail van ons staat hetzelfde in een ondertekend bewijsstuk.',
      paper: 'U hoeft het niet nog een keer te sturen. In een tweede brief van ons staat hetzelfde, met een bewijsstuk.',
    },
    reference: ({ reference }) => `Uw kenmerk bij ons is ${reference}.`,
  },
};
