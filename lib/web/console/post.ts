/** A letter to print and post: whom it goes to, what is printed, and on which day it was posted. */
import type { Context } from 'hono';
import { html } from 'hono/html';
import { civilDateIn } from '../../domain/clock/deadline.ts';
import type { Request } from '../../domain/request.ts';
import { banner } from '../ui/banner.ts';
import { button, buttonGroup } from '../ui/button.ts';
import { dateInWords } from '../ui/dates.ts';
import { errorSummary } from '../ui/error-summary.ts';
import { errorOf, type FieldError, hiddenFields, textArea, textField } from '../ui/fields.ts';
import type { Content, Markup } from '../ui/markup.ts';
import { summaryList } from '../ui/summary-list.ts';
import { finish } from './act-form.ts';
import type { Desk } from './desk.ts';
import { dueRow } from './due-row.ts';
import { formOf, textOf } from './form.ts';
import { backLink, staffPage } from './frame.ts';
import { mailInWords, neededInWords } from './labels.ts';
import { MAY, mayDo } from './may.ts';
import { type StaffTask, taskTitle } from './next-action.ts';
import { staffPath } from './paths.ts';
import type { LetterToPost, TaskLook } from './post-port.ts';
import { missing } from './problem-page.ts';
import { workOf } from './task.ts';

interface Post {
  request: Request;
  task: StaffTask;
  letter: LetterToPost;
}

interface Draft {
  on: string;
  address: string;
  errors: FieldError[];
}

const MOST_LINES = 8;
const LONGEST_LINE = 80;

const lookOf = ({ staff }: Desk, { request, task }: Pick<Post, 'request' | 'task'>): TaskLook => ({
  id: request.id,
  taskId: task.taskId,
  by: staff,
});

/** The open task that a URL names, or the answer why there is none. */
async function taskOf(c: Context, desk: Desk): Promise<Omit<Post, 'letter'> | Response> {
  const work = await workOf(c, desk);
  if (work instanceof Response) return work;
  const { task, file } = work;
  return task.kind === 'post' ? { request: file.request, task } : missing(c, desk);
}

/** Its letter. */
async function postOf(c: Context, desk: Desk): Promise<Post | Response> {
  const found = await taskOf(c, desk);
  if (found instanceof Response) return found;
  const letter = await desk.port.letter(lookOf(desk, found));
  return letter === undefined ? missing(c, desk) : { ...found, letter };
}

const disabled = (desk: Desk): string | undefined =>
  mayDo(desk.staff, 'complete-task') ? undefined : desk.words.request.roleNeeded(neededInWords(desk, MAY['complete-task']));

/** One of the two forms of the page. */
function form(desk: Desk, { request, task }: Post, { act, fields, text }: { act: string; fields: Content; text: string }): Markup {
  const submit = button({
    text,
    id: `submit-${act}`,
    disabledReason: disabled(desk),
    ...(act === 'address' && { look: 'secondary' as const }),
  });
  return html`<form class="act-form" method="post" action="${staffPath.post(request.id, task.taskId)}" novalidate>${hiddenFields({
    token: desk.formToken,
    act,
  })}${fields}${buttonGroup(submit)}</form>`;
}

function addressForm(desk: Desk, post: Post, { address, errors }: Draft): Markup {
  const { words } = desk;
  const { to = [] } = post.letter.paper ?? {};
  const error = errorOf(errors, 'address');
  const base = { name: 'address', label: words.post.newAddress, hint: words.post.newAddressHint, rows: 4, spellcheck: false };
  const fields = textArea({ ...base, value: address, error, errorPrefix: words.errorPrefix });
  const asked = form(desk, post, { act: 'address', fields, text: words.post.addressSubmit });
  if (to.length === 0) return html`${banner({ tone: 'warning', title: words.post.noAddress })}${asked}`;
  return html`<details${error === undefined ? '' : ' open'}><summary>${words.post.addressWrong}</summary><div class="details-body">${asked}</div></details>`;
}

function toPrint({ words }: Desk, { request, task, letter: { paper } }: Post): Markup {
  const { post } = words;
  const link = (href: string, text: string): Content => html`<li><a href="${href}">${text}</a></li>`;
  const { enclosures = [], hasCopy = false } = paper ?? {};
  const items = [
    link(staffPath.letterFile(request.id, task.taskId), post.letterFile),
    ...enclosures.map((name, place) => link(staffPath.letterFile(request.id, task.taskId, place), post.enclosure(name))),
    ...(hasCopy ? [link(staffPath.copy(request.id, task.taskId), post.copy)] : []),
  ];
  return html`<ul>${items}</ul>${hasCopy ? html`<p class="soft">${post.copyHint}</p>` : ''}`;
}

function paperSections(desk: Desk, post: Post, draft: Draft): Content {
  const { words } = desk;
  const { paper } = post.letter;
  if (paper === undefined) return banner({ tone: 'warning', title: words.post.gone });
  const lines = paper.to.map((line) => html`${line}<br>`);
  const envelope = paper.to.length === 0 ? '' : html`<address class="envelope">${lines}</address>`;
  return html`<h2>${words.post.envelope}</h2>${envelope}${addressForm(desk, post, draft)}
<h2>${words.post.print}</h2>${toPrint(desk, post)}`;
}

