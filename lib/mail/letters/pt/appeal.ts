/** Letters about appeals in Portuguese. */
import type { AppealWords } from '../appeal-letters.ts';

export const pt: AppealWords = {
  acknowledgement: {
    subject: ({ reference, dueOn }) => `Recebemos o seu recurso ${reference}: decisão até ${dueOn}`,
    asked: ({ receivedOn, of, company, dueOn }) =>
      `Em ${receivedOn} pediu-nos uma nova análise da nossa resposta ao seu pedido ${of}. ${company} comunicará a decisão e os motivos o mais tardar em ${dueOn}.`,
    decider: 'Quem decide agora é alguém que não tomou a primeira decisão. Por agora, não é preciso fazer nada.',
  },

  granted: {
    subject: ({ of, reference }) => `A nossa decisão sobre ${of} foi alterada: recurso ${reference}`,
    begins: 'Não é preciso pedir de novo: começamos agora e escrevemos quando estiver feito.',
  },

  stands: {
    subject: ({ of, reference }) => `A nossa decisão sobre ${of} mantém-se: recurso ${reference}`,
    inPart: ({ of, reference }) => `A nossa decisão sobre ${of} foi alterada em parte: recurso ${reference}`,
    begins: 'Começamos agora o que, afinal, vamos fazer. Escrevemos quando estiver feito.',
    complain: ({ name, page }) =>
      `Apresentar uma reclamação à autoridade competente: ${page === undefined ? `${name}.` : `${name}, ${page}`}`,
    reply: { text: 'Responder a este e-mail: a resposta é lida por uma pessoa.', paper: 'Escrever-nos: a carta é lida por uma pessoa.' },
  },
};
