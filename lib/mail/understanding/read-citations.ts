/** The articles and sections that a sentence cites, each with the law it is of. */
import type { Right } from '../../domain/rights.ts';
import { CONJUNCTION } from './conjunctions.ts';
import { LAW_BOOKS, type LawBook } from './law-books.ts';
import { type Match, type PhraseSet, compilePhrases, findPhrases } from './phrases.ts';
import type { Sentence, Word } from './read-sentences.ts';

/** A law named somewhere in a sentence. */
export interface NamedLaw extends Match {
  book: LawBook;
}

export interface Citation {
  /** Words of the sentence, `to` exclusive. */
  from: number;
  to: number;
  book: LawBook;
  article: string;
  right?: Right;
  /** `1` and `d` of `Art. 18(1)(d)`. */
  parts: readonly string[];
}

const ARTICLE =
  /^(?:art|arts|article|articles|artikel|artikels|artikeln|artikle|artiklar|artigo|artigos|artt|articolo|articoli|articulo|articulos|articolul|articolului|articolele|artykul|artykulu|artykulem|clanek|clanku|clankem|clanku|clankem|cl|clanak|clanka|clanku|clankom|clankem|αρθρο|αρθρου|αρθρα|αρθρων|αρ)$/;
const SECTION =
  /^(?:§|section|sections|sec|secs|s|ss|paragraph|paragraf|paragrafen|paragrafu|seccion|sezione|principle|clause|rcw|ors|app)$/;
/** Parts of an article: what follows is no article. */
const PART =
  /^(?:abs|absatz|absatzes|nr|nummer|satz|lit|buchst|buchstabe|paragraphs?|par|para|paragraf\w*|odst|odstavec|odstavce|odstavci|pism|pismeno|pismene|lid|lett|lettera|comma|commi|apartado|apartados|letra|alinea|alineas|n|no|numero|numeros|stk|punkt\w*|pkt|ust|ustep\w*|stavak|stavka|stavku|st|tocka|tocke|tocki|alin|alineat\w*|let|lit|leden|onder|sub|sentence|point|points|subsection|inciso|incisos|inc|ustepu|moment|led|stycket|παρ|παραγραφ\w*|στοιχ\w*|εδ|bod\w*|veta|recenic\w*|tiret|subparagraph|paragrafo|paragrafos|paragrafi|item)$/u;
const NUMBER = /^\d+(?:[.-]\d+)*$/;
const ROMAN = /^(?:[ivx]{1,5})$/;
/** Citations reach no further than this for their paragraphs, and for the name of their law. */
const PARTS_REACH = 8;
const NAME_REACH = 16;

let compiled: readonly { book: LawBook; phrases: PhraseSet }[] | undefined;

/** The laws that a sentence names; a name within a longer one (`GDPR` in `UK GDPR`) is not meant. */
export function namedLaws(sentence: Sentence): NamedLaw[] {
  compiled ??= LAW_BOOKS.map((book) => ({ book, phrases: compilePhrases(book.names, {}) }));
  const all = compiled.flatMap(({ book, phrases }) => findPhrases(phrases, sentence).map((match) => ({ ...match, book })));
  const taken = new Set<number>();
  const longestFirst = all.toSorted((a, b) => b.said.size - a.said.size || a.from - b.from);
  return longestFirst.filter(({ said }) => {
    const free = ![...said].some((word) => taken.has(word));
    if (free) for (const word of said) taken.add(word);
    return free;
  });
}

interface Cited {
  from: number;
  to: number;
  article: string;
  parts: string[];
  /** `Art.`, rather than `§`: numbers of the GDPR, if no law is named. */
  asArticle: boolean;
}

const isNumber = (word: Word | undefined): word is Word => word !== undefined && NUMBER.test(word.text);

/** What follows the number of an article, as far as it belongs to it: `Abs. 3`, `(1)(h)`, `inciso VI e IX`. */
function partsAfter(words: readonly Word[], start: number): { parts: string[]; to: number } {
  const parts: string[] = [];
  let at = start;
  while (at < Math.min(words.length, start + PARTS_REACH)) {
    const [word, next] = [words[at]!, words[at + 1]];
    const isPart = word.bracketed ? word.text.length <= 4 : parts.length === 0 ? ROMAN.test(word.text) : false;
    if (isPart) parts.push(word.text);
    else if (PART.test(word.text) && next !== undefined && next.text.length <= 4) {
      parts.push(next.text);
      at += 1;
    } else if (parts.length > 0 && CONJUNCTION.test(word.text) && next !== undefined && !next.bracketed && isMorePart(words, at)) {
      parts.push(next.text);
      at += 1;
    } else break;
    at += 1;
  }
  return { parts, to: at };
}

