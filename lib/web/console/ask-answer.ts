/** Recording what a person answered another way, and letting a request go on after their own answer was read. */
import type { Context } from 'hono';
import { html } from 'hono/html';
import { civilDateIn } from '../../domain/clock/deadline.ts';
import { type AskedQuestion, openQuestions, type Request } from '../../domain/request.ts';
import { requestCan } from '../../domain/request-can.ts';
import { actionForm, button } from '../ui/button.ts';
import { errorOf, type FieldError, hiddenFields, textArea, textField } from '../ui/fields.ts';
import type { Content, Markup } from '../ui/markup.ts';
import { actPage, finish, readReason, reasonField } from './act-form.ts';
import type { Desk } from './desk.ts';
import { formOf, type PostedForm, textOf } from './form.ts';
import { instant } from './labels.ts';
import { mayDo } from './may.ts';
import { staffPath } from './paths.ts';
import type { Done } from './port.ts';
import { conflict, missing, reasonInWords } from './problem-page.ts';
import { caseOf } from './request-page.ts';

interface Open {
  request: Request;
  question: AskedQuestion;
}

interface Draft {
  words: string;
  reason: string;
  on: string;
  errors: FieldError[];
}

const today = ({ zone, now }: Desk): string => civilDateIn(zone, new Date(now).toISOString());

/** The question that is meant, else the first that was asked and is not settled; or the answer why there is none. */
async function openQuestion(c: Context, desk: Desk, wanted: string): Promise<Open | Response> {
  const request = (await caseOf(c, desk))?.request;
  if (request === undefined) return missing(c, desk);
  const permission = requestCan(request, 'answer');
  if (!permission.ok) return conflict(c, desk, { request, text: desk.words.objections[permission.reason] });
  const asked = openQuestions(request).filter(({ askedAt }) => askedAt !== undefined);
  const question = wanted === '' ? asked[0] : asked.find(({ number }) => String(number) === wanted);
  return question === undefined ? conflict(c, desk, { request, text: desk.words.failures['already-answered']! }) : { request, question };
}

/** What only somebody who saw the answer can say: its words and its day. */
function answerFields(desk: Desk, { words, on, errors }: Draft): Content {
  const { ask, errorPrefix } = desk.words;
  return html`${textArea({ name: 'words', label: ask.answerWords, hint: ask.answerWordsHint, value: words, rows: 6, error: errorOf(errors, 'words'), errorPrefix })}
${textField({ name: 'on', type: 'date', label: ask.on, hint: ask.onHint, value: on, width: 'short', error: errorOf(errors, 'on'), errorPrefix })}`;
}

function madeSure(desk: Desk, { reason, errors }: Draft): Content {
  const { ask } = desk.words;
  return reasonField(desk, { label: ask.made, hint: ask.madeHint, value: reason, error: errorOf(errors, 'reason') });
}

/** The way to the words themselves, which is recorded. */
function showWords(desk: Desk, { request }: Open): Content {
  const { ask } = desk.words;
  if (!mayDo(desk.staff, 'show-person')) return '';
  const action = `${staffPath.person(request.id)}#questions`;
  return actionForm({ action, text: ask.show, look: 'secondary', fields: { token: desk.formToken } });
}

function answerMarkup(desk: Desk, open: Open, draft: Draft): Markup {
  const { ask } = desk.words;
  const { request, question } = open;
  const { number, about, askedAt = '', answeredAt } = question;
  const unread = answeredAt !== undefined;
  const lead = `${ask.recordLead(number, ask.kinds[about], instant(desk, askedAt))} ${unread ? ask.read : ask.recordHint}`;
  return actPage(desk, {
    request,
    title: ask.record,
    lead,
    ...(unread ? { more: showWords(desk, open) } : {}),
    action: staffPath.answer(request.id),
    fields: html`${hiddenFields({ number: String(number) })}${unread ? '' : answerFields(desk, draft)}${about === 'identity' ? madeSure(desk, draft) : ''}`,
    errors: draft.errors,
    submit: button({ text: unread ? ask.readSubmit : ask.recordSubmit }),
  });
}

/** GET /staff/requests/<id>/answer */
export async function answerForm(c: Context, desk: Desk): Promise<Response> {
  const open = await openQuestion(c, desk, c.req.query('number') ?? '');
  if (open instanceof Response) return open;
  return c.html(answerMarkup(desk, open, { words: '', reason: '', on: today(desk), errors: [] }));
}

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));

function draftOf(desk: Desk, { about, answeredAt }: AskedQuestion, form: PostedForm): Draft {
  const { reason, errors } = readReason(desk, form, about === 'identity');
  const on = textOf(form, 'on');
  const wrongDay = answeredAt === undefined && !isDay(on) ? [{ field: 'on', message: desk.words.ask.onWrong }] : [];
  return { words: textOf(form, 'words'), reason, on, errors: [...wrongDay, ...errors] };
}

/** What the step found wrong with a field. */
function errorsOf(desk: Desk, done: Done): FieldError[] {
  if (done.ok) return [];
  const fields: Record<string, string> = { contradictory: 'on', 'in-future': 'on', 'too-long': 'words' };
  const field = fields[done.reason];
  const message = done.reason === 'too-long' ? desk.words.ask.errors.long : reasonInWords(desk, done.reason);
  return field === undefined ? [] : [{ field, message }];
}

/** POST /staff/requests/<id>/answer */
export async function answering(c: Context, desk: Desk): Promise<Response> {
  const form = await formOf(c);
  const open = await openQuestion(c, desk, textOf(form, 'number'));
  if (open instanceof Response) return open;
  const { request, question } = open;
  const draft = draftOf(desk, question, form);
  if (draft.errors.length > 0) return c.html(answerMarkup(desk, open, draft), 400);
  const { words, reason, on } = draft;
  const told = {
    ...(words === '' ? {} : { words }),
    ...(reason === '' ? {} : { reason }),
    ...(question.answeredAt === undefined ? { on } : {}),
  };
  const done = await desk.port.answerQuestion({ id: request.id, number: question.number, ...told, by: desk.staff });
  const errors = errorsOf(desk, done);
  if (errors.length > 0) return c.html(answerMarkup(desk, open, { ...draft, errors }), 400);
  return finish(c, desk, { request, done, result: 'answered' });
}
