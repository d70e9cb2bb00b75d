/** The one mail that answers letters at once, in Swedish. */
import { spellingOf } from '../../../domain/spelling.ts';
import type { NeutralWords } from '../neutral/neutral-words.ts';
import { around } from '../../letter.ts';
import { REACH, wishes } from './letters.ts';

const { date, list } = spellingOf('sv');

export const sv: NeutralWords = {
  subject: (references, confirm) => {
    const messages = references.length === 1 ? 'ditt meddelande' : 'dina meddelanden';
    return `${confirm ? 'Bekräfta' : 'Vi har tagit emot'} ${messages}: ${list(references)}`;
  },
  arrived: (letters) =>
    letters === 1
      ? { text: 'Vi har tagit emot ett meddelande från den här adressen.', paper: 'Vi har tagit emot ett meddelande i ditt namn.' }
      : { text: 'Vi har tagit emot meddelanden från den här adressen.', paper: 'Vi har tagit emot meddelanden i ditt namn.' },
  asks: ({ on, company, dueOn, rights }) =>
    `Meddelandet kom den ${date(on)} och innehåller en begäran om ${wishes(rights)}. ${company} svarar senast den ${date(dueOn)}.`,
  unread: ({ on, company, dueOn }) =>
    `Meddelandet kom den ${date(on)}. En människa på ${company} läser det. Vad det än gäller kommer svaret senast den ${date(dueOn)}, om vi inte meddelar dig ett senare datum som lagen tillåter.`,
  confirm: 'Bekräfta att det är du som har skrivit det. Innan dess lämnar vi inte ut något och raderar inget.',
  confirmLink: 'Ja, jag har skrivit det här',
  statusLink: 'Se hur det går',
  neutral: {
    text: 'Det här mejlet är likadant för alla: det säger inte om vi har uppgifter om dig.',
    paper: 'Det här brevet är likadant för alla: det säger inte om vi har uppgifter om dig.',
  },
  notYou: 'Om du inte har skrivit till oss behöver du inte göra något.',
  reference: (references) =>
    around(
      REACH,
      (reach) =>
        `${references.length === 1 ? `Din referens är ${list(references)}. Ange den` : `Dina referenser är ${list(references)}. Ange den som gäller`} när du skriver till oss om detta. ${reach}`,
    ),
};
