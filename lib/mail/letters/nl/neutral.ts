/** The one mail that answers letters at once, in Dutch. */
import { spellingOf } from '../../../domain/spelling.ts';
import type { NeutralWords } from '../neutral/neutral-words.ts';
import { wishes } from './letters.ts';

const { date, list } = spellingOf('nl');

export const nl: NeutralWords = {
  subject: (references, confirm) => `${confirm ? 'Bevestig alstublieft uw bericht' : 'Wij hebben uw bericht'}: ${list(references)}`,
  arrived: (letters) =>
    letters === 1 ? 'Er is een bericht van dit adres bij ons aangekomen.' : 'Er zijn berichten van dit adres bij ons aangekomen.',
  asks: ({ on, company, dueOn, rights }) =>
    `Het kwam aan op ${date(on)} en vraagt om: ${wishes(rights)}. ${company} antwoordt uiterlijk op ${date(dueOn)}.`,
  unread: ({ on, company, dueOn }) =>
    `Het kwam aan op ${date(on)}. Een medewerker van ${company} leest het, en wat het ook vraagt, het antwoord komt uiterlijk op ${date(dueOn)}, tenzij wij u een latere datum noemen die de wet toestaat.`,
  confirm: 'Bevestig alstublieft dat u het hebt geschreven. Voordien geven wij niets en wissen wij niets.',
  confirmLink: 'Ja, ik heb dit geschreven',
  statusLink: 'Bekijk hoe het ermee staat',
  neutral: 'Dit bericht is voor iedereen gelijk: het zegt niet of wij gegevens over u hebben.',
  notYou: 'Als u ons niet hebt geschreven, hoeft u niets te doen.',
  reference: (references) =>
    `Uw kenmerk is ${list(references)}. Vermeld het alstublieft als u ons hierover schrijft. Antwoorden op deze e-mail leest een mens.`,
};
