/** What staff see when something cannot be shown or done: in words, with the way on. */
import type { Context } from 'hono';
import { html } from 'hono/html';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { banner } from '../ui/banner.ts';
import type { Content, Markup } from '../ui/markup.ts';
import { when } from '../ui/markup.ts';
import type { Desk } from './desk.ts';
import { backLink, outsidePage, type Outside, staffPage } from './frame.ts';
import { neededInWords, rolesInWords } from './labels.ts';
import { MAY, type StaffAct } from './may.ts';
import { staffPath } from './paths.ts';

interface ProblemText {
  title: string;
  text: string;
  more?: Content;
}

function body({ title, text, more }: ProblemText): Markup {
  return html`<h1>${title}</h1><p class="lead">${text}</p>${when(more, (content) => html`<p>${content}</p>`)}`;
}

function show(
  c: Context,
  desk: Desk,
  problem: ProblemText & { status: ContentfulStatusCode; back?: { href: string; text: string } },
): Promise<Response> | Response {
  const { href, text } = problem.back ?? { href: staffPath.board(), text: desk.words.back };
  return c.html(staffPage(desk, { title: problem.title, before: backLink(desk, href, text), main: body(problem) }), problem.status);
}

/** 403: which role it takes and which the person has. */
export function forbidden(c: Context, desk: Desk, act: StaffAct): Promise<Response> | Response {
  const { problems, staffActs } = desk.words;
  const has = desk.staff.roles.length === 0 ? problems.noRoles : problems.yourRoles(rolesInWords(desk, desk.staff.roles));
  return show(c, desk, {
    status: 403,
    title: problems.forbiddenTitle,
    text: problems.forbidden(staffActs[act], neededInWords(desk, MAY[act])),
    more: `${has} ${problems.nothingDone}`,
  });
}

/** 404. */
export function missing(c: Context, desk: Desk): Promise<Response> | Response {
  return show(c, desk, { status: 404, title: desk.words.problems.missingTitle, text: desk.words.problems.missing });
}

/** 409: the request is no longer as the page said. */
export function conflict(
  c: Context,
  desk: Desk,
  { text, request }: { text: string; request: { id: string; reference: string } },
): Promise<Response> | Response {
  return show(c, desk, {
    status: 409,
    title: desk.words.problems.conflictTitle,
    text,
    more: desk.words.problems.nothingDone,
    back: { href: staffPath.request(request.id), text: desk.words.backToRequest(request.reference) },
  });
}

/** What a port's or `requestCan`'s reason means. */
export function reasonInWords({ words }: Desk, reason: string): string {
  const known: Record<string, string> = { ...words.objections, ...words.failures };
  return Object.hasOwn(known, reason) ? known[reason]! : words.failures['stale']!;
}

type OutsideProblem = 'forged' | 'ended' | 'fault' | 'tooLarge' | 'signedOut';

const TITLES = {
  forged: 'forgedTitle',
  ended: 'endedTitle',
  fault: 'faultTitle',
  tooLarge: 'tooLargeTitle',
  signedOut: 'signedOutTitle',
} as const;

/** A page that does not need to know who looks. */
export function outsideProblem(outside: Outside, problem: OutsideProblem, more?: Content): Markup {
  const {
    problems,
    back,
    problems: { signInAgain },
  } = outside.words;
  const title = problems[TITLES[problem]];
  const href = staffPath.board();
  const way = problem === 'ended' || problem === 'signedOut' ? signInAgain : back;
  const main = html`${body({ title, text: problems[problem], ...(more === undefined ? {} : { more }) })}<p><a class="button button-primary" href="${href}">${way}</a></p>`;
  return outsidePage(outside, { title, main });
}

/** Sign-in failed. */
export function signInProblem(outside: Outside, text: string): Markup {
  const { problems } = outside.words;
  const again = html`<p><a class="button button-primary" href="${staffPath.signIn()}">${problems.signInAgain}</a></p>`;
  return outsidePage(outside, {
    title: problems.signInTitle,
    main: html`<h1>${problems.signInTitle}</h1>${banner({ tone: 'problem', title: text })}${again}`,
  });
}
