/** What one can do against a decision, as actions in Portuguese. */
import type { RemedyWords } from '../remedies.ts';

export const pt: RemedyWords = {
  person: { text: 'Responder a este e-mail: uma pessoa vai analisar o caso.', paper: 'Escrever-nos: uma pessoa vai analisar o caso.' },
  appeal: {
    text: 'Apresentar um recurso: responda a este e-mail e diga que apresenta recurso.',
    paper: 'Apresentar um recurso: escreva-nos e diga que apresenta recurso.',
  },
  decidedWithin: (duration) => `Alguém que não tomou esta decisão responde no prazo de ${duration}`,
  extended: (duration) => `, ou até ${duration} mais tarde, se dissermos qual é o motivo`,
  controller: {
    text: 'Apresentar-nos uma reclamação sobre a forma como o pedido foi tratado: responda a este e-mail.',
    paper: 'Apresentar-nos uma reclamação sobre a forma como o pedido foi tratado: escreva-nos.',
  },
  acknowledgedWithin: (duration) => `No prazo de ${duration}, confirmamos que a reclamação chegou.`,
  authority: (name) => `Apresentar uma reclamação à autoridade competente: ${name}`,
  within: (duration) => `O prazo para isso é de ${duration}.`,
  court: 'Recorrer a um tribunal.',
};
