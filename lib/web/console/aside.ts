/** Mails that were set aside: in each of them a person may find the request that a machine did not. */
import type { Context } from 'hono';
import { html } from 'hono/html';
import { actionForm } from '../ui/button.ts';
import { banner, type BannerTone } from '../ui/banner.ts';
import { type Content, type Markup, when } from '../ui/markup.ts';
import { table } from '../ui/table.ts';
import type { AsideMail, AsidePage } from '../../stores/set-aside.ts';
import type { Desk } from './desk.ts';
import { fileAnswer, sizeInWords } from './file-answer.ts';
import { backLink, staffPage } from './frame.ts';
import { instant } from './labels.ts';
import type { AsidePort } from './mail-port.ts';
import { staffPath } from './paths.ts';
import { missing } from './problem-page.ts';

/** What SES calls mails. */
const MESSAGE_ID = /^[\w.=-]{1,200}$/;

function line(desk: Desk, { messageId, at, bytes, because }: AsideMail): Content[] {
  const { aside } = desk.words.mail;
  const why = because === undefined ? aside.noReason : aside.reasons[because];
  const since = instant(desk, at);
  const open = html`<a href="${staffPath.asideMail(messageId)}" aria-label="${aside.openOf(since)}">${aside.open}</a>`;
  const take = actionForm({
    action: staffPath.asideMail(messageId),
    text: aside.take,
    look: 'secondary',
    about: aside.takeOf(since),
    fields: { token: desk.formToken },
  });
  return [since, why, sizeInWords(desk, bytes), open, take];
}

function result({ words: { mail } }: Desk, done: string | undefined): Content {
  const said: Record<string, [BannerTone, string]> = { taken: ['success', mail.aside.taken], gone: ['warning', mail.aside.gone] };
  const [tone, title] = (done !== undefined && Object.hasOwn(said, done) && said[done]) || [];
  return tone === undefined || title === undefined ? '' : banner({ tone, title, result: true });
}

function asideMarkup(desk: Desk, { mails, next }: AsidePage, asked: { after: string | undefined; done: string | undefined }): Markup {
  const { aside } = desk.words.mail;
  const columns = Object.values(aside.columns).map((text) => ({ text }));
  // By id they come in no order that means anything.
  const rows = mails.toSorted((a, b) => b.at.localeCompare(a.at)).map((mail) => line(desk, mail));
  const first = when(asked.after, () => html`<li><a href="${staffPath.aside()}">${aside.first}</a></li>`);
  const more = when(next, (after) => html`<li><a rel="next" href="${staffPath.aside({ after })}">${aside.more}</a></li>`);
  const paging = first === '' && more === '' ? '' : html`<ul class="paging">${first}${more}</ul>`;
  const main = html`${result(desk, asked.done)}<h1>${aside.title}</h1><p class="lead">${aside.lead}</p>${banner({ tone: 'warning', title: aside.warning })}
${table({ caption: aside.title, captionHidden: true, columns, rows, empty: aside.none })}${paging}`;
  return staffPage(desk, { title: aside.title, main, current: 'aside' });
}

/** GET /staff/mail */
export async function asidePage(c: Context, desk: Desk): Promise<Response> {
  const { aside } = desk.port;
  if (aside === undefined) return missing(c, desk);
  const after = MESSAGE_ID.exec(c.req.query('after') ?? '')?.[0];
  return c.html(asideMarkup(desk, await aside.list(after), { after, done: c.req.query('done') }));
}

/** The mail a URL names; undefined if there is no mailbox, or it is no name of a mail. */
function named(c: Context, { port }: Desk): { aside: AsidePort; messageId: string } | undefined {
  const messageId = MESSAGE_ID.exec(c.req.param('messageId') ?? '')?.[0];
  return port.aside && messageId !== undefined ? { aside: port.aside, messageId } : undefined;
}

/** GET /staff/mail/<messageId> */
export async function asideMail(c: Context, desk: Desk): Promise<Response> {
  const mail = named(c, desk);
  const content = await mail?.aside.open(mail.messageId, desk.staff);
  if (mail === undefined || content === undefined) return missing(c, desk);
  const before = backLink(desk, staffPath.aside(), desk.words.mail.aside.title);
  return await fileAnswer(c, desk, { name: `${mail.messageId}.eml.txt`, content, before });
}

/** POST /staff/mail/<messageId>: from there it is taken in within the hour. */
export async function puttingBack(c: Context, desk: Desk): Promise<Response> {
  const mail = named(c, desk);
  if (mail === undefined) return missing(c, desk);
  const done = (await mail.aside.putBack(mail.messageId, desk.staff)) ? 'taken' : 'gone';
  return c.redirect(staffPath.aside({ done }), 303);
}
