/** Letters with a question, in Portuguese. */
import type { Question } from '../../../domain/law/law.ts';
import { spellingOf } from '../../../domain/spelling.ts';
import { REACH, wishes } from './letters.ts';
import type { AskWords } from '../ask/ask-words.ts';

const { date, list } = spellingOf('pt');

const SUBJECT: Record<Question, string> = {
  identity: 'Ajude-nos, por favor, a confirmar que o pedido é seu',
  clarification: 'Uma pergunta sobre o seu pedido',
  fee: 'Uma taxa pela resposta ao seu pedido',
};

const LEAD: Record<Question, (company: string, wish: string) => string> = {
  identity: (company, wish) =>
    `Pediu a ${company} o seguinte: ${wish}. Antes de continuar, temos de ter a certeza de que o pedido é mesmo seu. É isto que nos falta saber:`,
  clarification: (company, wish) =>
    `Pediu a ${company} o seguinte: ${wish}. Para responder, falta-nos saber mais. A nossa pergunta é esta:`,
  fee: (company, wish) => `Pediu a ${company} o seguinte: ${wish}. Em regra, estes pedidos são gratuitos. Por este, pedimos uma taxa:`,
};

const BEGINS: Record<Question, string> = {
  identity: 'O prazo da nossa resposta começa quando nos tiver dito o que nos falta saber.',
  clarification: 'O prazo da nossa resposta começa quando tivermos a sua resposta.',
  fee: 'O prazo da nossa resposta começa quando a taxa estiver paga.',
};

export const pt: AskWords = {
  subject: (about, reference) => `${SUBJECT[about]}: ${reference}`,
  lead: (about, { company, rights }) => LEAD[about](company, wishes(rights)),
  fee: ({ amount, currency, reason }) => [
    `A taxa é de ${new Intl.NumberFormat('pt', { style: 'currency', currency }).format(Number(amount))}. O motivo: ${reason}`,
    'Não é obrigatório pagar: na página do seu pedido pode retirar o pedido, e nesse caso não nos deve nada.',
  ],
  link: (about) => (about === 'fee' ? 'Ver ou retirar o pedido' : 'Responder à pergunta'),
  reply: {
    text: 'Também pode responder a este e-mail: a resposta é lida por uma pessoa.',
    paper: `Também pode responder por carta. ${REACH.paper}`,
  },
  time: {
    none: (_, dueOn) => `Esta pergunta não altera a data: respondemos o mais tardar em ${date(dueOn)}.`,
    still: () => 'Esta pergunta não muda nada no prazo: ele está suspenso até que responda ao que foi perguntado antes.',
    'stands-still': () => 'Enquanto não responder, o prazo da nossa resposta não corre.',
    'begins-anew': (about) => BEGINS[about],
    reflection: (_, dueOn) =>
      `Tem tempo para pensar; só depois começa o prazo da nossa resposta. Respondemos o mais tardar em ${date(dueOn)}.`,
  },
  part: ({ laws, rights }, sentence) => `${rights.length === 0 ? list(laws) : `${wishes(rights)} (${list(laws)})`}: ${sentence}`,
  reference: (reference) => `A sua referência é ${reference}. Indique-a, por favor, quando nos escrever sobre este pedido.`,
};
