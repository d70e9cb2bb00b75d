/** Letters about appeals in Spanish. */
import type { AppealWords } from '../appeal-letters.ts';

export const es: AppealWords = {
  acknowledgement: {
    subject: ({ reference, dueOn }) => `Hemos recibido su recurso ${reference}: decisión a más tardar el ${dueOn}`,
    asked: ({ receivedOn, of, company, dueOn }) =>
      `El ${receivedOn} nos pidió que examináramos de nuevo nuestra respuesta a su solicitud ${of}. ${company} le comunicará la decisión y los motivos a más tardar el ${dueOn}.`,
    decider: 'Decide alguien que no tomó la primera decisión. Ahora no tiene que hacer nada.',
  },

  granted: {
    subject: ({ of, reference }) => `Hemos cambiado nuestra decisión sobre ${of}: recurso ${reference}`,
    begins: 'No tiene que volver a pedirlo: empezamos ahora y le escribiremos cuando esté hecho.',
  },

  stands: {
    subject: ({ of, reference }) => `Mantenemos nuestra decisión sobre ${of}: recurso ${reference}`,
    inPart: ({ of, reference }) => `Hemos cambiado en parte nuestra decisión sobre ${of}: recurso ${reference}`,
    begins: 'Lo que finalmente vamos a hacer lo empezamos ahora. Le escribiremos cuando esté hecho.',
    complain: ({ name, page }) =>
      `Presente una reclamación ante la autoridad competente: ${page === undefined ? `${name}.` : `${name}, ${page}`}`,
    reply: { text: 'Responda a este correo: una persona leerá su respuesta.', paper: 'Escríbanos: una persona leerá su carta.' },
  },
};
