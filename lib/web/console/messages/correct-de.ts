/** Words of the page on which staff correct a receipt, in German. */
import type { CorrectWords } from './correct-en.ts';

export const correctDe: CorrectWords = {
  title: 'Quittung berichtigen',
  lead: (kind, issued) =>
    `${kind}, ausgestellt ${issued}. Sie bleibt, wie sie unterschrieben wurde; die Person erhält per Mail eine weitere Quittung, die an ihre Stelle tritt.`,
  told: 'Was jetzt darin steht',
  text: 'Was statt dessen gilt',
  textHint: 'Der ganze Text in der Sprache der Person, so wie ihn die neue Quittung enthält. Nennen Sie niemanden.',
  textMissing: 'Schreiben Sie, was statt dessen gilt',
  textSame: 'Das steht schon in der Quittung',
  textLong: 'Bleiben Sie unter 4.000 Zeichen',
  reason: 'Warum war sie falsch?',
  reasonHint: 'In der Sprache der Person: Sie liest es.',
  mail: 'Die Mail',
  link: 'Geht innerhalb einer Stunde hinaus. Links der Person sind hier ausgelassen.',
  receipt: 'Die Quittung',
  receiptHint: 'Was unterschrieben wird, Wort für Wort.',
  section: 'Quittungen',
  columns: { kind: 'Quittung', issued: 'Ausgestellt', place: 'Berichtigung', act: 'Handlung' },
  none: 'Es ist keine Quittung ausgestellt.',
  correctedBy: 'berichtigt durch',
  corrects: 'berichtigt',
  waiting: 'wird berichtigt',
  act: 'Berichtigen',
  actOf: (kind, issued) => `Quittung ${kind} vom ${issued} berichtigen`,
  number: (number) => `Quittung ${number}`,
  detail: (text) => `Richtig ist: ${text}`,
};