function postMarkup(desk: Desk, post: Post, draft: Draft): Markup {
  const { words } = desk;
  const { request, task, letter } = post;
  const title = taskTitle(desk, task, request);
  const facts = summaryList([
    { term: words.post.what, detail: mailInWords(desk, letter.kind) },
    { term: words.post.written, detail: dateInWords(desk.lang, letter.writtenOn) },
    dueRow(desk, request),
  ]);
  const error = errorOf(draft.errors, 'on');
  const day = { name: 'on', type: 'date', width: 'short', label: words.post.on, hint: words.post.onHint } as const;
  const fields = textField({ ...day, value: draft.on, error, errorPrefix: words.errorPrefix });
  const main = html`${errorSummary(words.problemTitle, draft.errors)}<h1>${title}</h1><p class="lead">${words.instructions.post}</p>
<div class="facts">${facts}</div>${paperSections(desk, post, draft)}
<h2>${words.post.posted}</h2>${form(desk, post, { act: 'posted', fields, text: words.post.submit })}`;
  const before = backLink(desk, staffPath.request(request.id), words.backToRequest(request.reference));
  return staffPage(desk, { title: draft.errors.length === 0 ? title : words.errorTitle(title), before, main });
}

const EMPTY: Draft = { on: '', address: '', errors: [] };

/** GET /staff/requests/<id>/tasks/<taskId>/post */
export async function postForm(c: Context, desk: Desk): Promise<Response> {
  const post = await postOf(c, desk);
  return post instanceof Response ? post : c.html(postMarkup(desk, post, EMPTY));
}

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));

function dayFault({ words, zone, now }: Desk, on: string, writtenOn: string): string | undefined {
  if (!isDay(on)) return words.post.onMissing;
  if (on > civilDateIn(zone, new Date(now).toISOString())) return words.failures['in-future'];
  return on < writtenOn ? words.failures['before-written'] : undefined;
}

async function recordDay(c: Context, desk: Desk, { post, on }: { post: Post; on: string }): Promise<Response> {
  const message = dayFault(desk, on, post.letter.writtenOn);
  if (message !== undefined) return c.html(postMarkup(desk, post, { ...EMPTY, on, errors: [{ field: 'on', message }] }), 400);
  const done = await desk.port.recordPosted({ ...lookOf(desk, post), on });
  return finish(c, desk, { request: post.request, done, result: 'posted' });
}

async function recordAddress(c: Context, desk: Desk, { post, address }: { post: Post; address: string }): Promise<Response> {
  const lines = address.split('\n').flatMap((line) => line.trim().replaceAll(/\p{Cc}/gu, '') || []);
  const wrong = lines.length === 0 || lines.length > MOST_LINES || lines.some((line) => line.length > LONGEST_LINE);
  if (wrong) {
    const errors = [{ field: 'address', message: desk.words.post.addressMissing(MOST_LINES) }];
    return c.html(postMarkup(desk, post, { ...EMPTY, address, errors }), 400);
  }
  const done = await desk.port.giveAddress({ id: post.request.id, lines, by: desk.staff });
  if (!done.ok) return finish(c, desk, { request: post.request, done, result: 'posted' });
  return c.redirect(staffPath.post(post.request.id, post.task.taskId), 303);
}

/** True if this letter was recorded as posted by the same person before: a double click is no mistake. */
async function wasMine(c: Context, desk: Desk, on: string): Promise<string | undefined> {
  const id = c.req.param('id') ?? '';
  const file = await desk.port.open(id as Request['id'], desk.staff);
  const mine = file?.events.some(({ type, data }) => type === 'posted' && data.by === desk.staff.sub && data.on === on) ?? false;
  return mine ? staffPath.request(id, { done: 'posted' }) : undefined;
}

/** POST /staff/requests/<id>/tasks/<taskId>/post */
export async function posting(c: Context, desk: Desk): Promise<Response> {
  const typed = await formOf(c);
  const [on, address] = [textOf(typed, 'on'), textOf(typed, 'address')];
  const post = await postOf(c, desk);
  if (post instanceof Response) {
    const before = await wasMine(c, desk, on);
    return before === undefined ? post : c.redirect(before, 303);
  }
  return textOf(typed, 'act') === 'address' ? await recordAddress(c, desk, { post, address }) : await recordDay(c, desk, { post, on });
}

/** GET /staff/requests/<id>/tasks/<taskId>/post/files/<place>: the letter, or what goes with it. */
export async function letterFile(c: Context, desk: Desk): Promise<Response> {
  const found = await taskOf(c, desk);
  if (found instanceof Response) return found;
  const place = c.req.param('place');
  const look = lookOf(desk, found);
  if (place !== undefined && !/^\d{1,2}$/.test(place)) return missing(c, desk);
  const file = await desk.port.letterFile({ ...look, ...(place !== undefined && { place: Number(place) }) });
  if (file === undefined) return missing(c, desk);
  const filename = file.filename.replaceAll(/[^\w.-]/g, '_');
  const headers = { 'Content-Type': 'application/pdf', 'Content-Disposition': `attachment; filename="${filename}"` };
  return c.body(new Uint8Array(Buffer.from(file.content as Uint8Array)), 200, headers);
}

/** GET /staff/requests/<id>/tasks/<taskId>/post/copy: leads to the answer's files, once it is recorded who opens them. */
export async function copyToPrint(c: Context, desk: Desk): Promise<Response> {
  const found = await taskOf(c, desk);
  if (found instanceof Response) return found;
  const url = await desk.port.copyLink(lookOf(desk, found));
  return url === undefined ? missing(c, desk) : c.redirect(url, 303);
}
