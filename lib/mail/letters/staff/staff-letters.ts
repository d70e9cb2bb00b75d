/** What staff are told by mail: which request waits, for what, and where to look; never who the person is. */
import type { TaskKind } from '../../../domain/request-events.ts';
import type { Right } from '../../../domain/rights.ts';
import { type Spelling, spellingOf } from '../../../domain/spelling.ts';
import { type Block, type Letter, link, list, paragraph } from '../../letter.ts';
import { staffDe } from './staff-de.ts';
import { staffEn } from './staff-en.ts';

/** What all of them know. Dates are ISO; letters spell them out. */
export interface StaffFacts {
  company: string;
  reference: string;
  /** What has not been answered. */
  rights: Right[];
  dueOn: string;
  /** The article the date rests on. */
  basis: string;
  /** What the request waits for, by kind of task; empty while the systems are at work. */
  waitsFor: TaskKind[];
  /** The request's page in the console. */
  consoleUrl: string;
}

export interface StaffLetters {
  /** So many days before the date. */
  due(facts: StaffFacts & { daysLeft: number }): Letter;
  /** The company's own target has come. */
  target(facts: StaffFacts): Letter;
  overdue(facts: StaffFacts): Letter;
  /** The person was asked something, reminded, and does not answer. */
  unanswered(facts: StaffFacts & { askedOn: string }): Letter;
}

/** What every letter to staff knows, ready to be inserted. */
interface StaffTold {
  reference: string;
  /** The rights, as a list in words. */
  what: string;
  dueOn: string;
  basis: string;
}

/** The subject of a letter and its first sentences. */
interface Opening<More = unknown> {
  subject(told: StaffTold & More): string;
  says(told: StaffTold & More): string;
}

/** What they say, as a type: a language that lacks a sentence does not compile. */
export interface StaffWords {
  right: Record<Right, string>;
  waitsFor: Record<TaskKind, string>;
  /** "today", "in 3 days" */
  inDays(days: number): string;
  noTask: string;
  /** Before what the request waits for. */
  because: string;
  link: string;
  /** That the letter does not say whose request it is. */
  whoseNot: string;
  due: Opening<{ inDays: string }>;
  target: Opening;
  overdue: Opening;
  unanswered: Opening<{ askedOn: string }>;
}

/** What it waits for, and where to look. */
const why = (words: StaffWords, { waitsFor, consoleUrl }: StaffFacts): Block[] => [
  ...(waitsFor.length === 0 ? [paragraph(words.noTask)] : [paragraph(words.because), list(waitsFor.map((kind) => words.waitsFor[kind]))]),
  link(words.link, consoleUrl),
  paragraph(words.whoseNot),
];

function staffLetters(words: StaffWords, { date, list: listed }: Spelling): StaffLetters {
  const letter = <More>(facts: StaffFacts, { subject, says }: Opening<More>, more: More): Letter => {
    const { company, reference, rights, dueOn, basis } = facts;
    const told = { reference, what: listed(rights.map((right) => words.right[right])), dueOn: date(dueOn), basis, ...more };
    return { subject: subject(told), signature: [company], blocks: [paragraph(says(told)), ...why(words, facts)] };
  };
  return {
    due: (facts) => letter(facts, words.due, { inDays: words.inDays(facts.daysLeft) }),
    target: (facts) => letter(facts, words.target, {}),
    overdue: (facts) => letter(facts, words.overdue, {}),
    unanswered: (facts) => letter(facts, words.unanswered, { askedOn: date(facts.askedOn) }),
  };
}

const CATALOGS: Readonly<Record<string, StaffLetters>> = {
  en: staffLetters(staffEn, spellingOf('en')),
  de: staffLetters(staffDe, spellingOf('de')),
};

/** The letters to staff in a language, else in English. */
export function staffLettersIn(lang: string): StaffLetters {
  return CATALOGS[lang] ?? CATALOGS.en!;
}
