/** The form of the page that checks receipts, with all its script needs to answer in the browser. */
import { html } from 'hono/html';
import type { Words } from '../verify-page/main.ts';
import { disclosure } from '../ui/banner.ts';
import { button } from '../ui/button.ts';
import { errorSummary } from '../ui/error-summary.ts';
import { errorOf, hiddenFields, textArea, type FieldError } from '../ui/fields.ts';
import type { Markup } from '../ui/markup.ts';
import { languageField } from './case-parts.ts';
import { frame } from './layout.ts';
import { paths } from './paths.ts';
import { answerTemplate } from './verify-answer.ts';
import type { Visit } from './visit.ts';

/** How to check without asking us: beside the form and beside every answer. */
export function offlineHelp(visit: Visit): Markup {
  const words = visit.m.verify;
  const published = visit.port.baseUrl + paths.discovery;
  const commands = `curl -so keys.json ${published}\nnpx quittance verify receipt.jws --proof receipt.tlog-proof --keys keys.json\njose jws ver -i receipt.jws -k keys.json -O-`;
  return disclosure(
    words.offlineTitle,
    html`<p>${words.offline}</p>
      <pre tabindex="0">${commands}</pre>
      <p><a href="${paths.discovery}">${words.keys}</a></p>`,
  );
}

/** What the script says: it has no words of its own. */
function wordsForScript(visit: Visit): Words {
  const { verdicts, states, reasons, place, stays, checking, missing, failed } = visit.m.verify;
  return { verdicts, states, reasons, place: place('{place}', '{size}'), stays, checking, missing, failed };
}

/** The page before anything was checked; `script` is the address of its script. */
export function formPage(visit: Visit, errors: readonly FieldError[], script: string): Markup {
  const { form, verify: words } = visit.m;
  const { errorPrefix } = form;
  const field = { name: 'jws', label: words.field, hint: words.fieldHint, error: errorOf(errors, 'jws'), errorPrefix };
  const proof = { name: 'proof', label: words.proof, hint: words.proofHint, errorPrefix };
  const main = html`${errorSummary(form.errorSummary, errors)}
    <h1>${words.title}</h1>
    <p>${words.lead}</p>
    <section id="answer" class="answer" role="status" tabindex="-1" hidden></section>
    <form id="verify" method="post" action="${paths.verify}" enctype="multipart/form-data" novalidate>
      ${textArea({ ...field, rows: 8, spellcheck: false })}
      <div class="field">
        <label for="file">${words.file}</label>
        <div id="file-hint" class="hint">${words.fileHint}</div>
        <input
          class="file"
          id="file"
          name="file"
          type="file"
          multiple
          accept=".jws,.tlog-proof,.txt,application/jose,text/plain"
          aria-describedby="file-hint"
        />
      </div>
      ${disclosure(words.proofTitle, textArea({ ...proof, rows: 8, spellcheck: false }))}
      <p id="where">${words.sent}</p>
      ${hiddenFields(languageField(visit))}${button({ text: words.submit })}
    </form>
    ${offlineHelp(visit)}${answerTemplate(visit, wordsForScript(visit))}
    <script src="${script}" defer></script>`;
  return frame(visit, { title: errors.length > 0 ? `${form.errorTitlePrefix} ${words.title}` : words.title, main });
}
