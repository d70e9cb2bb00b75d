/** The page before an entry is recorded: everything that was typed, the date it promises, and the papers to go with it. */
import { html } from 'hono/html';
import { textIn } from '../../domain/data-map.ts';
import { lawsOf } from '../../domain/law/choose-laws.ts';
import { notGiven } from '../../domain/law/laws.ts';
import { answererOf } from '../../domain/passing-on.ts';
import { needsVerification } from '../../domain/rights.ts';
import { LARGEST_SCAN, receivedAtOf } from '../../steps/enter-request.ts';
import { notGrantedSentence } from '../../steps/ground-sentences.ts';
import { promise, type Promised } from '../../steps/intake.ts';
import { silenceEndsAt } from '../../steps/silence.ts';
import { placeName } from '../customer/places.ts';
import { banner } from '../ui/banner.ts';
import { button, buttonGroup } from '../ui/button.ts';
import { dateInWords, listInWords, weekdayInWords } from '../ui/dates.ts';
import { errorSummary } from '../ui/error-summary.ts';
import { errorOf, type FieldError, fileField, hiddenFields } from '../ui/fields.ts';
import type { Content, Markup } from '../ui/markup.ts';
import { summaryList, type SummaryRow } from '../ui/summary-list.ts';
import type { Desk } from './desk.ts';
import { carriedEntry, type CheckedEntry, type EntryDraft, entryOf } from './entry-draft.ts';
import { staffPage } from './frame.ts';
import { languageInWords, lawInWords, rightsInWords } from './labels.ts';
import { staffPath } from './paths.ts';

function personRows({ words: { entry, request }, port, lang }: Desk, { person, channel }: CheckedEntry): SummaryRow[] {
  const { name, email, address, phone, note, onBehalfOf, identifiers } = person;
  const row = (term: string, detail: Content | undefined): SummaryRow[] => (detail === undefined ? [] : [{ term, detail }]);
  const byHand = address === undefined && channel === 'phone' ? entry.byPhone : entry.onPaper;
  return [
    ...row(entry.name, name),
    { term: entry.email, detail: email ?? html`${entry.notGiven}<p class="soft">${byHand}</p>` },
    ...row(entry.address, address && html`${address.map((line) => html`${line}<br>`)}`),
    ...row(entry.phone, phone),
    ...Object.entries(identifiers).map(([kind, detail]) => ({
      term: textIn(port.configuration.identifiers[kind] ?? { en: kind }, lang),
      detail,
    })),
    ...row(entry.behalf, onBehalfOf && request.onBehalfOf(onBehalfOf.name, onBehalfOf.relation)),
    ...row(entry.note, note && html`<blockquote class="letter">${note}</blockquote>`),
  ];
}

function rows(desk: Desk, checked: CheckedEntry): SummaryRow[] {
  const { words, lang, port } = desk;
  const { entry } = words;
  const { channel, on, rights, residence, brand } = checked;
  const label = brand === undefined ? undefined : port.configuration.brands?.[brand]?.label;
  return [
    { term: entry.how, detail: `${entry.channels[channel].label}, ${dateInWords(lang, on)}` },
    { term: entry.what, detail: rightsInWords(desk, rights) },
    ...(label === undefined ? [] : [{ term: entry.brand, detail: textIn(label, lang) }]),
    ...personRows(desk, checked),
    { term: entry.residence, detail: residence === undefined ? entry.residenceUnknown : placeName(lang, residence) },
    { term: entry.lang, detail: languageInWords(lang, checked.lang) },
  ];
}

/** What none of the laws gives; it is entered all the same, and the person told. */
function notGranted({ words: { entry }, lang }: Desk, { laws: ids, receivedOn: on }: Promised, { rights }: CheckedEntry): Content {
  const laws = lawsOf({ laws: ids, receivedOn: on });
  const missing = notGiven(rights, laws, on).map((right) => html`<p>${notGrantedSentence(lang, { right, laws, on })}</p>`);
  if (missing.length === 0) return '';
  return banner({ tone: 'warning', title: entry.notGrantedTitle, body: html`<p>${entry.notGrantedSend}</p>${missing}` });
}

/** Why the date needs looking at: it has passed, or is so near that the person can hardly confirm anything. */
function warningOf({ words: { entry }, port, now }: Desk, { clock }: Promised, { rights }: CheckedEntry): string | undefined {
  if (Date.parse(clock.tooLateAt) <= now) return entry.overdue;
  return needsVerification(rights) && silenceEndsAt(clock, port.configuration) <= now ? entry.silence : undefined;
}

/** The date it will be due, and the law that sets it: the same as the form of the customer pages promises. */
function promised(desk: Desk, checked: CheckedEntry): Content {
  const { words, lang, port, now } = desk;
  const { entry } = words;
  const { configuration } = port;
  const answerer = answererOf(configuration, checked);
  if (answerer !== undefined)
    return banner({ tone: 'info', title: entry.passedOn(answerer.name), body: html`<p>${entry.passedOnWhy}</p>` });
  const { rights, residence, on } = checked;
  const receivedAt = receivedAtOf(configuration, on, now);
  const promising = promise(configuration, { rights, receivedAt, ...(residence !== undefined && { residence }) });
  const { laws, clock } = promising;
  const { leading } = clock;
  const others = laws.filter((law) => law !== leading.law).map(lawInWords);
  const warning = warningOf(desk, promising, checked);
  const body = html`<p>${entry.dueWhy(lawInWords(leading.law), leading.deadline.basis, dateInWords(lang, on))}</p>${
    others.length === 0 ? '' : html`<p>${entry.dueAlso(listInWords(lang, others))}</p>`
  }${warning === undefined ? '' : html`<p><strong>${warning}</strong></p>`}`;
  const title = entry.due(weekdayInWords(lang, clock.dueOn));
  return html`${notGranted(desk, promising, checked)}${banner({ tone: warning === undefined ? 'info' : 'warning', title, body })}`;
}

interface Check {
  draft: EntryDraft;
  /** Made when this page is: pressing the button twice enters once. */
  key: string;
  errors: FieldError[];
}

/** The scan is chosen here and nowhere else: a browser does not carry files from page to page. */
export function entryCheckPage(desk: Desk, { draft, key, errors }: Check): Markup {
  const { entry, forms, problemTitle, errorTitle, errorPrefix } = desk.words;
  const checked = entryOf(draft);
  const scan = fileField({
    name: 'scan',
    label: entry.optional(entry.scan),
    hint: entry.scanHint(desk.port.configuration.policies.paperDays),
    error: errorOf(errors, 'scan'),
    errorPrefix,
    accept: '.pdf,image/*,.doc,.docx,.odt,.rtf',
    multiple: true,
    largest: { bytes: LARGEST_SCAN, message: entry.scanLarge },
  });
  const main = html`${errorSummary(problemTitle, errors)}<h1>${forms.checkTitle}</h1><p class="lead">${entry.checkLead}</p>
<div class="facts">${summaryList(rows(desk, checked))}${promised(desk, checked)}</div>
<form class="act-form" method="post" action="${staffPath.entry()}" enctype="multipart/form-data" novalidate>
${hiddenFields({ ...carriedEntry(draft), key, token: desk.formToken })}${scan}
${buttonGroup(button({ text: entry.confirm, name: 'step', value: 'confirm' }), button({ text: forms.change, name: 'step', value: 'change', look: 'secondary' }))}</form>`;
  return staffPage(desk, { title: errors.length === 0 ? forms.checkTitle : errorTitle(forms.checkTitle), main, current: 'entry' });
}
