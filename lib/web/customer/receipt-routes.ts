/** `/receipts/<id>`: the receipt to read and print; with `.jws`, `.json` or `.tlog-proof`, or by Accept, the signed bytes and their proof. */
import { html } from 'hono/html';
import { Hono, type Context } from 'hono';
import { bareId, readId } from '../../domain/ids.ts';
import type { ReceiptDocument } from '../../receipts/document/document.ts';
import { banner, slip } from '../ui/banner.ts';
import { instantInWords } from '../ui/dates.ts';
import { when, type Content, type Markup } from '../ui/markup.ts';
import { problemJson, wantsJson } from '../ui/problem.ts';
import { qrCode } from '../ui/qr.ts';
import { frame } from './layout.ts';
import { messagePage } from './message-pages.ts';
import { paths } from './paths.ts';
import type { CustomerPort, ReceiptView } from './port.ts';
import { documentFor, receiptBody } from './receipt-body.ts';
import { inLanguageOf, link, startVisit, type Visit } from './visit.ts';

function downloads(visit: Visit, id: string, logged: boolean): Content[] {
  const words = visit.m.proof.receipt;
  return [
    html`<a href="${paths.receiptFile(id, 'jws')}" download>${words.download}</a>`,
    ...(logged ? [html`<a href="${paths.receiptFile(id, 'tlog-proof')}" download>${words.downloadProof}</a>`] : []),
    html`<a href="${paths.receiptFile(id, 'json')}">${words.downloadJson}</a>`,
  ];
}

function proofSection(visit: Visit, { verification }: ReceiptDocument, { id, proof }: Shown): Markup {
  const { meaning, number, qr, logFollows } = verification;
  const url = visit.port.baseUrl + paths.verifyReceipt(id);
  const files = downloads(visit, id, proof !== undefined).map((file) => html`<li>${file}</li>`);
  return html`<h2>${verification.title}</h2>
    <div class="qr-row">
      ${qrCode(url, qr)}
      <div>
        <p>${meaning}${proof === undefined ? ` ${logFollows}` : ''}</p>
        <p>
          <a href="${link(visit, paths.verifyReceipt(id))}">${visit.m.proof.receipt.verifyLink}</a><br /><small
            >${number.term}: <span class="mono breakable">${id}</span></small
          >
        </p>
        <ul class="no-print">
          ${files}
        </ul>
      </div>
    </div>`;
}

/** A newer receipt says otherwise: the first thing to know about an older one. */
function newerReceipt(visit: Visit, { id, issuedAt }: NonNullable<ReceiptView['supersededBy']>): Markup {
  const words = visit.m.proof.receipt;
  const url = link(visit, paths.receipt(bareId(id)));
  const body = html`<a href="${url}">${words.newer(instantInWords(visit.lang, issuedAt, visit.zone))}</a>`;
  return banner({ tone: 'warning', title: words.superseded, body });
}

/** What this one was issued to set right stays to be read. */
function olderReceipt(visit: Visit, { supersedes }: ReceiptView['payload']): Content {
  const id = readId('rcp', String((supersedes as { id?: unknown } | undefined)?.id));
  return when(id, (older) => html`<p><a href="${link(visit, paths.receipt(bareId(older)))}">${visit.m.proof.receipt.corrects}</a></p>`);
}

/** A receipt to be shown; `id` is bare. */
type Shown = ReceiptView & { id: string };

function receiptPage(visit: Visit, shown: Shown): Markup {
  const document = documentFor(visit, shown.payload);
  const { title, statement } = document;
  const main = html`<article class="receipt">
    ${when(shown.supersededBy, (newer) => newerReceipt(visit, newer))}
    ${slip({ heading: title, lead: html`<span lang="${statement.lang}">${statement.text}</span>` })}
    ${olderReceipt(visit, shown.payload)}${receiptBody(visit, document)}${proofSection(visit, document, shown)}
    <p class="no-print">
      <button type="button" class="button button-secondary" data-print hidden>${visit.m.case.confirmation.print}</button>
    </p>
  </article>`;
  return frame(visit, { title, main });
}

type Form = 'page' | 'jws' | 'json' | 'tlog-proof';

function formOf(c: Context, ending: string | undefined): Form {
  if (ending === 'jws' || ending === 'json' || ending === 'tlog-proof') return ending;
  if (c.req.header('accept')?.startsWith('application/jose') === true) return 'jws';
  return wantsJson(c) ? 'json' : 'page';
}

function notFound(c: Context, visit: Visit, form: Form): Response | Promise<Response> {
  const { unknownTitle: title, unknown } = visit.m.proof.receipt;
  return form === 'page'
    ? c.html(messagePage(visit, { title, body: [unknown] }), 404)
    : problemJson(c, { title, status: 404, detail: unknown });
}

/** The proof that the receipt is in the log, as text. */
function proofFile(c: Context, id: string, proof: string): Response {
  const name = `attachment; filename="receipt-${bareId(id)}.tlog-proof"`;
  return c.body(proof, 200, { 'Content-Type': 'text/plain; charset=utf-8', 'Content-Disposition': name });
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
    if (form === 'tlog-proof') return view.proof === undefined ? notFound(c, visit, form) : proofFile(c, id, view.proof);
    c.header('Vary', 'Accept, Accept-Language');
    if (form === 'jws') {
      const headers = { 'Content-Type': 'application/jose', 'Content-Disposition': `attachment; filename="receipt-${bareId(id)}.jws"` };
      return c.body(view.jws, 200, headers);
    }
    const { jws, payload, supersededBy: newer } = view;
    if (form === 'json') return c.json({ id: bareId(id), jws, payload, ...(newer && { supersededBy: bareId(newer.id) }) });
    const written = view.payload['lang'];
    return c.html(receiptPage(typeof written === 'string' ? inLanguageOf(visit, written) : visit, { ...view, id: bareId(id) }));
  });
  return routes;
}
