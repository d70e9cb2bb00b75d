/** Letters about a request that somebody else must answer, in Portuguese. */
import type { PassOnWords } from '../pass-on-letters.ts';

export const pt: PassOnWords = {
  toController: {
    subject: ({ reference }) => `Um pedido sobre dados a que lhe cabe responder: ${reference}`,
    arrived: ({ receivedOn, held, company }) =>
      `Em ${receivedOn} recebemos um pedido sobre dados pessoais. Diz respeito ao seguinte: ${held}. ${company} trata disso apenas em nome da sua organização. É à sua organização que cabe responder, e o seu prazo pode contar a partir desse dia.`,
    link: 'Ver quem pede o quê',
    personalData:
      'A página contém dados pessoais; por isso, não encaminhe este e-mail a quem não precise dele, por favor. A página existe até apagarmos os dados de trabalho do pedido; anote em breve o que for necessário, por favor.',
    reply:
      'Dissemos à pessoa que a resposta virá da sua organização. Se devemos procurar, entregar ou apagar algo no que mantemos em seu nome, responda a este e-mail.',
    reference: ({ reference }) => `A nossa referência é ${reference}.`,
  },

  toPerson: {
    subject: ({ reference }) => `O seu pedido ${reference} foi recebido e encaminhado`,
    arrived: ({ receivedOn }) => `Em ${receivedOn} recebemos o seu pedido.`,
    once: {
      text: 'Não é preciso enviar o pedido de novo. Um segundo e-mail nosso diz o mesmo num recibo assinado.',
      paper: 'Não é preciso enviar o pedido de novo. Uma segunda carta nossa diz o mesmo, com um recibo.',
    },
    reference: ({ reference }) => `A nossa referência para o seu pedido é ${reference}.`,
  },
};
