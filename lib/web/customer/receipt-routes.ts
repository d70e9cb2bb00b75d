/** `/receipts/<id>`: the receipt to read and print; with `.jws` or `.json`, or by Accept, the signed bytes. */
import { html } from 'hono/html';
import { Hono, type Context } from 'hono';
import { bareId, readId } from '../../domain/ids.ts';
import { slip } from '../ui/banner.ts';
import type { Markup } from '../ui/markup.ts';
import { problemJson, wantsJson } from '../ui/problem.ts';
import { qrCode } from '../ui/qr.ts';
import { frame } from './layout.ts';
import { messagePage } from './message-pages.ts';
import { paths } from './paths.ts';
import type { CustomerPort, ReceiptView } from './port.ts';
import { receiptBody, receiptTitle } from './receipt-body.ts';
import { receiptFacts } from './receipt-facts.ts';
import { inLanguageOf, link, startVisit, type Visit } from './visit.ts';

function proofSection(visit: Visit, id: string): Markup {
  const words = visit.m.proof.receipt;
  const url = visit.port.baseUrl + paths.verifyReceipt(id);
  return html`<h2>${words.proofTitle}</h2>
    <div class="qr-row">
      ${qrCode(url, words.qr)}
      <div>
        <p>${words.proof}</p>
        <p>
          <a href="${link(visit, paths.verifyReceipt(id))}">${words.verifyLink}</a><br /><small
            >${words.verifyCode}: <span class="mono breakable">${id}</span></small
          >
        </p>
        <p class="no-print">
          <a href="${paths.receiptFile(id, 'jws')}" download>${words.download}</a>,
          <a href="${paths.receiptFile(id, 'json')}">${words.downloadJson}</a>
        </p>
      </div>
    </div>`;
}

function receiptPage(visit: Visit, { payload }: ReceiptView, id: string): Markup {
  const facts = receiptFacts(payload);
  const title = receiptTitle(visit, facts);
  const main = html`<article class="receipt">
    ${slip({ heading: title, lead: html`<span lang="${facts.lang ?? visit.lang}">${facts.text ?? ''}</span>` })}
    ${receiptBody(visit, facts)}${proofSection(visit, id)}
    <p class="no-print">
      <button type="button" class="button button-secondary" data-print hidden>${visit.m.case.confirmation.print}</button>
    </p>
  </article>`;
  return frame(visit, { title, main });
}

type Form = 'page' | 'jws' | 'json';

function formOf(c: Context, ending: string | undefined): Form {
  if (ending === 'jws' || ending === 'json') return ending;
  if (c.req.header('accept')?.startsWith('application/jose') === true) return 'jws';
  return wantsJson(c) ? 'json' : 'page';
}

function notFound(c: Context, visit: Visit, form: Form): Response | Promise<Response> {
  const { unknownTitle: title, unknown } = visit.m.proof.receipt;
  return form === 'page'
    ? c.html(messagePage(visit, { title, body: [unknown] }), 404)
    : problemJson(c, { title, status: 404, detail: unknown });
}

/** Ids are unguessable: who has one was given it. */
export function receiptRoutes(port: CustomerPort): Hono {
  const routes = new Hono();
  routes.get('/receipts/:file', async (c) => {
    const visit = startVisit(c, port);
    const [name = '', ending] = c.req.param('file').split('.', 2);
    const form = formOf(c, ending);
    const id = readId('rcp', name);
    const view = id === undefined ? undefined : await port.receipt(id);
    if (id === undefined || view === undefined) return notFound(c, visit, form);
    c.header('Vary', 'Accept, Accept-Language');
    if (form === 'jws') {
      const headers = { 'Content-Type': 'application/jose', 'Content-Disposition': `attachment; filename="receipt-${bareId(id)}.jws"` };
      return c.body(view.jws, 200, headers);
    }
    if (form === 'json') return c.json({ id: bareId(id), jws: view.jws, payload: view.payload });
    const written = view.payload['lang'];
    return c.html(receiptPage(typeof written === 'string' ? inLanguageOf(visit, written) : visit, view, bareId(id)));
  });
  return routes;
}
