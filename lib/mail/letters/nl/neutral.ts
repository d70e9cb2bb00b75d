/** The one mail that answers letters at once, in Dutch. */
import type { NeutralWords } from '../neutral/neutral-words.ts';

export const nl: NeutralWords = {
  subject: { one: 'Wij hebben uw bericht ontvangen', more: 'Wij hebben uw berichten ontvangen' },
  confirmSubject: { one: 'Bevestig uw bericht', more: 'Bevestig uw berichten' },
  arrived: {
    one: {
      text: 'Wij hebben een bericht ontvangen dat vanaf dit adres is verstuurd.',
      paper: 'Wij hebben een bericht ontvangen dat in uw naam is verstuurd.',
    },
    more: {
      text: 'Wij hebben berichten ontvangen die vanaf dit adres zijn verstuurd.',
      paper: 'Wij hebben berichten ontvangen die in uw naam zijn verstuurd.',
    },
  },
  asks: ({ on, company, dueOn, wishes }) =>
    `Het bericht kwam aan op ${on} en vraagt om ${wishes}. ${company} antwoordt uiterlijk op ${dueOn}.`,
  unread: ({ on, company, dueOn }) =>
    `Het bericht kwam aan op ${on}. Een medewerker van ${company} leest het. Wat er ook in wordt gevraagd, het antwoord komt uiterlijk op ${dueOn}, tenzij wij u een latere datum noemen die de wet toestaat.`,
  confirm: 'Wilt u bevestigen dat u het hebt geschreven? Tot die tijd verstrekken wij niets en wissen wij niets.',
  confirmLink: 'Ja, ik heb dit geschreven',
  statusLink: 'Bekijken hoe het ermee staat',
  neutral: {
    text: 'Deze e-mail is voor iedereen gelijk: er staat niet in of wij gegevens over u hebben.',
    paper: 'Deze brief is voor iedereen gelijk: er staat niet in of wij gegevens over u hebben.',
  },
  notYou: 'Als u ons niet hebt geschreven, hoeft u niets te doen.',
  references: {
    one: (references) => `Uw kenmerk is ${references}. Vermeld dit als u ons hierover schrijft.`,
    more: (references) => `Uw kenmerken zijn ${references}. Vermeld het juiste kenmerk als u ons hierover schrijft.`,
  },
};
