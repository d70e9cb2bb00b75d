/** A task for a person: what to do, and how it ended: again, left out, later, done, refused. */
import { tellsOutcome } from '../../domain/request.ts';
import type { Context } from 'hono';
import { html } from 'hono/html';
import { awaitsDecision } from '../../domain/appeal.ts';
import type { StaffTaskKind, TaskOutcome } from '../../domain/request-events.ts';
import { button } from '../ui/button.ts';
import { errorOf, type FieldError, radios } from '../ui/fields.ts';
import type { Content, Markup } from '../ui/markup.ts';
import { summaryList } from '../ui/summary-list.ts';
import { actPage, checkPage, finish, readReason, reasonField, stepOf } from './act-form.ts';
import type { Desk } from './desk.ts';
import { formOf, textOf } from './form.ts';
import { causeInWords, dueTag, instant, rightsInWords, neededInWords, systemInWords } from './labels.ts';
import { MAY, mayDo } from './may.ts';
import { type StaffTask, staffTasks, taskHref, taskTitle } from './next-action.ts';
import { staffPath } from './paths.ts';
import type { CaseFile } from './port.ts';
import { conflict, missing } from './problem-page.ts';
import { caseOf } from './request-page.ts';

/** How each kind of task may end here; the others have pages of their own. */
const ENDS: Record<StaffTaskKind, readonly TaskOutcome[]> = {
  'system-failed': ['retry', 'outstanding', 'skip'],
  act: ['done', 'refused'],
  'mail-failed': ['done'],
  review: [],
  'late-choice': [],
  'read-answer': [],
  parked: [],
  sort: [],
  // By a button on the page of the mail.
  'read-mail': ['done'],
  post: [],
};

/** Ends that need a reason, because the person reads it. */
const NEEDS_REASON: ReadonlySet<TaskOutcome> = new Set<TaskOutcome>(['skip', 'refused']);

interface Work {
  file: CaseFile;
  task: StaffTask;
}

/** True if the person will read the reason: it is then shown back before it is recorded. */
function readByPerson({ file, task }: Work, { outcome, reason }: { outcome: TaskOutcome; reason: string }): boolean {
  return NEEDS_REASON.has(outcome) || tellsOutcome(file.request, task) || (outcome === 'outstanding' && reason !== '');
}

interface Draft {
  outcome: TaskOutcome | undefined;
  reason: string;
  errors: FieldError[];
}

/** The open task a URL names, or the answer: no such task, or already done. */
export async function workOf(c: Context, desk: Desk): Promise<Work | Response> {
  const file = await caseOf(c, desk);
  const taskId = c.req.param('taskId');
  const task = staffTasks(file?.request.tasks ?? []).find((open) => open.taskId === taskId);
  if (file !== undefined && task !== undefined) return { file, task };
  const known = file?.events.some((event) => event.type === 'task-opened' && event.data.taskId === taskId) ?? false;
  if (file === undefined || !known) return missing(c, desk);
  return conflict(c, desk, { text: desk.words.problems.taskDone, request: file.request });
}

function reasonNeeded({ file, task }: Work, outcome: TaskOutcome | undefined): boolean {
  if (outcome === undefined) return false;
  return NEEDS_REASON.has(outcome) || tellsOutcome(file.request, task) || (task.kind === 'mail-failed' && outcome === 'done');
}

function endChoices(
  { words }: Desk,
  task: StaffTask,
  chosen: TaskOutcome | undefined,
): { value: string; label: string; hint: string; checked: boolean }[] {
  return ENDS[task.kind].map((outcome) => {
    const texts = (task.kind === 'mail-failed' ? words.mailOutcomes[outcome] : undefined) ?? words.outcomes[outcome];
    return { value: outcome, ...texts, checked: outcome === chosen || ENDS[task.kind].length === 1 };
  });
}

function facts(desk: Desk, { file, task }: Work): Markup {
  const { request: texts, tasksPage } = desk.words;
  const { request } = file;
  return summaryList([
    { term: tasksPage.request, detail: html`<a class="mono" href="${staffPath.request(request.id)}">${request.reference}</a>` },
    { term: texts.due, detail: dueTag(desk, { ...request, paused: request.clock.paused }) },
    { term: texts.asked, detail: rightsInWords(desk, request.rights) },
    ...(task.system === undefined ? [] : [{ term: texts.system, detail: systemInWords(desk, task.system) }]),
    ...(task.code === undefined
      ? []
      : [{ term: texts.cause, detail: html`${causeInWords(desk, { kind: task.kind, code: task.code })} <code>${task.code}</code>` }]),
    { term: texts.opened, detail: instant(desk, task.openedAt) },
  ]);
}

