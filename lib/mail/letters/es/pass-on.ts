/** Letters about a request that somebody else must answer, in Spanish. */
import type { PassOnWords } from '../pass-on-letters.ts';

export const es: PassOnWords = {
  toController: {
    subject: ({ reference }) => `Una solicitud de protección de datos que les corresponde responder: ${reference}`,
    arrived: ({ receivedOn, held, company }) =>
      `El ${receivedOn} nos llegó una solicitud sobre datos personales. Se refiere a lo siguiente: ${held}; ${company} lo gestiona únicamente por cuenta de ustedes. Son ustedes quienes deben responder, y su plazo puede contarse desde ese día.`,
    link: 'Ver quién pide qué',
    personalData:
      'La página contiene datos personales; por eso les pedimos que no reenvíen este correo a nadie que no lo necesite. Seguirá disponible hasta que suprimamos los datos de trabajo de la solicitud; anoten pronto lo que necesiten.',
    reply:
      'Hemos dicho a la persona que ustedes le responderán. Si debemos buscar, entregar o suprimir algo en lo que gestionamos para ustedes, respondan a este correo.',
    reference: ({ reference }) => `Nuestra referencia es ${reference}.`,
  },

  toPerson: {
    subject: ({ reference }) => `Hemos recibido su solicitud ${reference} y la hemos trasladado`,
    arrived: ({ receivedOn }) => `El ${receivedOn} nos llegó su solicitud.`,
    once: {
      text: 'No tiene que enviarla otra vez. Un segundo correo nuestro dice lo mismo en un justificante firmado.',
      paper: 'No tiene que enviarla otra vez. Una segunda carta nuestra dice lo mismo, con un justificante.',
    },
    reference: ({ reference }) => `Su referencia con nosotros es ${reference}.`,
  },
};
