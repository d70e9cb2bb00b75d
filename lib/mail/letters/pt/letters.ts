/** The letters of a request, in Portuguese. */
import type { LetterWords } from '../letter-words.ts';

export const pt: LetterWords = {
  acknowledgement: {
    subject: ({ reference, dueOn }) => `Recebemos o seu pedido ${reference}: resposta até ${dueOn}`,
    arrived: ({ receivedOn, wishes, company, dueOn }) =>
      `Em ${receivedOn} recebemos um pedido. O pedido é o seguinte: ${wishes}. ${company} responderá o mais tardar em ${dueOn}.`,
    check: {
      text: 'A seguir, verificamos se este endereço de e-mail é seu: vai receber um segundo e-mail com um link e um código. Use um dos dois, por favor.',
      paper:
        'A seguir, verificamos se o pedido é seu: vai receber uma segunda carta com um endereço de Internet e um código. Use um dos dois, por favor.',
    },
    nothingToDo: 'Por agora, não é preciso fazer mais nada.',
    notYou: {
      text: 'Se não fez este pedido, pode ignorar este e-mail: sem a sua confirmação, nada é entregue e nada é apagado.',
      paper: 'Se não fez este pedido, pode ignorar esta carta: sem a sua confirmação, nada é entregue e nada é apagado.',
    },
  },

  verification: {
    subject: ({ reference }) => `Confirme, por favor, o seu pedido ${reference}`,
    reminder: ({ reference }) => `Lembrete: confirme, por favor, o seu pedido ${reference}`,
    confirm: ({ company, wishes }) => `Confirme, por favor, que pediu a ${company} o seguinte: ${wishes}.`,
    open: { text: 'Abra o link e pressione o botão:', paper: 'Abra este endereço de Internet e pressione o botão:' },
    link: 'Confirmar o meu pedido',
    askedBy: ({ askedBy }) => `Este pedido foi enviado em seu nome por ${askedBy}. Se não quiser isso, não faça nada.`,
    code: 'Ou insira este código na página que mostra o andamento do pedido (ver abaixo):',
    until: ({ untilOn }) =>
      `Pode confirmar o pedido até ${untilOn}. Depois disso, teríamos de encerrar o pedido, porque só podemos entregar ou apagar dados quando sabemos que o pedido é mesmo seu.`,
    notYou: {
      text: 'Se não fez este pedido, não faça nada.',
      paper:
        'Se não puder abrir o endereço, escreva-nos: procuraremos outra forma de saber que o pedido é seu. Se não fez este pedido, não faça nada.',
    },
  },

  ready: {
    subject: ({ untilOn, reference }) => `Os seus dados estão disponíveis até ${untilOn}: pedido ${reference}`,
    inPart: ({ reference }) => `A primeira parte dos seus dados está pronta: pedido ${reference}`,
    link: 'Fazer o download dos dados',
    until: ({ untilOn }) => ({
      text: `Pode fazer o download quantas vezes quiser até ${untilOn}. Depois, apagamos os dados do nosso espaço de entrega. Qualquer pessoa que tenha este e-mail pode abrir o link; por isso, não encaminhe este e-mail, por favor.`,
      paper: `Junto segue uma cópia impressa dos seus dados. Se preferir os ficheiros, pode abrir o endereço acima até ${untilOn}. Depois, apagamos os dados do nosso espaço de entrega. Qualquer pessoa que tenha esta carta pode abrir o endereço.`,
    }),
    erasure: ({ erasureFrom }) => ({
      text: `Pediu também o apagamento dos seus dados. Começamos quando tiver feito o download da sua cópia, ou em ${erasureFrom}, se até lá não o tiver feito. Na página de andamento do pedido pode dizer-nos que não esperemos.`,
      paper: `Pediu também o apagamento dos seus dados. Começamos quando a sua cópia tiver sido enviada por correio, o mais tardar em ${erasureFrom}.`,
    }),
  },

  deletion: {
    subject: ({ reference }) => `Os seus dados foram apagados: recibo do pedido ${reference}`,
    inPart: ({ reference }) => `Uma parte dos seus dados foi apagada: pedido ${reference}`,
    link: 'Ler o recibo, sistema por sistema',
  },

  answered: { subject: ({ reference }) => `O seu pedido ${reference} foi respondido` },

  newLink: {
    subject: ({ untilOn, reference }) => `Pode fazer o download dos seus dados até ${untilOn}: pedido ${reference}`,
    until: ({ untilOn }) => ({
      text: `O link funciona até ${untilOn}. Não encaminhe este e-mail, por favor.`,
      paper: `O endereço funciona até ${untilOn}. Qualquer pessoa que tenha esta carta pode abri-lo.`,
    }),
  },

  extension: {
    subject: ({ newDueOn, reference }) => `Precisamos de mais tempo, até ${newDueOn}: pedido ${reference}`,
    why: ({ newDueOn, dueOn, law, reason }) =>
      `Responderemos ao seu pedido até ${newDueOn}, em vez de ${dueOn}. A lei permite isso: ${law}. O motivo: ${reason}`,
    disagree: 'Se não concordar',
  },

  questionReminder: {
    subject: ({ reference }) => `Aguardamos a sua resposta: pedido ${reference}`,
    asked: ({ askedOn, wishes }) =>
      `Em ${askedOn} fizemos uma pergunta sobre o seu pedido. Pediu o seguinte: ${wishes}. Ainda não temos resposta. Enquanto não responder, não podemos entregar nem apagar nada.`,
    link: 'Ler a pergunta e responder',
    unclear: {
      text: 'Se não entender a pergunta, responda a este e-mail: a resposta é lida por uma pessoa.',
      paper: 'Também pode responder por carta, e escrever-nos se não entender a pergunta.',
    },
    once: 'Só enviamos este lembrete uma vez.',
  },
};
