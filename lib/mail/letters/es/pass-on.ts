/** Letters about a request that somebody else must answer, in Spanish. */
import { spellingOf } from '../../../domain/spelling.ts';
import { around, eitherWay, link, paragraph } from '../../letter.ts';
import type { PassOnLetters } from '../pass-on-letters.ts';
import { REACH } from './letters.ts';

const { date: day, list } = spellingOf('es');

export const passOnEs: PassOnLetters = {
  toController: (facts) => ({
    subject: `Una solicitud de protección de datos que les corresponde responder: ${facts.reference}`,
    signature: facts.signature,
    blocks: [
      paragraph(
        `El ${day(facts.receivedOn)} nos llegó una solicitud sobre datos personales. Se refiere a lo siguiente: ${list(facts.held)}; ${facts.company} lo gestiona únicamente por cuenta de ustedes. Son ustedes quienes deben responder, y su plazo puede contarse desde ese día.`,
      ),
      link('Ver quién pide qué', facts.url),
      paragraph(
        'La página contiene datos personales; por eso les pedimos que no reenvíen este correo a nadie que no lo necesite. Seguirá disponible hasta que suprimamos los datos de trabajo de la solicitud; anoten pronto lo que necesiten.',
      ),
      paragraph(
        'Hemos dicho a la persona que ustedes le responderán. Si debemos buscar, entregar o suprimir algo en lo que gestionamos para ustedes, respondan a este correo.',
      ),
      paragraph(`Nuestra referencia es ${facts.reference}.`),
    ],
  }),

  toPerson: (facts) => ({
    subject: `Hemos recibido su solicitud ${facts.reference} y la hemos trasladado`,
    signature: facts.signature,
    blocks: [
      paragraph(`El ${day(facts.receivedOn)} nos llegó su solicitud. ${facts.sentence}`),
      eitherWay(
        'No tiene que enviarla otra vez. Un segundo correo nuestro dice lo mismo en un justificante firmado.',
        'No tiene que enviarla otra vez. Una segunda carta nuestra dice lo mismo, con un justificante.',
      ),
      link('Ver cómo va su solicitud', facts.statusUrl),
      { kind: 'paragraph', ...around(REACH, (reach) => `Su referencia con nosotros es ${facts.reference}. ${reach}`) },
    ],
  }),
};
