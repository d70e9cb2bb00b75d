/** By when a request must be answered, or that its time stands still: the first line of its summary. */
import { html } from 'hono/html';
import { explain, pausedInWords, pausedShort } from '../../domain/explanation/explain.ts';
import { targetOn } from '../../domain/clock/target.ts';
import { isClosed, type Request } from '../../domain/request.ts';
import { dateInWords, weekdayInWords } from '../ui/dates.ts';
import { when, type Markup } from '../ui/markup.ts';
import type { SummaryRow } from '../ui/summary-list.ts';
import { tag } from '../ui/tag.ts';
import type { Desk } from './desk.ts';
import { dueSteps } from './due-steps.ts';
import { dueTag, instant } from './labels.ts';

/** A figure whose text nobody has read is never shown as settled law. */
export function unconfirmed({ words }: Desk, { confirmed }: { confirmed: boolean }): Markup | '' {
  return confirmed ? '' : tag('attention', words.deadline.toBeConfirmed);
}

function running(desk: Desk, request: Request): Markup {
  const { request: texts } = desk.words;
  const { deadline } = request.clock.leading;
  const received = dateInWords(desk.lang, request.receivedOn);
  const why = request.extended ? texts.dueExtended(received, deadline.basis) : texts.dueWhy(received, deadline.basis);
  const promised = explain(deadline, desk.lang).find(({ code }) => code === 'own-target')?.text;
  const late = texts.tooLate(instant(desk, request.tooLateAt));
  const target = isClosed(request) ? undefined : targetOn(request.dueOn, desk.port.configuration.policies);
  return html`<strong>${weekdayInWords(desk.lang, request.dueOn)}</strong> ${isClosed(request) ? '' : dueTag(desk, request)} ${unconfirmed(desk, deadline)}
<p class="soft">${promised ?? why} ${late} ${when(target, (on) => texts.target(weekdayInWords(desk.lang, on)))}</p>`;
}

/** The row with the count behind it. */
export function dueRow(desk: Desk, request: Request): SummaryRow {
  const { paused, leading } = request.clock;
  const { deadline } = leading;
  const stands = paused !== undefined && !isClosed(request);
  const detail = stands
    ? html`<strong>${pausedShort(paused, desk.lang)}</strong> ${unconfirmed(desk, deadline)}
<p class="soft">${pausedInWords(paused, desk.lang)}</p>`
    : running(desk, request);
  return { term: desk.words.request.due, detail: html`${detail}${dueSteps(desk, deadline)}` };
}
