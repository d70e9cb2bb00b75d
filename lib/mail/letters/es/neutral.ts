/** The one mail that answers letters at once, in Spanish. */
import { spellingOf } from '../../../domain/spelling.ts';
import type { NeutralWords } from '../neutral/neutral-words.ts';
import { around } from '../../letter.ts';
import { REACH, wishes } from './letters.ts';

const { date, list } = spellingOf('es');

export const es: NeutralWords = {
  subject: (references, confirm) => {
    const messages = references.length === 1 ? 'su mensaje' : 'sus mensajes';
    return `${confirm ? 'Confirme' : 'Hemos recibido'} ${messages}: ${list(references)}`;
  },
  arrived: (letters) =>
    letters === 1
      ? { text: 'Hemos recibido un mensaje enviado desde esta dirección.', paper: 'Hemos recibido un mensaje enviado en su nombre.' }
      : { text: 'Hemos recibido mensajes enviados desde esta dirección.', paper: 'Hemos recibido mensajes enviados en su nombre.' },
  asks: ({ on, company, dueOn, rights }) =>
    `El mensaje llegó el ${date(on)} y en él se pide lo siguiente: ${wishes(rights)}. ${company} responderá a más tardar el ${date(dueOn)}.`,
  unread: ({ on, company, dueOn }) =>
    `El mensaje llegó el ${date(on)}. Lo leerá una persona de ${company}. Sea lo que sea lo que se pide, la respuesta llegará a más tardar el ${date(dueOn)}, salvo que le indiquemos una fecha posterior que la ley permita.`,
  confirm: 'Confirme que lo escribió usted. Hasta entonces no entregaremos ni suprimiremos nada.',
  confirmLink: 'Sí, lo escribí yo',
  statusLink: 'Ver cómo va',
  neutral: {
    text: 'Este correo es igual para todo el mundo: no dice si tenemos datos sobre usted.',
    paper: 'Esta carta es igual para todo el mundo: no dice si tenemos datos sobre usted.',
  },
  notYou: 'Si usted no nos ha escrito, no tiene que hacer nada.',
  reference: (references) =>
    around(
      REACH,
      (reach) =>
        `${references.length === 1 ? `Su referencia es ${list(references)}. Indíquela` : `Sus referencias son ${list(references)}. Indique la que corresponda`} cuando nos escriba sobre este asunto. ${reach}`,
    ),
};
