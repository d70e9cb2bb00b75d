/** What a sentence says: what it asks, and what it only mentions, denies or makes a condition. */
import type { CompiledLexicon } from './compiled-lexicon.ts';
import { CONJUNCTION, HASTE, THAT } from './conjunctions.ts';
import type { Sign } from './lexicon.ts';
import { type Match, type PhraseSet, findPhrases } from './phrases.ts';
import type { Citation } from './read-citations.ts';
import type { Sentence, Word } from './read-sentences.ts';

/** How it was said: a phrase that asks, the name of a right in a wish, an article in a wish; or only a verb, of which it is not told what it is to be done to. */
export type Way = 'words' | 'name' | 'article' | 'verb';

export interface Finding {
  sign: Sign;
  way: Way;
  rule: string;
  sentence: Sentence;
  /** Words of the sentence, `to` exclusive. */
  from: number;
  to: number;
  /** Why it asks nothing. */
  void?: 'negated' | 'condition' | 'aside' | 'reported' | 'done' | 'idle' | 'no-wish' | 'enumerated';
  /** The sentence has a condition somewhere, or an aside: enough to make a threat of a complaint. */
  conditional: boolean;
  /** It says to hand something out, not only what there is. */
  hands: boolean;
  /** Nothing in its sentence says that it is wanted: no verb to hand it out, no word of wishing. */
  bare: boolean;
  /** `I request` stands right before it. */
  demanded: boolean;
  /** `d` of `Art. 18(1)(d)`. */
  part?: string;
}

/** Words before a sign in which a `not` still belongs to it, and words after. */
const NOT_BEFORE = 5;
const NOT_AFTER = 3;
/** A condition that opens a sentence ends at the comma; a heading is no longer than this. */
const OPENING = 2;
const HEADING = 14;
/** What newsletters speak of in every issue. */
const IDLE: ReadonlySet<Sign> = new Set(['objection', 'opt-out', 'opt-out-of-sale', 'withdraw-consent']);

interface Context {
  sentence: Sentence;
  /** A word of wishing, and a wish of the sender's. */
  ask: boolean;
  wish: boolean;
  reported: boolean;
  done: boolean;
  idle: boolean;
  conditional: boolean;
  /** Words inside a condition. */
  inCondition: ReadonlySet<number>;
  nots: readonly number[];
  breaks: ReadonlySet<number>;
  /** From this word on, nothing is asked. */
  asideFrom: number;
  /** Words that say to hand out. */
  hands: readonly number[];
  /** Ends of demanding verbs. */
  demands: readonly number[];
}

const startsOf = (phrases: PhraseSet, sentence: Sentence): number[] => findPhrases(phrases, sentence).map(({ from }) => from);

function conditionWords({ words }: Sentence, starts: readonly number[], ends: ReadonlySet<number>): Set<number> {
  const inside = new Set<number>();
  for (const start of starts) {
    const opening = start <= OPENING || (words[start - 1]?.clause !== words[start]?.clause && start < words.length / 2);
    for (let at = start; at < words.length && !inside.has(at); at += 1) {
      if (at > start + 1 && ends.has(at)) break;
      if (opening && words[at]!.clause !== words[start]!.clause) break;
      inside.add(at);
    }
  }
  return inside;
}

/** Somebody wishes something: `I request`; `we handle requests` has the word, but not who. */
function wishes(sentence: Sentence, { ask, self }: CompiledLexicon): boolean {
  const says = (phrases: PhraseSet): boolean => findPhrases(phrases, sentence).length > 0;
  return says(ask) && (self === undefined || says(self));
}

function contextOf(sentence: Sentence, lexicon: CompiledLexicon, signs: readonly Match[]): Context {
  const excused = new Set<number>();
  for (const { from, to } of findPhrases(lexicon.harmless, sentence)) for (let at = from; at < to; at += 1) excused.add(at);
  for (const { said } of signs) for (const at of said) excused.add(at);
  const meant = (starts: number[]): number[] => starts.filter((at) => !excused.has(at));
  const ask = startsOf(lexicon.ask, sentence);
  const breaks = new Set(startsOf(lexicon.but, sentence));
  const conditions = meant(startsOf(lexicon.if, sentence));
  const asides = findPhrases(lexicon.aside, sentence).map(({ to }) => to);
  const keeps = new Set(startsOf(lexicon.keep, sentence));
  const { intro } = sentence;
  return {
    sentence,
    ask: ask.length > 0,
    wish: wishes(sentence, lexicon) || (intro !== undefined && wishes(intro, lexicon)),
    reported: findPhrases(lexicon.reported, sentence).length > 0,
    done: findPhrases(lexicon.done, sentence).length > 0,
    idle: findPhrases(lexicon.idle, sentence).length > 0,
    conditional: conditions.length > 0 || asides.length > 0,
    inCondition: conditionWords(sentence, conditions, new Set([...ask, ...breaks])),
    nots: meant(startsOf(lexicon.not, sentence)),
    breaks,
    hands: startsOf(lexicon.send, sentence).filter((at) => !keeps.has(at)),
    demands: findPhrases(lexicon.demand, sentence).map(({ to }) => to),
    asideFrom: asides.reduce((least, at) => Math.min(least, at), Infinity),
  };
}

/** `I do not want, that my account is deleted`: a comma before `that` ends no thought. */
function isThat(words: readonly Word[], at: number): boolean {
  const first = words.findIndex(({ clause }) => clause === words[at]!.clause);
  return THAT.test(words[first]!.text);
}

