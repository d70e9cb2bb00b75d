/** The count behind a due date in words, one sentence per step. */
import { html } from 'hono/html';
import type { Deadline, DeadlineStep } from '../../domain/deadline.ts';
import { dateInWords, listInWords, weekdayInWords } from '../ui/dates.ts';
import { disclosure } from '../ui/banner.ts';
import type { Markup } from '../ui/markup.ts';
import type { Desk } from './desk.ts';
import { instant, rightsInWords } from './labels.ts';

/** Days off with what makes them so: "Saturday 21 November 2026 and 25 December 2026 (Christmas Day)". */
function daysOff({ lang }: Desk, days: readonly { on: string; name?: string | undefined }[]): string {
  return listInWords(
    lang,
    days.map(({ on, name }) => (name === undefined ? weekdayInWords(lang, on) : `${dateInWords(lang, on)} (${name})`)),
  );
}

/** One step as a sentence, with the article where the law says so. */
function stepSentence(desk: Desk, step: DeadlineStep): string {
  const { deadline } = desk.words;
  const date = (on: string): string => dateInWords(desk.lang, on);
  switch (step.code) {
    case 'received':
      return deadline.received(instant(desk, step.at));
    case 'first-day-excluded':
      return deadline.firstDay(step.cite);
    case 'period-added':
      return deadline.added(deadline.periods[step.unit](step.amount), date(step.to), step.cite);
    case 'month-too-short':
      return deadline.shortMonth(step.day, date(step.on), step.cite);
    case 'days-skipped':
      return deadline.skipped(daysOff(desk, step.days), step.cite);
    case 'moved-to-working-day':
      return deadline.moved(date(step.to), daysOff(desk, step.because), step.cite);
    case 'not-moved':
      return deadline.notMoved(date(step.on), date(step.graceOn), step.cite);
    case 'holidays-unknown':
      return deadline.holidaysUnknown(step.calendar);
    case 'earliest-of':
      return deadline.earliest(rightsInWords(desk, [step.right]));
    case 'to-be-confirmed':
      return deadline.unconfirmed(step.cite);
    case 'ends':
      return deadline.ends(instant(desk, step.tooLateAt));
  }
}

/** All steps, for those who want to know. */
export function dueSteps(desk: Desk, { steps }: Deadline): Markup {
  const items = steps.map((step) => html`<li>${stepSentence(desk, step)}</li>`);
  return disclosure(desk.words.deadline.title, html`<ol>${items}</ol>`);
}
