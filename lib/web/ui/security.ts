/** What every page and every form post must satisfy: headers, and posts from our own pages only. */
import { createMiddleware } from 'hono/factory';
import { HTTPException } from 'hono/http-exception';
import { secureHeaders } from 'hono/secure-headers';
import type { MiddlewareHandler } from 'hono';

/** Nothing but our own files; no inline script or style; framed by nobody. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "img-src 'self' data:",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ');

/** The same for a page whose script reads public files of ours. */
export const READING_POLICY = `${CONTENT_SECURITY_POLICY}; connect-src 'self'`;

/** Secure headers on every answer, the policy unless the page sets its own; tokens stand in URLs, so no referrer leaves the page. */
export function securityHeaders(): MiddlewareHandler {
  const headers = secureHeaders({ referrerPolicy: 'no-referrer', xFrameOptions: 'DENY', crossOriginResourcePolicy: 'same-origin' });
  return createMiddleware(async (c, next) => {
    await headers(c, async () => {
      await next();
    });
    if (!c.res.headers.has('Content-Security-Policy')) c.res.headers.set('Content-Security-Policy', CONTENT_SECURITY_POLICY);
    if (!c.res.headers.has('X-Robots-Tag')) c.res.headers.set('X-Robots-Tag', 'noindex');
    if (!c.res.headers.has('Cache-Control')) c.res.headers.set('Cache-Control', 'no-store');
  });
}

/**
 * Refuses form posts that another site sent. Browsers say where a post comes from by `Sec-Fetch-Site`,
 * older ones by `Origin`; a post with neither comes from no browser and carries no ambient authority.
 */
export function sameOriginPosts(baseUrl: string): MiddlewareHandler {
  const origin = new URL(baseUrl).origin;
  return createMiddleware(async (c, next) => {
    const safe = c.req.method === 'GET' || c.req.method === 'HEAD' || c.req.method === 'OPTIONS';
    if (!safe && !comesFromUs(c.req.raw.headers, origin)) throw new HTTPException(403, { message: 'This form was sent from another site' });
    await next();
  });
}

function comesFromUs(headers: Headers, origin: string): boolean {
  const site = headers.get('sec-fetch-site');
  if (site !== null) return site === 'same-origin' || site === 'none';
  const from = headers.get('origin');
  return from === null || from === origin;
}
