/** The one mail that answers letters at once, in French. */
import { spellingOf } from '../../../domain/spelling.ts';
import type { NeutralWords } from '../neutral/neutral-words.ts';
import { around } from '../../letter.ts';
import { REACH, wishes } from './letters.ts';

const { date, list } = spellingOf('fr');

export const fr: NeutralWords = {
  subject: (references, confirm) => {
    const messages = references.length === 1 ? 'votre message' : 'vos messages';
    return `${confirm ? 'Merci de confirmer' : 'Nous avons reçu'} ${messages} : ${list(references)}`;
  },
  arrived: (letters) =>
    letters === 1
      ? { text: 'Nous avons reçu un message envoyé de cette adresse.', paper: 'Nous avons reçu un message envoyé en votre nom.' }
      : { text: 'Nous avons reçu des messages envoyés de cette adresse.', paper: 'Nous avons reçu des messages envoyés en votre nom.' },
  asks: ({ on, company, dueOn, rights }) =>
    `Ce message est arrivé le ${date(on)} et demande : ${wishes(rights)}. ${company} répondra au plus tard le ${date(dueOn)}.`,
  unread: ({ on, company, dueOn }) =>
    `Ce message est arrivé le ${date(on)}. Une personne chez ${company} le lira. Quel qu'en soit l'objet, la réponse viendra au plus tard le ${date(dueOn)}, sauf si nous vous indiquons une date ultérieure que la loi permet.`,
  confirm: "Merci de confirmer que c'est bien vous qui l'avez écrit. D'ici là, nous ne communiquons rien et n'effaçons rien.",
  confirmLink: "Oui, j'ai écrit ce message",
  statusLink: 'Voir où en est la demande',
  neutral: {
    text: 'Cet e-mail est le même pour tout le monde : il ne dit pas si nous détenons des données vous concernant.',
    paper: 'Cette lettre est la même pour tout le monde : elle ne dit pas si nous détenons des données vous concernant.',
  },
  notYou: "Si vous ne nous avez pas écrit, vous n'avez rien à faire.",
  reference: (references) =>
    around(
      REACH,
      (reach) =>
        `${references.length === 1 ? `Votre référence est ${list(references)}. Merci de l'indiquer` : `Vos références sont ${list(references)}. Merci d'indiquer celle dont il s'agit`} lorsque vous nous écrivez à ce sujet. ${reach}`,
    ),
};
