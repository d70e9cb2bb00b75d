/** What makes a mail go out from a page: a new code, a new link. Served by a function of its own, the only door that may send. */
import { Hono, type Context } from 'hono';
import { paths } from './paths.ts';
import type { LetterPort } from './port.ts';
import type { Done } from './status-page.ts';

/** An unknown token leads to the same page, which then says that it knows no such request. */
async function backToStatus(c: Context, done: Done): Promise<Response> {
  const fields = await c.req.parseBody();
  const lang = fields['lang'] ?? c.req.query('lang');
  const chosen = typeof lang === 'string' && /^[a-z]{2}$/.test(lang) ? `&lang=${lang}` : '';
  return c.redirect(`${paths.status(c.req.param('token') ?? '')}?done=${done}${chosen}`, 303);
}

/** The routes. */
export function letterRoutes(port: LetterPort): Hono {
  const routes = new Hono();
  routes.post('/status/:token/resend', async (c) => {
    await port.resendVerification(c.req.param('token'));
    return await backToStatus(c, 'resent');
  });
  routes.post('/status/:token/link', async (c) => {
    const { ok } = await port.reissueLink(c.req.param('token'));
    return await backToStatus(c, ok ? 'reissued' : 'reissue-no');
  });
  return routes;
}
