/** `/`: what you can ask for, how it goes, under which laws and by when, what you need, and the other ways. */
import { html } from 'hono/html';
import { buttonLink } from '../ui/button.ts';
import { dateInWords, listInWords } from '../ui/dates.ts';
import { when, type Markup } from '../ui/markup.ts';
import { summaryList } from '../ui/summary-list.ts';
import { frame, phoneLink } from './layout.ts';
import { offeredRights } from './offered-rights.ts';
import { paths } from './paths.ts';
import { type CustomerVisit, link, type Visit, todayOf } from './visit.ts';
import { lawName } from './wording.ts';

function otherWays(visit: Visit): Markup {
  const { controller } = visit.port.configuration;
  const { start } = visit.m.site;
  const rows = [
    { term: start.email, detail: html`<a href="mailto:${controller.email}">${controller.email}</a>` },
    { term: start.post, detail: `${controller.name}, ${controller.address}` },
  ];
  const phone = when(controller.phone, phoneLink);
  return html`<h2>${start.ways}</h2>
    <p>${start.waysText}</p>
    ${summaryList(phone === '' ? rows : [...rows, { term: start.phone, detail: phone }])}`;
}

/** Whose rules count, and what they promise whoever asks today, by an example. */
function laws(visit: CustomerVisit): Markup {
  const { start } = visit.m.site;
  const [first] = offeredRights(visit.port.configuration, todayOf(visit));
  if (first === undefined) return html``;
  const names = listInWords(
    visit.lang,
    visit.port.configuration.laws.map((law) => lawName(visit, law)),
  );
  const right = visit.m.words.receipt.rights[first];
  const { dueOn, leading } = visit.port.preview({ rights: [first] }).clock;
  return html`<h2>${start.laws}</h2>
    <p>${start.lawsText(names)}</p>
    <p>${start.lawsDate({ right, date: dateInWords(visit.lang, dueOn), law: lawName(visit, leading.law) })}</p>`;
}

/** The whole page. */
export function startPage(visit: CustomerVisit): Markup {
  const { start } = visit.m.site;
  const { configuration } = visit.port;
  const rights = offeredRights(configuration, todayOf(visit)).map((right) => {
    const { choice, hint } = visit.m.words.rights[right];
    const href = link(visit, `${paths.question('rights')}?right=${right}`);
    return html`<li><a href="${href}">${choice}</a><br /><span class="soft">${hint}</span></li>`;
  });
  const steps = [start.howForm, start.howDate, start.howConfirm, start.howAnswer];
  const main = html`<div class="hero">
      <h1>${start.title}</h1>
      <p class="lead">${start.lead(configuration.controller.name)}</p>
      ${buttonLink({ text: start.button, href: link(visit, paths.question('rights')) })}
    </div>
    <h2>${start.can}</h2>
    <ul class="choice-list">
      ${rights}
    </ul>
    <h2>${start.how}</h2>
    <ol class="steps">
      ${steps.map((step) => html`<li><span>${step}</span></li>`)}
    </ol>
    ${laws(visit)}
    <h2>${start.need}</h2>
    <p>${start.needText}</p>
    <h2>${start.sent}</h2>
    <p>${start.sentText}</p>
    ${otherWays(visit)}`;
  return frame(visit, { title: start.title, main });
}
