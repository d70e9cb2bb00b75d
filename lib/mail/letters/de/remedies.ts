/** What one can do against a decision, as actions in German. */
import type { RemedyWords } from '../remedies.ts';

export const de: RemedyWords = {
  person: {
    text: 'Antworten Sie auf diese E-Mail: Ein Mensch sieht sich den Fall an.',
    paper: 'Schreiben Sie uns: Ein Mensch sieht sich den Fall an.',
  },
  appeal: {
    text: 'Legen Sie Einspruch ein: Antworten Sie auf diese E-Mail, dass Sie Einspruch einlegen.',
    paper: 'Legen Sie Einspruch ein: Schreiben Sie uns, dass Sie Einspruch einlegen.',
  },
  decidedWithin: (duration) => `Jemand, der nicht entschieden hat, antwortet innerhalb von ${duration}`,
  extended: (duration) => `, oder innerhalb von weiteren ${duration}, wenn wir Ihnen sagen, warum`,
  controller: {
    text: 'Beschweren Sie sich bei uns darüber, wie wir mit Ihrem Antrag umgegangen sind: Antworten Sie auf diese E-Mail.',
    paper: 'Beschweren Sie sich bei uns darüber, wie wir mit Ihrem Antrag umgegangen sind: Schreiben Sie uns.',
  },
  acknowledgedWithin: (duration) => `Den Eingang bestätigen wir innerhalb von ${duration}.`,
  authority: (name) => `Beschweren Sie sich bei der Aufsichtsbehörde: ${name}`,
  within: (duration) => `Tun Sie das innerhalb von ${duration}.`,
  court: 'Gehen Sie vor Gericht.',
};
