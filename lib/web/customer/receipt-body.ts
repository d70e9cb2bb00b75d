/** What a receipt says, in words: the same on the receipt's own page and on the page that checks it. */
import { html } from 'hono/html';
import { disclosure } from '../ui/banner.ts';
import { bytesInWords, civilDate, dateInWords, instantInWords, listInWords, numberInWords, timeInWords } from '../ui/dates.ts';
import { when, type Content, type Markup } from '../ui/markup.ts';
import { summaryList, type SummaryRow } from '../ui/summary-list.ts';
import { table } from '../ui/table.ts';
import { groundsSection, offersSection, remediesSection } from './refusal-sections.ts';
import type { ReceiptFacts, SystemFacts } from './receipt-facts.ts';
import { lawName, rightNames } from './wording.ts';
import type { Visit } from './visit.ts';

function day(visit: Visit, value: string): string {
  return dateInWords(visit.lang, value.length > 10 ? civilDate(value, visit.zone) : value);
}

function time(visit: Visit, value: string): string {
  return instantInWords(visit.lang, value, visit.zone);
}

function row(term: string, detail: Content | undefined): SummaryRow[] {
  return detail === undefined || detail === '' ? [] : [{ term, detail }];
}

/** The article, and the count for those who want to know. */
function countBehind(visit: Visit, clock: ReceiptFacts['clock']): Content | undefined {
  if (clock?.basis === undefined || clock.explanation.length === 0) return clock?.basis;
  const steps = clock.explanation.map((sentence) => html`<li>${sentence}</li>`);
  return html`${clock.basis}${disclosure(visit.m.clock.why, html`<ol>${steps}</ol>`)}`;
}

/** All that apply, the one that sets the date first. */
function laws(visit: Visit, { request, clock }: ReceiptFacts): string | undefined {
  const ids = [...(request?.law === undefined ? [] : [request.law]), ...(clock?.laws ?? [])];
  return ids.length === 0
    ? undefined
    : listInWords(
        visit.lang,
        [...new Set(ids)].map((law) => lawName(visit, law)),
      );
}

function requestRows(visit: Visit, facts: ReceiptFacts): SummaryRow[] {
  const { request, clock, identity } = facts;
  const words = visit.m.proof.receipt;
  const optional = (value: string | undefined, say: (value: string) => Content): Content | undefined =>
    value === undefined ? undefined : say(value);
  return [
    ...row(
      words.request,
      optional(request?.ref, (ref) => html`<span class="mono">${ref}</span>`),
    ),
    ...row(
      visit.m.appeal.about,
      optional(facts.appeal?.of, (ref) => html`<span class="mono">${ref}</span>`),
    ),
    ...row(words.rights, request === undefined ? undefined : rightNames(visit, request.rights)),
    ...row(
      words.received,
      optional(request?.receivedAt, (at) => time(visit, at)),
    ),
    ...row(
      words.due,
      optional(request?.dueOn, (on) => day(visit, on)),
    ),
    ...row(words.law, laws(visit, facts)),
    ...row(words.basis, countBehind(visit, clock)),
    ...row(
      words.identity,
      optional(identity?.at, (at) => time(visit, at)),
    ),
  ];
}

function answerRows(visit: Visit, facts: ReceiptFacts): SummaryRow[] {
  const words = visit.m.proof.receipt;
  const files = facts.package?.parts.map(
    ({ name, bytes }) => html`<span class="mono">${name}</span> (${bytesInWords(visit.lang, bytes)})<br />`,
  );
  const until = facts.package?.until;
  return [
    ...row(words.files, files === undefined ? undefined : html`${files}${when(until, (end) => words.availableUntil(day(visit, end)))}`),
    ...row(words.informed, facts.informed.map(({ name }) => name).join(', ')),
    ...row(
      words.backups,
      when(facts.backups?.overwrittenBy, (on) => day(visit, on)),
    ),
    ...row(
      words.purged,
      when(
        facts.purgedAt,
        (at) => html`${day(visit, at)}${when(facts.irrecoverableFrom, (from) => `, ${words.irrecoverable(day(visit, from))}`)}`,
      ),
    ),
  ];
}

