/** The choice for late systems: an interim answer, an extension on a ground the law knows, or a refusal in part. */
import type { Context } from 'hono';
import { html } from 'hono/html';
import type { Request } from '../../domain/request.ts';
import { requestCan } from '../../domain/request-can.ts';
import type { LateChoice } from '../../domain/request-events.ts';
import { button } from '../ui/button.ts';
import { dateInWords, listInWords } from '../ui/dates.ts';
import { errorOf, type FieldError, radios, select } from '../ui/fields.ts';
import type { Content, Markup } from '../ui/markup.ts';
import { actPage, checkPage, finish, readReason, reasonField, stepOf } from './act-form.ts';
import type { Desk } from './desk.ts';
import { extensionHindrance, extensionOf } from './due-date.ts';
import { formOf, textOf } from './form.ts';
import { systemInWords, wordFor } from './labels.ts';
import { staffPath } from './paths.ts';
import { conflict, missing } from './problem-page.ts';
import { caseOf } from './request-page.ts';

interface Draft {
  choice: LateChoice | undefined;
  ground: string;
  reason: string;
  errors: FieldError[];
}

/** Choices that are possible now: an extension may be open while no system is late, and the reverse. */
function possible(request: Request, desk: Desk): LateChoice[] {
  const late: LateChoice[] = requestCan(request, 'choose-late').ok ? ['interim', 'refuse-part'] : [];
  const extend: LateChoice[] = extensionHindrance(desk, request) === undefined ? ['extend'] : [];
  return [...late.slice(0, 1), ...extend, ...late.slice(1)];
}

/** The request a URL names with its choices, or the answer that there is nothing to choose. */
async function chooser(c: Context, desk: Desk): Promise<{ request: Request; choices: LateChoice[] } | Response> {
  const request = (await caseOf(c, desk))?.request;
  if (request === undefined) return missing(c, desk);
  const choices = possible(request, desk);
  if (choices.length > 0) return { request, choices };
  const permission = requestCan(request, 'choose-late');
  return conflict(c, desk, { request, text: permission.ok ? desk.words.forms.notNow : desk.words.objections[permission.reason] });
}

function lateSystems(desk: Desk, request: Request): Content {
  const { forms } = desk.words;
  const late = [...new Set(request.tasks.flatMap((task) => task.system ?? []))].map((system) => systemInWords(desk, system));
  return late.length === 0 ? forms.lateNobody : `${forms.lateLead} ${listInWords(desk.lang, late)}.`;
}

function groundField(desk: Desk, request: Request, draft: Draft): Content {
  const extension = extensionOf(request, desk);
  if (extension === undefined) return '';
  const { forms, grounds, errorPrefix } = desk.words;
  const options = extension.grounds.map((ground) => ({ value: ground, label: wordFor(grounds, ground) }));
  return select({
    name: 'ground',
    label: forms.ground,
    hint: `${forms.groundHint} ${forms.extendedTo(dateInWords(desk.lang, extension.dueOn), extension.basis)}`,
    value: draft.ground,
    groups: [{ options: [{ value: '', label: forms.groundNone }, ...options] }],
    error: errorOf(draft.errors, 'ground'),
    errorPrefix,
  });
}

function lateMarkup(desk: Desk, { request, choices }: { request: Request; choices: LateChoice[] }, draft: Draft): Markup {
  const { forms, lateChoices, errorPrefix } = desk.words;
  const offered = choices.map((choice) => ({ value: choice, ...lateChoices[choice], checked: choice === draft.choice }));
  const ground = choices.includes('extend') ? groundField(desk, request, draft) : '';
  const reason = reasonField(desk, {
    label: forms.lateReason,
    hint: forms.lateReasonHint,
    value: draft.reason,
    error: errorOf(draft.errors, 'reason'),
  });
  return actPage(desk, {
    request,
    title: forms.lateTitle,
    lead: lateSystems(desk, request),
    action: staffPath.late(request.id),
    fields: html`${radios({ name: 'choice', label: forms.lateChoice, choices: offered, error: errorOf(draft.errors, 'choice'), errorPrefix })}${ground}${reason}`,
    errors: draft.errors,
    submit: button({ text: forms.continue }),
  });
}

/** GET /staff/requests/<id>/late */
export async function lateForm(c: Context, desk: Desk): Promise<Response> {
  const chosen = await chooser(c, desk);
  if (chosen instanceof Response) return chosen;
  const choice = chosen.choices.find((candidate) => candidate === c.req.query('choice'));
  return c.html(lateMarkup(desk, chosen, { choice, ground: '', reason: '', errors: [] }));
}

async function draftOf(c: Context, desk: Desk, { request, choices }: { request: Request; choices: LateChoice[] }): Promise<Draft> {
  const { forms } = desk.words;
  const form = await formOf(c);
  const choice = choices.find((candidate) => candidate === textOf(form, 'choice'));
  const ground = textOf(form, 'ground');
  const known = extensionOf(request, desk)?.grounds.includes(ground) ?? false;
  const { reason, errors } = readReason(desk, form, choice !== undefined && choice !== 'interim');
  const wrong = [
    ...(choice === undefined ? [{ field: 'choice', message: forms.choiceMissing }] : []),
    ...(choice === 'extend' && !known ? [{ field: 'ground', message: forms.groundMissing }] : []),
  ];
  return { choice, ground, reason, errors: [...wrong, ...errors] };
}

/** POST /staff/requests/<id>/late */
export async function choosingLate(c: Context, desk: Desk): Promise<Response> {
  const chosen = await chooser(c, desk);
  if (chosen instanceof Response) return chosen;
  const { request } = chosen;
  const draft = await draftOf(c, desk, chosen);
  const step = stepOf(await formOf(c));
  const { choice, ground, reason } = draft;
  if (choice === undefined || draft.errors.length > 0) return c.html(lateMarkup(desk, chosen, draft), 400);
  if (step === 'change') return c.html(lateMarkup(desk, chosen, draft));
  // An interim answer needs no words; where there are some, the person reads them too.
  if (reason !== '' && step !== 'confirm') {
    const { forms, lateChoices } = desk.words;
    const fields = { choice, ground, reason };
    return c.html(
      checkPage(desk, {
        request,
        choice: lateChoices[choice].label,
        where: forms.inAnswer,
        reason,
        action: staffPath.late(request.id),
        fields,
      }),
    );
  }
  const words = reason === '' ? {} : { reason };
  const on = choice === 'extend' ? { ground } : {};
  const done = await desk.port.chooseLate({ id: request.id, choice, ...on, ...words, by: desk.staff });
  return finish(c, desk, { request, done, result: choice });
}
