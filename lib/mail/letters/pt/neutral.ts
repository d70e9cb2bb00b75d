/** The one mail that answers letters at once, in Portuguese. */
import type { NeutralWords } from '../neutral/neutral-words.ts';

export const pt: NeutralWords = {
  subject: { one: 'Recebemos a sua mensagem', more: 'Recebemos as suas mensagens' },
  confirmSubject: { one: 'Confirme, por favor, a sua mensagem', more: 'Confirme, por favor, as suas mensagens' },
  arrived: {
    one: { text: 'Recebemos uma mensagem enviada deste endereço.', paper: 'Recebemos uma mensagem enviada em seu nome.' },
    more: { text: 'Recebemos mensagens enviadas deste endereço.', paper: 'Recebemos mensagens enviadas em seu nome.' },
  },
  asks: ({ on, company, dueOn, wishes }) =>
    `A mensagem chegou em ${on} e pede o seguinte: ${wishes}. ${company} responderá o mais tardar em ${dueOn}.`,
  unread: ({ on, company, dueOn }) =>
    `A mensagem chegou em ${on}. Será lida por uma pessoa de ${company}. Seja qual for o pedido, a resposta chegará o mais tardar em ${dueOn}, a não ser que indiquemos uma data posterior que a lei permita.`,
  confirm: 'Confirme, por favor, que a mensagem é sua. Até lá, não entregamos nem apagamos nada.',
  confirmLink: 'Sim, fui eu que escrevi',
  statusLink: 'Ver o andamento',
  neutral: {
    text: 'Este e-mail é igual para todas as pessoas: não diz se temos dados a seu respeito.',
    paper: 'Esta carta é igual para todas as pessoas: não diz se temos dados a seu respeito.',
  },
  notYou: 'Se não nos escreveu, não é preciso fazer nada.',
  references: {
    one: (references) => `A sua referência é ${references}. Indique-a, por favor, quando nos escrever sobre este assunto.`,
    more: (references) =>
      `As suas referências são ${references}. Indique, por favor, a que se aplica quando nos escrever sobre este assunto.`,
  },
};
