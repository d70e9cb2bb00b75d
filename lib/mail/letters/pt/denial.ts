/** Letters about refusals in Portuguese. */
import type { DenialWords } from '../denial-letters.ts';

export const pt: DenialWords = {
  subject: ({ reference }) => `Não pudemos fazer o que nos pediu: pedido ${reference}`,
  inPart: ({ reference }) => `Não pudemos fazer uma parte do que nos pediu: pedido ${reference}`,
  categories: 'Enquanto não soubermos quem fez o pedido, só podemos dizer que tipos de dados obtemos sobre pessoas na mesma situação:',
  againLink: 'Fazer um novo pedido',
  optOutLink: 'Pedir que os seus dados não sejam vendidos nem transmitidos a terceiros',
  appealLink: 'Pedir uma nova análise da nossa decisão',
  disagree: 'Se não concordar',
};
