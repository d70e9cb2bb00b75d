/** German words about what the company only holds for others: for the person who asks, and for those others. */
import type { PassingOnMessages } from './en.ts';

export const passingOnDe: PassingOnMessages = {
  question: 'Um welchen unserer Namen geht es?',
  hint: 'Bei manchen arbeiten wir nur im Auftrag eines anderen Unternehmens: Dann geben wir Ihre Anfrage weiter, und jenes Unternehmen antwortet.',
  unsure: 'Ich bin nicht sicher, oder keiner davon',
  answerName: 'Es geht um',
  missing: 'Wählen Sie, worum es geht, oder sagen Sie, dass Sie nicht sicher sind',
  unknown: 'Dieser Name ist hier nicht bekannt',
  checkTitle: (to) => `${to} wird antworten`,
  checkWhole: ({ held, to }) =>
    `${held} betreiben wir im Auftrag von ${to}. Wir geben Ihre Anfrage sofort dorthin weiter und sagen Ihnen das; antworten muss Ihnen ${to}, in eigener Frist.`,
  checkPart: ({ held, to }) =>
    `Für ${held} arbeiten wir nur im Auftrag von ${to}. Wir geben Ihre Anfrage auch dorthin weiter; für diesen Teil muss Ihnen ${to} antworten.`,
  privacy: (names) =>
    `Was wir nur im Auftrag anderer haben, müssen diese beantworten: Dann geht Ihre Anfrage mit Namen und Adresse an sie. Das sind: ${names}.`,
  page: {
    title: (reference) => `Anfrage ${reference}, die Sie beantworten müssen`,
    lead: ({ company, held, received, passed }) =>
      `Sie ging am ${received} bei ${company} ein und betrifft ${held}; das betreibt ${company} in Ihrem Auftrag. An Sie weitergegeben wurde sie am ${passed}.`,
    show: 'Zeigen, wer fragt',
    showHint: 'Auf der nächsten Seite stehen personenbezogene Daten. Dass Sie hingesehen haben, wird vermerkt.',
    asks: 'Verlangt',
    email: 'E-Mail-Adresse',
    confirmed: 'bestätigt',
    unconfirmed: 'nicht bestätigt',
    name: 'Name',
    behalf: 'Gesendet für diese Person von',
    note: 'In eigenen Worten',
    home: 'Wohnort',
    language: 'Sprache',
    notGiven: 'Nicht angegeben',
    then: 'Wie es weitergeht',
    thenText:
      'Der Person wurde gesagt, dass Sie antworten und wie Sie zu erreichen sind. Ihre Frist kann von dem Tag an zählen, an dem die Anfrage bei uns einging. Wer fragt, wurde nicht weiter geprüft, als oben steht.',
    until: 'Diese Seite gibt es, bis die Arbeitsdaten der Anfrage gelöscht werden. Bitte halten Sie fest, was Sie brauchen.',
  },
};
