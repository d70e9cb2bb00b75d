/** Letters about refusals in Spanish. */
import type { DenialWords } from '../denial-letters.ts';

export const es: DenialWords = {
  subject: ({ reference }) => `No hemos podido hacer lo que ha pedido: solicitud ${reference}`,
  inPart: ({ reference }) => `No hemos podido hacer una parte de lo que ha pedido: solicitud ${reference}`,
  categories: 'Mientras no sepamos quién es usted, solo podemos decirle qué categorías de datos recogemos sobre personas como usted:',
  againLink: 'Presentar una nueva solicitud',
  optOutLink: 'Pedirnos que no vendamos ni compartamos sus datos',
  appealLink: 'Pedirnos que examinemos de nuevo nuestra decisión',
  disagree: 'Si no está de acuerdo',
};
