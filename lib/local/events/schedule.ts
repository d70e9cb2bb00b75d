/** Schedule expressions: `rate(...)` and `cron(...)`, in UTC, as EventBridge rules know them. */
import { TemplateError } from '../intrinsics.ts';

/** The first instant strictly after `after` (ms since the epoch); undefined when there is none before 2200. */
export type NextRun = (after: number) => number | undefined;

const MINUTE = 60_000;
const unitMs: Record<string, number> = { minute: MINUTE, hour: 60 * MINUTE, day: 24 * 60 * MINUTE };

/** Reads an expression. `at` names the rule in errors. */
export function schedule(expression: string, at: string): NextRun {
  const rate = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(expression);
  if (rate) {
    const period = Number(rate[1]) * unitMs[rate[2]!]!;
    if (period === 0) throw new TemplateError(`${at}: ${expression} has no period`);
    return (after) => after + period;
  }
  const cron = /^cron\((.+)\)$/.exec(expression);
  const fields = cron?.[1]!.split(/\s+/) ?? [];
  if (fields.length !== 6) throw new TemplateError(`${at}: ${expression} is no schedule expression`);
  return cronSchedule(fields as CronFields, `${at}: ${expression}`);
}

type CronFields = [minute: string, hour: string, dayOfMonth: string, month: string, dayOfWeek: string, year: string];

const LAST_YEAR = 2199;
const months = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const weekdays = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];

function cronSchedule([minute, hour, dayOfMonth, month, dayOfWeek, year]: CronFields, at: string): NextRun {
  if ((dayOfMonth === '?') === (dayOfWeek === '?')) throw new TemplateError(`${at}: exactly one of the day fields must be ?`);
  const minutes = values(minute, { min: 0, max: 59, at });
  const hours = values(hour, { min: 0, max: 23, at });
  const monthSet = new Set(values(month, { min: 1, max: 12, names: months, base: 1, at }));
  const years = new Set(values(year, { min: 1970, max: LAST_YEAR, at }));
  const isDay = dayOfWeek === '?' ? dayOfMonthTest(dayOfMonth, at) : dayOfWeekTest(dayOfWeek, at);
  const runsOn = (day: Date) => years.has(day.getUTCFullYear()) && monthSet.has(day.getUTCMonth() + 1) && isDay(day);

  return (after) => {
    const from = after - (after % MINUTE) + MINUTE;
    for (let day = startOfDay(from); new Date(day).getUTCFullYear() <= LAST_YEAR; day += unitMs['day']!) {
      if (!runsOn(new Date(day))) continue;
      for (const h of hours) {
        const run = minutes.map((m) => day + (h * 60 + m) * MINUTE).find((instant) => instant >= from);
        if (run !== undefined) return run;
      }
    }
    return undefined;
  };
}

function startOfDay(instant: number): number {
  return instant - (instant % unitMs['day']!);
}

type DayTest = (day: Date) => boolean;

function dayOfMonthTest(field: string, at: string): DayTest {
  if (field === 'L') return (day) => day.getUTCDate() === lastDay(day);
  const days = new Set(values(field, { min: 1, max: 31, at }));
  return (day) => days.has(day.getUTCDate());
}

/** `6L` is the last Friday, `2#1` the first Monday; 1 is Sunday. */
function dayOfWeekTest(field: string, at: string): DayTest {
  const special = /^(\w+?)(?:(L)|#([1-5]))$/.exec(field);
  if (special) {
    const [weekday] = values(special[1]!, { min: 1, max: 7, names: weekdays, base: 1, at });
    const isWeek: DayTest = special[2]
      ? (day) => day.getUTCDate() > lastDay(day) - 7
      : (day) => Math.ceil(day.getUTCDate() / 7) === Number(special[3]);
    return (day) => day.getUTCDay() + 1 === weekday && isWeek(day);
  }
  const days = new Set(values(field, { min: 1, max: 7, names: weekdays, base: 1, at }));
  return (day) => days.has(day.getUTCDay() + 1);
}

function lastDay(day: Date): number {
  return new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1, 0)).getUTCDate();
}

interface Range {
  min: number;
  max: number;
  /** Names of consecutive values from `base` on. */
  names?: string[];
  base?: number;
  at: string;
}

/** The numbers a field stands for, ascending: lists, ranges, steps, names, `*`. */
function values(field: string, range: Range): number[] {
  return [...new Set(field.split(',').flatMap((part) => partValues(part, range)))].toSorted((a, b) => a - b);
}

function partValues(part: string, range: Range): number[] {
  const [, span, step] = /^([^/]+)(?:\/(\d+))?$/.exec(part) ?? [];
  if (span === undefined || step === '0') throw new TemplateError(`${range.at}: ${part} is not understood`);
  const [first, last] = spanOf(span, { ...range, open: step !== undefined });
  if (first > last) throw new TemplateError(`${range.at}: ${part} runs backwards`);
  const all = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  return all.filter((value) => (value - first) % Number(step ?? 1) === 0);
}

/** `5/10` means from 5 on, so a single value with a step is open-ended. */
function spanOf(span: string, { open, ...range }: Range & { open: boolean }): [number, number] {
  if (span === '*') return [range.min, range.max];
  const [from, to] = span.split('-');
  const first = valueOf(from!, range);
  if (to !== undefined) return [first, valueOf(to, range)];
  return [first, open ? range.max : first];
}

function valueOf(text: string, { min, max, names = [], base = 0, at }: Range): number {
  const named = names.indexOf(text.toUpperCase());
  const value = named >= 0 ? named + base : /^\d+$/.test(text) ? Number(text) : NaN;
  if (!(value >= min && value <= max)) throw new TemplateError(`${at}: ${text} is not understood`);
  return value;
}
