/** The first thing a person reads: what they asked, and our answer in a sentence. */
import { html } from 'hono/html';
import { cite, line, said, section } from './page-context.ts';
import type { Html, PageContext } from './page-context.ts';

/** Reference, rights, dates, and whether we hold data. */
export function answerSection(page: PageContext): Html {
  const { words, formats, content, parts } = page;
  const { request, configuration } = content;
  const { labels, answer } = words;
  const officer = configuration.dataProtectionOfficer;
  const { controller } = configuration;
  return section(
    'answer',
    words.headings.answer,
    html`${verdict(page)}
${content.outstanding.length > 0 ? html`<p class="notice">${answer.interim}</p>` : ''}
${parts.length > 1 ? html`<p>${answer.parts(formats.number(parts.length))} ${answer.partsHint}</p>` : ''}
<dl class="facts">
${line(labels.reference, request.reference)}
${line(labels.asked, formats.list(request.rights.map((right) => words.rights[right])))}
${line(labels.received, formats.date(request.receivedAt))}
${line(labels.due, formats.date(request.dueOn))}
${line(labels.law, formats.list(page.laws.map(({ id, name }) => words.laws[id] ?? name)))}
${line(labels.made, formats.date(content.madeAt))}
${line(html`${labels.controller}${cite(page, 'controller')}`, html`${controller.name}, ${controller.address}, ${formats.country(controller.country.slice(0, 2))}, ${controller.email}`)}
${officer === undefined ? '' : line(labels.officer, html`${officer.name}, ${officer.email}`)}
</dl>`,
  );
}

function verdict(page: PageContext): Html {
  const { words, formats, datasets } = page;
  const article = cite(page, 'confirmation');
  if (datasets.length === 0) {
    return html`<p class="verdict">${nothingFound(page)}${article}</p><p>${words.answer.notFoundHint}</p>`;
  }
  const labels = new Map(datasets.map((part) => [part.system, part.systemLabel]));
  const names = formats.list([...labels.values()].map((label) => label[words.lang] ?? label.en));
  return html`<p class="verdict">${words.answer.found(names)}${article}</p>`;
}

/** "All our systems" may only be said if all of them were searched. */
export function nothingFound(page: PageContext): string {
  const { nothing, nothingSoFar, nothingOwn } = page.words.answer;
  if (page.content.outstanding.length > 0 || skippedSystems(page).length > 0) return nothingSoFar;
  return page.content.request.passedOn.length === 0 ? nothing : nothingOwn;
}

/** Systems a person decided not to search, with the reason for the requester. */
export function skippedSystems(page: PageContext): { system: string; reason: string | undefined }[] {
  return page.content.outcomes
    .filter((outcome) => outcome.pass === 'export' && outcome.outcome === 'skipped')
    .map(({ system, reason }) => ({ system, reason }));
}

/** The label of a system; its name if it is no longer configured. */
export function systemLabel(page: PageContext, system: string): Html {
  const declared = page.content.configuration.systems[system];
  return declared === undefined ? html`${system}` : said(page, declared.label);
}
