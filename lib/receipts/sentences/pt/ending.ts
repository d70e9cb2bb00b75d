/** Sentences of receipts that end a case, or set another receipt right, in Portuguese. */
import { spellingOf } from '../../../domain/spelling.ts';
import type { EndingSentences } from '../ending.ts';
import { asSentence } from '../spelling.ts';

const { date } = spellingOf('pt');

export const endingPt: EndingSentences = {
  withdrawn: ({ of, on, byPerson }) =>
    `Em ${date(on)} o pedido ${of} foi retirado${byPerson ? ' por quem o enviou' : ': os nossos colaboradores fizeram essa anotação em nome de quem o enviou'}. Não faremos mais nada a esse respeito; o que já foi feito fica feito.`,
  dataGo: (by) =>
    `Assim que lhe tivermos dado esta informação, e o mais tardar em ${date(by)}, apagamos os dados que temos por causa do pedido e a chave sem a qual não podem ser lidos. Um novo recibo, na página do pedido, confirmará isso.`,
  purged: ({ of, on }) =>
    `Em ${date(on)} fizemos o apagamento dos dados que tínhamos reunido para responder ao seu pedido ${of}, e da chave sem a qual não podem ser lidos.`,
  irrecoverable: (from) => `A partir de ${date(from)} ninguém os pode recuperar: deixa de haver cópias de segurança com essa chave.`,
  replaces: ({ number, issuedOn }) => `Este recibo substitui o nosso recibo ${number} de ${date(issuedOn)}.`,
  wrong: (reason) => `O que estava errado: ${asSentence(reason)}`,
  right: (sentence) => `O que é válido: ${asSentence(sentence)}`,
};
