/** `/api/...`: the same requests for programs. Errors are RFC 9457, every wrong field at once, no value echoed. */
import { Hono, type Context } from 'hono';
import { readId } from '../../../domain/ids.ts';
import { problemJson } from '../../ui/problem.ts';
import type { CustomerPort } from '../port.ts';
import { RETRY_AFTER_SECONDS, senderOf } from '../sender.ts';
import { startVisit, type CustomerVisit } from '../visit.ts';
import { createdAnswer, detailsAnswer } from './api-answer.ts';
import { checkApiRequest, readKey } from './api-request.ts';
import { openApi } from './openapi.ts';
import { readJson } from './read-json.ts';

function unauthorised(c: Context): Response {
  c.header('WWW-Authenticate', 'Bearer');
  return problemJson(c, {
    title: 'No such request for this token',
    status: 401,
    detail: 'Send the token of the statusUrl as "Authorization: Bearer ...". An unknown id and a wrong token are answered alike.',
  });
}

async function create(c: Context, visit: CustomerVisit): Promise<Response> {
  const { port } = visit;
  if (!/^application\/([\w.-]+\+)?json\b/i.test(c.req.header('content-type') ?? '')) {
    return problemJson(c, { title: 'The body must be application/json', status: 415 });
  }
  const key = readKey(c.req.header('idempotency-key'));
  const result = checkApiRequest({ body: await readJson(c), key, messages: visit.m, configuration: port.configuration });
  if (!result.ok) return problemJson(c, { title: 'The request has wrong fields', status: 400, errors: result.errors });
  const submitted = await port.submit({ ...result.value, lang: visit.lang, channel: 'api', idempotencyKey: `api:${key}` }, senderOf(c));
  if (submitted.ok) {
    const answer = createdAnswer(visit, submitted.request, submitted.statusToken);
    return c.json(answer, 201, { Location: `${port.baseUrl}/api/requests/${answer.id}` });
  }
  if (submitted.reason === 'key-reused') {
    return problemJson(c, { title: 'This Idempotency-Key was used for another request', status: 422 });
  }
  c.header('Retry-After', String(RETRY_AFTER_SECONDS));
  return problemJson(c, { title: 'Too many requests', status: 429 });
}

async function read(c: Context, visit: CustomerVisit): Promise<Response> {
  const id = readId('req', c.req.param('id') ?? '');
  const token = /^Bearer +([\w-]{1,200})$/i.exec(c.req.header('authorization') ?? '')?.[1];
  const view = id === undefined || token === undefined ? undefined : await visit.port.openById(id, token);
  return view === undefined || token === undefined ? unauthorised(c) : c.json(detailsAnswer(visit, view, token));
}

/** The API and its description. */
export function apiRoutes(port: CustomerPort): Hono {
  const routes = new Hono();
  routes.get('/api/openapi.json', (c) =>
    c.json(openApi(port), 200, { 'Cache-Control': 'public, max-age=300', 'Access-Control-Allow-Origin': '*' }),
  );
  routes.post('/api/requests', (c) => create(c, startVisit(c, port)));
  routes.get('/api/requests/:id', (c) => read(c, startVisit(c, port)));
  routes.all('/api/*', (c) => problemJson(c, { title: 'Nothing is at this address', status: 404 }));
  return routes;
}
