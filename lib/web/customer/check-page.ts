/** The last page before sending: all answers, the date we will promise, and what a deletion will leave. */
import { html } from 'hono/html';
import { textIn } from '../../domain/data-map.ts';
import { passesOf } from '../../domain/rights.ts';
import { button, buttonGroup } from '../ui/button.ts';
import { errorSummary } from '../ui/error-summary.ts';
import { hiddenFields, honeypot, type FieldError } from '../ui/fields.ts';
import { banner } from '../ui/banner.ts';
import { weekdayInWords, zoneInWords } from '../ui/dates.ts';
import { when, type Content, type Markup } from '../ui/markup.ts';
import { summaryList, type SummaryRow } from '../ui/summary-list.ts';
import { carriedFields, type Answers } from './answers.ts';
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

function answerRows(visit: CustomerVisit, { checked }: CheckState): SummaryRow[] {
  const { check } = visit.m.form;
  const { person, rights, residence } = checked;
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
    ...(person.note === undefined ? [] : [row(check.note, person.note, 'who')]),
    row(check.email, person.email, 'who'),
    row(check.name, person.name, 'who'),
    ...identifiers,
    ...(behalf === undefined ? [] : [row(check.behalf, html`${behalf.name}<br />${behalf.relation}`, 'for-someone-else')]),
    row(check.residence, residence === undefined ? undefined : placeName(visit.lang, residence), 'where'),
  ];
}

function promise(visit: CustomerVisit, { rights, residence }: Checked): Markup {
  const { check } = visit.m.form;
  const { clock } = visit.port.preview({ rights, ...(residence === undefined ? {} : { residence }) });
  return banner({
    tone: 'info',
    title: check.dueTitle(weekdayInWords(visit.lang, clock.dueOn)),
    body: html`<p>
      ${check.due({ law: lawName(visit, clock.leading.law), zone: zoneInWords(visit.lang, visit.zone) })} ${check.dueBasis(clock.leading.deadline.basis)}
    </p>`,
  });
}

function kept(visit: CustomerVisit, { rights }: Checked): Content {
  const passes = passesOf(rights);
  if (!passes.includes('erase')) return '';
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
      ${summaryList(answerRows(visit, state))} ${promise(visit, state.checked)} ${kept(visit, state.checked)}
      <p>${form.check.privacy} <a href="${link(visit, paths.privacy)}">${form.check.privacyLink}</a>.</p>
      ${hiddenFields({ ...carriedFields(answers, 'check'), key, ...(visit.langChosen ? { lang: visit.lang } : {}) })}
      ${honeypot(HONEYPOT, form.honeypot)}
      ${buttonGroup(button({ text: form.check.send, id: 'send' }), button({ text: form.back, look: 'secondary', name: 'go', value: 'back' }))}
    </form>`;
  const title = errors.length > 0 ? `${form.errorTitlePrefix} ${form.check.title}` : form.check.title;
  return frame(visit, { title, main, form: FORM });
}
