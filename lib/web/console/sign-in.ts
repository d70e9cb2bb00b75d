/** Signing in and out: to the identity provider and back, then a session with the roles of the configured claim. */
import type { Context, Hono } from 'hono';
import { html } from 'hono/html';
import type { JWTPayload } from 'jose';
import * as z from 'zod';
import type { ConsoleAuth } from './auth.ts';
import type { Entrance } from './entrance.ts';
import { formOf, textOf } from './form.ts';
import type { OidcClient } from './oidc.ts';
import { newLogin } from './oidc.ts';
import { returnPath } from './paths.ts';
import type { Role, Staff } from './port.ts';
import { outsideProblem, signInProblem } from './problem-page.ts';
import { type SealedCookie, sealedCookie } from './sealed-cookie.ts';

interface SignIn extends Entrance {
  auth: ConsoleAuth;
  oidc: OidcClient;
}

const MINUTES_TO_SIGN_IN = 10;

const pendingSchema = z.object({ state: z.string(), nonce: z.string(), verifier: z.string(), to: z.string() });

type Pending = z.infer<typeof pendingSchema>;

const ROLES: readonly string[] = ['viewer', 'agent', 'reviewer', 'admin'] satisfies Role[];

/** Roles of the claim: a list, or words in one string as some providers write it. Others' roles are ignored. */
function rolesOf(claims: JWTPayload, claim: string): Role[] {
  const value = claims[claim];
  const names = Array.isArray(value) ? value : typeof value === 'string' ? value.split(/[\s,]+/) : [];
  return ROLES.filter((role): role is Role => names.includes(role));
}

function staffOf(claims: JWTPayload, claim: string): Staff {
  const sub = claims.sub ?? '';
  const name = [claims['name'], claims['email']].find((value) => typeof value === 'string' && value !== '');
  return { sub, name: typeof name === 'string' ? name : sub, roles: rolesOf(claims, claim) };
}

async function leave(c: Context, signIn: SignIn, cookie: SealedCookie<Pending>): Promise<Response> {
  const login = newLogin();
  const url = await signIn.oidc.authorizationUrl(login);
  const outside = signIn.outside(c);
  if (url === undefined) return c.html(signInProblem(outside, outside.words.signInFailures.unavailable), 502);
  const now = signIn.port.now();
  await cookie.write(c, { ...login, to: returnPath(c.req.query('to')) }, { now, expiresAt: now + MINUTES_TO_SIGN_IN * 60_000 });
  return c.redirect(url.href, 303);
}

const STATUS = { denied: 403, mismatch: 400, untrusted: 403, unavailable: 502 } as const;

async function comeBack(c: Context, signIn: SignIn, cookie: SealedCookie<Pending>): Promise<Response> {
  const { port, sessions } = signIn;
  const now = port.now();
  const pending = await cookie.read(c, now);
  cookie.clear(c);
  const answer = new URL(c.req.url).searchParams;
  const result = pending === undefined ? ({ ok: false, reason: 'mismatch' } as const) : await signIn.oidc.finish(answer, pending, now);
  if (!result.ok || pending === undefined) {
    const reason = result.ok ? 'mismatch' : result.reason;
    const outside = signIn.outside(c);
    return c.html(signInProblem(outside, outside.words.signInFailures[reason]), STATUS[reason]);
  }
  await sessions.start(c, staffOf(result.claims, port.configuration.staff.rolesClaim), now);
  return c.redirect(returnPath(pending.to), 303);
}

async function signOut(c: Context, signIn: SignIn): Promise<Response> {
  const { sessions, port } = signIn;
  const session = await sessions.current(c, port.now());
  if (session !== undefined && !sessions.isFormToken(session, textOf(await formOf(c), 'token'))) {
    return c.html(outsideProblem(signIn.outside(c), 'forged'), 403);
  }
  sessions.end(c);
  return c.redirect('/staff/signed-out', 303);
}

async function signedOut(c: Context, signIn: SignIn): Promise<Response> {
  const outside = signIn.outside(c);
  const there = await signIn.oidc.signOutUrl();
  // A link, not a redirect: the content security policy lets forms lead to our own pages only.
  const link = there && html`<a href="${there.href}">${outside.words.problems.signOutThere}</a>`;
  return c.html(outsideProblem(outside, 'signedOut', link));
}

/** Adds the pages that need no session. */
export function addSignIn(app: Hono, signIn: SignIn): void {
  const cookie = sealedCookie<Pending>(signIn.auth, { name: 'staff-sign-in', parse: (value) => pendingSchema.safeParse(value).data });
  app.get('/sign-in', (c) => leave(c, signIn, cookie));
  app.get('/callback', (c) => comeBack(c, signIn, cookie));
  app.post('/sign-out', (c) => signOut(c, signIn));
  app.get('/signed-out', (c) => signedOut(c, signIn));
}
