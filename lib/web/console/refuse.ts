/** Refusing on grounds of the law: choose, read what the person will read, confirm. */
import type { Context } from 'hono';
import { requestCan } from '../../domain/request-can.ts';
import { previewRefusal } from '../../steps/refusal-preview.ts';
import { openPartsOf } from '../../steps/refuse-request.ts';
import { finish, readReason, stepOf } from './act-form.ts';
import type { Desk } from './desk.ts';
import { formOf } from './form.ts';
import type { CaseFile } from './port.ts';
import { conflict, missing } from './problem-page.ts';
import { refuseCheckMarkup } from './refuse-check.ts';
import { errorsFor, itemsOf, lawsConcerned, readDraft } from './refuse-draft.ts';
import { type Refusing, refuseMarkup } from './refuse-form.ts';
import { caseOf } from './request-page.ts';

type Opened = Refusing & Pick<CaseFile, 'progress'>;

/** The case a URL names with what can be refused in it, or the answer that nothing can. */
async function refusable(c: Context, desk: Desk): Promise<Opened | Response> {
  const file = await caseOf(c, desk);
  if (file === undefined) return missing(c, desk);
  const { request, progress } = file;
  const permission = requestCan(request, 'refuse');
  const open = openPartsOf(request, desk.port.configuration, progress);
  const { objections } = desk.words;
  if (!permission.ok) return conflict(c, desk, { request, text: objections[permission.reason] });
  const nothing = open.rights.length + open.systems.length === 0;
  return nothing ? conflict(c, desk, { request, text: objections['nothing-to-refuse'] }) : { request, open, progress };
}

/** GET /staff/requests/<id>/refuse */
export async function refuseForm(c: Context, desk: Desk): Promise<Response> {
  const opened = await refusable(c, desk);
  if (opened instanceof Response) return opened;
  return c.html(refuseMarkup(desk, opened, readDraft({}, [])));
}

/** POST /staff/requests/<id>/refuse */
export async function refusing(c: Context, desk: Desk): Promise<Response> {
  const opened = await refusable(c, desk);
  if (opened instanceof Response) return opened;
  const { request, open, progress } = opened;
  const form = await formOf(c);
  const concerned = lawsConcerned(request, open);
  const draft = readDraft(
    form,
    concerned.map(({ law }) => law),
  );
  const step = stepOf(form);
  if (step === 'change') return c.html(refuseMarkup(desk, opened, draft));
  const { errors } = readReason(desk, form, false);
  const decision = { by: desk.staff.sub, items: itemsOf(request, draft), reason: draft.reason };
  const { configuration, baseUrl } = desk.port;
  const seen = previewRefusal({ request, progress, configuration, baseUrl, now: desk.now }, decision);
  const wrong = [...(seen.ok ? [] : errorsFor(desk, seen.problems, concerned)), ...errors];
  if (!seen.ok || wrong.length > 0) return c.html(refuseMarkup(desk, opened, { ...draft, errors: wrong }), 400);
  if (step !== 'confirm') return c.html(refuseCheckMarkup(desk, opened, { draft, preview: seen.preview }));
  const done = await desk.port.refuse({ id: request.id, items: decision.items, reason: draft.reason, by: desk.staff });
  return finish(c, desk, { request, done, result: 'refused' });
}
