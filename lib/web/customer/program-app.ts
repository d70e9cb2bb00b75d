/** An app without pages: for doors that answer with a redirect or a problem document, and stay small. */
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import { problemJson } from '../ui/problem.ts';
import { sameOriginPosts, securityHeaders } from '../ui/security.ts';
import type { OnFault } from './pages-app.ts';

/** Headers, origin check and a body limit. Faults go to `onFault`. */
export function createProgramApp({
  baseUrl,
  maxSize,
  onFault = () => undefined,
}: {
  baseUrl: string;
  maxSize: number;
  onFault?: OnFault | undefined;
}): Hono {
  const app = new Hono();
  app.use(securityHeaders());
  app.use(sameOriginPosts(baseUrl));
  app.use(bodyLimit({ maxSize, onError: (c) => problemJson(c, { title: 'The body is too large', status: 413 }) }));
  app.notFound((c) => problemJson(c, { title: 'Nothing is at this address', status: 404 }));
  app.onError((error, c) => {
    if (error instanceof HTTPException && error.status === 403) return problemJson(c, { title: 'Sent from another site', status: 403 });
    onFault(error);
    return problemJson(c, { title: 'Something went wrong on our side', status: 500 });
  });
  return app;
}
