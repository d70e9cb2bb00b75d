/** What a language needs for its letters to be understood: words and turns of phrase, no code. */
import type { Right } from '../../domain/rights.ts';

/** What a turn of phrase can ask for. */
export type Sign = Right | 'follow-up';

/** Who writes for another. */
export type Relation = 'agent' | 'guardian' | 'heir';

/** What senders tell about themselves, as labels call it. */
export type Identifier = 'name' | 'email' | 'username' | 'customer-number' | 'phone' | 'address';

/**
 * Turns of phrase, written as people write them; case and accents do not matter. In a phrase
 * - `a|b` is a or b, `delet*` any word that begins so, `a_b` two words where one is expected,
 * - `@my` the words that the lexicon keeps under `words.my`,
 * - `..` up to four words between, `...` up to ten,
 * - `a & b` both in any order, up to twelve words between.
 */
export type Phrases = readonly string[];

export interface Lexicon {
  /** BCP 47, without region. */
  language: string;
  /** Very frequent words, by which the language is recognised, and letters that few others have. */
  frequent: string;
  letters?: string;
  /** Classes of words for phrases. Every lexicon has those named here. */
  words: Readonly<
    Record<string, string> & {
      /** Words that make a sentence a wish: `please`, `request`, `want`. */
      ask: string;
      /** Who wishes, where a language says so apart from the verb: without it, a wish is somebody else's. */
      self?: string;
      /** Verbs with which a sender demands, as `I request` does; the noun `request` may name an earlier one. */
      demand: string;
      not: string;
      /** With one of these a deletion may be what is not wanted: `I only want to see it`. */
      only: string;
      /** Begins a condition or an indirect question, which asks nothing: `if`, `whether`. */
      if: string;
      /** Words after which a new thought begins: a `not` before them does not reach beyond. */
      but: string;
      /** To delete. */
      delete: string;
      /** To hand out, and to hold: whoever names what is held does not yet ask for it. */
      send: string;
      keep: string;
    }
  >;
  /** Phrases in which `if` or `not` mean nothing: `I would be grateful if`, `not only`. */
  harmless: Phrases;
  /** What newsletters and the polite say (`click here`, `do not hesitate`): their sentence objects to nothing. */
  idle: Phrases;
  /** What follows in the sentence is only mentioned: `I reserve the right to`, `the existence of`. */
  aside: Phrases;
  /** The sentence tells what the company did or refused, which asks nothing by itself: `you have deleted my account`. */
  done: Phrases;
  /** The sentence tells of an earlier request. */
  reported: Phrases;
  /** Until an objection is decided: such a restriction only accompanies it. */
  pending: Phrases;
  /** Names of the rights; they ask only in a sentence with a wish. */
  names: Readonly<Partial<Record<Right, Phrases>>>;
  /** Phrases that ask by themselves. */
  asks: Readonly<Partial<Record<Sign, Phrases>>>;
  onBehalf: Readonly<Record<Relation, Phrases>>;
  labels: Readonly<Record<Identifier, string>>;
}
