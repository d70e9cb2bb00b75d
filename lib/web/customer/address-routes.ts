/** `/verify-address/<token>`: the mailed link. Mail scanners open links, so only the button on the page confirms. */
import { html } from 'hono/html';
import { Hono } from 'hono';
import { actionForm } from '../ui/button.ts';
import type { Markup } from '../ui/markup.ts';
import { languageField } from './case-parts.ts';
import { contactLine, frame } from './layout.ts';
import { messagePage } from './message-pages.ts';
import { paths } from './paths.ts';
import type { CustomerPort } from './port.ts';
import { link, startVisit, type Visit } from './visit.ts';

function confirmPage(visit: Visit, token: string): Markup {
  const { address } = visit.m.case;
  const main = html`<h1>${address.linkTitle}</h1>
    <p>${address.linkLead}</p>
    ${actionForm({ action: paths.verifyAddress(token), text: address.linkButton, fields: languageField(visit) })}
    <p class="soft after-form">${address.linkNot}</p>`;
  return frame(visit, { title: address.linkTitle, main });
}

/** The same words for wrong, expired, used and guessed links. */
function wrongPage(visit: Visit, reason: 'wrong' | 'locked'): Markup {
  const { address } = visit.m.case;
  const body = reason === 'locked' ? `${address.locked}.` : address.wrongLink;
  return messagePage(visit, {
    title: address.wrongLinkTitle,
    body: [body],
    next: html`<p>${visit.m.site.problem.contact} ${contactLine(visit)}</p>`,
  });
}

/** Shows the button, and confirms when it is pressed. */
export function addressRoutes(port: CustomerPort): Hono {
  const routes = new Hono();
  routes.get('/verify-address/:token', (c) => c.html(confirmPage(startVisit(c, port), c.req.param('token'))));
  routes.post('/verify-address/:token', async (c) => {
    const fields = await c.req.parseBody();
    const visit = startVisit(c, port, typeof fields['lang'] === 'string' ? fields['lang'] : undefined);
    const result = await port.confirmByLink(c.req.param('token'));
    if (!result.ok) return c.html(wrongPage(visit, result.reason), 400);
    return c.redirect(link(visit, `${paths.status(result.personToken)}?done=confirmed`), 303);
  });
  return routes;
}
