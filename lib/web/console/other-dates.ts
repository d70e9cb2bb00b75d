/** Every date of a request besides the one that leads: the other duties of its clock, and what other laws and rights demand. */
import { html } from 'hono/html';
import type { DateName } from '../../domain/clock/clocks.ts';
import type { Deadline } from '../../domain/clock/deadline.ts';
import type { RightDate } from '../../domain/clock/request-clock.ts';
import { dateNameIn, pausedShort, refusedExtensionInWords } from '../../domain/explanation/explain.ts';
import { isUnsorted, type Request } from '../../domain/request.ts';
import type { Right } from '../../domain/rights.ts';
import { dateInWords, weekdayInWords } from '../ui/dates.ts';
import { when, type Content, type Markup } from '../ui/markup.ts';
import { summaryList, type SummaryRow } from '../ui/summary-list.ts';
import type { Desk } from './desk.ts';
import { unconfirmed } from './due-row.ts';
import { dueSteps } from './due-steps.ts';
import { lawInWords, rightsInWords } from './labels.ts';

function dateRow(desk: Desk, term: string, deadline: Deadline): SummaryRow {
  const { lang, words } = desk;
  const { paused, graceOn, dueOn } = deadline;
  const shown = paused === undefined ? weekdayInWords(lang, dueOn) : pausedShort(paused, lang);
  const grace = when(graceOn !== undefined && graceOn !== dueOn && paused === undefined, () =>
    words.deadline.grace(dateInWords(lang, graceOn!)),
  );
  return { term, detail: html`${shown} ${unconfirmed(desk, deadline)} <span class="soft">${grace}</span>${dueSteps(desk, deadline)}` };
}

/** Dates of one law, with the rights for which they are the same. */
interface Group {
  one: RightDate;
  rights: Right[];
}

/** Rights whose dates under a law are all the same are shown once. */
function grouped(all: readonly RightDate[]): Group[] {
  const groups = new Map<string, Group>();
  for (const one of all) {
    const dates = Object.entries(one.clocks.dates).map(([name, { dueOn, basis }]) => [name, dueOn, basis]);
    const key = JSON.stringify([one.law, one.deadline.dueOn, dates]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { one, rights: [one.right] });
    else group.rights.push(one.right);
  }
  return [...groups.values()];
}

/** Every date but the one that leads, which is above. Where the law gives no number there is only the date the company promises. */
function rowsOf(desk: Desk, { clocks, deadline }: RightDate, leading: RightDate): SummaryRow[] {
  const dates = Object.entries(clocks.dates);
  if (dates.length === 0) return deadline === leading.deadline ? [] : [dateRow(desk, dateNameIn('respond', desk.lang), deadline)];
  return dates
    .filter(([, date]) => date !== leading.deadline)
    .map(([name, date]) => dateRow(desk, dateNameIn(name as DateName, desk.lang), date));
}

function refused(desk: Desk, { clocks, law }: RightDate): Content {
  const refusal = clocks.refusedExtension;
  return when(refusal, (known) => html`<p>${refusedExtensionInWords(known, { law: lawInWords(law), lang: desk.lang })}</p>`);
}

/** The leading law and right first, then the others as their dates come; undefined if the leading date is the only one. */
export function otherDates(desk: Desk, request: Request): Markup | undefined {
  const { deadline: words } = desk.words;
  const { clock } = request;
  const groups = grouped([clock.leading, ...clock.others]);
  // Of a letter that nobody has read all rights are counted: where they agree, the law says enough.
  const isWhole = ({ law }: RightDate): boolean => isUnsorted(request) && groups.filter(({ one }) => one.law === law).length === 1;
  const sections = groups.flatMap(({ one, rights }) => {
    const rows = rowsOf(desk, one, clock.leading);
    if (rows.length === 0 && one.clocks.refusedExtension === undefined) return [];
    const law = lawInWords(one.law);
    const heading = isWhole(one) ? law : words.of(law, rightsInWords(desk, rights));
    return [html`<h3>${heading}</h3>${refused(desk, one)}${summaryList(rows)}`];
  });
  return sections.length === 0 ? undefined : html`<p class="soft">${words.lead}</p>${sections}`;
}
