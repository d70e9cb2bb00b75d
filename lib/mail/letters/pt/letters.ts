/** Letters in Portuguese, in words that hold in Portugal and in Brazil. */
import type { Right } from '../../../domain/rights.ts';
import { spellingOf } from '../../../domain/spelling.ts';
import { around, type Block, type EitherWay, eitherWay, link, list, paragraph } from '../../letter.ts';
import type { LetterFacts, Letters } from '../catalog.ts';
import { remedyLinesPt } from './remedies.ts';

const { date: day, list: listed } = spellingOf('pt');

/** After a colon, since a preposition would melt into the article. */
const WISH: Record<Right, string> = {
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
};

export const wishes = (rights: readonly Right[]): string => listed(rights.map((right) => WISH[right]));

/** What follows a reference: where an answer goes. */
export const REACH: EitherWay = {
  text: 'Se responder a este e-mail, a resposta é lida por uma pessoa.',
  paper: 'O nosso endereço está no início desta carta.',
};

/** How every letter about a request ends. */
export const closing = ({ reference, statusUrl }: LetterFacts): Block[] => [
  link('Ver o andamento do pedido', statusUrl),
  {
    kind: 'paragraph',
    ...around(REACH, (reach) => `A sua referência é ${reference}. Indique-a, por favor, quando nos escrever sobre este pedido. ${reach}`),
  },
];

/** Goes with every letter that has a receipt attached. */
export const keepReceipt = eitherWay(
  'O documento receipt.jws, anexado a este e-mail, é um recibo assinado. Guarde-o: com ele pode provar a qualquer pessoa, a qualquer momento e sem a nossa ajuda, o que aqui comunicamos.',
  'Junto segue um recibo impresso. Guarde-o: o recibo assinado pode ser aberto e verificado na página a que o código conduz.',
);

