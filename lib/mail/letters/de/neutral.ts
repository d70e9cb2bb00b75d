/** The one mail that answers letters at once, in German. */
import { spellingOf } from '../../../domain/spelling.ts';
import type { NeutralWords } from '../neutral/neutral-words.ts';
import { around } from '../../letter.ts';
import { REACH, wishes } from './letters.ts';

const { date, list } = spellingOf('de');

export const de: NeutralWords = {
  subject: (references, confirm) => {
    const message = references.length === 1 ? 'Ihre Nachricht' : 'Ihre Nachrichten';
    const came = references.length === 1 ? 'ist' : 'sind';
    return `${confirm ? `Bitte bestätigen Sie ${message}` : `${message} ${came} angekommen`}: ${list(references)}`;
  },
  arrived: (letters) =>
    letters === 1
      ? {
          text: 'Von dieser Adresse ist eine Nachricht bei uns angekommen.',
          paper: 'In Ihrem Namen ist eine Nachricht bei uns angekommen.',
        }
      : { text: 'Von dieser Adresse sind Nachrichten bei uns angekommen.', paper: 'In Ihrem Namen sind Nachrichten bei uns angekommen.' },
  asks: ({ on, company, dueOn, rights }) =>
    `Die Nachricht kam am ${date(on)} und verlangt: ${wishes(rights)}. ${company} antwortet spätestens am ${date(dueOn)}.`,
  unread: ({ on, company, dueOn }) =>
    `Die Nachricht kam am ${date(on)}. Ein Mensch bei ${company} liest sie. Was auch immer sie verlangt, wird spätestens am ${date(dueOn)} beantwortet, es sei denn, wir nennen Ihnen ein späteres Datum, das das Gesetz erlaubt.`,
  confirm: 'Bitte bestätigen Sie, dass diese Nachricht von Ihnen ist. Vorher geben wir nichts heraus und löschen nichts.',
  confirmLink: 'Ja, das habe ich geschrieben',
  statusLink: 'Den Stand ansehen',
  neutral: {
    text: 'Diese E-Mail ist für alle gleich: Aus ihr geht nicht hervor, ob wir Daten über Sie haben.',
    paper: 'Dieser Brief ist für alle gleich: Aus ihm geht nicht hervor, ob wir Daten über Sie haben.',
  },
  notYou: 'Wenn Sie uns nicht geschrieben haben, müssen Sie nichts tun.',
  reference: (references) =>
    around(
      REACH,
      (reach) =>
        `${references.length === 1 ? `Ihr Zeichen ist ${list(references)}. Bitte nennen Sie es` : `Ihre Zeichen sind ${list(references)}. Bitte nennen Sie das passende`}, wenn Sie uns dazu schreiben. ${reach}`,
    ),
};
