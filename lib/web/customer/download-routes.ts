/** `/download/<token>`: what is in the answer; each file is fetched by a fresh address of a few minutes. */
import { html } from 'hono/html';
import { Hono } from 'hono';
import { slip } from '../ui/banner.ts';
import { buttonLink } from '../ui/button.ts';
import { bytesInWords, civilDate, dateInWords } from '../ui/dates.ts';
import { when, type Markup } from '../ui/markup.ts';
import { summaryList } from '../ui/summary-list.ts';
import { helpSection } from './case-parts.ts';
import { frame } from './layout.ts';
import { messagePage } from './message-pages.ts';
import { paths } from './paths.ts';
import type { DownloadPart, DownloadPort, DownloadView } from './port.ts';
import { inLanguageOf, link, startVisit, type Visit } from './visit.ts';

type Ready = Extract<DownloadView, { ok: true }>;
type NotReady = Extract<DownloadView, { ok: false }>['reason'];

const STATUS: Record<NotReady, 200 | 404 | 410> = { 'not-ready': 200, unknown: 404, ended: 410 };

function part(visit: Visit, { name, number, bytes, sha256 }: DownloadPart, token: string): Markup {
  const words = visit.m.case.download;
  return html`<section class="part">
    <h3 class="mono">${name}</h3>
    ${summaryList([
      { term: words.size, detail: bytesInWords(visit.lang, bytes) },
      { term: words.checksum, detail: html`<code class="breakable">${sha256}</code>` },
    ])}
    ${buttonLink({ text: `${words.get(name)} (${bytesInWords(visit.lang, bytes)})`, href: paths.downloadPart(token, number) })}
  </section>`;
}

function readyPage(visit: Visit, view: Ready, token: string): Markup {
  const words = visit.m.case.download;
  const { rights } = view.request;
  const day = (instant: string): string => dateInWords(visit.lang, civilDate(instant, visit.zone));
  const rows = [{ term: visit.m.case.reference, detail: html`<span class="mono">${view.request.reference}</span>` }];
  const main = html`${slip({ heading: words.title, lead: `${words.lead(day(view.until))} ${words.ready(day(view.readyAt))}.`, rows, tone: 'success' })}
    <h2>${words.contents}</h2>
    ${view.parts.map((one) => part(visit, one, token))}
    <p>${words.resume}</p>
    <h2>${words.inside}</h2>
    <ul>
      <li>${words.insideIndex}</li>
      ${when(rights.includes('access'), () => html`<li>${words.insideData}</li>`)}${when(rights.includes('portability'), () => html`<li>${words.insidePortability}</li>`)}
      <li>${words.insideManifest}</li>
    </ul>
    <p><strong>${words.safe}</strong></p>
    ${helpSection(visit, view.request)}`;
  return frame(visit, { title: words.title, main });
}

function notReadyPage(visit: Visit, reason: NotReady): Markup {
  const words = visit.m.case.download;
  if (reason === 'not-ready') return messagePage(visit, { title: words.notReadyTitle, body: [words.notReady] });
  if (reason === 'unknown') return messagePage(visit, { title: words.unknownTitle, body: [words.unknown] });
  const again = buttonLink({ text: words.askAgain, href: link(visit, paths.question('rights')) });
  return messagePage(visit, { title: words.endedTitle, body: [words.ended], next: again });
}

/** The list of files, and the way to each. */
export function downloadRoutes(port: DownloadPort): Hono {
  const routes = new Hono();
  routes.get('/download/:token', async (c) => {
    const visit = startVisit(c, port);
    const token = c.req.param('token');
    const view = await port.download(token);
    if (!view.ok) return c.html(notReadyPage(visit, view.reason), STATUS[view.reason]);
    return c.html(readyPage(inLanguageOf(visit, view.request.lang), view, token));
  });
  routes.get('/download/:token/:part', async (c) => {
    // Programs that look at links ask for the head. That is no download: a deletion that waits for one must not begin.
    if (c.req.method === 'HEAD') return c.body(null, 405, { Allow: 'GET' });
    const number = Number(c.req.param('part'));
    const known = Number.isSafeInteger(number) && number > 0;
    const result = known ? await port.presignPart(c.req.param('token'), number) : ({ ok: false, reason: 'unknown' } as const);
    if (!result.ok) return c.html(notReadyPage(startVisit(c, port), result.reason), STATUS[result.reason]);
    return c.redirect(result.url, 303);
  });
  return routes;
}