/** `odst. 1 a 4`, `inciso II e VI`: another part; `15(1) and 17` is another article. */
function isMorePart(words: readonly Word[], and: number): boolean {
  const [before, next] = [words[and - 1]!, words[and + 1]!];
  return !before.bracketed && ((NUMBER.test(before.text) && NUMBER.test(next.text)) || (ROMAN.test(before.text) && ROMAN.test(next.text)));
}

/** The articles from a keyword on: `Art. 15`, `articles 15, 17 and 21`. */
function citedFrom(words: readonly Word[], keyword: number): Cited[] {
  const asArticle = ARTICLE.test(words[keyword]!.text);
  const cited: Cited[] = [];
  let at = keyword + 1;
  while (words[at]?.text === '§') at += 1;
  while (isNumber(words[at]) && !words[at]!.bracketed) {
    const { parts, to } = partsAfter(words, at + 1);
    cited.push({ from: cited.length === 0 ? keyword : at, to, article: words[at]!.text, parts, asArticle });
    at = to;
    if (words[at] !== undefined && CONJUNCTION.test(words[at]!.text) && isNumber(words[at + 1])) at += 1;
  }
  return cited;
}

function allCited(words: readonly Word[]): Cited[] {
  const cited: Cited[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const { text } = words[at]!;
    if (ARTICLE.test(text) || SECTION.test(text)) cited.push(...citedFrom(words, at));
    // California's numbers are known without a keyword.
    else if (/^1798[.-]\d{2,3}/.test(text) && !cited.some(({ to }) => to > at))
      cited.push({ from: at, to: at + 1, article: text, parts: [], asArticle: false });
  }
  return cited;
}

const CALIFORNIA = LAW_BOOKS.find(({ book }) => book === 'us-ca-ccpa')!;
const EUROPE = LAW_BOOKS[0]!;

/** The law named next after the citation, else next before, else that of the letter. */
function bookOf(cited: Cited, named: readonly NamedLaw[], ofLetter: LawBook | undefined): LawBook | undefined {
  if (cited.article.startsWith('1798.')) return CALIFORNIA;
  const near = named.filter(({ from, to }) => from - cited.to <= NAME_REACH && cited.from - to <= NAME_REACH);
  const after = near.filter(({ to }) => to > cited.to).toSorted((a, b) => a.from - b.from)[0];
  const before = near.filter(({ to }) => to <= cited.from).toSorted((a, b) => b.to - a.to)[0];
  return (after ?? before)?.book ?? ofLetter ?? (cited.asArticle ? EUROPE : undefined);
}

/** `15.3` is the third paragraph of Article 15 where the law has no number like that. */
function rightOf({ article, parts }: Cited, { articles }: LawBook): { article: string; right?: Right } {
  const [number = '', ...rest] = Object.hasOwn(articles, article) ? [article] : article.split('.');
  const given = Object.hasOwn(articles, number) ? articles[number] : undefined;
  if (given === undefined) return { article: number };
  if (typeof given === 'string') return { article: number, right: given };
  const part = [...rest, ...parts].find((one) => Object.hasOwn(given, one)) ?? '';
  return { article: number, ...(Object.hasOwn(given, part) && { right: given[part] }) };
}

/** What a sentence cites. `ofLetter` is the law that the letter names, for citations that name none. */
export function readCitations(sentence: Sentence, named: readonly NamedLaw[], ofLetter: LawBook | undefined): Citation[] {
  return allCited(sentence.words).flatMap((cited) => {
    const book = bookOf(cited, named, ofLetter);
    return book === undefined ? [] : [{ from: cited.from, to: cited.to, parts: cited.parts, book, ...rightOf(cited, book) }];
  });
}

/** The law that is named most often, of those the first. */
export function lawOfLetter(named: readonly NamedLaw[]): LawBook | undefined {
  const counts = new Map<LawBook, number>();
  for (const { book } of named) counts.set(book, (counts.get(book) ?? 0) + 1);
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0];
}