export const pt: Letters = {
  day,

  closing,

  remedies: remedyLinesPt,

  acknowledgement: (facts) => ({
    subject: `Recebemos o seu pedido ${facts.reference}: resposta até ${day(facts.dueOn)}`,
    signature: facts.signature,
    blocks: [
      paragraph(
        `Em ${day(facts.receivedOn)} recebemos um pedido. O pedido é o seguinte: ${wishes(facts.rights)}. ${facts.company} responderá o mais tardar em ${day(facts.dueOn)}.`,
      ),
      ...(facts.passedOn ?? []).map(paragraph),
      ...(facts.mustVerify
        ? [
            eitherWay(
              'A seguir, verificamos se este endereço de e-mail é seu: vai receber um segundo e-mail com um link e um código. Use um dos dois, por favor.',
              'A seguir, verificamos se o pedido é seu: vai receber uma segunda carta com um endereço de Internet e um código. Use um dos dois, por favor.',
            ),
          ]
        : [paragraph('Por agora, não é preciso fazer mais nada.')]),
      eitherWay(
        'Se não fez este pedido, pode ignorar este e-mail: sem a sua confirmação, nada é entregue e nada é apagado.',
        'Se não fez este pedido, pode ignorar esta carta: sem a sua confirmação, nada é entregue e nada é apagado.',
      ),
      ...closing(facts),
      keepReceipt,
    ],
  }),

  verification: (facts) => ({
    subject: `${facts.reminder ? 'Lembrete: confirme' : 'Confirme'}, por favor, o seu pedido ${facts.reference}`,
    signature: facts.signature,
    blocks: [
      {
        kind: 'paragraph',
        ...around(
          { text: 'o link', paper: 'este endereço de Internet' },
          (open) =>
            `Confirme, por favor, que pediu a ${facts.company} o seguinte: ${wishes(facts.rights)}. Abra ${open} e pressione o botão:`,
        ),
      },
      link('Confirmar o meu pedido', facts.verifyUrl),
      ...(facts.askedBy === undefined
        ? []
        : [paragraph(`Este pedido foi enviado em seu nome por ${facts.askedBy}. Se não quiser isso, não faça nada.`)]),
      paragraph('Ou insira este código na página que mostra o andamento do pedido (ver abaixo):'),
      { kind: 'code', code: facts.code },
      paragraph(
        `Pode confirmar o pedido até ${day(facts.untilOn)}. Depois disso, teríamos de encerrar o pedido, porque só podemos entregar ou apagar dados quando sabemos que o pedido é mesmo seu.`,
      ),
      eitherWay(
        'Se não fez este pedido, não faça nada.',
        'Se não puder abrir o endereço, escreva-nos: procuraremos outra forma de saber que o pedido é seu. Se não fez este pedido, não faça nada.',
      ),
      ...closing(facts),
    ],
  }),

  ready: (facts) => ({
    subject: facts.interim
      ? `A primeira parte dos seus dados está pronta: pedido ${facts.reference}`
      : `Os seus dados estão disponíveis até ${day(facts.untilOn)}: pedido ${facts.reference}`,
    signature: facts.signature,
    blocks: [
      paragraph(facts.sentence),
      link('Fazer o download dos dados', facts.downloadUrl),
      eitherWay(
        `Pode fazer o download quantas vezes quiser até ${day(facts.untilOn)}. Depois, apagamos os dados do nosso espaço de entrega. Qualquer pessoa que tenha este e-mail pode abrir o link; por isso, não encaminhe este e-mail, por favor.`,
        `Junto segue uma cópia impressa dos seus dados. Se preferir os ficheiros, pode abrir o endereço acima até ${day(facts.untilOn)}. Depois, apagamos os dados do nosso espaço de entrega. Qualquer pessoa que tenha esta carta pode abrir o endereço.`,
      ),
      ...(facts.erasureFrom === undefined
        ? []
        : [
            eitherWay(
              `Pediu também o apagamento dos seus dados. Começamos quando tiver feito o download da sua cópia, ou em ${day(facts.erasureFrom)}, se até lá não o tiver feito. Na página de andamento do pedido pode dizer-nos que não esperemos.`,
              `Pediu também o apagamento dos seus dados. Começamos quando a sua cópia tiver sido enviada por correio, o mais tardar em ${day(facts.erasureFrom)}.`,
            ),
          ]),
      ...closing(facts),
      keepReceipt,
    ],
  }),

  deletion: (facts) => ({
    subject: facts.interim
      ? `Uma parte dos seus dados foi apagada: pedido ${facts.reference}`
      : `Os seus dados foram apagados: recibo do pedido ${facts.reference}`,
    signature: facts.signature,
    blocks: [paragraph(facts.sentence), link('Ler o recibo, sistema por sistema', facts.receiptUrl), ...closing(facts), keepReceipt],
  }),

  answered: (facts) => ({
    subject: `O seu pedido ${facts.reference} foi respondido`,
    signature: facts.signature,
    blocks: [paragraph(facts.sentence), link('Ler o recibo', facts.receiptUrl), ...closing(facts), keepReceipt],
  }),

  newLink: (facts) => ({
    subject: `Pode fazer o download dos seus dados até ${day(facts.untilOn)}: pedido ${facts.reference}`,
    signature: facts.signature,
    blocks: [
      link('Fazer o download dos dados', facts.downloadUrl),
      eitherWay(
        `O link funciona até ${day(facts.untilOn)}. Não encaminhe este e-mail, por favor.`,
        `O endereço funciona até ${day(facts.untilOn)}. Qualquer pessoa que tenha esta carta pode abri-lo.`,
      ),
      ...closing(facts),
    ],
  }),

  extension: (facts) => ({
    subject: `Precisamos de mais tempo, até ${day(facts.newDueOn)}: pedido ${facts.reference}`,
    signature: facts.signature,
    blocks: [
      paragraph(
        `Responderemos ao seu pedido até ${day(facts.newDueOn)}, em vez de ${day(facts.dueOn)}. A lei permite isso: ${facts.law}. O motivo: ${facts.reason}`,
      ),
      { kind: 'heading', text: 'Se não concordar' },
      list(facts.remedies),
      ...closing(facts),
      keepReceipt,
    ],
  }),

  questionReminder: (facts) => ({
    subject: `Aguardamos a sua resposta: pedido ${facts.reference}`,
    signature: facts.signature,
    blocks: [
      paragraph(
        `Em ${day(facts.askedOn)} fizemos uma pergunta sobre o seu pedido. Pediu o seguinte: ${wishes(facts.rights)}. Ainda não temos resposta. Enquanto não responder, não podemos entregar nem apagar nada.`,
      ),
      link('Ler a pergunta e responder', facts.statusUrl),
      eitherWay(
        `A sua referência é ${facts.reference}. Se não entender a pergunta, responda a este e-mail: a resposta é lida por uma pessoa. Só enviamos este lembrete uma vez.`,
        `A sua referência é ${facts.reference}. Também pode responder por carta, e escrever-nos se não entender a pergunta. ${REACH.paper} Só enviamos este lembrete uma vez.`,
      ),
    ],
  }),
};
