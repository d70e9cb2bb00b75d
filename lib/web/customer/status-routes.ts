/** `/status/<token>`: confirmation, status, and everything its reader can do. */
import { Hono, type Context } from 'hono';
import type { FieldError } from '../ui/fields.ts';
import { answerField, type TypedAnswer } from './answer-form.ts';
import { actPage } from './act-page.ts';
import { confirmationPage } from './confirmation-page.ts';
import { unknownCasePage } from './message-pages.ts';
import { paths } from './paths.ts';
import { senderOf } from './sender.ts';
import type { CaseView, CustomerPort } from './port.ts';
import { statusPage, type Done } from './status-page.ts';
import { inLanguageOf, link, startVisit, type CustomerVisit } from './visit.ts';

const DONE: readonly string[] = [
  'resent',
  'confirmed',
  'withdrawn',
  'withdraw-late',
  'waived',
  'waive-no',
  'reissued',
  'reissue-no',
  'appealed',
  'answered',
  'answer-late',
] satisfies Done[];

interface Opened {
  c: Context;
  visit: CustomerVisit;
  token: string;
  view: CaseView;
}

type Act = (opened: Opened, fields: Record<string, unknown>) => Promise<Response> | Response;

function back({ c, visit, token }: Opened, done: Done): Response {
  return c.redirect(link(visit, `${paths.status(token)}?done=${done}`), 303);
}

function showStatus({ c, visit, token, view }: Opened, errors: FieldError[] = [], typed?: TypedAnswer): Response | Promise<Response> {
  const done = c.req.query('done');
  const known = errors.length === 0 && done !== undefined && DONE.includes(done) ? (done as Done) : undefined;
  return c.html(statusPage(visit, { view, token, done: known, errors, typed }), errors.length > 0 ? 400 : 200);
}

function show(opened: Opened): Response | Promise<Response> {
  const { c, visit, view, token } = opened;
  return c.req.query('new') === '1' && view.access === 'submitter' ? c.html(confirmationPage(visit, view, token)) : showStatus(opened);
}

const enterCode: Act = async (opened, fields) => {
  const { c, visit, token } = opened;
  const typed = typeof fields['code'] === 'string' ? fields['code'].replaceAll(/[\s\p{Pd}]/gu, '') : '';
  // Not six digits can never be right, and must not use up one of the attempts.
  const result = /^\d{6}$/.test(typed)
    ? await visit.port.confirmByCode(token, typed, senderOf(c))
    : ({ ok: false, reason: 'wrong' } as const);
  if (result.ok) return c.redirect(link(visit, `${paths.status(result.personToken)}?done=confirmed`), 303);
  return showStatus(opened, [{ field: 'code', message: visit.m.case.address[result.reason] }]);
};

const withdraw: Act = async (opened) => back(opened, (await opened.visit.port.withdraw(opened.token)).ok ? 'withdrawn' : 'withdraw-late');

const changeAddress: Act = async (opened) => {
  const { c, visit, token } = opened;
  const result = await visit.port.withdraw(token);
  return result.ok ? c.redirect(link(visit, paths.question('rights')), 303) : back(opened, 'withdraw-late');
};

const waive: Act = async (opened) => back(opened, (await opened.visit.port.waiveFetch(opened.token)).ok ? 'waived' : 'waive-no');

const answer: Act = async (opened, fields) => {
  const { visit, token } = opened;
  const number = Number(fields['number']);
  const field = answerField(number);
  const words = typeof fields[field] === 'string' ? fields[field].replaceAll('\r\n', '\n').trim() : '';
  const result = await visit.port.answer(token, { number, words });
  if (result.ok) return back(opened, 'answered');
  if (result.reason === 'late') return back(opened, 'answer-late');
  const { missing, tooLong } = visit.m.answer;
  return showStatus(opened, [{ field, message: result.reason === 'too-long' ? tooLong : missing }], { number, words });
};

const ACTS: Record<string, Act> = { code: enterCode, withdraw, 'change-address': changeAddress, waive, answer };

async function opening(c: Context, visit: CustomerVisit): Promise<Opened | undefined> {
  const token = c.req.param('token') ?? '';
  const view = await visit.port.open(token);
  return view === undefined ? undefined : { c, token, view, visit: inLanguageOf(visit, view.request.lang) };
}

/** All routes below `/status`. */
export function statusRoutes(port: CustomerPort): Hono {
  const routes = new Hono();
  routes.get('/status/:token', async (c) => {
    const visit = startVisit(c, port);
    const opened = await opening(c, visit);
    return opened === undefined ? c.html(unknownCasePage(visit), 404) : show(opened);
  });
  routes.get('/status/:token/:act{withdraw|waive}', async (c) => {
    const visit = startVisit(c, port);
    const opened = await opening(c, visit);
    if (opened === undefined) return c.html(unknownCasePage(visit), 404);
    return c.html(actPage(opened.visit, c.req.param('act') === 'waive' ? 'waive' : 'withdraw', opened.token));
  });
  // After a wrong code the page has the address of the form; reloading it leads back to the status.
  routes.get('/status/:token/:act', (c) => c.redirect(link(startVisit(c, port), paths.status(c.req.param('token'))), 303));
  routes.post('/status/:token/:act', async (c) => {
    const fields = await c.req.parseBody();
    const visit = startVisit(c, port, typeof fields['lang'] === 'string' ? fields['lang'] : undefined);
    const act = Object.hasOwn(ACTS, c.req.param('act')) ? ACTS[c.req.param('act')] : undefined;
    const opened = act === undefined ? undefined : await opening(c, visit);
    return act === undefined || opened === undefined ? c.html(unknownCasePage(visit), 404) : act(opened, fields);
  });
  return routes;
}