function isNegated({ from, to }: { from: number; to: number }, { nots, breaks, sentence: { words } }: Context): boolean {
  const sameClause = (at: number, other: number): boolean => words[at]!.clause === words[other]!.clause;
  return nots.some((not) => {
    if (not >= to) return not < to + NOT_AFTER && sameClause(not, to - 1);
    if (not >= from) return true;
    if (not < from - NOT_BEFORE || !(sameClause(not, from) || isThat(words, from))) return false;
    for (let at = not + 1; at < from; at += 1) if (breaks.has(at)) return false;
    return true;
  });
}

function voidOf(span: { from: number; to: number }, sign: Sign, context: Context): Finding['void'] {
  // A chaser tells what was asked and not answered: that is its point.
  const asksAnew = sign !== 'follow-up' && sign !== 'complaint' && sign !== 'appeal';
  if (context.reported && asksAnew) return 'reported';
  if (context.done && asksAnew) return 'done';
  if (context.idle && IDLE.has(sign)) return 'idle';
  if (context.inCondition.has(span.from)) return 'condition';
  if (span.from >= context.asideFrom) return 'aside';
  return sign !== 'follow-up' && isNegated(span, context) ? 'negated' : undefined;
}

/** A short line that names a right and its article is a heading: `Auskunft nach Art. 15 DSGVO`. */
const isHeading = (sentence: Sentence, sign: Sign, others: readonly { sign?: Sign }[]): boolean =>
  sentence.words.length <= HEADING && others.some((other) => other.sign === sign);

interface Raw {
  sign: Sign;
  way: Way;
  rule: string;
  match: { from: number; to: number };
  part?: string;
}

function rawFindings(sentence: Sentence, lexicon: CompiledLexicon, citations: readonly Citation[]): { raw: Raw[]; signs: Match[] } {
  const { language } = lexicon;
  const signs: Match[] = [];
  const raw: Raw[] = [];
  for (const [sign, phrases] of lexicon.asks)
    for (const match of findPhrases(phrases, sentence)) {
      signs.push(match);
      raw.push({ sign, way: 'words', rule: `words:${language}:${sign}`, match });
    }
  for (const [sign, phrases] of lexicon.names)
    for (const match of findPhrases(phrases, sentence)) raw.push({ sign, way: 'name', rule: `name:${language}:${sign}`, match });
  for (const { right, book, article, from, to, parts } of citations)
    if (right !== undefined)
      raw.push({ sign: right, way: 'article', rule: `article:${book.book}:${article}`, match: { from, to }, part: parts.at(-1) ?? '' });
  const said = wordsOf(raw);
  for (const match of findPhrases(lexicon.delete, sentence))
    if (![...match.said].some((at) => said.has(at))) raw.push({ sign: 'erasure', way: 'verb', rule: `verb:${language}:erasure`, match });
  return { raw, signs };
}

function wordsOf(raw: readonly Raw[]): Set<number> {
  const words = new Set<number>();
  for (const { match } of raw) for (let at = match.from; at < match.to; at += 1) words.add(at);
  return words;
}

/** Articles and prepositions have no more letters; and from a verb to what it demands there are no more words. */
const SMALL = 3;
const DEMAND_REACH = 12;

/** `I request the erasure`, but not `I request a confirmation of the erasure`; `said` are the words of all findings. */
function isDemanded(from: number, { demands, sentence: { words } }: Context, said: ReadonlySet<number>): boolean {
  const passes = (at: number): boolean => {
    const { text } = words[at]!;
    return text.length <= SMALL || said.has(at) || CONJUNCTION.test(text) || HASTE.test(text);
  };
  return demands.some((end) => {
    if (end > from || from - end > DEMAND_REACH) return false;
    for (let at = end; at < from; at += 1) if (!passes(at)) return false;
    return true;
  });
}

/** Whoever lists the rights there are wants to be told of them: Art. 15(1)(e) GDPR. */
const isEnumeration = (raw: readonly Raw[]): boolean => {
  const named = new Set(raw.filter(({ way }) => way === 'name').map(({ sign }) => sign));
  return named.has('rectification') && named.has('erasure') && (named.has('restriction') || named.has('objection'));
};

/** What a sentence says in the words of a lexicon and by the articles it cites, void or not. */
export function sentenceFindings(sentence: Sentence, lexicon: CompiledLexicon, citations: readonly Citation[]): Finding[] {
  const { raw, signs } = rawFindings(sentence, lexicon, citations);
  if (raw.length === 0) return [];
  const context = contextOf(sentence, lexicon, signs);
  const enumerated = isEnumeration(raw);
  const said = wordsOf(raw);
  // `No answer to my request for erasure` names the earlier one.
  const chases = raw.some(({ sign }) => sign === 'follow-up');
  const voidOfName = chases ? 'reported' : enumerated ? 'enumerated' : undefined;
  const others = (way: Way): Raw[] => raw.filter((other) => other.way !== way);
  return raw.map(({ sign, way, rule, match: { from, to }, part }) => {
    const demanded = way === 'name' && isDemanded(from, context, said);
    const wished = demanded || way === 'words' || context.wish || (way === 'article' && context.ask);
    const asks = wished || isHeading(sentence, sign, others(way));
    const reason = voidOf({ from, to }, sign, context) ?? (way === 'name' ? voidOfName : undefined) ?? (asks ? undefined : 'no-wish');
    const hands = context.hands.some((at) => at >= from && at < to);
    const bare = !hands && !context.ask;
    const { conditional } = context;
    return {
      sign,
      way,
      rule,
      sentence,
      from,
      to,
      conditional,
      hands,
      demanded,
      bare,
      ...(part !== undefined && { part }),
      ...(reason !== undefined && { void: reason }),
    };
  });
}

/** True if the sentence tells of an earlier request. */
export function isReported(sentence: Sentence, lexicon: CompiledLexicon): boolean {
  return findPhrases(lexicon.reported, sentence).length > 0;
}
