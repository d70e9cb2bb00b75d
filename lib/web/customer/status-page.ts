/** How far a request is: the state in large words, the date, what happened, and what the reader can do. */
import { html } from 'hono/html';
import { bareId } from '../../domain/ids.ts';
import { holdUntil } from '../../domain/plan.ts';
import { requestCan } from '../../domain/request-can.ts';
import { isUnsorted, type Request, type RequestState } from '../../domain/request.ts';
import { actionForm } from '../ui/button.ts';
import { banner, slip, type BannerTone } from '../ui/banner.ts';
import { civilDate, dateInWords, instantInWords } from '../ui/dates.ts';
import { errorSummary } from '../ui/error-summary.ts';
import type { FieldError } from '../ui/fields.ts';
import { when, type Content, type Markup } from '../ui/markup.ts';
import { summaryList } from '../ui/summary-list.ts';
import { timeline } from '../ui/timeline.ts';
import { actLink, addressCheck, helpSection, languageField, recordSection, slipRows } from './case-parts.ts';
import { questionSection, thanks, type TypedAnswer, unanswered } from './answer-form.ts';
import { aboutSection, appealsSection } from './appeal-section.ts';
import { historyEntries } from './history.ts';
import { frame } from './layout.ts';
import { paths } from './paths.ts';
import type { CaseView } from './port.ts';
import { progressSection } from './progress.ts';
import { visibleReceipts, visibleState } from './public-state.ts';
import { whyDate } from './why-date.ts';
import { lawNames, rightNames, stateWords } from './wording.ts';
import { link, type CustomerVisit } from './visit.ts';

/** What the reader just did, shown once by its code in the URL. */
export type Done =
  | 'resent'
  | 'confirmed'
  | 'withdrawn'
  | 'withdraw-late'
  | 'waived'
  | 'waive-no'
  | 'reissued'
  | 'reissue-no'
  | 'appealed'
  | 'answered'
  | 'answer-late';

export interface StatusState {
  view: CaseView;
  token: string;
  done?: Done | undefined;
  errors?: readonly FieldError[];
  typed?: TypedAnswer | undefined;
}

const TONES: Partial<Record<RequestState, BannerTone>> = { answered: 'success', ready: 'success', denied: 'warning' };

function doneBanner(visit: CustomerVisit, view: CaseView, done: Done): Markup {
  const { status, address } = visit.m.case;
  const texts: Record<Done, [BannerTone, string]> = {
    resent: ['info', address.resent],
    confirmed: ['success', status.confirmed],
    withdrawn: ['info', status.withdrawn],
    'withdraw-late': ['warning', status.withdrawLate],
    waived: ['success', status.waived],
    'waive-no': ['warning', status.waiveNo],
    reissued: ['success', status.reissued],
    'reissue-no': ['warning', status.reissueNo],
    appealed: ['success', visit.m.appeal.taken],
    answered: ['success', thanks(visit, view)],
    'answer-late': ['warning', visit.m.answer.late],
  };
  const [tone, title] = texts[done];
  return banner({ tone, title, result: true });
}

/** What we need from the reader: the address, or the download before a deletion. */
function waitingSection(visit: CustomerVisit, { view, token, errors = [] }: StatusState): Content {
  const { request, access } = view;
  const words = visit.m.case.status;
  if (visibleState(request, access) === 'awaiting-verification') return addressCheck(visit, { view, token, errors });
  if (access !== 'person' || !requestCan(request, 'waive-fetch').ok || !request.passes.includes('erase')) return '';
  return html`<h2>${words.waiting}</h2>
    <p>${words.waitingFetch} ${words.waitingFetchUntil(dateInWords(visit.lang, holdUntil(request)))}</p>`;
}

type Receipt = Request['receipts'][number];

/** A receipt by its name and time, with the way to it. */
function receiptLink(visit: CustomerVisit, { receiptId, kind, at }: Receipt): Markup {
  const url = link(visit, paths.receipt(bareId(receiptId)));
  return html`<a href="${url}">${visit.m.words.receipt.kinds[kind]}</a>, ${instantInWords(visit.lang, at, visit.zone)}`;
}

/** Which other receipt took its place, or whose place it took. */
function correctionOf(visit: CustomerVisit, receipts: readonly Receipt[], { receiptId, supersedes }: Receipt): Content {
  const { correctedBy, corrects } = visit.m.case.status;
  const newer = receipts.find((other) => other.supersedes === receiptId);
  const older = receipts.find((other) => other.receiptId === supersedes);
  const line = (words: string) => (other: Receipt) => html`<br /><small>${words} ${receiptLink(visit, other)}</small>`;
  return html`${when(older, line(corrects))}${when(newer, line(correctedBy))}`;
}

