/** Letters with a question, in Portuguese. */
import type { AskWords } from '../ask/ask-words.ts';

export const pt: AskWords = {
  subject: {
    identity: 'Ajude-nos, por favor, a confirmar que o pedido é seu',
    clarification: 'Uma pergunta sobre o seu pedido',
    fee: 'Uma taxa pela resposta ao seu pedido',
  },
  lead: {
    identity: ({ company, wishes }) =>
      `Pediu a ${company} o seguinte: ${wishes}. Antes de continuar, temos de ter a certeza de que o pedido é mesmo seu. É isto que nos falta saber:`,
    clarification: ({ company, wishes }) =>
      `Pediu a ${company} o seguinte: ${wishes}. Para responder, falta-nos saber mais. A nossa pergunta é esta:`,
    fee: ({ company, wishes }) =>
      `Pediu a ${company} o seguinte: ${wishes}. Em regra, estes pedidos são gratuitos. Por este, pedimos uma taxa:`,
  },
  fee: ({ amount, reason }) => `A taxa é de ${amount}. O motivo: ${reason}`,
  free: 'Não é obrigatório pagar: na página do seu pedido pode retirar o pedido, e nesse caso não nos deve nada.',
  link: 'Responder à pergunta',
  feeLink: 'Ver ou retirar o pedido',
  reply: { text: 'Também pode responder a este e-mail: a resposta é lida por uma pessoa.', paper: 'Também pode responder por carta.' },
  time: {
    none: (dueOn) => `Esta pergunta não altera a data: respondemos o mais tardar em ${dueOn}.`,
    still: 'Esta pergunta não muda nada no prazo: ele está suspenso até que responda ao que foi perguntado antes.',
    'stands-still': 'Enquanto não responder, o prazo da nossa resposta não corre.',
    'begins-anew': {
      identity: 'O prazo da nossa resposta começa quando nos tiver dito o que nos falta saber.',
      clarification: 'O prazo da nossa resposta começa quando tivermos a sua resposta.',
      fee: 'O prazo da nossa resposta começa quando a taxa estiver paga.',
    },
    reflection: (dueOn) => `Tem tempo para pensar; só depois começa o prazo da nossa resposta. Respondemos o mais tardar em ${dueOn}.`,
  },
  part: ({ laws, wishes }) => `${wishes} (${laws})`,
};
