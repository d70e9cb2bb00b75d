/** The staff pages as one app, everything below `/staff`: sign-in, then every route of the table in may.ts. */
import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import { sameOriginPosts, securityHeaders } from '../ui/security.ts';
import { askForm, asking } from './ask.ts';
import { answerForm, answering } from './ask-answer.ts';
import { appealForm, decidingAppeal } from './appeal.ts';
import { checkAuth, type ConsoleAuth } from './auth.ts';
import { boardCsv, boardPage, findReference } from './board.ts';
import { correctForm, correcting } from './correct.ts';
import { enter, type Entrance } from './entrance.ts';
import type { Desk } from './desk.ts';
import type { Outside } from './frame.ts';
import { staffLanguage, wordsIn } from './desk.ts';
import { choosingLate, lateForm } from './late-choice.ts';
import { ROUTES, type RouteName } from './may.ts';
import { createOidcClient } from './oidc.ts';
import { confirmIdentity, identityForm, resume, resumeForm, withdraw, withdrawForm } from './plain-acts.ts';
import type { ConsolePort } from './port.ts';
import { missing, outsideProblem } from './problem-page.ts';
import { refuseForm, refusing } from './refuse.ts';
import { eventsJson, requestPage, showPerson } from './request-page.ts';
import { decideReview, reviewForm } from './review.ts';
import { createSessions } from './session.ts';
import { addSignIn } from './sign-in.ts';
import { serveStyle } from './style.ts';
import { completeTask, taskForm } from './task.ts';
import { tasksPage } from './tasks-page.ts';

type Handler = (c: Context, desk: Desk) => Promise<Response> | Response;

const HANDLERS: Record<RouteName, Handler> = {
  board: boardPage,
  'board-csv': boardCsv,
  find: findReference,
  tasks: tasksPage,
  request: requestPage,
  events: eventsJson,
  person: showPerson,
  task: taskForm,
  'complete-task': completeTask,
  review: reviewForm,
  'decide-review': decideReview,
  appeal: appealForm,
  'decide-appeal': decidingAppeal,
  late: lateForm,
  'choose-late': choosingLate,
  'refuse-page': refuseForm,
  refuse: refusing,
  identity: identityForm,
  'confirm-identity': confirmIdentity,
  'ask-page': askForm,
  ask: asking,
  'answer-page': answerForm,
  answer: answering,
  'resume-page': resumeForm,
  resume,
  'withdraw-page': withdrawForm,
  withdraw,
  'correct-page': correctForm,
  correct: correcting,
};

/** More than any of these forms sends. */
const LARGEST_FORM = 64 * 1024;

function addRoutes(app: Hono, entrance: Entrance): void {
  for (const [name, { method, path, act }] of Object.entries(ROUTES)) {
    app.on(method, path, async (c) => {
      const entered = await enter(c, entrance, act);
      return entered instanceof Response ? entered : HANDLERS[name as RouteName](c, entered);
    });
  }
}

/** Anything else: a slash too many, or nothing. */
async function elsewhere(c: Context, entrance: Entrance): Promise<Response> {
  if (c.req.method === 'GET' && /[^/]\/$/.test(c.req.path)) return c.redirect(c.req.path.slice(0, -1), 303);
  const entered = await enter(c, entrance, 'read');
  return entered instanceof Response ? entered : missing(c, entered);
}

/** The staff pages. A fault goes to `onFault`; whoever looks reads that it is ours. */
export function createConsoleApp(port: ConsolePort, auth: ConsoleAuth, onFault: (error: unknown) => void = () => undefined): Hono {
  checkAuth(auth);
  const outside = (c: Context): Outside => {
    const lang = staffLanguage(c.req.header('accept-language'));
    return { lang, words: wordsIn(lang), brand: port.configuration.controller.name };
  };
  const entrance: Entrance = { port, sessions: createSessions(auth), outside, baseUrl: auth.baseUrl };
  const app = new Hono().basePath('/staff');
  app.use(securityHeaders(), sameOriginPosts(auth.baseUrl));
  app.use(bodyLimit({ maxSize: LARGEST_FORM, onError: (c) => c.html(outsideProblem(outside(c), 'tooLarge'), 413) }));
  serveStyle(app);
  addSignIn(app, { ...entrance, auth, oidc: createOidcClient(auth) });
  addRoutes(app, entrance);
  app.all('*', (c) => elsewhere(c, entrance));
  app.onError((error, c) => {
    const forged = error instanceof HTTPException && error.status === 403;
    if (!forged) onFault(error);
    return c.html(outsideProblem(outside(c), forged ? 'forged' : 'fault'), forged ? 403 : 500);
  });
  return app;
}
