/** The one mail that answers letters at once, in Portuguese. */
import { spellingOf } from '../../../domain/spelling.ts';
import type { NeutralWords } from '../neutral/neutral-words.ts';
import { wishes } from './letters.ts';

const { date, list } = spellingOf('pt');

export const pt: NeutralWords = {
  subject: (references, confirm) => `${confirm ? 'Confirme, por favor, a sua mensagem' : 'Recebemos a sua mensagem'}: ${list(references)}`,
  arrived: (letters) => (letters === 1 ? 'Recebemos uma mensagem enviada deste endereço.' : 'Recebemos mensagens enviadas deste endereço.'),
  asks: ({ on, company, dueOn, rights }) =>
    `Chegou em ${date(on)} e pede: ${wishes(rights)}. ${company} responde até ${date(dueOn)}, o mais tardar.`,
  unread: ({ on, company, dueOn }) =>
    `Chegou em ${date(on)}. Uma pessoa de ${company} vai lê-la e, seja o que for que peça, a resposta chega até ${date(dueOn)}, o mais tardar, salvo se indicarmos uma data posterior que a lei permita.`,
  confirm: 'Confirme, por favor, que foi quem a escreveu. Antes disso não entregamos nem apagamos nada.',
  confirmLink: 'Sim, fui eu que escrevi',
  statusLink: 'Ver em que ponto está',
  neutral: 'Esta mensagem é igual para toda a gente: não diz se temos dados sobre quem a recebe.',
  notYou: 'Se não nos escreveu, não precisa de fazer nada.',
  reference: (references) =>
    `A sua referência é ${list(references)}. Indique-a, por favor, quando nos escrever sobre este assunto. Se responder a esta mensagem, a resposta é lida por uma pessoa.`,
};
