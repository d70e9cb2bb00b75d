/** Right after sending: the reference, the exact date, what happens next, and where the mail went. */
import { html } from 'hono/html';
import { requestCan } from '../../domain/request-can.ts';
import { needsVerification } from '../../domain/rights.ts';
import { slip } from '../ui/banner.ts';
import { dateInWords } from '../ui/dates.ts';
import type { Markup } from '../ui/markup.ts';
import { addressCheck, helpSection, recordSection, slipRows } from './case-parts.ts';
import { frame } from './layout.ts';
import type { CaseView } from './port.ts';
import type { CustomerVisit } from './visit.ts';

/** Also works as a bookmark: without `?new=1` the same address is the status page. */
export function confirmationPage(visit: CustomerVisit, view: CaseView, token: string): Markup {
  const { request } = view;
  const words = visit.m.case.confirmation;
  const toVerify = needsVerification(request.rights) && requestCan(request, 'verify').ok;
  const steps = [
    ...(toVerify ? [words.nextVerify] : []),
    words.nextGather,
    ...(request.clock.state === 'paused' ? [] : [words.nextAnswer(dateInWords(visit.lang, request.dueOn))]),
    words.nextReceipt,
  ];
  const mail = view.email === undefined ? words.mail : words.mailTo(view.email);
  const main = html`${slip({ heading: words.title, lead: words.lead, rows: slipRows(visit, request), tone: 'success' })}
    <section>
      <h2>${words.next}</h2>
      <ol class="steps">
        ${steps.map((step) => html`<li><span>${step}</span></li>`)}
      </ol>
    </section>
    ${toVerify ? addressCheck(visit, { view, token, errors: [] }) : html`<p>${mail}</p>`} ${recordSection(visit, request)}
    ${helpSection(visit, request)}`;
  return frame(visit, { title: words.title, main });
}
