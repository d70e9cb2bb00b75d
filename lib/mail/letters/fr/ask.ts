/** Letters with a question, in French. */
import type { AskWords } from '../ask/ask-words.ts';

export const fr: AskWords = {
  subject: {
    identity: "Aidez-nous à nous assurer qu'il s'agit bien de vous",
    clarification: 'Une question sur votre demande',
    fee: 'Des frais pour la réponse à votre demande',
  },
  lead: {
    identity: ({ company, wishes }) =>
      `Vous avez demandé à ${company} ce qui suit : ${wishes}. Avant de continuer, nous devons nous assurer que c'est bien vous qui le demandez. Voici ce que nous devons savoir :`,
    clarification: ({ company, wishes }) =>
      `Vous avez demandé à ${company} ce qui suit : ${wishes}. Pour répondre, nous devons en savoir plus. Voici notre question :`,
    fee: ({ company, wishes }) =>
      `Vous avez demandé à ${company} ce qui suit : ${wishes}. En règle générale, de telles demandes sont gratuites. Pour celle-ci, nous demandons des frais :`,
  },
  fee: ({ amount, reason }) => `Les frais s'élèvent à ${amount}. La raison : ${reason}`,
  free: 'Rien ne vous oblige à les payer : sur la page de votre demande, vous pouvez retirer la demande, et vous ne nous devez alors rien.',
  link: 'Répondre à la question',
  feeLink: 'Voir votre demande, ou la retirer',
  reply: {
    text: 'Vous pouvez aussi répondre à cet e-mail : une personne lira votre réponse.',
    paper: 'Vous pouvez aussi répondre par courrier postal.',
  },
  time: {
    none: (dueOn) => `Cette question ne change pas la date : nous répondrons au plus tard le ${dueOn}.`,
    still:
      "Cette question ne change rien au délai : il est suspendu jusqu'à ce que vous ayez répondu à ce que nous vous avons demandé auparavant.",
    'stands-still': "Tant que vous n'avez pas répondu, le délai de notre réponse ne court pas.",
    'begins-anew': {
      identity: 'Le délai de notre réponse commence lorsque vous nous avez dit ce que nous devons savoir.',
      clarification: 'Le délai de notre réponse commence lorsque nous avons votre réponse.',
      fee: 'Le délai de notre réponse commence lorsque les frais sont payés.',
    },
    reflection: (dueOn) =>
      `Vous avez le temps d'y réfléchir ; le délai de notre réponse ne commence qu'ensuite. Nous répondrons au plus tard le ${dueOn}.`,
  },
  part: ({ laws, wishes }) => `${wishes} (${laws})`,
};
