/** Letters about a request that somebody else must answer, in Portuguese. */
import { spellingOf } from '../../../domain/spelling.ts';
import { around, eitherWay, link, paragraph } from '../../letter.ts';
import type { PassOnLetters } from '../pass-on-letters.ts';
import { REACH } from './letters.ts';

const { date: day, list } = spellingOf('pt');

export const passOnPt: PassOnLetters = {
  toController: (facts) => ({
    subject: `Um pedido sobre dados a que lhe cabe responder: ${facts.reference}`,
    signature: facts.signature,
    blocks: [
      paragraph(
        `Em ${day(facts.receivedOn)} recebemos um pedido sobre dados pessoais. Diz respeito ao seguinte: ${list(facts.held)}. ${facts.company} trata disso apenas em nome da sua organização. É à sua organização que cabe responder, e o seu prazo pode contar a partir desse dia.`,
      ),
      link('Ver quem pede o quê', facts.url),
      paragraph(
        'A página contém dados pessoais; por isso, não encaminhe este e-mail a quem não precise dele, por favor. A página existe até apagarmos os dados de trabalho do pedido; anote em breve o que for necessário, por favor.',
      ),
      paragraph(
        'Dissemos à pessoa que a resposta virá da sua organização. Se devemos procurar, entregar ou apagar algo no que mantemos em seu nome, responda a este e-mail.',
      ),
      paragraph(`A nossa referência é ${facts.reference}.`),
    ],
  }),

  toPerson: (facts) => ({
    subject: `O seu pedido ${facts.reference} foi recebido e encaminhado`,
    signature: facts.signature,
    blocks: [
      paragraph(`Em ${day(facts.receivedOn)} recebemos o seu pedido. ${facts.sentence}`),
      eitherWay(
        'Não é preciso enviar o pedido de novo. Um segundo e-mail nosso diz o mesmo num recibo assinado.',
        'Não é preciso enviar o pedido de novo. Uma segunda carta nossa diz o mesmo, com um recibo.',
      ),
      link('Ver o andamento do pedido', facts.statusUrl),
      { kind: 'paragraph', ...around(REACH, (reach) => `A nossa referência para o seu pedido é ${facts.reference}. ${reach}`) },
    ],
  }),
};
