/** German words of the questions that a person answers on the page of their request. */
import type { AnswerMessages } from './en.ts';

export const answerDe: AnswerMessages = {
  state: { heading: 'Bitte beantworten Sie unsere Frage', lead: 'Wir müssen etwas von Ihnen wissen, bevor wir weitermachen können.' },
  title: 'Unsere Frage',
  fee: ({ amount, reason }) => `Die Gebühr beträgt ${amount}. Der Grund: ${reason}`,
  feeFree: 'Sie müssen sie nicht zahlen: Sie können diese Anfrage unten zurückziehen, dann schulden Sie uns nichts.',
  paused: 'Bis Sie antworten, läuft die Frist für unsere Antwort nicht.',
  pausedFee: 'Bis die Gebühr bezahlt ist, läuft die Frist für unsere Antwort nicht.',
  running: (date) => `Die Frage ändert nichts am Datum: Wir antworten spätestens am ${date}.`,
  label: 'Ihre Antwort',
  hint: 'Bitte schreiben Sie nichts Privates, nach dem wir nicht gefragt haben. Sie können auch auf unsere E-Mail antworten.',
  submit: 'Antwort senden',
  missing: 'Schreiben Sie Ihre Antwort',
  tooLong: 'Bleiben Sie mit Ihrer Antwort unter 4.000 Zeichen',
  again: (date) => `Danke. Die Frist läuft wieder: Wir antworten spätestens am ${date}.`,
  thanks: (date) => `Danke. Wir antworten spätestens am ${date}.`,
  more: 'Danke. Eine weitere Frage ist noch offen.',
  late: 'Auf diese Frage haben wir schon eine Antwort, und ein Mensch liest sie. Wenn Sie etwas ergänzen möchten, antworten Sie bitte auf unsere E-Mail.',
  before: (number) => `Frage ${number} und Ihre Antwort`,
  other: 'Diese Frage ist geklärt.',
};
