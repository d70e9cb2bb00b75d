/** The door of every staff page: a session, a genuine form, and a role that may. */
import type { Context } from 'hono';
import type { Desk } from './desk.ts';
import { formOf, textOf } from './form.ts';
import type { Outside } from './frame.ts';
import { mayDo, type StaffAct } from './may.ts';
import { returnPath, staffPath } from './paths.ts';
import type { ConsolePort } from './port.ts';
import { forbidden, outsideProblem } from './problem-page.ts';
import type { Session, Sessions } from './session.ts';

export interface Entrance {
  port: ConsolePort;
  sessions: Sessions;
  outside(c: Context): Outside;
  baseUrl: string;
}

function deskOf(c: Context, entrance: Entrance, session: Session): Desk {
  const { port, sessions } = entrance;
  const { lang, words } = entrance.outside(c);
  return {
    port,
    staff: session.staff,
    lang,
    words,
    formToken: sessions.formToken(session),
    now: port.now(),
    zone: port.configuration.controller.zone,
  };
}

/** Nobody is signed in: a page leads to sign-in and back, a post is told that nothing was done. */
function turnAway(c: Context, entrance: Entrance): Promise<Response> | Response {
  if (c.req.method !== 'GET') return c.html(outsideProblem(entrance.outside(c), 'ended'), 401);
  const { pathname, search } = new URL(c.req.url);
  // Absolute, so that the sign-in begins on the host the provider sends the browser back to.
  return c.redirect(entrance.baseUrl + staffPath.signIn({ to: returnPath(pathname + search) }), 303);
}

/** The desk of whoever comes in, or the page that says why not. */
export async function enter(c: Context, entrance: Entrance, act: StaffAct): Promise<Desk | Response> {
  const session = await entrance.sessions.current(c, entrance.port.now());
  if (session === undefined) return turnAway(c, entrance);
  if (c.req.method === 'POST' && !entrance.sessions.isFormToken(session, textOf(await formOf(c), 'token'))) {
    return c.html(outsideProblem(entrance.outside(c), 'forged'), 403);
  }
  const desk = deskOf(c, entrance, session);
  return mayDo(session.staff, act) ? desk : forbidden(c, desk, act);
}
