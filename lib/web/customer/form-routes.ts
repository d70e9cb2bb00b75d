/** The form: each post answers one question and shows the next; the last one sends the request. */
import { randomUUID } from 'node:crypto';
import { Hono, type Context } from 'hono';
import type { FieldError } from '../ui/fields.ts';
import { areAnonymous, checkAnswers, questionOf, questionsFor, readAnswers, type Answers, type FormFields } from './answers.ts';
import { checkPage } from './check-page.ts';
import { notFoundPage, refusedPage, tooManyPage } from './message-pages.ts';
import { paths, type QuestionId } from './paths.ts';
import type { CustomerPort } from './port.ts';
import { HONEYPOT, questionPage, type Question } from './question-pages.ts';
import { RETRY_AFTER_SECONDS, senderOf } from './sender.ts';
import type { Checked } from './submission-check.ts';
import { link, startVisit, type CustomerVisit } from './visit.ts';

interface Posted {
  c: Context;
  visit: CustomerVisit;
  id: QuestionId;
  answers: Answers;
  fields: FormFields;
}

const IDS: readonly string[] = ['rights', 'brand', 'who', 'for-someone-else', 'where', 'check'] satisfies QuestionId[];

function isQuestionId(text: string): text is QuestionId {
  return IDS.includes(text);
}

/** A browser shows a posted page again on "back" only if it may keep it: allowed until somebody is named. */
function cachingOf(answers: Answers): Record<string, string> {
  return { 'Cache-Control': areAnonymous(answers) ? 'private, no-cache' : 'no-store' };
}

function show({ c, visit, answers, fields }: Posted, question: Question, errors: FieldError[] = []): Response | Promise<Response> {
  const returning = fields['returning'] === 'yes' || String(fields['go']).startsWith('to:');
  return c.html(questionPage(visit, question, { answers, errors, returning }), errors.length > 0 ? 400 : 200, cachingOf(answers));
}

/** The page asked for, or the first one whose answers are wrong. */
function showPage(posted: Posted, id: QuestionId): Response | Promise<Response> {
  if (id !== 'check') return show(posted, id);
  const { visit, answers, c } = posted;
  const result = checkAnswers(answers, { messages: visit.m, configuration: visit.port.configuration });
  if (!result.ok) return showFirstWrong(posted, result.errors);
  return c.html(checkPage(visit, { answers, checked: result.value, key: randomUUID() }));
}

function showFirstWrong(posted: Posted, errors: FieldError[]): Response | Promise<Response> {
  const question =
    questionsFor(posted.answers, posted.visit.port.configuration).find((id): id is Question =>
      errors.some(({ field }) => questionOf(field) === id),
    ) ?? 'rights';
  return show(
    posted,
    question,
    errors.filter(({ field }) => questionOf(field) === question),
  );
}

function answerQuestion(posted: Posted, question: Question): Response | Promise<Response> {
  const { visit, answers, fields } = posted;
  const result = checkAnswers(answers, { messages: visit.m, configuration: visit.port.configuration });
  const errors = result.ok ? [] : result.errors.filter(({ field }) => questionOf(field) === question);
  if (errors.length > 0) return show(posted, question, errors);
  const order = questionsFor(answers, visit.port.configuration);
  const next = order[order.indexOf(question) + 1] ?? 'check';
  const agentStillUnknown = next === 'for-someone-else' && answers.agentName === '';
  return showPage(posted, fields['returning'] === 'yes' && !agentStillUnknown ? 'check' : next);
}

function previous({ id, visit, answers, fields }: Posted): QuestionId {
  if (fields['returning'] === 'yes' && id !== 'check') return 'check';
  const order = questionsFor(answers, visit.port.configuration);
  return order[order.indexOf(id) - 1] ?? 'rights';
}

function keyOf({ fields }: Posted): string {
  const key = fields['key'];
  return typeof key === 'string' && /^[\w-]{8,100}$/.test(key) ? key : randomUUID();
}

async function send(posted: Posted, checked: Checked): Promise<Response> {
  const { c, visit, answers } = posted;
  const submission = { ...checked, lang: visit.lang, channel: 'web' as const, idempotencyKey: `form:${keyOf(posted)}` };
  const result = await visit.port.submit(submission, senderOf(c));
  if (result.ok) return c.redirect(link(visit, `${paths.status(result.statusToken)}?new=1`), 303);
  if (result.reason === 'too-many') return c.html(tooManyPage(visit), 429, { 'Retry-After': String(RETRY_AFTER_SECONDS) });
  const errors = [{ field: 'send', message: visit.m.form.errors.sentAlready }];
  return c.html(checkPage(visit, { answers, checked, key: randomUUID(), errors }), 400);
}

async function readPost(c: Context, port: CustomerPort, id: QuestionId): Promise<Posted> {
  const fields: FormFields = await c.req.parseBody({ all: true });
  const go = typeof fields['go'] === 'string' ? fields['go'] : '';
  const formLang = go.startsWith('lang:') ? go.slice('lang:'.length) : fields['lang'];
  const visit = startVisit(c, port, typeof formLang === 'string' ? formLang : undefined);
  return { c, visit, id, fields, answers: readAnswers(fields, port.configuration) };
}

async function take(posted: Posted): Promise<Response> {
  const { c, visit, id, fields, answers } = posted;
  if (typeof fields[HONEYPOT] === 'string' && fields[HONEYPOT] !== '') return c.html(refusedPage(visit), 400);
  const go = typeof fields['go'] === 'string' ? fields['go'] : '';
  if (go === 'back') return showPage(posted, previous(posted));
  if (go.startsWith('lang:')) return showPage(posted, id);
  const target = go.startsWith('to:') ? go.slice('to:'.length) : '';
  if (isQuestionId(target)) return showPage(posted, target);
  if (id !== 'check') return answerQuestion(posted, id);
  const result = checkAnswers(answers, { messages: visit.m, configuration: visit.port.configuration });
  return result.ok ? send(posted, result.value) : showFirstWrong(posted, result.errors);
}

/** `/request/...` */
export function formRoutes(port: CustomerPort): Hono {
  const routes = new Hono();
  routes.get('/request/rights', (c) => {
    const visit = startVisit(c, port);
    const answers = readAnswers({ rights: c.req.queries('right') ?? [] }, port.configuration);
    return c.html(questionPage(visit, 'rights', { answers, errors: [], returning: false }), 200, cachingOf(answers));
  });
  routes.get('/request/:question', (c) => {
    const visit = startVisit(c, port);
    return isQuestionId(c.req.param('question'))
      ? c.redirect(link(visit, paths.question('rights')), 303)
      : c.html(notFoundPage(visit), 404);
  });
  routes.post('/request/:question', async (c) => {
    const id = c.req.param('question');
    if (!isQuestionId(id)) return c.html(notFoundPage(startVisit(c, port)), 404);
    return take(await readPost(c, port, id));
  });
  return routes;
}
