/** Parts that the confirmation and the status page share: facts on the slip, the address check, help, keeping a record. */
import { html } from 'hono/html';
import { authorityFor } from '../../domain/authorities/authority-for.ts';
import { bareId } from '../../domain/ids.ts';
import { pausedShort } from '../../domain/explanation/explain.ts';
import { lawById } from '../../domain/law/laws.ts';
import { isClosed, type Request } from '../../domain/request.ts';
import { actionForm, button, buttonLink } from '../ui/button.ts';
import { disclosure } from '../ui/banner.ts';
import { civilDate, dateInWords, weekdayInWords, zoneInWords } from '../ui/dates.ts';
import { errorOf, hiddenFields, textField, type FieldError } from '../ui/fields.ts';
import { when, type Content, type Markup } from '../ui/markup.ts';
import { authorityLink, contactLine } from './layout.ts';
import { paths } from './paths.ts';
import type { CaseView } from './port.ts';
import { daysLeft } from './wording.ts';
import { link, type CustomerVisit, type Visit } from './visit.ts';

/** Reference and date for the slip at the top. */
export function slipRows(visit: Visit, request: Request): { term: string; detail: Content }[] {
  const words = visit.m.case;
  const reference = { term: words.reference, detail: html`<span class="mono">${request.reference}</span>` };
  if (isClosed(request)) {
    return [reference, { term: words.answeredLabel, detail: dateInWords(visit.lang, civilDate(request.closedAt ?? '', visit.zone)) }];
  }
  const { paused } = request.clock;
  if (paused !== undefined) return [reference, { term: visit.m.clock.timeLabel, detail: pausedShort(paused, visit.lang) }];
  const zone = words.endOfDay(zoneInWords(visit.lang, visit.zone));
  const detail = html`<time datetime="${request.dueOn}">${weekdayInWords(visit.lang, request.dueOn)}</time>
    <small>${zone}, ${daysLeft(visit, request.dueOn)}</small>`;
  return [reference, { term: words.dueLabel, detail }];
}

/** Language fields for one-button forms. */
export function languageField(visit: Visit): Record<string, string> {
  return visit.langChosen ? { lang: visit.lang } : {};
}

/** A letter is answered by one mail that asks for the confirmation too: it has a link, and no code. */
function isLinkOnly({ events }: CaseView): boolean {
  const answered = events.flatMap(({ type, data }) => (type === 'acknowledged' ? [data.mailId] : []));
  const asked = events.flatMap(({ type, data }) => (type === 'verification-asked' ? [data.mailId] : []));
  return asked.length > 0 && asked.every((mailId) => answered.includes(mailId));
}

function codeForm(visit: Visit, { token, errors }: { token: string; errors: readonly FieldError[] }): Markup {
  const { address } = visit.m.case;
  return html`<form method="post" action="${paths.statusAct(token, 'code')}" novalidate class="no-print">
    ${textField({
      name: 'code',
      label: address.code,
      hint: address.codeHint,
      error: errorOf(errors, 'code'),
      errorPrefix: visit.m.form.errorPrefix,
      autocomplete: 'one-time-code',
      inputmode: 'numeric',
      width: 'code',
      maxlength: 20,
      spellcheck: false,
    })}${hiddenFields(languageField(visit))}${button({ text: address.submit })}
  </form>`;
}

/** Where the mail went, the six digits if it has them, and what to do when it does not come. */
export function addressCheck(
  visit: Visit,
  { view, token, errors }: { view: CaseView; token: string; errors: readonly FieldError[] },
): Markup {
  const { address } = visit.m.case;
  const linkOnly = isLinkOnly(view);
  const to = view.email ?? address.yours;
  return html`<section aria-labelledby="address-check">
    <h2 id="address-check">${address.title}</h2>
    <p class="breakable">${linkOnly ? address.sentLink(to) : address.sent(to)}</p>
    ${linkOnly ? '' : codeForm(visit, { token, errors })}
    <p class="after-form">${address.resendHint}</p>
    ${actionForm({ action: paths.statusAct(token, 'resend'), text: address.resend, look: 'secondary', fields: languageField(visit) })}
    ${disclosure(
      address.change,
      html`<p>${address.changeLead}</p>
        ${actionForm({ action: paths.statusAct(token, 'change-address'), text: address.changeButton, look: 'secondary', fields: languageField(visit) })}
        <p>${address.other}</p>`,
    )}
  </section>`;
}

/** Whom to ask and where to complain. */
export function helpSection(visit: Visit, request: Request): Markup {
  const { help } = visit.m.case;
  const { controller, dataProtectionOfficer: officer } = visit.port.configuration;
  const authority = authorityFor({
    residence: request.residence,
    controllerCountry: controller.country,
    to: lawById(request.law).remedies.complaint.to,
  });
  return html`<section>
    <h2>${help.title}</h2>
    <p>${help.contact(controller.name)} ${contactLine(visit)}. ${help.quote(request.reference)}</p>
    ${when(
      officer,
      ({ name, email }) => html`<p>${help.officer} ${name}, <a href="mailto:${email}">${email}</a></p>`,
    )}${when(authority, (known) => html`<p>${help.regulator} ${authorityLink(known)}</p>`)}
  </section>`;
}

/** Print, and the signed acknowledgement. */
export function recordSection(visit: CustomerVisit, request: Request): Markup {
  const { confirmation } = visit.m.case;
  const id = bareId(visit.port.acknowledgementReceiptId(request));
  return html`<section class="no-print">
    <h2>${confirmation.keep}</h2>
    <p>${confirmation.bookmark}</p>
    <p><a href="${link(visit, paths.receipt(id))}">${confirmation.receipt}</a><br /><small>${confirmation.receiptHint}</small></p>
    <p><button type="button" class="button button-secondary" data-print hidden>${confirmation.print}</button></p>
  </section>`;
}

/** An act that is asked about once more on a page of its own. */
export function actLink(visit: Visit, options: { href: string; text: string }): Markup {
  return buttonLink({ text: options.text, href: link(visit, options.href), look: 'secondary' });
}
