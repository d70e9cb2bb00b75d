/** Errors on their way out: RFC 9457 for programs, plain words for people. */
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { FieldError } from './fields.ts';

/** A problem document (RFC 9457); `errors` names each wrong field, never its value. */
export interface Problem {
  type: string;
  title: string;
  status: ContentfulStatusCode;
  detail?: string;
  errors?: FieldError[];
}

/** Answers with `application/problem+json`. */
export function problemJson(c: Context, problem: Omit<Problem, 'type'> & { type?: string }): Response {
  const body: Problem = { type: 'about:blank', ...problem };
  return c.body(JSON.stringify(body), problem.status, { 'Content-Type': 'application/problem+json; charset=utf-8' });
}

/** True if the caller would rather read JSON than a page. */
export function wantsJson(c: Context): boolean {
  const accept = c.req.header('accept') ?? '';
  return !accept.includes('text/html') && /application\/([\w.-]+\+)?json/.test(accept);
}
