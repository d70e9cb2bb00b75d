/** Letters about appeals in Spanish. */
import { spellingOf } from '../../../domain/spelling.ts';
import { link, list, paragraph } from '../../letter.ts';
import type { AppealLetters } from '../appeal-letters.ts';
import { closing, keepReceipt } from './letters.ts';

const { date: day } = spellingOf('es');

export const appealEs: AppealLetters = {
  acknowledgement: (facts) => ({
    subject: `Hemos recibido su recurso ${facts.reference}: decisión a más tardar el ${day(facts.dueOn)}`,
    signature: facts.signature,
    blocks: [
      paragraph(
        `El ${day(facts.receivedOn)} nos pidió que examináramos de nuevo nuestra respuesta a su solicitud ${facts.of}. ${facts.company} le comunicará la decisión y los motivos a más tardar el ${day(facts.dueOn)}.`,
      ),
      paragraph('Decide alguien que no tomó la primera decisión. Ahora no tiene que hacer nada.'),
      ...closing(facts),
      keepReceipt,
    ],
  }),

  granted: (facts) => ({
    subject: `Hemos cambiado nuestra decisión sobre ${facts.of}: recurso ${facts.reference}`,
    signature: facts.signature,
    blocks: [
      paragraph(facts.sentence),
      paragraph('No tiene que volver a pedirlo: empezamos ahora y le escribiremos cuando esté hecho.'),
      link('Leer la decisión', facts.receiptUrl),
      ...closing(facts),
      keepReceipt,
    ],
  }),

  stands: (facts) => ({
    subject: facts.partly
      ? `Hemos cambiado en parte nuestra decisión sobre ${facts.of}: recurso ${facts.reference}`
      : `Mantenemos nuestra decisión sobre ${facts.of}: recurso ${facts.reference}`,
    signature: facts.signature,
    blocks: [
      paragraph(facts.sentence),
      ...(facts.partly ? [paragraph('Lo que finalmente vamos a hacer lo empezamos ahora. Le escribiremos cuando esté hecho.')] : []),
      { kind: 'heading', text: 'Qué puede hacer' },
      list([
        ...facts.authorities.map(
          ({ name, page }) =>
            `Presente una reclamación ante la autoridad competente: ${page === undefined ? `${name}.` : `${name}, ${page}`}`,
        ),
        { text: 'Responda a este correo: una persona leerá su respuesta.', paper: 'Escríbanos: una persona leerá su carta.' },
      ]),
      link('Leer la decisión', facts.receiptUrl),
      ...closing(facts),
      keepReceipt,
    ],
  }),
};
