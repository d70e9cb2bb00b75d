/** The last page before sending: all answers, the date we will promise and under which laws, and what a deletion will leave. */
import { html } from 'hono/html';
import { textIn } from '../../domain/data-map.ts';
import { lawsOf } from '../../domain/law/choose-laws.ts';
import { notGiven } from '../../domain/law/laws.ts';
import { answererOf, handoversOf, heldNames } from '../../domain/passing-on.ts';
import { passesOf } from '../../domain/rights.ts';
import { notGrantedSentence } from '../../steps/ground-sentences.ts';
import type { Promised } from '../../steps/intake.ts';
import { button, buttonGroup } from '../ui/button.ts';
import { errorSummary } from '../ui/error-summary.ts';
import { hiddenFields, honeypot, type FieldError } from '../ui/fields.ts';
import { banner } from '../ui/banner.ts';
import { listInWords, weekdayInWords, zoneInWords } from '../ui/dates.ts';
import { when, type Content, type Markup } from '../ui/markup.ts';
import { summaryList, type SummaryRow } from '../ui/summary-list.ts';
import { asksForBrand, carriedFields, type Answers } from './answers.ts';
import { frame } from './layout.ts';
import { paths } from './paths.ts';
import { placeName } from './places.ts';
import { HONEYPOT, type Question } from './question-pages.ts';
import { retainedDatasets } from './retained.ts';
import type { Checked } from './submission-check.ts';
import { lawName, rightNames } from './wording.ts';
import { link, type CustomerVisit } from './visit.ts';

const FORM = 'question';

export interface CheckState {
  answers: Answers;
  checked: Checked;
  /** Made when this page is: pressing "send" twice sends once. */
  key: string;
  errors?: FieldError[];
}

function changeButton(visit: CustomerVisit, question: Question, about: string): Markup {
  return button({ text: visit.m.form.check.change, look: 'link', name: 'go', value: `to:${question}`, about });
}

function brandName({ port, lang }: CustomerVisit, brand: string): string {
  return heldNames(port.configuration, { brand, held: [], lang }).join('');
}

function answerRows(visit: CustomerVisit, { checked }: CheckState): SummaryRow[] {
  const { check } = visit.m.form;
  const { person, rights, residence, brand } = checked;
  const row = (term: string, detail: Content | undefined, question: Question): SummaryRow => ({
    term,
    detail: detail ?? html`<span class="soft">${check.notGiven}</span>`,
    action: changeButton(visit, question, `(${term})`),
  });
  const identifiers = Object.entries(person.identifiers).map(([kind, value]) =>
    row(textIn(visit.port.configuration.identifiers[kind] ?? { en: kind }, visit.lang), value, 'who'),
  );
  const behalf = person.onBehalfOf;
  return [
    row(check.rights, rightNames(visit, rights), 'rights'),
    ...(asksForBrand(visit.port.configuration) ? [row(visit.m.passingOn.answerName, brand && brandName(visit, brand), 'brand')] : []),
    ...(person.note === undefined ? [] : [row(check.note, person.note, 'who')]),
    row(check.email, person.email, 'who'),
    row(check.name, person.name, 'who'),
    ...identifiers,
    ...(behalf === undefined ? [] : [row(check.behalf, html`${behalf.name}<br />${behalf.relation}`, 'for-someone-else')]),
    row(check.residence, residence === undefined ? undefined : placeName(visit.lang, residence), 'where'),
  ];
}

/** What none of the laws gives is said before it is sent, with what they give instead; whoever sends it all the same is answered. */
function notGivenBy(visit: CustomerVisit, { laws: ids, receivedOn: on }: Promised, { rights }: Checked): Content {
  const laws = lawsOf({ laws: ids, receivedOn: on });
  const missing = notGiven(rights, laws, on).map((right) => html`<p>${notGrantedSentence(visit.lang, { right, laws, on })}</p>`);
  return missing.length === 0
    ? ''
    : banner({
        tone: 'warning',
        title: visit.m.form.check.notGrantedTitle,
        body: html`${missing}
          <p>${visit.m.form.check.notGrantedSend}</p>`,
      });
}

