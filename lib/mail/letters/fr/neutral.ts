/** The one mail that answers letters at once, in French. */
import type { NeutralWords } from '../neutral/neutral-words.ts';

export const fr: NeutralWords = {
  subject: { one: 'Nous avons reçu votre message', more: 'Nous avons reçu vos messages' },
  confirmSubject: { one: 'Merci de confirmer votre message', more: 'Merci de confirmer vos messages' },
  arrived: {
    one: { text: 'Nous avons reçu un message envoyé de cette adresse.', paper: 'Nous avons reçu un message envoyé en votre nom.' },
    more: { text: 'Nous avons reçu des messages envoyés de cette adresse.', paper: 'Nous avons reçu des messages envoyés en votre nom.' },
  },
  asks: ({ on, company, dueOn, wishes }) =>
    `Ce message est arrivé le ${on} et demande : ${wishes}. ${company} répondra au plus tard le ${dueOn}.`,
  unread: ({ on, company, dueOn }) =>
    `Ce message est arrivé le ${on}. Une personne chez ${company} le lira. Quel qu'en soit l'objet, la réponse viendra au plus tard le ${dueOn}, sauf si nous vous indiquons une date ultérieure que la loi permet.`,
  confirm: "Merci de confirmer que c'est bien vous qui l'avez écrit. D'ici là, nous ne communiquons rien et n'effaçons rien.",
  confirmLink: "Oui, j'ai écrit ce message",
  statusLink: 'Voir où en est la demande',
  neutral: {
    text: 'Cet e-mail est le même pour tout le monde : il ne dit pas si nous détenons des données vous concernant.',
    paper: 'Cette lettre est la même pour tout le monde : elle ne dit pas si nous détenons des données vous concernant.',
  },
  notYou: "Si vous ne nous avez pas écrit, vous n'avez rien à faire.",
  references: {
    one: (references) => `Votre référence est ${references}. Merci de l'indiquer lorsque vous nous écrivez à ce sujet.`,
    more: (references) => `Vos références sont ${references}. Merci d'indiquer celle dont il s'agit lorsque vous nous écrivez à ce sujet.`,
  },
};
