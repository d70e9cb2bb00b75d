/** The one mail that answers letters at once, in Spanish. */
import { spellingOf } from '../../../domain/spelling.ts';
import type { NeutralWords } from '../neutral/neutral-words.ts';
import { wishes } from './letters.ts';

const { date, list } = spellingOf('es');

export const es: NeutralWords = {
  subject: (references, confirm) => `${confirm ? 'Confirme su mensaje, por favor' : 'Hemos recibido su mensaje'}: ${list(references)}`,
  arrived: (letters) =>
    letters === 1 ? 'Nos ha llegado un mensaje enviado desde esta dirección.' : 'Nos han llegado mensajes enviados desde esta dirección.',
  asks: ({ on, company, dueOn, rights }) =>
    `Llegó el ${date(on)} y pide: ${wishes(rights)}. ${company} responderá a más tardar el ${date(dueOn)}.`,
  unread: ({ on, company, dueOn }) =>
    `Llegó el ${date(on)}. Una persona de ${company} lo lee y, sea lo que sea lo que pide, la respuesta llegará a más tardar el ${date(dueOn)}, salvo que le indiquemos una fecha posterior que la ley permita.`,
  confirm: 'Confirme, por favor, que lo escribió usted. Antes de eso no entregamos ni suprimimos nada.',
  confirmLink: 'Sí, lo escribí yo',
  statusLink: 'Ver en qué punto está',
  neutral: 'Este mensaje es igual para todo el mundo: no dice si tenemos datos sobre usted.',
  notYou: 'Si no nos ha escrito, no tiene que hacer nada.',
  reference: (references) =>
    `Su referencia es ${list(references)}. Indíquela, por favor, cuando nos escriba sobre este asunto. Si responde a este mensaje, una persona lo leerá.`,
};
