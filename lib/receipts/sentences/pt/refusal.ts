/** Sentences of refusals in Portuguese. */
import { spellingOf } from '../../../domain/spelling.ts';
import { asked } from './sentences.ts';
import type { RefusalSentences } from '../refusal.ts';
import { asSentence, citing, readDuration } from '../spelling.ts';

const { count, list } = spellingOf('pt');

const UNITS = {
  D: { one: 'dia', many: 'de dias', other: 'dias' },
  M: { one: 'mês', many: 'de meses', other: 'meses' },
  Y: { one: 'ano', many: 'de anos', other: 'anos' },
};

function duration(iso: string): string {
  const { amount, unit } = readDuration(iso);
  return count(amount, UNITS[unit]);
}

export const refusalPt: RefusalSentences = {
  duration,
  refused: ({ scope, rights }) =>
    scope === 'full'
      ? `Não fizemos o que nos pediu: ${asked(rights)}.`
      : `Não fizemos uma parte do que nos pediu: ${asked(rights)}. O resto do pedido é respondido em separado.`,
  ground: ({ text, cites }) => citing(text, cites),
  reasonsFor: (rights) => `Os nossos motivos para não fazer isto (${asked(rights)}):`,
  system: ({ label, erasing, why }) => `Os dados em “${label}” ${erasing ? 'não foram apagados' : 'não são entregues'}: ${asSentence(why)}`,
  kept: ({ restErased }) =>
    `${restErased ? 'Tudo o que estes motivos não abrangem foi apagado. ' : ''}Não usamos os dados que conservamos para nada além do motivo aqui indicado.`,
  optOut: (url) => `Pode pedir-nos que os seus dados não sejam vendidos nem transmitidos a terceiros: ${url}`,
  again: (url) => `Pode fazer um novo pedido a qualquer momento: ${url}`,
  categoriesLead: 'Enquanto não soubermos quem fez o pedido, só podemos dizer que tipos de dados obtemos sobre pessoas na mesma situação:',
  category: ({ category, purposes, sources, recipients }) =>
    `${category} (${[`finalidade: ${list(purposes)}`, `origem: ${list(sources)}`, recipients.length === 0 ? 'destinatários: nenhum' : `destinatários: ${list(recipients)}`].join('; ')})`,
  sources: { given: 'a própria pessoa', observed: 'o que a pessoa faz nos nossos serviços', derived: 'as nossas próprias conclusões' },
  appeal: ({ within, extension, reply }) =>
    `Pode apresentar-nos um recurso: escreva para ${reply} e diga que apresenta recurso. Alguém que não tomou esta decisão vai analisá-la de novo e responder no prazo de ${duration(within)}.${extension === undefined ? '' : ` Se isso não bastar, podemos demorar até mais ${duration(extension)}, e diremos qual é o motivo.`}`,
  controller: ({ acknowledgedWithin, reply }) =>
    `Também nos pode apresentar uma reclamação sobre a forma como o pedido foi tratado: escreva para ${reply}.${acknowledgedWithin === undefined ? '' : ` No prazo de ${duration(acknowledgedWithin)}, confirmamos que a reclamação chegou.`}`,
  authorityOfResidence: 'a autoridade de proteção de dados do local onde vive ou trabalha',
  complaintWithin: ({ authority, within }) =>
    `A reclamação à autoridade (${authority}) deve ser apresentada no prazo de ${duration(within)}.`,
};
