/** Pages that say one thing: not found, problem, too many, cannot be opened. */
import { html } from 'hono/html';
import type { Content, Markup } from '../ui/markup.ts';
import { contactLine, frame } from './layout.ts';
import { paths } from './paths.ts';
import { link, type Visit } from './visit.ts';

/** A heading, a few sentences, and what to do next. */
export function messagePage(visit: Visit, { title, body, next }: { title: string; body: readonly string[]; next?: Content }): Markup {
  const main = html`<h1>${title}</h1>
    ${body.map((text) => html`<p>${text}</p>`)}${next ?? ''}`;
  return frame(visit, { title, main });
}

function contact(visit: Visit, words: string): Markup {
  return html`<p>${words} ${contactLine(visit)}</p>`;
}

/** Nothing is at this address. */
export function notFoundPage(visit: Visit): Markup {
  const { problem } = visit.m.site;
  const next = html`<p><a href="${link(visit, paths.start)}">${problem.home}</a></p>`;
  return messagePage(visit, { title: problem.notFoundTitle, body: [problem.notFound], next });
}

/** A token opens nothing: the same for guessed, expired and mistyped ones. */
export function unknownCasePage(visit: Visit): Markup {
  const { problem } = visit.m.site;
  return messagePage(visit, { title: problem.caseTitle, body: [problem.case], next: contact(visit, problem.contact) });
}

/** Something broke on our side. */
export function problemPage(visit: Visit): Markup {
  const { problem } = visit.m.site;
  return messagePage(visit, { title: problem.title, body: [problem.lead, problem.retry], next: contact(visit, problem.contact) });
}

/** The post came from another site. */
export function forbiddenPage(visit: Visit): Markup {
  const { problem } = visit.m.site;
  const next = html`<p><a href="${link(visit, paths.start)}">${problem.home}</a></p>`;
  return messagePage(visit, { title: problem.forbiddenTitle, body: [problem.forbidden], next });
}

/** More was sent than any form asks for. */
export function tooLargePage(visit: Visit): Markup {
  const { problem } = visit.m.site;
  return messagePage(visit, { title: problem.tooLargeTitle, body: [problem.tooLarge], next: contact(visit, problem.contact) });
}

/** A program filled in the hidden field. */
export function refusedPage(visit: Visit): Markup {
  const { form } = visit.m;
  return messagePage(visit, { title: form.refusedTitle, body: [], next: contact(visit, form.refused) });
}

/** Too many requests from this sender or for this mailbox. */
export function tooManyPage(visit: Visit): Markup {
  const { form } = visit.m;
  return messagePage(visit, { title: form.tooManyTitle, body: [], next: contact(visit, form.tooMany) });
}
