/** What every app of customer pages starts from: headers, limits, assets, and words for everything that goes wrong. */
import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import { serveAssets } from '../ui/assets.ts';
import type { Markup } from '../ui/markup.ts';
import { problemJson, wantsJson } from '../ui/problem.ts';
import { sameOriginPosts, securityHeaders } from '../ui/security.ts';
import { forbiddenPage, notFoundPage, problemPage, tooLargePage } from './message-pages.ts';
import type { PagePort } from './port.ts';
import { startVisit, type Visit } from './visit.ts';

const FORM_BYTES = 64 * 1024;
// A receipt of hundreds of systems, pasted or as a file.
const RECEIPT_BYTES = 2 * 1024 * 1024;

interface Words {
  title: string;
  status: 403 | 404 | 413 | 500;
  page(visit: Visit): Markup;
}

const NOT_FOUND: Words = { title: 'Nothing is at this address', status: 404, page: notFoundPage };
const FORBIDDEN: Words = { title: 'Sent from another site', status: 403, page: forbiddenPage };
const TOO_LARGE: Words = { title: 'The body is too large', status: 413, page: tooLargePage };
const PROBLEM: Words = { title: 'Something went wrong on our side', status: 500, page: problemPage };

/** Programs get a problem document, people a page. */
function answer(c: Context, port: PagePort, { title, status, page }: Words): Response | Promise<Response> {
  const program = c.req.path.startsWith('/api/') || wantsJson(c);
  return program ? problemJson(c, { title, status }) : c.html(page(startVisit(c, port)), status);
}

function limits(app: Hono, port: PagePort): void {
  const onError = (c: Context): Response | Promise<Response> => answer(c, port, TOO_LARGE);
  app.use('/verify', bodyLimit({ maxSize: RECEIPT_BYTES, onError }));
  for (const path of ['/request/*', '/status/*', '/verify-address/*', '/passed-on/*', '/api/*'])
    app.use(path, bodyLimit({ maxSize: FORM_BYTES, onError }));
}

/** Takes faults for the log: an error, never the URL, which holds tokens. */
export type OnFault = (error: unknown) => void;

/** The app without routes. Faults go to `onFault`; the person reads that nothing is lost. */
export function createPagesApp(port: PagePort, onFault: OnFault = () => undefined): Hono {
  const app = new Hono();
  app.use(securityHeaders());
  app.use(sameOriginPosts(port.baseUrl));
  limits(app, port);
  serveAssets(app);
  app.notFound((c) => answer(c, port, NOT_FOUND));
  app.onError((error, c) => {
    if (error instanceof HTTPException && error.status === 403) return answer(c, port, FORBIDDEN);
    onFault(error);
    return answer(c, port, PROBLEM);
  });
  return app;
}
