/** What the command says around the dates, by language. */
import { spellingOf } from '../domain/spelling.ts';

interface CommandWords {
  strictest(law: string, date: string): string;
  toBeConfirmed: string;
  /** The right a law does not give, and what it gives instead. */
  notGranted(facts: { law: string; right: string; gives: readonly string[] }): string;
  /** `words` are the law's own. */
  noNumber(facts: { law: string; words: string | undefined; cite: string }): string;
  noDate(law: string): string;
}

const en: CommandWords = {
  strictest: (law, date) => `First: ${law}, ${date}.`,
  toBeConfirmed: 'to be confirmed',
  notGranted: ({ law, right, gives }) =>
    `${law} does not give this right (${right}).${gives.length === 0 ? '' : ` It gives: ${spellingOf('en').list(gives)}.`}`,
  noNumber: ({ law, words, cite }) =>
    `${law} gives no number of days${words === undefined ? '' : `, only the words "${words}"`} (${cite}).`,
  noDate: (law) => `${law} sets no date for this.`,
};

const de: CommandWords = {
  strictest: (law, date) => `Zuerst: ${law}, ${date}.`,
  toBeConfirmed: 'zu bestätigen',
  notGranted: ({ law, right, gives }) =>
    `${law} gibt dieses Recht nicht (${right}).${gives.length === 0 ? '' : ` Es gibt: ${spellingOf('de').list(gives)}.`}`,
  noNumber: ({ law, words, cite }) =>
    `${law} nennt keine Zahl von Tagen${words === undefined ? '' : `, nur die Worte „${words}“`} (${cite}).`,
  noDate: (law) => `${law} setzt hierfür keine Frist.`,
};

/** Languages of the command. */
export const COMMAND_LANGUAGES: Readonly<Record<string, CommandWords>> = { en, de };
