/** Acts of one question or none: confirm an identity, resume, withdraw. */
import type { Context } from 'hono';
import type { Request } from '../../domain/request.ts';
import { requestCan } from '../../domain/request-can.ts';
import { button } from '../ui/button.ts';
import { errorOf, type FieldError } from '../ui/fields.ts';
import type { Markup } from '../ui/markup.ts';
import { actPage, finish, readReason, reasonField } from './act-form.ts';
import type { Desk } from './desk.ts';
import { formOf } from './form.ts';
import { faultInWords, stepInWords } from './labels.ts';
import { staffPath } from './paths.ts';
import { conflict, missing } from './problem-page.ts';
import { caseOf } from './request-page.ts';

type PlainAct = 'verify' | 'resume' | 'withdraw';

/** The request a URL names if the act is possible, else the answer why not. */
async function requestFor(c: Context, desk: Desk, act: PlainAct): Promise<Request | Response> {
  const request = (await caseOf(c, desk))?.request;
  if (request === undefined) return missing(c, desk);
  const permission = requestCan(request, act);
  return permission.ok ? request : conflict(c, desk, { request, text: desk.words.objections[permission.reason] });
}

function identityMarkup(desk: Desk, request: Request, { reason, errors }: { reason: string; errors: FieldError[] }): Markup {
  const { forms } = desk.words;
  return actPage(desk, {
    request,
    title: forms.identityTitle,
    lead: forms.identityLead,
    action: staffPath.identity(request.id),
    fields: reasonField(desk, { label: forms.identityReason, hint: forms.identityHint, value: reason, error: errorOf(errors, 'reason') }),
    errors,
    submit: button({ text: forms.identitySubmit }),
  });
}

/** GET /staff/requests/<id>/identity */
export async function identityForm(c: Context, desk: Desk): Promise<Response> {
  const request = await requestFor(c, desk, 'verify');
  return request instanceof Response ? request : c.html(identityMarkup(desk, request, { reason: '', errors: [] }));
}

/** POST /staff/requests/<id>/identity */
export async function confirmIdentity(c: Context, desk: Desk): Promise<Response> {
  const request = await requestFor(c, desk, 'verify');
  if (request instanceof Response) return request;
  const draft = readReason(desk, await formOf(c), true);
  if (draft.errors.length > 0) return c.html(identityMarkup(desk, request, draft), 400);
  const done = await desk.port.confirmIdentity({ id: request.id, reason: draft.reason, by: desk.staff });
  return finish(c, desk, { request, done, result: 'identity' });
}

/** GET /staff/requests/<id>/resume */
export async function resumeForm(c: Context, desk: Desk): Promise<Response> {
  const request = await requestFor(c, desk, 'resume');
  if (request instanceof Response) return request;
  const { forms } = desk.words;
  const lead = forms.resumeLead(stepInWords(desk, request.parked?.step ?? ''), faultInWords(desk, request.parked?.error ?? ''));
  const submit = button({ text: forms.resumeSubmit });
  return c.html(
    actPage(desk, { request, title: forms.resumeTitle, lead, action: staffPath.resume(request.id), fields: '', errors: [], submit }),
  );
}

/** POST /staff/requests/<id>/resume */
export async function resume(c: Context, desk: Desk): Promise<Response> {
  const request = await requestFor(c, desk, 'resume');
  if (request instanceof Response) return request;
  return finish(c, desk, { request, done: await desk.port.resume({ id: request.id, by: desk.staff }), result: 'resumed' });
}

/** GET /staff/requests/<id>/withdraw */
export async function withdrawForm(c: Context, desk: Desk): Promise<Response> {
  const request = await requestFor(c, desk, 'withdraw');
  if (request instanceof Response) return request;
  const { forms } = desk.words;
  const submit = button({ text: forms.withdrawSubmit, look: 'danger' });
  return c.html(
    actPage(desk, {
      request,
      title: forms.withdrawTitle,
      lead: forms.withdrawLead,
      action: staffPath.withdraw(request.id),
      fields: '',
      errors: [],
      submit,
    }),
  );
}

/** POST /staff/requests/<id>/withdraw */
export async function withdraw(c: Context, desk: Desk): Promise<Response> {
  const request = await requestFor(c, desk, 'withdraw');
  if (request instanceof Response) return request;
  return finish(c, desk, { request, done: await desk.port.withdraw({ id: request.id, by: desk.staff }), result: 'withdrawn' });
}
