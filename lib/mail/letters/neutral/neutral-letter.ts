/** The one mail that answers letters at once: that they came, by when they are answered, and how to confirm them; the same for everybody. */
import { catalogFor, type InEveryLanguage } from '../../../domain/languages.ts';
import type { Right } from '../../../domain/rights.ts';
import { type Block, type Letter, link, paragraph } from '../../letter.ts';
import { de } from '../de/neutral.ts';
import { fr } from '../fr/neutral.ts';
import { es } from '../es/neutral.ts';
import { it } from '../it/neutral.ts';
import { nl } from '../nl/neutral.ts';
import { pt } from '../pt/neutral.ts';
import { pl } from '../pl/neutral.ts';
import { sv } from '../sv/neutral.ts';
import { en } from '../en/neutral.ts';
import type { NeutralWords } from './neutral-words.ts';

const CATALOGS: InEveryLanguage<NeutralWords> = { en, de, fr, es, it, nl, pt, pl, sv };

/** A letter that came. Dates are ISO. */
export interface ArrivedLetter {
  reference: string;
  receivedOn: string;
  /** Empty until somebody has read it. */
  rights: readonly Right[];
  dueOn: string;
  statusUrl: string;
  /** Absent where nobody may be asked who they are. */
  confirmUrl?: string | undefined;
}

export interface NeutralFacts {
  company: string;
  signature: string[];
  /** All that came from the address since it was written to last, the oldest first. */
  letters: readonly ArrivedLetter[];
}

function blocksOf(words: NeutralWords, { letters, company }: NeutralFacts, letter: ArrivedLetter): Block[] {
  const { reference, receivedOn: on, rights, dueOn, statusUrl, confirmUrl } = letter;
  return [
    ...(letters.length > 1 ? [{ kind: 'heading' as const, text: reference }] : []),
    paragraph(rights.length === 0 ? words.unread({ on, company, dueOn }) : words.asks({ on, company, dueOn, rights })),
    ...(confirmUrl === undefined ? [] : [paragraph(words.confirm), link(words.confirmLink, confirmUrl)]),
    link(words.statusLink, statusUrl),
  ];
}

/** The letter in a language. */
export function neutralLetter(lang: string, facts: NeutralFacts): Letter {
  const words = catalogFor(CATALOGS, lang);
  const references = facts.letters.map(({ reference }) => reference);
  return {
    subject: words.subject(
      references,
      facts.letters.some(({ confirmUrl }) => confirmUrl !== undefined),
    ),
    signature: facts.signature,
    blocks: [
      { kind: 'paragraph', ...words.arrived(facts.letters.length) },
      ...facts.letters.flatMap((letter) => blocksOf(words, facts, letter)),
      paragraph(words.notYou),
      { kind: 'paragraph', ...words.neutral },
      { kind: 'paragraph', ...words.reference(references) },
    ],
  };
}
