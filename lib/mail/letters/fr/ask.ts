/** Letters with a question, in French. */
import type { Question } from '../../../domain/law/law.ts';
import { spellingOf } from '../../../domain/spelling.ts';
import { REACH, wishes } from './letters.ts';
import type { AskWords } from '../ask/ask-words.ts';

const { date, list } = spellingOf('fr');

const SUBJECT: Record<Question, string> = {
  identity: "Aidez-nous à nous assurer qu'il s'agit bien de vous",
  clarification: 'Une question sur votre demande',
  fee: 'Des frais pour la réponse à votre demande',
};

const LEAD: Record<Question, (company: string, wish: string) => string> = {
  identity: (company, wish) =>
    `Vous avez demandé à ${company} ce qui suit : ${wish}. Avant de continuer, nous devons nous assurer que c'est bien vous qui le demandez. Voici ce que nous devons savoir :`,
  clarification: (company, wish) =>
    `Vous avez demandé à ${company} ce qui suit : ${wish}. Pour répondre, nous devons en savoir plus. Voici notre question :`,
  fee: (company, wish) =>
    `Vous avez demandé à ${company} ce qui suit : ${wish}. En règle générale, de telles demandes sont gratuites. Pour celle-ci, nous demandons des frais :`,
};

const BEGINS: Record<Question, string> = {
  identity: 'Le délai de notre réponse commence lorsque vous nous avez dit ce que nous devons savoir.',
  clarification: 'Le délai de notre réponse commence lorsque nous avons votre réponse.',
  fee: 'Le délai de notre réponse commence lorsque les frais sont payés.',
};

export const fr: AskWords = {
  subject: (about, reference) => `${SUBJECT[about]} : ${reference}`,
  lead: (about, { company, rights }) => LEAD[about](company, wishes(rights)),
  fee: ({ amount, currency, reason }) => [
    `Les frais s'élèvent à ${new Intl.NumberFormat('fr-FR', { style: 'currency', currency }).format(Number(amount))}. La raison : ${reason}`,
    'Rien ne vous oblige à les payer : sur la page de votre demande, vous pouvez retirer la demande, et vous ne nous devez alors rien.',
  ],
  link: (about) => (about === 'fee' ? 'Voir votre demande, ou la retirer' : 'Répondre à la question'),
  reply: {
    text: 'Vous pouvez aussi répondre à cet e-mail : une personne lira votre réponse.',
    paper: `Vous pouvez aussi répondre par courrier postal. ${REACH.paper}`,
  },
  time: {
    none: (_, dueOn) => `Cette question ne change pas la date : nous répondrons au plus tard le ${date(dueOn)}.`,
    still: () =>
      "Cette question ne change rien au délai : il est suspendu jusqu'à ce que vous ayez répondu à ce que nous vous avons demandé auparavant.",
    'stands-still': () => "Tant que vous n'avez pas répondu, le délai de notre réponse ne court pas.",
    'begins-anew': (about) => BEGINS[about],
    reflection: (_, dueOn) =>
      `Vous avez le temps d'y réfléchir ; le délai de notre réponse ne commence qu'ensuite. Nous répondrons au plus tard le ${date(dueOn)}.`,
  },
  part: ({ laws, rights }, sentence) => `${rights.length === 0 ? list(laws) : `${wishes(rights)} (${list(laws)})`} : ${sentence}`,
  reference: (reference) => `Votre référence est ${reference}. Merci de l'indiquer lorsque vous nous écrivez au sujet de cette demande.`,
};
