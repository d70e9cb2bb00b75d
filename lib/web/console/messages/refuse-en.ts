/** Words of the pages on which staff refuse, in English. */
export const refuseEn = {
  title: 'Refuse',
  lead: 'Choose what is refused and on which grounds of the law. The person is told at once, with everything they can do against it; the rest of the request goes on.',
  items: 'What is refused?',
  itemsHint: 'What has been answered already, or is being deleted, is not in the list.',
  wholeRight: 'As a whole: the person gets a decision of its own.',
  system: (pass: string, system: string) => `${pass}: ${system}`,
  oneSystem: 'Only this system: the answer goes out without it and says why.',
  grounds: (law: string) => `Grounds under ${law}`,
  groundsHint: (rights: string) =>
    `This law gives: ${rights}. A refusal needs a ground here for each of them; a ground of another law does not count.`,
  onlyFor: (cite: string, rights: string) => `${cite}. Only for: ${rights}.`,
  forAny: (cite: string) => `${cite}.`,
  provision: (law: string) => `Provision of ${law}`,
  provisionHint: 'No exemptions of this law are listed here. Name the provision as the person will read it, for example “s. 9(3)(a)”.',
  reason: 'Reason',
  reasonHint:
    'In the person’s language, beside the grounds. Needed where a ground does not explain itself, and for every deletion refused in California. Write nothing that names anybody else.',
  by: (date: string, article: string) => `The person must be told by ${date} (${article}).`,
  lateTitle: 'This refusal is late',
  late: (date: string, article: string) =>
    `The person had to be told by ${date} (${article}). You can still refuse; that it was late is recorded.`,
  notDue: 'The clock stands still; no date for a refusal is running.',
  mail: 'The mail',
  subject: (subject: string) => `Subject: ${subject}`,
  receipt: 'The receipt',
  receiptHint: 'What is signed, word for word.',
  answer: 'In the answer',
  answerHint: 'The answer to the rest of the request will say:',
  remedies: 'What the person can do',
  link: 'Links of the person are left out here.',
  errors: {
    'nothing-chosen': 'Choose what is refused',
    'not-open': (item: string) => `${item} cannot be refused any more. Look at the list again.`,
    'no-ground': (item: string) => `Choose a ground for: ${item}`,
    'ground-unknown': (item: string, law: string) => `${law} does not know that ground for: ${item}`,
    prohibited: (item: string, article: string) => `${item} may not be refused on that ground: ${article} has no exception`,
    'right-remains': (item: string, law: string, article: string) =>
      `${item}: ${law} gives this right as well (${article}). A refusal under another law does not take it away; choose a ground of ${law} too`,
    'reason-needed': 'Give a reason: one of these grounds does not explain itself',
  },
  row: 'Refused',
  what: (what: string, grounds: string) => `${what}: ${grounds}`,
  wasLate: (date: string, article: string) => `Told after ${date}, the last day (${article}).`,
};

export type RefuseWords = typeof refuseEn;
