/** The one mail that answers letters at once, in Swedish. */
import { spellingOf } from '../../../domain/spelling.ts';
import type { NeutralWords } from '../neutral/neutral-words.ts';
import { wishes } from './letters.ts';

const { date, list } = spellingOf('sv');

export const sv: NeutralWords = {
  subject: (references, confirm) => `${confirm ? 'Bekräfta ditt meddelande' : 'Vi har fått ditt meddelande'}: ${list(references)}`,
  arrived: (letters) =>
    letters === 1 ? 'Ett meddelande från den här adressen har kommit till oss.' : 'Meddelanden från den här adressen har kommit till oss.',
  asks: ({ on, company, dueOn, rights }) =>
    `Det kom den ${date(on)} och begär: ${wishes(rights)}. ${company} svarar senast den ${date(dueOn)}.`,
  unread: ({ on, company, dueOn }) =>
    `Det kom den ${date(on)}. En människa på ${company} läser det, och vad det än begär kommer svaret senast den ${date(dueOn)}, om vi inte meddelar ett senare datum som lagen tillåter.`,
  confirm: 'Bekräfta att du har skrivit det. Innan dess lämnar vi inte ut och raderar vi ingenting.',
  confirmLink: 'Ja, jag har skrivit det här',
  statusLink: 'Se hur det går',
  neutral: 'Det här meddelandet är lika för alla: det säger inte om vi har uppgifter om dig.',
  notYou: 'Om du inte har skrivit till oss behöver du inte göra något.',
  reference: (references) =>
    `Din referens är ${list(references)}. Ange den när du skriver till oss om detta. En människa läser svar på det här mejlet.`,
};
