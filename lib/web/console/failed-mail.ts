/** A mail that did not arrive: what it was, why, and how the person gets it after all. */
import type { Context } from 'hono';
import { html } from 'hono/html';
import { type FailedMail, failedMailOf, isToPerson } from '../../steps/failed-mail.ts';
import { isDeliverable } from '../../domain/person.ts';
import { button } from '../ui/button.ts';
import { errorOf, type FieldError, radios, textField } from '../ui/fields.ts';
import { type Content, type Markup, when } from '../ui/markup.ts';
import { summaryList } from '../ui/summary-list.ts';
import { actPage, finish, readReason, reasonField } from './act-form.ts';
import type { Desk } from './desk.ts';
import { dueRow } from './due-row.ts';
import { formOf, textOf } from './form.ts';
import { instant, mailInWords, neededInWords, wordFor } from './labels.ts';
import { MAY, mayDo } from './may.ts';
import { type StaffTask, taskTitle } from './next-action.ts';
import { staffPath } from './paths.ts';
import type { CaseFile, Done } from './port.ts';
import { missing } from './problem-page.ts';
import { workOf } from './task.ts';

const WAYS = ['corrected', 'print', 'told'] as const;
type Way = (typeof WAYS)[number];

interface Failed {
  file: CaseFile;
  task: StaffTask;
  /** Undefined for a mail that is not known any more. */
  of: FailedMail | undefined;
}

interface Draft {
  way: Way | undefined;
  email: string;
  reason: string;
  errors: FieldError[];
}

async function failedOf(c: Context, desk: Desk): Promise<Failed | Response> {
  const work = await workOf(c, desk);
  if (work instanceof Response) return work;
  const { file, task } = work;
  return task.kind === 'mail-failed' ? { file, task, of: failedMailOf(file, task.taskId) } : missing(c, desk);
}

/** What is left of a purged request is that somebody was told; what went to somebody else is not the person's. */
function waysFor({ file, of }: Failed): readonly Way[] {
  const canGoOut = of !== undefined && file.request.purgedAt === undefined && isToPerson(of.mail);
  return canGoOut ? WAYS : ['told'];
}

/** Says no more than the type does. */
const VAGUE: ReadonlySet<string> = new Set(['General', 'Undetermined']);

/** "The mailbox is full", as far as the report says. */
function whyInWords({ words: { failedMail } }: Desk, { type = '', subType = '' }: FailedMail['failure']): Content {
  const known = [wordFor(failedMail.types, type), VAGUE.has(subType) ? '' : wordFor(failedMail.subTypes, subType)].filter(
    (text) => text !== '',
  );
  return known.length === 0 ? failedMail.noReason : html`${known.map((text) => html`<p>${text}</p>`)}`;
}

function facts(desk: Desk, { file, task, of }: Failed): Markup {
  const { request: texts, failedMail, post } = desk.words;
  return summaryList([
    { term: post.what, detail: of === undefined ? failedMail.unknown : mailInWords(desk, of.mail.kind) },
    ...(of === undefined
      ? []
      : [
          { term: post.written, detail: instant(desk, of.mail.claimedAt) },
          { term: texts.cause, detail: whyInWords(desk, of.failure) },
        ]),
    dueRow(desk, file.request),
    { term: texts.opened, detail: instant(desk, task.openedAt) },
  ]);
}

function fieldsOf(desk: Desk, failed: Failed, { way, email, reason, errors }: Draft): Content {
  const { words } = desk;
  const { failedMail: texts, errorPrefix } = words;
  const ways = waysFor(failed);
  const choices = ways.map((value) => ({ value, ...texts.ways[value], checked: value === way || ways.length === 1 }));
  const mail = { name: 'email', type: 'email', label: texts.email, hint: texts.emailHint, autocomplete: 'off', spellcheck: false } as const;
  return html`${radios({ name: 'way', label: words.forms.howOn, choices, error: errorOf(errors, 'way'), errorPrefix })}
${when(ways.includes('corrected'), () => textField({ ...mail, value: email, error: errorOf(errors, 'email'), errorPrefix }))}
${reasonField(desk, { label: texts.how, hint: texts.howHint, value: reason, error: errorOf(errors, 'reason') })}`;
}

function failedMarkup(desk: Desk, failed: Failed, draft: Draft): Markup {
  const { words } = desk;
  const { request } = failed.file;
  const complaint = failed.task.code === 'complaint';
  const disabledReason = mayDo(desk.staff, 'complete-task')
    ? undefined
    : words.request.roleNeeded(neededInWords(desk, MAY['complete-task']));
  return actPage(desk, {
    request,
    title: taskTitle(desk, failed.task, request),
    lead: complaint ? words.failedMail.complaintLead : words.instructions['mail-failed'],
    more: facts(desk, failed),
    action: staffPath.failedMail(request.id, failed.task.taskId),
    fields: fieldsOf(desk, failed, draft),
    errors: draft.errors,
    submit: button({ text: words.failedMail.submit, id: 'submit', disabledReason }),
  });
}

/** GET /staff/requests/<id>/tasks/<taskId>/mail */
export async function failedMailForm(c: Context, desk: Desk): Promise<Response> {
  const failed = await failedOf(c, desk);
  if (failed instanceof Response) return failed;
  return c.html(failedMarkup(desk, failed, { way: undefined, email: '', reason: '', errors: [] }));
}

async function draftOf(c: Context, desk: Desk, failed: Failed): Promise<Draft> {
  const typed = await formOf(c);
  const { words } = desk;
  const way = waysFor(failed).find((one) => one === textOf(typed, 'way'));
  const email = textOf(typed, 'email');
  const { reason, errors } = readReason(desk, typed, way === 'told');
  const wrongAddress = way === 'corrected' && !isDeliverable(email);
  return {
    way,
    email,
    reason,
    errors: [
      ...(way === undefined ? [{ field: 'way', message: words.forms.outcomeMissing }] : []),
      ...(wrongAddress ? [{ field: 'email', message: words.failures['address-wrong']! }] : []),
      ...errors,
    ],
  };
}

async function mend({ port, staff }: Desk, { file, task }: Failed, { way, email, reason }: Draft): Promise<Done> {
  const look = { id: file.request.id, taskId: task.taskId, by: staff };
  if (way === 'corrected') return await port.sendCorrected({ ...look, email });
  if (way === 'print') return await port.printInstead(look);
  return await port.completeTask({ ...look, outcome: 'done', reason });
}

const RESULTS = { corrected: 'mail-again', print: 'to-post', told: 'task-done' } as const;

/** POST /staff/requests/<id>/tasks/<taskId>/mail */
export async function mendingMail(c: Context, desk: Desk): Promise<Response> {
  const failed = await failedOf(c, desk);
  if (failed instanceof Response) return failed;
  const draft = await draftOf(c, desk, failed);
  if (draft.way === undefined || draft.errors.length > 0) return c.html(failedMarkup(desk, failed, draft), 400);
  return finish(c, desk, { request: failed.file.request, done: await mend(desk, failed, draft), result: RESULTS[draft.way] });
}
