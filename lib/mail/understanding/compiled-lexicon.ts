/** Lexica, compiled when a letter in their language comes. */
import type { Right } from '../../domain/rights.ts';
import type { Lexicon, Phrases, Relation, Sign } from './lexicon.ts';
import { type PhraseSet, compilePhrases } from './phrases.ts';

export interface CompiledLexicon {
  language: string;
  ask: PhraseSet;
  demand: PhraseSet;
  self: PhraseSet | undefined;
  not: PhraseSet;
  only: PhraseSet;
  if: PhraseSet;
  but: PhraseSet;
  delete: PhraseSet;
  send: PhraseSet;
  keep: PhraseSet;
  harmless: PhraseSet;
  idle: PhraseSet;
  aside: PhraseSet;
  done: PhraseSet;
  reported: PhraseSet;
  pending: PhraseSet;
  names: readonly [Right, PhraseSet][];
  asks: readonly [Sign, PhraseSet][];
  onBehalf: readonly [Relation, PhraseSet][];
}

const compiled = new Map<Lexicon, CompiledLexicon>();

function compile(lexicon: Lexicon): CompiledLexicon {
  const { words } = lexicon;
  const phrases = (written: Phrases): PhraseSet => compilePhrases(written, words);
  const each = <Key extends string>(table: Partial<Record<Key, Phrases>>): [Key, PhraseSet][] =>
    (Object.entries(table) as [Key, Phrases][]).map(([key, written]) => [key, phrases(written)]);
  return {
    language: lexicon.language,
    ask: phrases(['@ask']),
    demand: phrases(['@demand']),
    self: words.self === undefined ? undefined : phrases(['@self']),
    not: phrases(['@not']),
    only: phrases(['@only']),
    if: phrases(['@if']),
    but: phrases(['@but']),
    delete: phrases(['@delete']),
    send: phrases(['@send']),
    keep: phrases(['@keep']),
    harmless: phrases(lexicon.harmless),
    idle: phrases(lexicon.idle),
    aside: phrases(lexicon.aside),
    done: phrases(lexicon.done),
    reported: phrases(lexicon.reported),
    pending: phrases(lexicon.pending),
    names: each(lexicon.names),
    asks: each(lexicon.asks),
    onBehalf: each(lexicon.onBehalf),
  };
}

/** The phrases of a lexicon, ready to be looked for. */
export function compiledLexicon(lexicon: Lexicon): CompiledLexicon {
  const known = compiled.get(lexicon);
  if (known !== undefined) return known;
  const made = compile(lexicon);
  compiled.set(lexicon, made);
  return made;
}
