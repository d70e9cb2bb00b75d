/** What the parts of a document are written with: a language, its words, and a zone; what cannot be spelled stays as it was signed. */
import { isLawId, lawById } from '../../domain/law/laws.ts';
import { isRight } from '../../domain/rights.ts';
import { spellingOf, type Spelling } from '../../domain/spelling.ts';
import { receiptWordsIn, type ReceiptWords } from './words.ts';

export interface Pen {
  lang: string;
  words: ReceiptWords;
  zone: string;
  spell: Spelling;
}

/** The pen of a language; English where there are no words. */
export function penIn(wanted: string, zone: string): Pen {
  const { lang, words } = receiptWordsIn(wanted);
  return { lang, words, zone, spell: spellingOf(lang) };
}

const isInstant = (text: string): boolean => /^\d{4}-\d\d-\d\dT/.test(text) && !Number.isNaN(Date.parse(text));
const isDay = (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));

/** A date, or the day of an instant. */
export function day({ spell, zone }: Pen, text: string): string {
  if (isInstant(text)) return spell.dayOf(text, zone);
  return isDay(text) ? spell.date(text) : text;
}

/** An instant with its day. */
export function time(pen: Pen, text: string): string {
  return isInstant(text) ? pen.spell.instant(text, pen.zone) : day(pen, text);
}

/** The time of day alone where the day was said already. */
export function timeAfter(pen: Pen, before: string, text: string): string {
  return isInstant(text) && day(pen, before) === day(pen, text) ? pen.spell.time(text, pen.zone) : time(pen, text);
}

/** An ISO 8601 duration: "12 months". */
export function duration({ spell, words }: Pen, iso: string): string {
  const [, amount, unit] = /^P(\d{1,4})([DMY])$/.exec(iso) ?? [];
  return amount === undefined ? iso : spell.count(Number(amount), words.durations[unit as 'D' | 'M' | 'Y']);
}

/** A code in words, or the code. */
export function wordFor(words: Readonly<Record<string, string>>, code: string): string {
  return Object.hasOwn(words, code) ? words[code]! : code;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Each right with a capital letter. */
export function rightNames({ words }: Pick<Pen, 'words'>, rights: readonly string[]): string[] {
  return rights.map((right) => capital(isRight(right) ? words.rights[right] : right));
}

/** The law as it is called in a sentence. */
export function lawName({ words }: Pick<Pen, 'words'>, law: string): string {
  return Object.hasOwn(words.laws, law) ? words.laws[law]! : isLawId(law) ? lawById(law).name : law;
}