function fieldsOf(desk: Desk, task: StaffTask, { outcome, reason, errors }: Draft): Content {
  const { forms, errorPrefix } = desk.words;
  const label = task.kind === 'act' ? forms.howDone : forms.howOn;
  const choices = endChoices(desk, task, outcome);
  return html`${radios({ name: 'outcome', label, choices, error: errorOf(errors, 'outcome'), errorPrefix })}
${reasonField(desk, { label: forms.reason, hint: forms.reasonHint, value: reason, error: errorOf(errors, 'reason') })}`;
}

function taskMarkup(desk: Desk, work: Work, draft: Draft): Markup {
  const { words } = desk;
  const { file, task } = work;
  const disabledReason = mayDo(desk.staff, 'complete-task')
    ? undefined
    : words.request.roleNeeded(neededInWords(desk, MAY['complete-task']));
  return actPage(desk, {
    request: file.request,
    title: taskTitle(desk, task, file.request),
    lead: words.instructions[task.kind],
    more: facts(desk, work),
    action: staffPath.task(file.request.id, task.taskId),
    fields: fieldsOf(desk, task, draft),
    errors: draft.errors,
    submit: button({ text: words.forms.continue, id: 'submit', disabledReason }),
  });
}

/** GET /staff/requests/<id>/tasks/<taskId> */
export async function taskForm(c: Context, desk: Desk): Promise<Response> {
  const work = await workOf(c, desk);
  if (work instanceof Response) return work;
  const { request } = work.file;
  if (awaitsDecision(request) && work.task.kind === 'act') return c.redirect(staffPath.appeal(request.id, work.task.taskId), 303);
  if (work.task.kind === 'review') return c.redirect(staffPath.review(request.id, work.task.taskId), 303);
  const ownPage = work.task.kind === 'read-mail' || work.task.kind === 'mail-failed';
  if (ownPage || ENDS[work.task.kind].length === 0) return c.redirect(taskHref(request.id, work.task), 303);
  return c.html(taskMarkup(desk, work, { outcome: undefined, reason: '', errors: [] }));
}

async function draftOf(c: Context, desk: Desk, work: Work): Promise<Draft> {
  const { task } = work;
  const form = await formOf(c);
  const outcome = ENDS[task.kind].find((end) => end === textOf(form, 'outcome'));
  const { reason, errors } = readReason(desk, form, reasonNeeded(work, outcome));
  const missingOutcome = outcome === undefined ? [{ field: 'outcome', message: desk.words.forms.outcomeMissing }] : [];
  return { outcome, reason, errors: [...missingOutcome, ...errors] };
}

function check(desk: Desk, { file, task }: Work, { outcome, reason }: { outcome: TaskOutcome; reason: string }): Markup {
  const { forms, outcomes } = desk.words;
  return checkPage(desk, {
    request: file.request,
    choice: `${taskTitle(desk, task, file.request)} – ${outcomes[outcome].label}`,
    where: task.system === undefined ? forms.inAnswer : forms.inReceipt(systemInWords(desk, task.system)),
    reason,
    action: staffPath.task(file.request.id, task.taskId),
    fields: { outcome, reason },
  });
}

/** True if this very post was taken before: a double click is no mistake. */
async function wasMine(c: Context, desk: Desk): Promise<string | undefined> {
  const [file, form] = [await caseOf(c, desk), await formOf(c)];
  const mine = file?.events.find((event) => event.type === 'task-done' && event.data.taskId === c.req.param('taskId'));
  const same = mine?.type === 'task-done' && mine.data.by === desk.staff.sub && mine.data.outcome === textOf(form, 'outcome');
  return same ? staffPath.request(file!.request.id, { done: `task-${mine.data.outcome}` }) : undefined;
}

/** POST /staff/requests/<id>/tasks/<taskId> */
export async function completeTask(c: Context, desk: Desk): Promise<Response> {
  const work = await workOf(c, desk);
  if (work instanceof Response) {
    const before = await wasMine(c, desk);
    return before === undefined ? work : c.redirect(before, 303);
  }
  const draft = await draftOf(c, desk, work);
  const step = stepOf(await formOf(c));
  const { outcome, reason } = draft;
  if (outcome === undefined || draft.errors.length > 0) return c.html(taskMarkup(desk, work, draft), 400);
  if (step === 'change') return c.html(taskMarkup(desk, work, draft));
  if (readByPerson(work, { outcome, reason }) && step !== 'confirm') return c.html(check(desk, work, { outcome, reason }));
  const { request } = work.file;
  const words = reason === '' ? {} : { reason };
  const done = await desk.port.completeTask({ id: request.id, taskId: work.task.taskId, outcome, ...words, by: desk.staff });
  return finish(c, desk, { request, done, result: `task-${outcome}` });
}
