/** How well letters are understood: counted by language. */
import { codesOf } from '../../../bin/commands/classify.ts';
import { understand } from '../../../lib/mail/understanding/understand.ts';

export interface Judged {
  lang: string;
  labels: readonly string[];
  text: string;
}

export interface Figures {
  letters: number;
  /** Exactly the labels, and nobody has to look. */
  exact: number;
  /** Handed to a person, of those that ask for something. */
  handed: number;
  /** Neither exactly right nor handed to a person. */
  wrong: number;
  /** Deletion found where none was meant. */
  deletions: number;
}

const NONE: Figures = { letters: 0, exact: 0, handed: 0, wrong: 0, deletions: 0 };

function judge({ text, labels }: Judged): Figures {
  const understood = understand(text);
  const codes = codesOf(understood).toSorted();
  const same = codes.join(' ') === labels.toSorted().join(' ');
  const asks = labels.length > 0;
  return {
    letters: 1,
    exact: Number(same && understood.needsPerson !== asks),
    handed: Number(understood.needsPerson && asks),
    wrong: Number(!same && !understood.needsPerson),
    deletions: Number(codes.includes('erasure') && !labels.includes('erasure')),
  };
}

const sum = (a: Figures, b: Figures): Figures => ({
  letters: a.letters + b.letters,
  exact: a.exact + b.exact,
  handed: a.handed + b.handed,
  wrong: a.wrong + b.wrong,
  deletions: a.deletions + b.deletions,
});

/** The figures of all letters. */
export const figuresOf = (letters: readonly Judged[]): Figures => letters.map(judge).reduce(sum, NONE);

/** The figures of each language. */
export function figuresByLanguage(letters: readonly Judged[]): ReadonlyMap<string, Figures> {
  const langs = [...new Set(letters.map(({ lang }) => lang))];
  return new Map(langs.map((lang) => [lang, figuresOf(letters.filter((letter) => letter.lang === lang))]));
}
