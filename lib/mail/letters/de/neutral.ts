/** The one mail that answers letters at once, in German. */
import type { NeutralWords } from '../neutral/neutral-words.ts';

export const de: NeutralWords = {
  subject: { one: 'Ihre Nachricht ist angekommen', more: 'Ihre Nachrichten sind angekommen' },
  confirmSubject: { one: 'Bitte bestätigen Sie Ihre Nachricht', more: 'Bitte bestätigen Sie Ihre Nachrichten' },
  arrived: {
    one: {
      text: 'Von dieser Adresse ist eine Nachricht bei uns angekommen.',
      paper: 'In Ihrem Namen ist eine Nachricht bei uns angekommen.',
    },
    more: { text: 'Von dieser Adresse sind Nachrichten bei uns angekommen.', paper: 'In Ihrem Namen sind Nachrichten bei uns angekommen.' },
  },
  asks: ({ on, company, dueOn, wishes }) =>
    `Die Nachricht kam am ${on} und verlangt: ${wishes}. ${company} antwortet spätestens am ${dueOn}.`,
  unread: ({ on, company, dueOn }) =>
    `Die Nachricht kam am ${on}. Ein Mensch bei ${company} liest sie. Was auch immer sie verlangt, wird spätestens am ${dueOn} beantwortet, es sei denn, wir nennen Ihnen ein späteres Datum, das das Gesetz erlaubt.`,
  confirm: 'Bitte bestätigen Sie, dass diese Nachricht von Ihnen ist. Vorher geben wir nichts heraus und löschen nichts.',
  confirmLink: 'Ja, das habe ich geschrieben',
  statusLink: 'Den Stand ansehen',
  neutral: {
    text: 'Diese E-Mail ist für alle gleich: Aus ihr geht nicht hervor, ob wir Daten über Sie haben.',
    paper: 'Dieser Brief ist für alle gleich: Aus ihm geht nicht hervor, ob wir Daten über Sie haben.',
  },
  notYou: 'Wenn Sie uns nicht geschrieben haben, müssen Sie nichts tun.',
  references: {
    one: (references) => `Ihr Zeichen ist ${references}. Bitte nennen Sie es, wenn Sie uns dazu schreiben.`,
    more: (references) => `Ihre Zeichen sind ${references}. Bitte nennen Sie das passende, wenn Sie uns dazu schreiben.`,
  },
};
