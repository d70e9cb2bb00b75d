/** The one mail that answers letters at once, in Portuguese. */
import { spellingOf } from '../../../domain/spelling.ts';
import type { NeutralWords } from '../neutral/neutral-words.ts';
import { around } from '../../letter.ts';
import { REACH, wishes } from './letters.ts';

const { date, list } = spellingOf('pt');

export const pt: NeutralWords = {
  subject: (references, confirm) => {
    const messages = references.length === 1 ? 'a sua mensagem' : 'as suas mensagens';
    return `${confirm ? 'Confirme, por favor,' : 'Recebemos'} ${messages}: ${list(references)}`;
  },
  arrived: (letters) =>
    letters === 1
      ? { text: 'Recebemos uma mensagem enviada deste endereço.', paper: 'Recebemos uma mensagem enviada em seu nome.' }
      : { text: 'Recebemos mensagens enviadas deste endereço.', paper: 'Recebemos mensagens enviadas em seu nome.' },
  asks: ({ on, company, dueOn, rights }) =>
    `A mensagem chegou em ${date(on)} e pede o seguinte: ${wishes(rights)}. ${company} responderá o mais tardar em ${date(dueOn)}.`,
  unread: ({ on, company, dueOn }) =>
    `A mensagem chegou em ${date(on)}. Será lida por uma pessoa de ${company}. Seja qual for o pedido, a resposta chegará o mais tardar em ${date(dueOn)}, a não ser que indiquemos uma data posterior que a lei permita.`,
  confirm: 'Confirme, por favor, que a mensagem é sua. Até lá, não entregamos nem apagamos nada.',
  confirmLink: 'Sim, fui eu que escrevi',
  statusLink: 'Ver o andamento',
  neutral: {
    text: 'Este e-mail é igual para todas as pessoas: não diz se temos dados a seu respeito.',
    paper: 'Esta carta é igual para todas as pessoas: não diz se temos dados a seu respeito.',
  },
  notYou: 'Se não nos escreveu, não é preciso fazer nada.',
  reference: (references) =>
    around(
      REACH,
      (reach) =>
        `${references.length === 1 ? `A sua referência é ${list(references)}. Indique-a, por favor,` : `As suas referências são ${list(references)}. Indique, por favor, a que se aplica`} quando nos escrever sobre este assunto. ${reach}`,
    ),
};