function issuerRows(visit: Visit, { issuer, issuedAt }: ReceiptFacts): SummaryRow[] {
  const words = visit.m.proof.receipt;
  const contact = issuer?.contact?.email;
  return [
    ...row(
      words.issued,
      when(issuedAt, (at) => time(visit, at)),
    ),
    ...row(
      words.issuer,
      when(issuer?.name, (name) => html`${name}${when(issuer?.address, (address) => html`<br />${address}`)}`),
    ),
    ...row(
      words.contact,
      when(contact, (email) => html`<a href="mailto:${email}">${email}</a>`),
    ),
  ];
}

function outcomeCell(visit: Visit, { outcome, reason, expectedOn }: SystemFacts): Content {
  const outcomes: Record<string, string> = visit.m.words.outcomes;
  const more = reason ?? (expectedOn === undefined ? undefined : visit.m.case.status.expected(day(visit, expectedOn)));
  return html`${outcome === 'retained' ? visit.m.proof.receipt.keptOutcome : (outcomes[outcome] ?? outcome)}${when(more, (text) => html`<br /><small>${text}</small>`)}`;
}

/** When it was done, and when the system was asked again; the date is said once if it is the same. */
function timeCell(visit: Visit, { at, verifiedAt }: SystemFacts): Content {
  if (at === undefined) return '';
  const sameDay = verifiedAt !== undefined && civilDate(at, visit.zone) === civilDate(verifiedAt, visit.zone);
  const again = when(verifiedAt, (instant) => (sameDay ? timeInWords(visit.lang, instant, visit.zone) : time(visit, instant)));
  return html`${time(visit, at)}${again === '' ? '' : html`<br /><small>${visit.m.proof.receipt.checked(String(again))}</small>`}`;
}

function systemsTable(visit: Visit, { systems }: ReceiptFacts): Content {
  if (systems.length === 0) return '';
  const words = visit.m.proof.receipt;
  return html`<h2>${words.systems}</h2>
    ${table({
      caption: words.systems,
      captionHidden: true,
      columns: [{ text: words.system }, { text: words.outcome }, { text: words.records, numeric: true }, { text: words.when }],
      rows: systems.map((system) => [
        system.dataset === undefined ? system.label : `${system.label}: ${system.dataset}`,
        outcomeCell(visit, system),
        numberInWords(visit.lang, system.records ?? 0),
        timeCell(visit, system),
      ]),
    })}`;
}

function keptSection(visit: Visit, { systems }: ReceiptFacts): Content {
  const words = visit.m.proof.receipt;
  const items = systems.flatMap(({ label, dataset, retain }) =>
    retain === undefined
      ? []
      : [
          html`<li>
            <strong>${dataset === undefined ? label : `${label}: ${dataset}`}</strong>${when(retain.law, (law) => ` (${law})`)}:
            ${retain.text ?? ''} ${when(retain.until, (until) => html`<strong>${words.keptUntil(day(visit, until))}</strong>`)}
          </li>`,
        ],
  );
  return items.length === 0
    ? ''
    : html`<h2>${words.kept}</h2>
        <ul>
          ${items}
        </ul>`;
}

/** Everything below the receipt's heading. */
export function receiptBody(visit: Visit, facts: ReceiptFacts): Markup {
  const interim = facts.interim === true ? html`<p><strong>${visit.m.proof.receipt.interim}</strong></p>` : '';
  return html`${interim}${summaryList([...requestRows(visit, facts), ...answerRows(visit, facts), ...issuerRows(visit, facts)])}
  ${groundsSection(visit, facts)}${offersSection(visit, facts)}${systemsTable(visit, facts)}${keptSection(visit, facts)}${remediesSection(visit, facts)}`;
}

/** The receipt's name: "Receipt of the deletion". */
export function receiptTitle(visit: Visit, { kind }: ReceiptFacts): string {
  const kinds: Record<string, string> = visit.m.words.receiptKinds;
  return kinds[kind] ?? kind;
}