function receiptsSection(visit: CustomerVisit, { request, access }: CaseView): Content {
  // A submitter finds that of the request where they are told to keep a record of it.
  const receipts = visibleReceipts(request, access).filter(({ kind }) => access === 'person' || kind !== 'request');
  if (access !== 'person' && receipts.length === 0) return '';
  const words = visit.m.case.status;
  const items = receipts.map((receipt) => html`<li>${receiptLink(visit, receipt)}${correctionOf(visit, receipts, receipt)}</li>`);
  return html`<h2>${words.receipts}</h2>
    ${
      items.length === 0
        ? html`<p>${words.receiptsNone}</p>`
        : html`<p>${words.receiptsLead}</p>
            <ul>
              ${items}
            </ul>`
    }`;
}

function groundsSection(visit: CustomerVisit, { request, access }: CaseView): Content {
  if (access !== 'person' || request.grounds.length === 0) return '';
  const items = request.grounds.map(({ text, law }) => html`<li>${text} <small>(${law})</small></li>`);
  return html`<h2>${visit.m.case.status.grounds}</h2>
    <ul>
      ${items}
    </ul>`;
}

function actsSection(visit: CustomerVisit, { view, token }: StatusState): Content {
  const { request, access } = view;
  const words = visit.m.case.status;
  const person = access === 'person';
  const acts = [
    person && requestCan(request, 'reissue-link').ok
      ? actionForm({ action: paths.statusAct(token, 'link'), text: words.reissue, look: 'secondary', fields: languageField(visit) })
      : undefined,
    person && requestCan(request, 'waive-fetch').ok && request.passes.includes('erase')
      ? actLink(visit, { href: paths.statusAct(token, 'waive'), text: words.waive })
      : undefined,
    requestCan(request, 'withdraw').ok ? actLink(visit, { href: paths.statusAct(token, 'withdraw'), text: words.withdraw }) : undefined,
  ].filter((act) => act !== undefined);
  return acts.length === 0
    ? ''
    : html`<section class="no-print">
        <h2>${words.acts}</h2>
        <div class="button-group">${acts}</div>
      </section>`;
}

function purgedNote(visit: CustomerVisit, { purgedAt, irrecoverableFrom }: Request): Content {
  if (purgedAt === undefined || irrecoverableFrom === undefined) return '';
  const date = (instant: string): string => dateInWords(visit.lang, civilDate(instant, visit.zone));
  return html`<p>${visit.m.case.status.purged({ purged: date(purgedAt), irrecoverable: date(irrecoverableFrom) })}</p>`;
}

function facts(visit: CustomerVisit, request: Request): Markup {
  const words = visit.m.case.status;
  return summaryList([
    { term: words.asked, detail: isUnsorted(request) ? visit.m.words.unsorted.asked : rightNames(visit, request.rights) },
    { term: words.received, detail: instantInWords(visit.lang, request.receivedAt, visit.zone) },
    { term: words.law, detail: lawNames(visit, request) },
  ]);
}

/** The whole page. */
export function statusPage(visit: CustomerVisit, state: StatusState): Markup {
  const { view, token, done, errors = [] } = state;
  const { request, access } = view;
  const words = visit.m.case.status;
  const visible = visibleState(request, access);
  const { heading, lead } = unanswered(view).length > 0 ? visit.m.answer.state : stateWords(visit, request, visible);
  const main = html`${errorSummary(visit.m.form.errorSummary, errors)}${when(done, (what) => doneBanner(visit, view, what))}
    ${slip({ heading, lead, rows: slipRows(visit, request), tone: TONES[visible] ?? 'info' })} ${questionSection(visit, state)}
    ${whyDate(visit, view)} ${waitingSection(visit, state)}
    ${aboutSection(visit, view)} ${groundsSection(visit, view)} ${appealsSection(visit, view, token)} ${access === 'person' ? progressSection(visit, request) : ''}
    <h2>${words.history}</h2>
    ${timeline(historyEntries(visit, view))} ${purgedNote(visit, request)}
    <h2>${words.title}</h2>
    ${facts(visit, request)} ${when(request.extended, () => html`<p>${visit.m.case.extended}</p>`)} ${receiptsSection(visit, view)}
    ${access === 'person' ? '' : html`<p>${words.personOnly}</p>`} ${actsSection(visit, state)}
    ${access === 'person' || isUnsorted(request) ? '' : recordSection(visit, request)} ${helpSection(visit, request)}`;
  return frame(visit, { title: errors.length > 0 ? `${visit.m.form.errorTitlePrefix} ${heading}` : heading, main });
}
