/** The one mail that answers letters at once, in Spanish. */
import type { NeutralWords } from '../neutral/neutral-words.ts';

export const es: NeutralWords = {
  subject: { one: 'Hemos recibido su mensaje', more: 'Hemos recibido sus mensajes' },
  confirmSubject: { one: 'Confirme su mensaje', more: 'Confirme sus mensajes' },
  arrived: {
    one: { text: 'Hemos recibido un mensaje enviado desde esta dirección.', paper: 'Hemos recibido un mensaje enviado en su nombre.' },
    more: { text: 'Hemos recibido mensajes enviados desde esta dirección.', paper: 'Hemos recibido mensajes enviados en su nombre.' },
  },
  asks: ({ on, company, dueOn, wishes }) =>
    `El mensaje llegó el ${on} y en él se pide lo siguiente: ${wishes}. ${company} responderá a más tardar el ${dueOn}.`,
  unread: ({ on, company, dueOn }) =>
    `El mensaje llegó el ${on}. Lo leerá una persona de ${company}. Sea lo que sea lo que se pide, la respuesta llegará a más tardar el ${dueOn}, salvo que le indiquemos una fecha posterior que la ley permita.`,
  confirm: 'Confirme que lo escribió usted. Hasta entonces no entregaremos ni suprimiremos nada.',
  confirmLink: 'Sí, lo escribí yo',
  statusLink: 'Ver cómo va',
  neutral: {
    text: 'Este correo es igual para todo el mundo: no dice si tenemos datos sobre usted.',
    paper: 'Esta carta es igual para todo el mundo: no dice si tenemos datos sobre usted.',
  },
  notYou: 'Si usted no nos ha escrito, no tiene que hacer nada.',
  references: {
    one: (references) => `Su referencia es ${references}. Indíquela cuando nos escriba sobre este asunto.`,
    more: (references) => `Sus referencias son ${references}. Indique la que corresponda cuando nos escriba sobre este asunto.`,
  },
};
