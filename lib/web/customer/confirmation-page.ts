/** Right after sending: the reference, the exact date, what happens next, and where the mail went. */
import { html } from 'hono/html';
import { answererOf, heldNames } from '../../domain/passing-on.ts';
import type { Request } from '../../domain/request.ts';
import { requestCan } from '../../domain/request-can.ts';
import { needsVerification } from '../../domain/rights.ts';
import { slip } from '../ui/banner.ts';
import { dateInWords } from '../ui/dates.ts';
import type { Markup } from '../ui/markup.ts';
import { addressCheck, helpSection, recordSection, slipRows } from './case-parts.ts';
import { frame } from './layout.ts';
import type { CaseView } from './port.ts';
import type { CustomerVisit } from './visit.ts';

/** Who answers instead, where the request is about a brand that the company only runs for them. */
function passedOnWhole({ port, m, lang }: CustomerVisit, request: Pick<Request, 'brand'>): string | undefined {
  const { brand } = request;
  const answerer = answererOf(port.configuration, request);
  return answerer && m.passingOn.checkWhole({ held: heldNames(port.configuration, { brand, held: [], lang }).join(''), to: answerer.name });
}

/** Also works as a bookmark: without `?new=1` the same address is the status page. */
export function confirmationPage(visit: CustomerVisit, view: CaseView, token: string): Markup {
  const { request } = view;
  const words = visit.m.case.confirmation;
  const passed = passedOnWhole(visit, request);
  const toVerify = passed === undefined && needsVerification(request.rights) && requestCan(request, 'verify').ok;
  const steps =
    passed === undefined
      ? [
          ...(toVerify ? [words.nextVerify] : []),
          words.nextGather,
          ...(request.clock.state === 'paused' ? [] : [words.nextAnswer(dateInWords(visit.lang, request.dueOn))]),
          words.nextReceipt,
        ]
      : [passed, words.nextReceipt];
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
