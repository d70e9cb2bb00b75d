/** Letters with a question, in German. */
import type { Question } from '../../../domain/law/law.ts';
import { spellingOf } from '../../../domain/spelling.ts';
import { REACH, wishes } from './letters.ts';
import type { AskWords } from '../ask/ask-words.ts';

const { date, list } = spellingOf('de');

const SUBJECT: Record<Question, string> = {
  identity: 'Bitte helfen Sie uns, sicher zu sein, dass Sie es sind',
  clarification: 'Eine Frage zu Ihrem Antrag',
  fee: 'Eine Gebühr für die Antwort auf Ihren Antrag',
};

const LEAD: Record<Question, (company: string, wish: string) => string> = {
  identity: (company, wish) =>
    `Sie haben von ${company} verlangt: ${wish}. Bevor wir weitermachen, müssen wir sicher sein, dass Sie es sind. Das müssen wir wissen:`,
  clarification: (company, wish) =>
    `Sie haben von ${company} verlangt: ${wish}. Um zu antworten, müssen wir mehr wissen. Das ist unsere Frage:`,
  fee: (company, wish) => `Sie haben von ${company} verlangt: ${wish}. In der Regel ist das kostenlos. Hierfür verlangen wir eine Gebühr:`,
};

const BEGINS: Record<Question, string> = {
  identity: 'Die Frist für unsere Antwort beginnt, wenn Sie uns gesagt haben, was wir wissen müssen.',
  clarification: 'Die Frist für unsere Antwort beginnt, wenn wir Ihre Antwort haben.',
  fee: 'Die Frist für unsere Antwort beginnt, wenn die Gebühr bezahlt ist.',
};

export const de: AskWords = {
  subject: (about, reference) => `${SUBJECT[about]}: ${reference}`,
  lead: (about, { company, rights }) => LEAD[about](company, wishes(rights)),
  fee: ({ amount, currency, reason }) => [
    `Die Gebühr beträgt ${new Intl.NumberFormat('de-DE', { style: 'currency', currency }).format(Number(amount))}. Der Grund: ${reason}`,
    'Sie müssen sie nicht zahlen: Auf der Seite Ihres Antrags können Sie ihn zurückziehen, dann schulden Sie uns nichts.',
  ],
  link: (about) => (about === 'fee' ? 'Antrag ansehen oder zurückziehen' : 'Frage beantworten'),
  reply: {
    text: 'Sie können auch auf diese E-Mail antworten: Ein Mensch liest Ihre Antwort.',
    paper: `Sie können auch per Post antworten. ${REACH.paper}`,
  },
  time: {
    none: (_, dueOn) => `Die Frage ändert nichts am Datum: Wir antworten spätestens am ${date(dueOn)}.`,
    still: () => 'Die Frage ändert nichts an der Frist: Sie steht still, bis Sie beantwortet haben, was wir vorher gefragt haben.',
    'stands-still': () => 'Bis Sie antworten, läuft die Frist für unsere Antwort nicht.',
    'begins-anew': (about) => BEGINS[about],
    reflection: (_, dueOn) =>
      `Sie haben Zeit, darüber nachzudenken; erst dann beginnt die Frist für unsere Antwort. Wir antworten spätestens am ${date(dueOn)}.`,
  },
  part: ({ laws, rights }, sentence) => `${rights.length === 0 ? list(laws) : `${wishes(rights)} (${list(laws)})`}: ${sentence}`,
  reference: (reference) => `Ihr Zeichen ist ${reference}. Bitte nennen Sie es, wenn Sie uns zu diesem Antrag schreiben.`,
};
