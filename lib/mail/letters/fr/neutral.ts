/** The one mail that answers letters at once, in French. */
import { spellingOf } from '../../../domain/spelling.ts';
import type { NeutralWords } from '../neutral/neutral-words.ts';
import { wishes } from './letters.ts';

const { date, list } = spellingOf('fr');

export const fr: NeutralWords = {
  subject: (references, confirm) =>
    `${confirm ? 'Merci de confirmer votre message' : 'Votre message nous est parvenu'} : ${list(references)}`,
  arrived: (letters) =>
    letters === 1 ? 'Un message envoyé de cette adresse nous est parvenu.' : 'Des messages envoyés de cette adresse nous sont parvenus.',
  asks: ({ on, company, dueOn, rights }) =>
    `Il est arrivé le ${date(on)} et demande : ${wishes(rights)}. ${company} répond au plus tard le ${date(dueOn)}.`,
  unread: ({ on, company, dueOn }) =>
    `Il est arrivé le ${date(on)}. Une personne de ${company} le lit, et quelle que soit la demande, la réponse viendra au plus tard le ${date(dueOn)}, sauf si nous vous indiquons une date ultérieure que la loi permet.`,
  confirm: 'Merci de confirmer que vous l’avez écrit. Avant cela, nous ne communiquons rien et n’effaçons rien.',
  confirmLink: 'Oui, j’ai écrit ce message',
  statusLink: 'Voir où en est la demande',
  neutral: 'Ce message est le même pour tout le monde : il ne dit pas si nous détenons des données vous concernant.',
  notYou: 'Si vous ne nous avez pas écrit, vous n’avez rien à faire.',
  reference: (references) =>
    `Votre référence est ${list(references)}. Merci de l’indiquer lorsque vous nous écrivez à ce sujet. Si vous répondez à ce message, une personne lit votre réponse.`,
};
