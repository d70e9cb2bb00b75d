/** What the status page says about appeals: those against this answer, and what an appeal is about and came to. */
import { html } from 'hono/html';
import { appealable, standingOf } from '../../domain/appeal.ts';
import type { Request } from '../../domain/request.ts';
import { dateInWords } from '../ui/dates.ts';
import { when, type Content, type Markup } from '../ui/markup.ts';
import { summaryList, type SummaryRow } from '../ui/summary-list.ts';
import { actLink } from './case-parts.ts';
import { paths } from './paths.ts';
import type { CaseView, LinkedRequest } from './port.ts';
import { rightNames } from './wording.ts';
import { link, todayOf, type Visit } from './visit.ts';

/** The laws under which the reader can appeal now, or why they cannot. */
export function appealNow(
  visit: Visit,
  { request, appeals = [] }: CaseView,
): ReturnType<typeof appealable> | { ok: false; reason: 'under-way' | 'decided' } {
  const possible = appealable(request, todayOf(visit));
  if (!possible.ok) return possible;
  const standing = standingOf(request, appeals.at(-1)?.request);
  if (standing === undefined) return possible;
  return { ok: false, reason: standing === 'open' ? 'under-way' : 'decided' };
}

function reference(visit: Visit, { reference: text, personToken }: LinkedRequest): Content {
  const shown = html`<span class="mono">${text}</span>`;
  return personToken === undefined ? shown : html`<a href="${link(visit, paths.status(personToken))}">${shown}</a>`;
}

function outcome({ m, lang }: Visit, request: Request | undefined): string {
  const { appeal } = m;
  if (request === undefined) return appeal.gone;
  const { appealDecision, state, dueOn } = request;
  if (state === 'withdrawn') return appeal.outcomes.withdrawn;
  if (appealDecision === undefined) return appeal.open(dateInWords(lang, dueOn));
  const { rights, stands } = appealDecision;
  return appeal.outcomes[rights.length === 0 ? 'upheld' : stands.length === 0 ? 'granted' : 'partly'];
}

function decisionSection(visit: Visit, { appealDecision }: Request): Content {
  const { appeal } = visit.m;
  return when(appealDecision, ({ rights, stands, reason }) => {
    const rows: SummaryRow[] = [
      ...(rights.length === 0 ? [] : [{ term: appeal.granted, detail: rightNames(visit, rights) }]),
      ...(stands.length === 0 ? [] : [{ term: appeal.stands, detail: rightNames(visit, stands) }]),
      { term: appeal.reasons, detail: reason },
    ];
    return html`<h2>${appeal.decision}</h2>
      ${summaryList(rows)}`;
  });
}

/** On the page of an appeal: the request it is about, and what was decided. */
export function aboutSection(visit: Visit, { request, appealOf, access }: CaseView): Content {
  if (request.appealOf === undefined || access !== 'person') return '';
  return html`<p>${visit.m.appeal.about} ${reference(visit, appealOf ?? request.appealOf)}.</p>
    ${decisionSection(visit, request)}`;
}

/** On the page of any other request: its appeals with their outcome, and the way to one. */
export function appealsSection(visit: Visit, view: CaseView, token: string): Content {
  if (view.access !== 'person') return '';
  const { appeal } = visit.m;
  const items = (view.appeals ?? []).map((one) => html`<li>${reference(visit, one)}: ${outcome(visit, one.request)}</li>`);
  const offered = appealNow(visit, view).ok;
  const offer: Content = offered
    ? html`<p>${appeal.offerLead}</p>
        <p class="no-print">${actLink(visit, { href: paths.statusAct(token, 'appeal'), text: appeal.offer })}</p>`
    : '';
  if (items.length === 0 && !offered) return '';
  const list: Markup = html`<ul>
    ${items}
  </ul>`;
  return html`<h2>${appeal.section}</h2>
    ${items.length === 0 ? '' : list}${offer}`;
}
