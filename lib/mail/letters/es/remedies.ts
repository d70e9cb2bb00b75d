/** What one can do against a decision, as actions in Spanish. */
import type { RemedyWords } from '../remedies.ts';

export const es: RemedyWords = {
  person: { text: 'Responda a este correo: una persona examinará el caso.', paper: 'Escríbanos: una persona examinará el caso.' },
  appeal: {
    text: 'Presente un recurso: responda a este correo y diga que recurre.',
    paper: 'Presente un recurso: escríbanos y diga que recurre.',
  },
  decidedWithin: (duration) => `Alguien que no tomó esta decisión responderá en un plazo de ${duration}`,
  extended: (duration) => `, o hasta ${duration} más tarde si le decimos por qué`,
  controller: {
    text: 'Preséntenos una reclamación sobre cómo hemos tratado su solicitud: responda a este correo.',
    paper: 'Preséntenos una reclamación sobre cómo hemos tratado su solicitud: escríbanos.',
  },
  acknowledgedWithin: (duration) => `Confirmaremos la recepción de su reclamación en un plazo de ${duration}.`,
  authority: (name) => `Presente una reclamación ante la autoridad de control: ${name}`,
  within: (duration) => `Hágalo en un plazo de ${duration}.`,
  court: 'Acuda a los tribunales.',
};
