/** Sentences of receipts in Portuguese, in words that hold in Portugal and in Brazil. */
import type { Right } from '../../../domain/rights.ts';
import { spellingOf } from '../../../domain/spelling.ts';
import type { Named, Sentences } from '../sentences.ts';
import { asSentence } from '../spelling.ts';

const { date, count, list, either } = spellingOf('pt');

const ASKED: Record<Right, string> = {
  access: 'acesso aos seus dados',
  portability: 'os seus dados num formato que outros programas consigam ler',
  erasure: 'apagamento dos seus dados',
  rectification: 'correção dos seus dados',
  restriction: 'limitação do tratamento dos seus dados',
  objection: 'fim do uso dos seus dados, por oposição a esse uso',
  'opt-out': 'recusa da venda dos seus dados e da sua transmissão a terceiros',
  'opt-out-of-sale': 'recusa da venda dos seus dados e da sua transmissão a terceiros',
  'opt-out-of-targeted-ads': 'recusa da publicidade direcionada',
  'opt-out-of-profiling': 'recusa da criação de perfis',
  limit: 'limitação do uso dos seus dados sensíveis',
  'withdraw-consent': 'retirada do seu consentimento',
  appeal: 'revisão da nossa decisão',
  complaint: 'análise da sua reclamação',
};

const UNITS = {
  day: { one: 'dia', many: 'de dias', other: 'dias' },
  businessDay: { one: 'dia útil', many: 'de dias úteis', other: 'dias úteis' },
  month: { one: 'mês', many: 'de meses', other: 'meses' },
};

const records = (number: number): string => count(number, { one: 'entrada', many: 'de entradas', other: 'entradas' });
const systems = (number: number): string => count(number, { one: 'sistema', many: 'de sistemas', other: 'sistemas' });
export const asked = (rights: readonly Right[]): string => list(rights.map((right) => ASKED[right]));
const expected = ({ label, expectedOn }: Named): string =>
  expectedOn === undefined ? label : `${label} (previsto até ${date(expectedOn)})`;

export const pt: Sentences = {
  clockRule: ({ amount, unit }) => `${count(amount, UNITS[unit])} a contar da entrada do pedido`,
  received: ({ rights, receivedOn, dueOn }) =>
    `Em ${date(receivedOn)} recebemos o seu pedido: ${asked(rights)}. Responderemos até ${date(dueOn)}.`,
  extended: ({ dueOn, law, reasons }) =>
    `Precisamos de mais tempo. Nova data: ${date(dueOn)} (${law}). ${reasons.map(asSentence).join(' ')}`,
  copyReady: (facts) =>
    `Reunimos ${records(facts.records)} a seu respeito, de ${systems(facts.systems)}. É possível fazer o download da sua cópia até ${date(facts.until)}.`,
  nothingFound: (facts) =>
    `Fizemos uma pesquisa em ${systems(facts.systems)} e não foram encontrados dados a seu respeito.${facts.until === undefined ? '' : ` É possível fazer o download desta resposta até ${date(facts.until)}.`}`,
  done: (rights) => `Fizemos o que nos pediu: ${asked(rights)}.`,
  interim: (missing) =>
    `Esta é a primeira parte da nossa resposta. Ainda falta: ${list(missing.map(expected))}. O resto será enviado assim que o tivermos.`,
  skipped: (skipped) =>
    skipped
      .map(({ label, reason }) => asSentence(`Não foi possível concluir “${label}”${reason === undefined ? '' : `: ${reason}`}`))
      .join(' '),
  deleted: (facts) => `Fizemos o apagamento de ${records(facts.records)} em ${systems(facts.systems)}.`,
  anonymised: (number) => `Fizemos a anonimização de ${records(number)}, de modo que ninguém consegue saber de quem se tratava.`,
  retained: (facts) => `Conservamos ${records(facts.records)} até ${date(facts.until)}: ${asSentence(facts.why)}`,
  emptied:
    'Os dados deixaram de revelar a sua identidade; permanecem porque há entradas, conservadas por força da lei, que se referem a eles.',
  backups: (on) => `As cópias de segurança são sobrescritas até ${date(on)}.`,
  recordKept: (years) => `Conservamos uma prova deste pedido durante ${count(years, { one: 'ano', many: 'de anos', other: 'anos' })}.`,
  passedOn: ({ held, to, contact, on }) =>
    `Quanto a ${list(held.map((name) => `“${name}”`))}, trabalhamos apenas em nome de outra entidade (${to}). Em ${date(on)} o seu pedido foi encaminhado para essa entidade (${contact}), que é quem deve responder.`,
  silence: 'Não pudemos confirmar que o pedido é seu: pedimos uma confirmação por escrito e não recebemos nenhuma.',
  notGranted: ({ right, laws, instead }) =>
    `Pediu-nos o seguinte: ${ASKED[right]}. A lei que se aplica ao seu caso (${list(laws)}) não dá este direito.${instead.length === 0 ? '' : ` Ainda nos pode pedir: ${either(instead.map((other) => ASKED[other]))}.`}`,
  denied: ({ scope, reasons }) =>
    `${scope === 'full' ? 'Não fizemos o que nos pediu.' : 'Não fizemos uma parte do que nos pediu.'} ${reasons.map(asSentence).join(' ')}`,
  appeal: {
    received: ({ of, receivedOn, dueOn }) =>
      `Em ${date(receivedOn)} recebemos o seu recurso contra a nossa resposta ao pedido ${of}. Alguém que não tomou essa decisão vai analisá-la de novo, e comunicaremos o resultado e os motivos até ${date(dueOn)}.`,
    granted: ({ of, rights, dueOn }) =>
      `Revimos a nossa resposta ao pedido ${of} e decidimos alterá-la. Pediu-nos o seguinte: ${asked(rights)}. Faremos isso até ${date(dueOn)}, e vai receber um recibo disso.`,
    stands: ({ of, rights, alone }) =>
      alone
        ? `Revimos a nossa resposta ao pedido ${of} e decidimos mantê-la. Pediu-nos o seguinte: ${asked(rights)}. Não faremos isso.`
        : `Pediu-nos também o seguinte: ${asked(rights)}. Quanto a isso, a nossa decisão não muda.`,
    reasons: (reason) => `Os nossos motivos: ${asSentence(reason)}`,
    decider: 'Quem decidiu foi alguém que não tomou a primeira decisão.',
  },
  remedies: ({ authority, court, reply }) => {
    const ways = [
      ...(authority === undefined ? [] : [`apresentar uma reclamação à autoridade competente (${authority})`]),
      ...(court ? ['recorrer a um tribunal'] : []),
      `escrever para ${reply}`,
    ];
    return `Se não concordar, pode ${either(ways)}.`;
  },
  nonRetaliation: 'Não podemos dar-lhe um tratamento pior por ter feito um pedido.',
};
