/** `/verify`: anybody pastes a receipt, or opens one by its number, and reads whether it is genuine. */
import { html } from 'hono/html';
import { Hono } from 'hono';
import { readId } from '../../domain/ids.ts';
import { verifyReceipt, type Verification } from '../../receipts/verify.ts';
import { disclosure, slip, type BannerTone } from '../ui/banner.ts';
import { button, buttonLink } from '../ui/button.ts';
import { errorSummary } from '../ui/error-summary.ts';
import { errorOf, hiddenFields, textArea, type FieldError } from '../ui/fields.ts';
import type { Content, Markup } from '../ui/markup.ts';
import { table } from '../ui/table.ts';
import { tag } from '../ui/tag.ts';
import { languageField } from './case-parts.ts';
import { frame } from './layout.ts';
import { paths } from './paths.ts';
import type { CustomerPort } from './port.ts';
import { documentFor, receiptBody } from './receipt-body.ts';
import { link, startVisit, type Visit } from './visit.ts';

const LONGEST_RECEIPT = 1_000_000;

function offline(visit: Visit): Markup {
  const words = visit.m.proof.verify;
  const keys = visit.port.baseUrl + paths.keys;
  const commands = `curl -so keys.json ${keys}\nnpx quittance verify receipt.jws --keys keys.json\njose jws ver -i receipt.jws -k keys.json -O-`;
  return disclosure(
    words.offlineTitle,
    html`<p>${words.offline}</p>
      <pre tabindex="0">${commands}</pre>
      <p><a href="${paths.keys}">${words.keys}</a></p>`,
  );
}

function formPage(visit: Visit, errors: readonly FieldError[], typed = ''): Markup {
  const words = visit.m.proof.verify;
  const { form } = visit.m;
  const main = html`${errorSummary(form.errorSummary, errors)}
    <h1>${words.title}</h1>
    <p>${words.lead}</p>
    <form method="post" action="${paths.verify}" enctype="multipart/form-data" novalidate>
      ${textArea({ name: 'jws', label: words.field, hint: words.fieldHint, value: typed, error: errorOf(errors, 'jws'), errorPrefix: form.errorPrefix, rows: 8, spellcheck: false })}
      <div class="field">
        <label for="file">${words.file}</label><input class="file" id="file" name="file" type="file" accept=".jws,.txt,application/jose" />
      </div>
      ${hiddenFields(languageField(visit))}${button({ text: words.submit })}
    </form>
    ${offline(visit)}`;
  return frame(visit, { title: errors.length > 0 ? `${form.errorTitlePrefix} ${words.title}` : words.title, main });
}

function checksTable(visit: Visit, { checks }: Verification): Content {
  const words = visit.m.proof.verify;
  return table({
    caption: words.checks,
    captionHidden: true,
    columns: [{ text: words.check }, { text: words.result }],
    rows: checks.map(({ name, ok, reason }) => [
      words.checkNames[name],
      ok || reason === 'ok' ? tag('good', words.ok) : html`${tag('bad', words.notOk)}<br /><small>${words.reasons[reason]}</small>`,
    ]),
  });
}

function resultPage(visit: Visit, verification: Verification): Markup {
  const words = visit.m.proof.verify;
  const results: Record<Verification['result'], [BannerTone, string, string]> = {
    genuine: ['success', words.genuine, words.genuineLead],
    failed: ['problem', words.failed, words.failedLead],
    unknown: ['warning', words.unknown, words.unknownLead],
  };
  const [tone, heading, lead] = results[verification.result];
  const document = verification.payload === undefined ? undefined : documentFor(visit, verification.payload);
  const signed =
    document === undefined
      ? ''
      : html`<h2>${words.signed}: ${document.title}</h2>
          <p lang="${document.statement.lang}">${document.statement.text}</p>
          ${receiptBody(visit, document)}`;
  const main = html`${slip({ heading, lead, tone })}${signed}
    <h2>${words.checks}</h2>
    ${checksTable(visit, verification)}
    <p>${buttonLink({ text: words.another, href: link(visit, paths.verify), look: 'secondary' })}</p>
    ${offline(visit)}`;
  return frame(visit, { title: `${heading}: ${words.title}`, main });
}

async function pasted(fields: Record<string, unknown>): Promise<string> {
  const file = fields['file'];
  const typed = typeof fields['jws'] === 'string' ? fields['jws'] : '';
  const text = typed.trim() === '' && file instanceof File && file.size <= LONGEST_RECEIPT ? await file.text() : typed;
  // Mail programs wrap long lines.
  return text.replaceAll(/\s+/g, '');
}

/** The form, and the answer. */
export function verifyRoutes(port: CustomerPort): Hono {
  const routes = new Hono();
  const judge = async (jws: string): Promise<Verification> => verifyReceipt({ jws, keys: await port.keys() });
  routes.get('/verify', async (c) => {
    const visit = startVisit(c, port);
    const wanted = c.req.query('id');
    if (wanted === undefined) return c.html(formPage(visit, []));
    const id = readId('rcp', wanted.trim().toLowerCase());
    const view = id === undefined ? undefined : await port.receipt(id);
    if (view === undefined) return c.html(formPage(visit, [{ field: 'jws', message: visit.m.proof.verify.unknownReceipt }]), 404);
    return c.html(resultPage(visit, await judge(view.jws)));
  });
  routes.post('/verify', async (c) => {
    const fields = await c.req.parseBody();
    const visit = startVisit(c, port, typeof fields['lang'] === 'string' ? fields['lang'] : undefined);
    const jws = await pasted(fields);
    if (jws === '') return c.html(formPage(visit, [{ field: 'jws', message: visit.m.proof.verify.missing }]), 400);
    return c.html(resultPage(visit, await judge(jws)));
  });
  return routes;
}
