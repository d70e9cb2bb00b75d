/** One request: what to do next, the summary, tasks, systems, timeline, mails, and the person on demand. */
import type { Context } from 'hono';
import { html } from 'hono/html';
import { readId } from '../../domain/ids.ts';
import type { OpenTask, Request } from '../../domain/request.ts';
import { banner } from '../ui/banner.ts';
import { listInWords } from '../ui/dates.ts';
import type { Content, Markup } from '../ui/markup.ts';
import { when } from '../ui/markup.ts';
import { summaryList, type SummaryRow } from '../ui/summary-list.ts';
import { table } from '../ui/table.ts';
import { tag } from '../ui/tag.ts';
import { messagesPanel } from './write-panel.ts';
import { questionsPanel } from './ask-panel.ts';
import { caseNotes, countryNote } from './case-notes.ts';
import { appealRows } from './appeal-facts.ts';
import type { Desk } from './desk.ts';
import { dueRow } from './due-row.ts';
import { backLink, staffPage } from './frame.ts';
import { causeInWords, instant, languageInWords, lawInWords, mailInWords, rightsInWords, stateTag } from './labels.ts';
import { nextAction, staffTasks, taskHref, taskTitle } from './next-action.ts';
import { staffPath } from './paths.ts';
import { hiddenPerson, shownPerson } from './person-panel.ts';
import { mailsPanel } from './mails-panel.ts';
import { otherDates } from './other-dates.ts';
import type { CaseFile } from './port.ts';
import { missing } from './problem-page.ts';
import { progressTable } from './progress-table.ts';
import { receiptsPanel } from './receipts-panel.ts';
import { refusalRows } from './refusals-row.ts';
import { requestTimeline } from './request-timeline.ts';
import { actList } from './staff-acts.ts';

/** The case a URL names; undefined if there is none. Without `reveal` the person stays closed. */
export async function caseOf(c: Context, { port, staff }: Desk, reveal = false): Promise<CaseFile | undefined> {
  const id = readId('req', c.req.param('id') ?? '');
  return id && port.open(id, staff, { reveal });
}

function identity(desk: Desk, request: Request): string {
  const { request: texts } = desk.words;
  if (request.verification === undefined) return texts.notVerified;
  return texts.verified(texts.verifiedBy[request.verification], instant(desk, request.verifiedAt ?? request.receivedAt));
}

/** All that apply, the one whose date counts first. */
function lawsInWords({ lang }: Desk, { clock, laws }: Request): string {
  return listInWords(lang, [...new Set([clock.leading.law, ...laws])].map(lawInWords));
}

/** Who writes for somebody else may not be allowed to; the last word is that of whoever read the letter. */
function behalfRow(desk: Desk, { request, events }: CaseFile): SummaryRow[] {
  const said = events.findLast((event) => event.type === 'received' || event.type === 'sorted');
  const isOnBehalf = said?.data.onBehalf === true && request.verifiedAt === undefined;
  return isOnBehalf ? [{ term: desk.words.entry.behalf, detail: desk.words.mail.behalfCheck }] : [];
}

function summary(desk: Desk, file: CaseFile): Markup {
  const { request } = file;
  const { request: texts, board } = desk.words;
  const residence = request.residence === undefined ? texts.residenceUnknown : texts.residence(request.residence);
  return summaryList([
    dueRow(desk, request),
    { term: texts.asked, detail: request.state === 'dismissed' ? desk.words.mail.askedNothing : rightsInWords(desk, request.rights) },
    ...refusalRows(desk, request),
    ...appealRows(desk, request),
    { term: texts.law, detail: html`${lawsInWords(desk, request)} <p class="soft">${residence}</p>${countryNote(desk, request)}` },
    ...caseNotes(desk, request),
    { term: texts.identity, detail: identity(desk, request) },
    ...behalfRow(desk, file),
    { term: texts.state, detail: html`${stateTag(desk, request.state)}${when(request.parked, () => html` ${tag('bad', board.parked)}`)}` },
    { term: texts.channel, detail: texts.channels[request.channel] },
    { term: texts.language, detail: languageInWords(desk.lang, request.lang) },
  ]);
}

