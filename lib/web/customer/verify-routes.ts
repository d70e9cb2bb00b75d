/** `/verify`: anybody pastes a receipt, or opens one by its number, and reads whether it is genuine. */
import { html } from 'hono/html';
import { Hono, type Context } from 'hono';
import { bareId, readId, type ReceiptId } from '../../domain/ids.ts';
import { examine, type Examined, type Held, type Issuer } from '../verify-page/examine.ts';
import { sortGiven, type Given } from '../verify-page/given.ts';
import { assetOf, serveAsset } from '../ui/assets.ts';
import { buttonLink } from '../ui/button.ts';
import type { Content, Markup } from '../ui/markup.ts';
import { READING_POLICY } from '../ui/security.ts';
import { frame } from './layout.ts';
import { paths } from './paths.ts';
import type { CustomerPort, ReceiptView } from './port.ts';
import { answerOf } from './verify-answer.ts';
import { formPage, offlineHelp } from './verify-form.ts';
import { verifyScript } from './verify-script.ts';
import { link, startVisit, type Visit } from './visit.ts';

const SCRIPT = assetOf('js', verifyScript);

const YEAR = /\/log\/(\d{4})$/;

function heldIn({ proof, supersededBy }: ReceiptView): Held {
  return {
    ...(proof === undefined ? {} : { proof }),
    ...(supersededBy === undefined ? {} : { newerUrl: paths.receipt(bareId(supersededBy.id)) }),
  };
}

/** Ourselves, without a detour over the network. */
function issuerBehind(port: CustomerPort): Issuer {
  return {
    published: async () => ({ keys: (await port.keys()).map((key) => ({ ...key })), logs: await port.logs() }),
    async held(number) {
      const id = readId('rcp', number);
      const view = id === undefined ? undefined : await port.receipt(id);
      return view === undefined ? undefined : heldIn(view);
    },
    openLog: ({ origin }) => {
      const year = Number(YEAR.exec(origin)?.[1]);
      return async (path) => await port.logFile(year, path);
    },
    now: () => port.now(),
  };
}

/** For a receipt of ours: the files to take away. */
function filesOf(visit: Visit, id: ReceiptId, { verification }: Examined): Markup {
  const words = visit.m.verify.files;
  const file = (ending: 'jws' | 'tlog-proof', text: string): Markup =>
    html`<li><a href="${paths.receiptFile(bareId(id), ending)}" download>${text}</a></li>`;
  return html`<h2>${words.title}</h2>
    <ul>
    ${file('jws', words.jws)}${verification.place === undefined ? '' : file('tlog-proof', words.proof)}
  </ul>`;
}

function resultPage(visit: Visit, examined: Examined, files: Content = ''): Markup {
  const words = visit.m.verify;
  const { heading, markup } = answerOf(visit, examined);
  const main = html`${markup}${files}
    <p>${buttonLink({ text: words.another, href: link(visit, paths.verify), look: 'secondary' })}</p>
    ${offlineHelp(visit)}`;
  return frame(visit, { title: `${heading}: ${words.title}`, main });
}

async function readForm(fields: Record<string, unknown>): Promise<Given | undefined> {
  const all = ['file', 'jws', 'proof'].flatMap((name) => fields[name] ?? []);
  return sortGiven(await Promise.all(all.map(async (one) => (one instanceof File ? await one.text() : String(one)))));
}

/** The form, and the answer. */
export function verifyRoutes(port: CustomerPort): Hono {
  const routes = new Hono();
  const issuer = issuerBehind(port);
  const showForm = (c: Context, visit: Visit, wrong?: { message: string; status: 400 | 404 }): Response | Promise<Response> => {
    c.header('Content-Security-Policy', READING_POLICY);
    const errors = wrong === undefined ? [] : [{ field: 'jws', message: wrong.message }];
    return c.html(formPage(visit, errors, SCRIPT.path), wrong?.status ?? 200);
  };
  serveAsset(routes, SCRIPT);
  routes.get('/verify', async (c) => {
    const visit = startVisit(c, port);
    const wanted = c.req.query('id');
    if (wanted === undefined) return await showForm(c, visit);
    const id = readId('rcp', wanted.trim().toLowerCase());
    const view = id === undefined ? undefined : await port.receipt(id);
    if (id === undefined || view === undefined) return await showForm(c, visit, { message: visit.m.verify.unknownReceipt, status: 404 });
    const examined = await examine({ jws: view.jws }, issuer);
    return c.html(resultPage(visit, examined, filesOf(visit, id, examined)));
  });
  routes.post('/verify', async (c) => {
    const fields = await c.req.parseBody({ all: true });
    const visit = startVisit(c, port, typeof fields['lang'] === 'string' ? fields['lang'] : undefined);
    const given = await readForm(fields);
    if (given === undefined) return await showForm(c, visit, { message: visit.m.verify.missing, status: 400 });
    return c.html(resultPage(visit, await examine(given, issuer)));
  });
  return routes;
}
