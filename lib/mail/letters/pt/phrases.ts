/** What letters of every kind say, in Portuguese, in words that hold in Portugal and in Brazil. */
import type { Phrases } from '../phrases.ts';

export const pt: Phrases = {
  /** After a colon, since a preposition would melt into the article. */
  wish: {
    access: 'uma cópia dos seus dados',
    portability: 'os seus dados num formato que se pode levar para outro serviço',
    erasure: 'o apagamento dos seus dados',
    rectification: 'a correção dos seus dados',
    restriction: 'a limitação do tratamento dos seus dados',
    objection: 'o fim de um uso dos seus dados',
    'opt-out': 'a recusa de um uso dos seus dados',
    'opt-out-of-sale': 'o fim da venda dos seus dados e da sua transmissão a terceiros',
    'opt-out-of-targeted-ads': 'a recusa da publicidade direcionada',
    'opt-out-of-profiling': 'a recusa da criação de perfis',
    limit: 'um limite ao uso dos seus dados sensíveis',
    'withdraw-consent': 'a retirada do seu consentimento',
    appeal: 'uma nova análise da nossa decisão',
    complaint: 'uma resposta à sua reclamação',
  },
  reference: (reference) => `A sua referência é ${reference}.`,
  giveReference: 'Indique-a, por favor, quando nos escrever sobre este pedido.',
  reach: { text: 'Se responder a este e-mail, a resposta é lida por uma pessoa.', paper: 'O nosso endereço está no início desta carta.' },
  statusLink: 'Ver o andamento do pedido',
  receiptLink: 'Ler o recibo',
  decisionLink: 'Ler a decisão',
  whatYouCanDo: 'O que pode fazer',
  keepReceipt: {
    text: 'O documento receipt.jws, anexado a este e-mail, é um recibo assinado. Guarde-o: com ele pode provar a qualquer pessoa, a qualquer momento e sem a nossa ajuda, o que aqui comunicamos.',
    paper: 'Junto segue um recibo impresso. Guarde-o: o recibo assinado pode ser aberto e verificado na página a que o código conduz.',
  },
  colon: ': ',
};
