/** A mail that came to a request: who wrote it, what it says, and what staff may do about it. */
import type { Context } from 'hono';
import { html } from 'hono/html';
import { readId } from '../../domain/ids.ts';
import type { Request } from '../../domain/request.ts';
import { banner } from '../ui/banner.ts';
import { actionForm } from '../ui/button.ts';
import { type Content, type Markup, when } from '../ui/markup.ts';
import { summaryList } from '../ui/summary-list.ts';
import { tag } from '../ui/tag.ts';
import type { Desk } from './desk.ts';
import { fileAnswer } from './file-answer.ts';
import { backLink, staffPage } from './frame.ts';
import { instant, neededInWords } from './labels.ts';
import { mailFacts, mailText, mailWarnings, type OpenedMail, rulesFound } from './mail-view.ts';
import { MAY, mayDo } from './may.ts';
import { taskHref, taskTitle } from './next-action.ts';
import { staffPath } from './paths.ts';
import { missing } from './problem-page.ts';
import { actList } from './staff-acts.ts';

const wayBack = (desk: Desk, { id, reference }: Request): Markup =>
  backLink(desk, staffPath.request(id), desk.words.backToRequest(reference));

/** The letter a request began with is kept before anything else is known of it. */
function cameAs({ letter, mails, receivedAt: at }: Request, mail: string): OpenedMail['came'] | undefined {
  const first = letter?.mail === mail ? { ...letter, kind: 'letter' as const, fromPerson: true, papers: 0, at } : undefined;
  return mails.find((one) => one.mail === mail) ?? first;
}

/** A mail of a request; opening it is recorded. */
export async function openMail({ port, staff }: Desk, request: Request, mail: string): Promise<OpenedMail | undefined> {
  const came = cameAs(request, mail);
  const kept = came && (await port.mail({ id: request.id, mail, by: staff }));
  return came && kept && { request, came, kept };
}

async function openedBy(c: Context, desk: Desk): Promise<OpenedMail | undefined> {
  const id = readId('req', c.req.param('id') ?? '');
  const request = id && (await desk.port.open(id, desk.staff))?.request;
  return request && (await openMail(desk, request, c.req.param('mail') ?? ''));
}

/** The button that ends the task of reading it, while that is open. */
function readForm(desk: Desk, { request, came }: OpenedMail): Content {
  const { mail, request: texts } = desk.words;
  const task = request.tasks.find(({ kind, code }) => kind === 'read-mail' && code === came.mail);
  const disabledReason = mayDo(desk.staff, 'complete-task') ? undefined : texts.roleNeeded(neededInWords(desk, MAY['complete-task']));
  return when(
    task,
    ({ taskId }) =>
      html`<section id="read"><h2>${mail.readTitle}</h2><p class="soft">${mail.readLead}</p>${actionForm({
        action: staffPath.task(request.id, taskId),
        text: mail.read,
        id: 'mark-read',
        disabledReason,
        fields: { outcome: 'done', token: desk.formToken },
      })}</section>`,
  );
}

/** The button that makes a request of its own of a mail that came to this one. */
function beginForm(desk: Desk, { request, came }: OpenedMail): Content {
  const { mail, request: texts } = desk.words;
  if (came.kind !== 'reply' && came.kind !== 'follow-up') return '';
  const disabledReason = mayDo(desk.staff, 'sort-letter') ? undefined : texts.roleNeeded(neededInWords(desk, MAY['sort-letter']));
  return html`<section id="begin"><h2>${mail.beginTitle}</h2><p class="soft">${mail.beginLead}</p>${actionForm({
    action: staffPath.mail(request.id, came.mail),
    text: mail.begin,
    look: 'secondary',
    id: 'begin-request',
    disabledReason,
    fields: { token: desk.formToken },
  })}</section>`;
}

/** A letter that nobody has made sense of is sorted on a page of its own. */
function sortNext(desk: Desk, { request, came }: OpenedMail): Content {
  const task = request.tasks.find(({ kind }) => kind === 'sort');
  if (task === undefined || request.letter?.mail !== came.mail) return '';
  const body = html`<p><a href="${taskHref(request.id, task)}">${taskTitle(desk, task, request)}</a></p>`;
  return banner({ tone: 'warning', title: desk.words.mail.sortNext, body });
}

function mailMarkup(desk: Desk, opened: OpenedMail): Markup {
  const { mail, request: texts } = desk.words;
  const { request, came } = opened;
  const title = mail.title(mail.kinds[came.kind], instant(desk, came.at));
  const own = came.kind !== 'letter' && came.fromPerson ? html`<p>${tag('good', mail.own)}</p>` : '';
  const main = html`<h1>${title}</h1>${sortNext(desk, opened)}${mailWarnings(desk, opened)}<div class="case"><div class="case-main">
<section class="facts">${own}${summaryList(mailFacts(desk, opened))}</section>
<section>${mailText(desk, opened)}</section><section class="facts">${rulesFound(desk, opened)}</section>${readForm(desk, opened)}${beginForm(desk, opened)}
</div><div class="case-side"><section id="acts"><h2>${texts.acts}</h2>${actList(desk, request)}</section></div></div>`;
  return staffPage(desk, { title, before: wayBack(desk, request), main });
}

/** GET /staff/requests/<id>/mails/<mail> */
export async function mailPage(c: Context, desk: Desk): Promise<Response> {
  const opened = await openedBy(c, desk);
  return opened === undefined ? missing(c, desk) : c.html(mailMarkup(desk, opened));
}

/** POST /staff/requests/<id>/mails/<mail> */
export async function beginRequest(c: Context, desk: Desk): Promise<Response> {
  const opened = await openedBy(c, desk);
  if (opened === undefined) return missing(c, desk);
  const begun = await desk.port.beginFromMail({ id: opened.request.id, mail: opened.came.mail, by: desk.staff });
  return begun.ok ? c.redirect(staffPath.request(begun.requestId), 303) : missing(c, desk);
}

/** GET /staff/requests/<id>/mails/<mail>/raw */
export async function rawMail(c: Context, desk: Desk): Promise<Response> {
  const opened = await openedBy(c, desk);
  if (opened === undefined) return missing(c, desk);
  const { request, came } = opened;
  const content = await desk.port.mailFile({ id: request.id, mail: came.mail, by: desk.staff });
  if (content === undefined) return missing(c, desk);
  return await fileAnswer(c, desk, { name: `${request.reference}-${came.mail}.eml`, content, before: wayBack(desk, request) });
}

/** GET /staff/requests/<id>/mails/<mail>/papers/<number> */
export async function mailPaper(c: Context, desk: Desk): Promise<Response> {
  const opened = await openedBy(c, desk);
  const paper = opened?.kept.papers.find(({ number }) => String(number) === c.req.param('number'));
  if (opened === undefined || paper === undefined) return missing(c, desk);
  const { request, came } = opened;
  const content = await desk.port.mailFile({ id: request.id, mail: came.mail, paper: paper.number, by: desk.staff });
  if (content === undefined) return missing(c, desk);
  return await fileAnswer(c, desk, { name: paper.name, content, before: wayBack(desk, request) });
}
