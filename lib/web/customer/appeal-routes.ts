/** `/status/<token>/appeal`: the person asks for a refusal to be looked at again. */
import { Hono, type Context } from 'hono';
import type { FieldError } from '../ui/fields.ts';
import { appealPage, LONGEST_WORDS, noAppealPage } from './appeal-page.ts';
import { appealNow } from './appeal-section.ts';
import { unknownCasePage } from './message-pages.ts';
import { paths } from './paths.ts';
import type { CaseView, CustomerPort } from './port.ts';
import { inLanguageOf, link, startVisit, type CustomerVisit } from './visit.ts';

interface Opened {
  c: Context;
  visit: CustomerVisit;
  token: string;
  view: CaseView;
}

/** The case of a link mailed to the person; whoever came by another one is led to the status page, which says so. */
async function open(c: Context, port: CustomerPort, formLang?: string): Promise<Opened | Response> {
  const visit = startVisit(c, port, formLang);
  const token = c.req.param('token') ?? '';
  const view = await port.open(token);
  if (view === undefined) return c.html(unknownCasePage(visit), 404);
  if (view.access !== 'person') return c.redirect(link(visit, paths.status(token)), 303);
  return { c, token, view, visit: inLanguageOf(visit, view.request.lang) };
}

function show({ c, visit, view, token }: Opened, { words, errors }: { words: string; errors: FieldError[] }): Response | Promise<Response> {
  const now = appealNow(visit, view);
  if (!now.ok) return c.html(noAppealPage(visit, { view, token, reason: now.reason }));
  return c.html(appealPage(visit, { view, token, laws: now.laws, words, errors }), errors.length > 0 ? 400 : 200);
}

async function send(opened: Opened, fields: Record<string, unknown>): Promise<Response> {
  const { c, visit, view, token } = opened;
  const typed = typeof fields['words'] === 'string' ? fields['words'].replaceAll('\r\n', '\n').trim() : '';
  if (typed.length > LONGEST_WORDS) return show(opened, { words: typed, errors: [{ field: 'words', message: visit.m.appeal.wordsLong }] });
  const result = await visit.port.appeal(token, typed === '' ? undefined : typed);
  if (!result.ok) return c.html(noAppealPage(visit, { view, token, reason: result.reason }), 409);
  return c.redirect(link(visit, `${paths.status(result.personToken)}?done=appealed`), 303);
}

/** The form, and the appeal. */
export function appealRoutes(port: CustomerPort): Hono {
  const routes = new Hono();
  routes.get('/status/:token/appeal', async (c) => {
    const opened = await open(c, port);
    return opened instanceof Response ? opened : show(opened, { words: '', errors: [] });
  });
  routes.post('/status/:token/appeal', async (c) => {
    const fields = await c.req.parseBody();
    const opened = await open(c, port, typeof fields['lang'] === 'string' ? fields['lang'] : undefined);
    return opened instanceof Response ? opened : send(opened, fields);
  });
  return routes;
}
