/** The one mail that answers letters at once, in Dutch. */
import { spellingOf } from '../../../domain/spelling.ts';
import type { NeutralWords } from '../neutral/neutral-words.ts';
import { around } from '../../letter.ts';
import { REACH, wishes } from './letters.ts';

const { date, list } = spellingOf('nl');

export const nl: NeutralWords = {
  subject: (references, confirm) => {
    const messages = references.length === 1 ? 'uw bericht' : 'uw berichten';
    return `${confirm ? `Bevestig ${messages}` : `Wij hebben ${messages} ontvangen`}: ${list(references)}`;
  },
  arrived: (letters) =>
    letters === 1
      ? {
          text: 'Wij hebben een bericht ontvangen dat vanaf dit adres is verstuurd.',
          paper: 'Wij hebben een bericht ontvangen dat in uw naam is verstuurd.',
        }
      : {
          text: 'Wij hebben berichten ontvangen die vanaf dit adres zijn verstuurd.',
          paper: 'Wij hebben berichten ontvangen die in uw naam zijn verstuurd.',
        },
  asks: ({ on, company, dueOn, rights }) =>
    `Het bericht kwam aan op ${date(on)} en vraagt om ${wishes(rights)}. ${company} antwoordt uiterlijk op ${date(dueOn)}.`,
  unread: ({ on, company, dueOn }) =>
    `Het bericht kwam aan op ${date(on)}. Een medewerker van ${company} leest het. Wat er ook in wordt gevraagd, het antwoord komt uiterlijk op ${date(dueOn)}, tenzij wij u een latere datum noemen die de wet toestaat.`,
  confirm: 'Wilt u bevestigen dat u het hebt geschreven? Tot die tijd verstrekken wij niets en wissen wij niets.',
  confirmLink: 'Ja, ik heb dit geschreven',
  statusLink: 'Bekijken hoe het ermee staat',
  neutral: {
    text: 'Deze e-mail is voor iedereen gelijk: er staat niet in of wij gegevens over u hebben.',
    paper: 'Deze brief is voor iedereen gelijk: er staat niet in of wij gegevens over u hebben.',
  },
  notYou: 'Als u ons niet hebt geschreven, hoeft u niets te doen.',
  reference: (references) =>
    around(
      REACH,
      (reach) =>
        `${references.length === 1 ? `Uw kenmerk is ${list(references)}. Vermeld dit` : `Uw kenmerken zijn ${list(references)}. Vermeld het juiste kenmerk`} als u ons hierover schrijft. ${reach}`,
    ),
};