/** The earliest date of all laws that apply, and which law sets it. */
function promise(visit: CustomerVisit, { laws, clock }: Promised): Markup {
  const { check } = visit.m.form;
  const { leading } = clock;
  const others = laws.filter((law) => law !== leading.law).map((law) => lawName(visit, law));
  return banner({
    tone: 'info',
    title: check.dueTitle(weekdayInWords(visit.lang, clock.dueOn)),
    body: html`<p>
        ${check.due({ law: lawName(visit, leading.law), zone: zoneInWords(visit.lang, visit.zone) })} ${check.dueBasis(leading.deadline.basis)}
      </p>
      ${others.length === 0 ? '' : html`<p>${check.dueAlso(listInWords(visit.lang, others))}</p>`}`,
  });
}

/** Who answers, and by when; what we only run for others is theirs to answer. */
function answering(visit: CustomerVisit, checked: Checked): Content {
  const { configuration } = visit.port;
  const { checkTitle, checkWhole, checkPart } = visit.m.passingOn;
  const { rights, residence, brand } = checked;
  const told = handoversOf(configuration, checked).map(({ to, systems }) => ({
    to: to.name,
    held: listInWords(visit.lang, heldNames(configuration, { brand, held: systems, lang: visit.lang })),
  }));
  if (answererOf(configuration, checked) !== undefined) {
    return html`${told.map((facts) => banner({ tone: 'info', title: checkTitle(facts.to), body: html`<p>${checkWhole(facts)}</p>` }))}`;
  }
  const promised = visit.port.preview({ rights, ...(residence === undefined ? {} : { residence }) });
  return html`${notGivenBy(visit, promised, checked)} ${promise(visit, promised)}
  ${told.map((facts) => html`<p>${checkPart(facts)}</p>`)}`;
}

function kept(visit: CustomerVisit, checked: Checked): Content {
  const passes = passesOf(checked.rights);
  if (!passes.includes('erase') || answererOf(visit.port.configuration, checked) !== undefined) return '';
  const { check } = visit.m.form;
  const datasets = retainedDatasets(visit.port.configuration, visit.lang);
  const items = datasets.map(
    ({ dataset, article, sentence }) => html`<li><strong>${check.keptRow({ dataset, article })}:</strong> ${sentence}</li>`,
  );
  return html`<h2>${check.keptTitle}</h2>
    ${
      items.length === 0
        ? html`<p>${check.keptNothing}</p>`
        : html`<p>${check.keptLead}</p>
            <ul>
              ${items}
            </ul>`
    }${when(passes.includes('export'), () => html`<p>${check.keptOrder}</p>`)}
    <p><strong>${check.keptFinal}</strong></p>`;
}

/** Everything on one page; the button says the act. */
export function checkPage(visit: CustomerVisit, state: CheckState): Markup {
  const { form } = visit.m;
  const { errors = [], answers, key } = state;
  const main = html`${errorSummary(form.errorSummary, errors)}
    <h1>${form.check.title}</h1>
    <form id="${FORM}" method="post" action="${paths.question('check')}" novalidate>
      ${summaryList(answerRows(visit, state))} ${answering(visit, state.checked)} ${kept(visit, state.checked)}
      <p>${form.check.privacy} <a href="${link(visit, paths.privacy)}">${form.check.privacyLink}</a>.</p>
      ${hiddenFields({ ...carriedFields(answers, 'check'), key, ...(visit.langChosen ? { lang: visit.lang } : {}) })}
      ${honeypot(HONEYPOT, form.honeypot)}
      ${buttonGroup(button({ text: form.check.send, id: 'send' }), button({ text: form.back, look: 'secondary', name: 'go', value: 'back' }))}
    </form>`;
  const title = errors.length > 0 ? `${form.errorTitlePrefix} ${form.check.title}` : form.check.title;
  return frame(visit, { title, main, form: FORM });
}
