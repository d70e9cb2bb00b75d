/** Letters with a question, in German. */
import type { AskWords } from '../ask/ask-words.ts';

export const de: AskWords = {
  subject: {
    identity: 'Bitte helfen Sie uns, sicher zu sein, dass Sie es sind',
    clarification: 'Eine Frage zu Ihrem Antrag',
    fee: 'Eine Gebühr für die Antwort auf Ihren Antrag',
  },
  lead: {
    identity: ({ company, wishes }) =>
      `Sie haben von ${company} verlangt: ${wishes}. Bevor wir weitermachen, müssen wir sicher sein, dass Sie es sind. Das müssen wir wissen:`,
    clarification: ({ company, wishes }) =>
      `Sie haben von ${company} verlangt: ${wishes}. Um zu antworten, müssen wir mehr wissen. Das ist unsere Frage:`,
    fee: ({ company, wishes }) =>
      `Sie haben von ${company} verlangt: ${wishes}. In der Regel ist das kostenlos. Hierfür verlangen wir eine Gebühr:`,
  },
  fee: ({ amount, reason }) => `Die Gebühr beträgt ${amount}. Der Grund: ${reason}`,
  free: 'Sie müssen sie nicht zahlen: Auf der Seite Ihres Antrags können Sie ihn zurückziehen, dann schulden Sie uns nichts.',
  link: 'Frage beantworten',
  feeLink: 'Antrag ansehen oder zurückziehen',
  reply: {
    text: 'Sie können auch auf diese E-Mail antworten: Ein Mensch liest Ihre Antwort.',
    paper: 'Sie können auch per Post antworten.',
  },
  time: {
    none: (dueOn) => `Die Frage ändert nichts am Datum: Wir antworten spätestens am ${dueOn}.`,
    still: 'Die Frage ändert nichts an der Frist: Sie steht still, bis Sie beantwortet haben, was wir vorher gefragt haben.',
    'stands-still': 'Bis Sie antworten, läuft die Frist für unsere Antwort nicht.',
    'begins-anew': {
      identity: 'Die Frist für unsere Antwort beginnt, wenn Sie uns gesagt haben, was wir wissen müssen.',
      clarification: 'Die Frist für unsere Antwort beginnt, wenn wir Ihre Antwort haben.',
      fee: 'Die Frist für unsere Antwort beginnt, wenn die Gebühr bezahlt ist.',
    },
    reflection: (dueOn) =>
      `Sie haben Zeit, darüber nachzudenken; erst dann beginnt die Frist für unsere Antwort. Wir antworten spätestens am ${dueOn}.`,
  },
  part: ({ laws, wishes }) => `${wishes} (${laws})`,
};
