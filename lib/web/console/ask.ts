/** Asking the person something: what it is about, its words, and what the person will read before it is recorded. */
import type { Context } from 'hono';
import { html } from 'hono/html';
import { civilDateIn } from '../../domain/clock/deadline.ts';
import type { Question } from '../../domain/law/law.ts';
import { questionFault, type QuestionText, type TextFault } from '../../domain/question-text.ts';
import type { Request } from '../../domain/request.ts';
import { mayAsk, QUESTIONS, requestCan } from '../../domain/request-can.ts';
import { letterText } from '../../mail/letter.ts';
import { questionLetter } from '../../mail/letters/ask/question-letter.ts';
import { button } from '../ui/button.ts';
import { errorOf, type FieldError, radios, textArea, textField } from '../ui/fields.ts';
import type { Content, Markup } from '../ui/markup.ts';
import { actPage, checkPage, finish, reasonField, stepOf } from './act-form.ts';
import { effectsInWords } from './ask-effects.ts';
import type { Desk } from './desk.ts';
import { formOf, type PostedForm, textOf } from './form.ts';
import { staffPath } from './paths.ts';
import { conflict, missing } from './problem-page.ts';
import { caseOf } from './request-page.ts';

interface Draft {
  about: Question | undefined;
  text: QuestionText;
  amount: string;
  currency: string;
  errors: FieldError[];
}

const EMPTY: Draft = { about: undefined, text: { words: '' }, amount: '', currency: '', errors: [] };

/** The request a URL names if it can be asked something, else the answer why not. */
async function askable(c: Context, desk: Desk): Promise<Request | Response> {
  const request = (await caseOf(c, desk))?.request;
  if (request === undefined) return missing(c, desk);
  const permission = requestCan(request, 'ask');
  return permission.ok ? request : conflict(c, desk, { request, text: desk.words.objections[permission.reason] });
}

/** Kinds that are possible, each with what it does to the dates, and why the others are not. */
function aboutField(desk: Desk, request: Request, { about, errors }: Draft): Markup {
  const { ask, objections, errorPrefix } = desk.words;
  const choices = QUESTIONS.filter((kind) => mayAsk(request, kind).ok).map((kind) => ({
    value: kind,
    label: ask.kinds[kind],
    hint: `${ask.limits[kind]} ${ask.effectLead} ${effectsInWords(desk, request, kind)}.`,
    checked: kind === about,
  }));
  const closed = QUESTIONS.flatMap((kind) => {
    const permission = mayAsk(request, kind);
    return permission.ok ? [] : [html`<p class="soft">${ask.closed(ask.kinds[kind], objections[permission.reason])}</p>`];
  });
  return html`${radios({ name: 'about', label: ask.about, choices, error: errorOf(errors, 'about'), errorPrefix })}${closed}`;
}

function fieldsOf(desk: Desk, request: Request, draft: Draft): Content {
  const { ask, errorPrefix } = desk.words;
  const { text, amount, currency, errors } = draft;
  const reason = reasonField(desk, {
    label: ask.reason,
    hint: ask.reasonHint,
    value: text.reason ?? '',
    error: errorOf(errors, 'reason'),
  });
  return html`${aboutField(desk, request, draft)}
${textArea({ name: 'words', label: ask.words, hint: ask.wordsHint, value: text.words, rows: 8, error: errorOf(errors, 'words'), errorPrefix })}
${reason}
${textField({ name: 'amount', label: ask.amount, hint: ask.amountHint, value: amount, width: 'short', inputmode: 'text', error: errorOf(errors, 'amount'), errorPrefix })}
${textField({ name: 'currency', label: ask.currency, hint: ask.currencyHint, value: currency, width: 'short', maxlength: 3, errorPrefix })}`;
}

function askMarkup(desk: Desk, request: Request, draft: Draft): Markup {
  const { ask } = desk.words;
  return actPage(desk, {
    request,
    title: ask.title,
    lead: ask.lead,
    action: staffPath.ask(request.id),
    fields: fieldsOf(desk, request, draft),
    errors: draft.errors,
    submit: button({ text: ask.submit }),
  });
}

/** GET /staff/requests/<id>/ask */
export async function askForm(c: Context, desk: Desk): Promise<Response> {
  const request = await askable(c, desk);
  return request instanceof Response ? request : c.html(askMarkup(desk, request, EMPTY));
}

function errorFor({ ask }: Desk['words'], fault: TextFault): FieldError {
  const errors: Record<TextFault, FieldError> = {
    'words-missing': { field: 'words', message: ask.errors.words },
    'too-long': { field: 'words', message: ask.errors.long },
    'reason-needed': { field: 'reason', message: ask.errors.reason },
    'fee-missing': { field: 'amount', message: ask.errors.fee },
  };
  return errors[fault];
}

function draftOf({ words }: Desk, request: Request, form: PostedForm): Draft {
  const about = QUESTIONS.find((kind) => kind === textOf(form, 'about') && mayAsk(request, kind).ok);
  const [reason, amount, currency] = [textOf(form, 'reason'), textOf(form, 'amount'), textOf(form, 'currency').toUpperCase()];
  const fee = about === 'fee' ? { fee: { amount: amount.replace(',', '.'), currency } } : {};
  const text = { words: textOf(form, 'words'), ...(reason === '' ? {} : { reason }), ...fee };
  const fault = questionFault(about ?? 'clarification', text);
  const missingKind = about === undefined ? [{ field: 'about', message: words.ask.errors.about }] : [];
  return { about, text, amount, currency, errors: [...missingKind, ...(fault === undefined ? [] : [errorFor(words, fault)])] };
}

/** The mail as it would go out today; the link is the person's own and stays unsaid. */
function preview(desk: Desk, request: Request, { about, draft }: { about: Question; draft: Draft }): Markup {
  const { port, words, zone, now } = desk;
  const { text, amount, currency } = draft;
  const asking = { about, on: civilDateIn(zone, new Date(now).toISOString()) };
  const letter = questionLetter(request, { configuration: port.configuration, statusUrl: `${port.baseUrl}/status/…`, text, asking });
  return checkPage(desk, {
    request,
    choice: `${words.ask.kinds[about]}. ${words.ask.effectLead} ${effectsInWords(desk, request, about)}.`,
    where: words.ask.mail,
    reason: `${letter.subject}\n\n${letterText(letter)}`,
    action: staffPath.ask(request.id),
    fields: { about, words: text.words, reason: text.reason ?? '', amount, currency },
  });
}

/** POST /staff/requests/<id>/ask */
export async function asking(c: Context, desk: Desk): Promise<Response> {
  const request = await askable(c, desk);
  if (request instanceof Response) return request;
  const form = await formOf(c);
  const draft = draftOf(desk, request, form);
  const { about, text, errors } = draft;
  if (about === undefined || errors.length > 0) return c.html(askMarkup(desk, request, draft), 400);
  const step = stepOf(form);
  if (step === 'change') return c.html(askMarkup(desk, request, draft));
  if (step === 'fill') return c.html(preview(desk, request, { about, draft }));
  const done = await desk.port.askPerson({ id: request.id, about, text, by: desk.staff });
  return finish(c, desk, { request, done, result: 'asked' });
}
