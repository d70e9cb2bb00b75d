/** What the command prints: the dates with the count behind each, for people and for programs. */
import type { DateName } from '../domain/clock/clocks.ts';
import type { Deadline } from '../domain/clock/deadline.ts';
import { dateNameIn, explain, pausedShort, refusedExtensionInWords } from '../domain/explanation/explain.ts';
import type { Explanation } from '../domain/explanation/explanation-words.ts';
import { fullCite } from '../domain/law/law.ts';
import { clockFor, grants } from '../domain/law/laws.ts';
import { RIGHTS } from '../domain/rights.ts';
import { spellingOf } from '../domain/spelling.ts';
import { COMMAND_LANGUAGES } from './command-words.ts';
import type { DeadlineQuestion } from './deadline-question.ts';
import { type Answer, firstDate } from './deadlines.ts';

/** The question with its answers, and the language they are told in. */
export interface Report {
  question: DeadlineQuestion;
  answers: readonly Answer[];
  lang: string;
}

/** Columns of a terminal. */
const WIDTH = 100;
const INDENT = '      ';

/** Breaks a sentence into lines that fit below a date. */
function wrap(text: string): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && INDENT.length + last.length + 1 + word.length <= WIDTH) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.map((line) => INDENT + line);
}

function dateText({ dueOn, paused }: Deadline, lang: string): string {
  return paused === undefined ? spellingOf(lang).weekday(dueOn) : pausedShort(paused, lang);
}

/** What there is to say where a law gives no date; undefined where it gives one. */
function instead({ law, clocks }: Answer, { question: { subject, receivedOn }, lang }: Report): string | undefined {
  const words = COMMAND_LANGUAGES[lang]!;
  if (Object.keys(clocks.dates).length > 0) return undefined;
  const right = RIGHTS.find((known) => known === subject);
  if (right === undefined || right === 'complaint') return words.noDate(law.shortName);
  const gives = RIGHTS.filter((known) => known !== 'complaint' && known !== 'appeal' && grants(law, known, receivedOn));
  if (!grants(law, right, receivedOn)) return words.notGranted({ law: law.shortName, right, gives });
  const clock = clockFor(law, 'respond', { right, on: receivedOn });
  if (clock === undefined) return words.noDate(law.shortName);
  return words.noNumber({ law: law.shortName, words: clock.words, cite: fullCite(law, clock.cite) });
}

function refusedExtension({ law, clocks }: Answer, lang: string): string[] {
  return clocks.refusedExtension === undefined ? [] : [refusedExtensionInWords(clocks.refusedExtension, { law: law.shortName, lang })];
}

/** A law's dates, each with the steps that were not told above it already. */
function section(answer: Answer, report: Report): string[] {
  const { lang, question } = report;
  const { law, clocks } = answer;
  const nothing = instead(answer, report);
  const heading = ['', `${law.shortName} (${law.id}), ${question.subject}`];
  if (nothing !== undefined) return [...heading, ...wrap(nothing)];
  const dates = Object.entries(clocks.dates) as [DateName, Deadline][];
  const width = Math.max(...dates.map(([name]) => dateNameIn(name, lang).length));
  const told = new Set<string>();
  const lines = dates.flatMap(([name, date]) => {
    const mark = date.confirmed ? '' : `  [${COMMAND_LANGUAGES[lang]!.toBeConfirmed}]`;
    const news = explain(date, lang).filter(({ text }) => !told.has(text));
    for (const { text } of news) told.add(text);
    return [`  ${dateNameIn(name, lang).padEnd(width)}  ${dateText(date, lang)}${mark}`, ...news.flatMap(({ text }) => wrap(text))];
  });
  return [...heading, ...refusedExtension(answer, lang).flatMap(wrap), ...lines];
}

/** For people: the strictest law first, and named if there are several. */
export function reportLines(report: Report): string[] {
  const { answers, lang } = report;
  const [first] = answers;
  const date = first && firstDate(first);
  const named = answers.length > 1 && first !== undefined && date !== undefined;
  const headline = named ? [COMMAND_LANGUAGES[lang]!.strictest(first.law.shortName, dateText(date, lang))] : [];
  const lines = [...headline, ...answers.flatMap((answer) => section(answer, report))];
  return lines[0] === '' ? lines.slice(1) : lines;
}

type DateJson = Partial<Omit<Deadline, 'dueOn' | 'steps'>> & { name: string; dueOn: string | null; explanation: Explanation[] };

/** While the time stands still there is no end to tell. */
function dateJson(name: DateName, deadline: Deadline, lang: string): DateJson {
  const { dueOn, unrolledOn, graceOn, tooLateAt, rule, periods, basis, confirmed, paused } = deadline;
  const ends = { dueOn, unrolledOn, ...(graceOn === undefined ? {} : { graceOn }), tooLateAt };
  const when = paused === undefined ? ends : { dueOn: null, paused };
  return { name: dateNameIn(name, lang), ...when, rule, periods, basis, confirmed, explanation: explain(deadline, lang) };
}

/** For programs: everything, with `dueOn` null while the time stands still. */
export function reportJson(report: Report): Record<string, unknown> {
  const { question, answers, lang } = report;
  const { subject: right, zone, receivedAt, receivedOn } = question;
  const laws = answers.map((answer) => {
    const { law, clocks } = answer;
    const dates = Object.entries(clocks.dates) as [DateName, Deadline][];
    const note = [instead(answer, report), ...refusedExtension(answer, lang)].filter((text) => text !== undefined);
    return {
      law: law.id,
      name: law.name,
      extended: clocks.extended,
      dates: Object.fromEntries(dates.map(([name, date]) => [name, dateJson(name, date, lang)])),
      notes: note,
    };
  });
  const leading = answers.find((answer) => firstDate(answer)?.paused === undefined && firstDate(answer) !== undefined);
  return { right, receivedAt, receivedOn, zone, strictest: leading?.law.id ?? null, laws };
}