/** Why a task is there; of several letters to post, which. */
function whyInWords(desk: Desk, { mails }: CaseFile, task: OpenTask): string {
  const letter = task.kind === 'post' ? mails.find(({ mailId }) => mailId === task.code) : undefined;
  return letter === undefined ? causeInWords(desk, task) : mailInWords(desk, letter.kind);
}

function taskTable(desk: Desk, file: CaseFile): Markup {
  const { request } = file;
  const { request: texts } = desk.words;
  const rows = staffTasks(request.tasks).map((task): Content[] => [
    html`<a href="${taskHref(request.id, task)}">${taskTitle(desk, task, request)}</a>`,
    whyInWords(desk, file, task),
    instant(desk, task.openedAt),
  ]);
  const columns = [texts.taskColumn, texts.cause, texts.opened].map((text) => ({ text }));
  return table({ caption: texts.tasks, captionHidden: true, columns, rows, empty: texts.noTasks });
}

function result(desk: Desk, code: string | undefined): Content {
  const { results } = desk.words;
  const text = code !== undefined && Object.hasOwn(results, code) ? results[code as keyof typeof results] : undefined;
  return when(text, (title) => banner({ tone: 'success', title, result: true }));
}

function requestMarkup(desk: Desk, file: CaseFile, parts: { done?: string | undefined; person: Markup }): Markup {
  const { request } = file;
  const { request: texts, back } = desk.words;
  const section = (id: string, heading: string, body: Content): Markup => html`<section id="${id}"><h2>${heading}</h2>${body}</section>`;
  const main = html`${result(desk, parts.done)}<h1 class="mono-heading">${request.reference}</h1>
<div class="case"><div class="case-main">
${nextAction(desk, request)}
${section('summary', texts.summary, summary(desk, file))}
${section('tasks', texts.tasks, taskTable(desk, file))}
${questionsPanel(desk, file)}
${messagesPanel(desk, file)}
${section('systems', texts.systems, progressTable(desk, file.progress))}
${when(otherDates(desk, request), (dates) => section('dates', desk.words.deadline.all, dates))}
${section('receipts', desk.words.correct.section, receiptsPanel(desk, request))}
${section('mails', desk.words.mail.panel, mailsPanel(desk, file))}
${section('person', texts.person, parts.person)}
</div><div class="case-side">
${section('acts', texts.acts, actList(desk, request))}
${section('timeline', texts.timeline, html`<p class="soft">${texts.timelineLead}</p>${requestTimeline(desk, file.events)}`)}
<p><a href="${staffPath.events(request.id)}">${texts.raw}</a></p>
</div></div>`;
  return staffPage(desk, { title: request.reference, before: backLink(desk, staffPath.board(), back), main });
}

/** GET /staff/requests/<id> */
export async function requestPage(c: Context, desk: Desk): Promise<Response> {
  const file = await caseOf(c, desk);
  if (file === undefined) return missing(c, desk);
  return c.html(requestMarkup(desk, file, { done: c.req.query('done'), person: hiddenPerson(desk, file) }));
}

/** POST /staff/requests/<id>/person: the same page with the person's details, once; the port records who looked. */
export async function showPerson(c: Context, desk: Desk): Promise<Response> {
  const file = await caseOf(c, desk, true);
  if (file === undefined) return missing(c, desk);
  return c.html(requestMarkup(desk, file, { person: shownPerson(desk, file.person) }));
}

/** GET /staff/requests/<id>/events.json: the events as stored, but for what is encrypted, which leaves the store for nobody. */
export async function eventsJson(c: Context, desk: Desk): Promise<Response> {
  const file = await caseOf(c, desk);
  if (file === undefined) return missing(c, desk);
  return c.json(file.events.map((event) => ({ ...event, data: { ...event.data, sealed: undefined } })));
}
