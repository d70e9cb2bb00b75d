/** What staff are told by mail: which request waits, for what, and where to look; never who the person is. */
import type { TaskKind } from '../../../domain/request-events.ts';
import type { Right } from '../../../domain/rights.ts';
import type { Letter } from '../../letter.ts';
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

const CATALOGS: Readonly<Record<string, StaffLetters>> = { en: staffEn, de: staffDe };

/** The letters to staff in a language, else in English. */
export function staffLettersIn(lang: string): StaffLetters {
  return CATALOGS[lang] ?? staffEn;
}
