/** The staff pages as one app, everything below `/staff`: sign-in, then every route of the table in may.ts. */
import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import { LARGEST_SCAN } from '../../steps/enter-request.ts';
import { sameOriginPosts, securityHeaders } from '../ui/security.ts';
import { askForm, asking } from './ask.ts';
import { answerForm, answering } from './ask-answer.ts';
import { asidePage, asideMail, puttingBack } from './aside.ts';
import { appealForm, decidingAppeal } from './appeal.ts';
import { checkAuth, type ConsoleAuth } from './auth.ts';
import { boardCsv, boardPage, findReference } from './board.ts';
import { entering, entryForm } from './entry.ts';
import { correctForm, correcting } from './correct.ts';
import { enter, type Entrance } from './entrance.ts';
import type { Desk } from './desk.ts';
import { failedMailForm, mendingMail } from './failed-mail.ts';
import type { Outside } from './frame.ts';
import { staffLanguage, wordsIn } from './desk.ts';
import { choosingLate, lateForm } from './late-choice.ts';
import { ROUTES, type RouteName } from './may.ts';
import { beginRequest, mailPage, mailPaper, rawMail } from './mail-page.ts';
import { createOidcClient } from './oidc.ts';
import { confirmIdentity, identityForm, resume, resumeForm, withdraw, withdrawForm } from './plain-acts.ts';
import { staffPath } from './paths.ts';
import type { ConsolePort } from './port.ts';
import { copyToPrint, letterFile, postForm, posting } from './post.ts';
import { missing, outsideProblem } from './problem-page.ts';
import { refuseForm, refusing } from './refuse.ts';
import { eventsJson, requestPage, showPerson } from './request-page.ts';
import { decideReview, reviewForm } from './review.ts';
import { createSessions } from './session.ts';
import { dismissing, letterForm, sorting } from './sort.ts';
import { addSignIn } from './sign-in.ts';
import { serveStyle } from './style.ts';
import { completeTask, taskForm } from './task.ts';
import { tasksPage } from './tasks-page.ts';
import { writeForm, writing } from './write.ts';

type Handler = (c: Context, desk: Desk) => Promise<Response> | Response;

const HANDLERS: Record<RouteName, Handler> = {
  board: boardPage,
  'board-csv': boardCsv,
  find: findReference,
  tasks: tasksPage,
  'entry-page': entryForm,
  'enter-request': entering,
  request: requestPage,
  events: eventsJson,
  person: showPerson,
  task: taskForm,
  'complete-task': completeTask,
  review: reviewForm,
  'decide-review': decideReview,
  appeal: appealForm,
  'decide-appeal': decidingAppeal,
  letter: letterForm,
  'sort-letter': sorting,
  'dismiss-letter': dismissing,
  mail: mailPage,
  'post-page': postForm,
  posted: posting,
  'letter-file': letterFile,
  enclosure: letterFile,
  copy: copyToPrint,
  'failed-mail': failedMailForm,
  'mend-mail': mendingMail,
  'begin-from-mail': beginRequest,
  'raw-mail': rawMail,
  paper: mailPaper,
  late: lateForm,
  'choose-late': choosingLate,
  'refuse-page': refuseForm,
  refuse: refusing,
  identity: identityForm,
  'confirm-identity': confirmIdentity,
  'ask-page': askForm,
  ask: asking,
  'write-page': writeForm,
  write: writing,
  'answer-page': answerForm,
  answer: answering,
  'resume-page': resumeForm,
  resume,
  'withdraw-page': withdrawForm,
  withdraw,
  'correct-page': correctForm,
  correct: correcting,
  aside: asidePage,
  'aside-mail': asideMail,
  'put-back': puttingBack,
};

/** More than any of these forms sends, but for the papers of an entry. */
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
  const limit = (maxSize: number) => bodyLimit({ maxSize, onError: (c) => c.html(outsideProblem(outside(c), 'tooLarge'), 413) });
  const [form, withPapers] = [limit(LARGEST_FORM), limit(LARGEST_FORM + LARGEST_SCAN)];
  app.use(async (c, next) => await (c.req.path === staffPath.entry() ? withPapers : form)(c, next));
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
