/** The one mail that answers letters at once, in German. */
import { spellingOf } from '../../../domain/spelling.ts';
import type { NeutralWords } from '../neutral/neutral-words.ts';
import { wishes } from './letters.ts';

const { date, list } = spellingOf('de');

export const de: NeutralWords = {
  subject: (references, confirm) =>
    `${confirm ? 'Bitte bestätigen Sie Ihre Nachricht' : 'Ihre Nachricht ist angekommen'}: ${list(references)}`,
  arrived: (letters) =>
    letters === 1 ? 'Von dieser Adresse ist eine Nachricht bei uns angekommen.' : 'Von dieser Adresse sind Nachrichten bei uns angekommen.',
  asks: ({ on, company, dueOn, rights }) =>
    `Sie kam am ${date(on)} und verlangt: ${wishes(rights)}. ${company} antwortet spätestens am ${date(dueOn)}.`,
  unread: ({ on, company, dueOn }) =>
    `Sie kam am ${date(on)}. Ein Mensch bei ${company} liest sie, und was auch immer sie verlangt, wird spätestens am ${date(dueOn)} beantwortet, es sei denn, wir nennen Ihnen ein späteres Datum, das das Gesetz erlaubt.`,
  confirm: 'Bitte bestätigen Sie, dass Sie sie geschrieben haben. Vorher geben wir nichts heraus und löschen nichts.',
  confirmLink: 'Ja, das habe ich geschrieben',
  statusLink: 'Den Stand ansehen',
  neutral: 'Diese E-Mail ist für alle gleich: Sie sagt nicht, ob wir Daten über Sie haben.',
  notYou: 'Wenn Sie uns nicht geschrieben haben, müssen Sie nichts tun.',
  reference: (references) =>
    `Ihr Zeichen ist ${list(references)}. Bitte nennen Sie es, wenn Sie uns dazu schreiben. Antworten auf diese E-Mail liest ein Mensch.`,
};
