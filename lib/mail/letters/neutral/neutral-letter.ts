/** The one mail that answers letters at once: that they came, by when they are answered, and how to confirm them; the same for everybody. */
import type { InEveryLanguage } from '../../../domain/languages.ts';
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
import { heading, type Speech, spokenIn, withReach } from '../voice.ts';
import type { NeutralWords } from './neutral-words.ts';

const CATALOGS: InEveryLanguage<NeutralWords> = { en, de, fr, es, it, nl, pt, pl, sv };

const speechIn = spokenIn(CATALOGS, (words: NeutralWords, voice): Speech<NeutralWords> => ({ words, voice }));

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

function blocksOf({ words, voice }: Speech<NeutralWords>, { letters, company }: NeutralFacts, letter: ArrivedLetter): Block[] {
  const { reference, rights, statusUrl, confirmUrl } = letter;
  const arrived = { on: voice.day(letter.receivedOn), company, dueOn: voice.day(letter.dueOn) };
  return [
    ...(letters.length > 1 ? [heading(reference)] : []),
    paragraph(rights.length === 0 ? words.unread(arrived) : words.asks({ ...arrived, wishes: voice.wishes(rights) })),
    ...(confirmUrl === undefined ? [] : [paragraph(words.confirm), link(words.confirmLink, confirmUrl)]),
    link(words.statusLink, statusUrl),
  ];
}

/** The letter in a language. */
export function neutralLetter(lang: string, facts: NeutralFacts): Letter {
  const speech = speechIn(lang);
  const { words, voice } = speech;
  const { letters, signature } = facts;
  const number = letters.length === 1 ? 'one' : 'more';
  const references = voice.list(letters.map(({ reference }) => reference));
  const subject = letters.some(({ confirmUrl }) => confirmUrl !== undefined) ? words.confirmSubject : words.subject;
  return {
    subject: `${subject[number]}${voice.colon}${references}`,
    signature,
    blocks: [
      paragraph(words.arrived[number]),
      ...letters.flatMap((letter) => blocksOf(speech, facts, letter)),
      paragraph(words.notYou),
      paragraph(words.neutral),
      withReach(voice, words.references[number](references)),
    ],
  };
}
