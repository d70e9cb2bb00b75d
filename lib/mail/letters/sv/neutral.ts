/** The one mail that answers letters at once, in Swedish. */
import type { NeutralWords } from '../neutral/neutral-words.ts';

export const sv: NeutralWords = {
  subject: { one: 'Vi har tagit emot ditt meddelande', more: 'Vi har tagit emot dina meddelanden' },
  confirmSubject: { one: 'Bekräfta ditt meddelande', more: 'Bekräfta dina meddelanden' },
  arrived: {
    one: { text: 'Vi har tagit emot ett meddelande från den här adressen.', paper: 'Vi har tagit emot ett meddelande i ditt namn.' },
    more: { text: 'Vi har tagit emot meddelanden från den här adressen.', paper: 'Vi har tagit emot meddelanden i ditt namn.' },
  },
  asks: ({ on, company, dueOn, wishes }) =>
    `Meddelandet kom den ${on} och innehåller en begäran om ${wishes}. ${company} svarar senast den ${dueOn}.`,
  unread: ({ on, company, dueOn }) =>
    `Meddelandet kom den ${on}. En människa på ${company} läser det. Vad det än gäller kommer svaret senast den ${dueOn}, om vi inte meddelar dig ett senare datum som lagen tillåter.`,
  confirm: 'Bekräfta att det är du som har skrivit det. Innan dess lämnar vi inte ut något och raderar inget.',
  confirmLink: 'Ja, jag har skrivit det här',
  statusLink: 'Se hur det går',
  neutral: {
    text: 'Det här mejlet är likadant för alla: det säger inte om vi har uppgifter om dig.',
    paper: 'Det här brevet är likadant för alla: det säger inte om vi har uppgifter om dig.',
  },
  notYou: 'Om du inte har skrivit till oss behöver du inte göra något.',
  references: {
    one: (references) => `Din referens är ${references}. Ange den när du skriver till oss om detta.`,
    more: (references) => `Dina referenser är ${references}. Ange den som gäller när du skriver till oss om detta.`,
  },
};
