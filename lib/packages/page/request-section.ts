/** What the request system itself holds about the person, and the same information about it as about any other data. */
import { html } from 'hono/html';
import { textIn } from '../../domain/data-map.ts';
import { heldNames } from '../../domain/passing-on.ts';
import { recordYears } from '../../domain/law/record-keeping.ts';
import { recipientList, transferList } from './dataset-facts.ts';
import { cite, isUnder, line, section, table } from './page-context.ts';
import type { Html, PageContext } from './page-context.ts';
import { showValue } from './value.ts';

/** Name, address, identifiers as given, and the events with their times. */
export function requestSection(page: PageContext): Html {
  const { words, content } = page;
  const events = content.events.map(
    ({ at, type }) => html`<tr><td><time datetime="${at}">${page.formats.instant(at)}</time></td><td>${words.events[type]}</td></tr>
`,
  );
  return section(
    'request',
    words.headings.request,
    html`<p>${words.request.intro} <a href="request.json">request.json</a></p>
${personFacts(page)}
${table(
  'request-table',
  words.request.history,
  html`<thead><tr><th scope="col">${words.labels.date}</th><th scope="col">${words.labels.event}</th></tr></thead>
<tbody>${events}</tbody>`,
)}
${content.request.receipts.length > 0 ? html`<p>${words.request.proof}</p>` : ''}
${processingFacts(page)}`,
  );
}

function personFacts(page: PageContext): Html {
  const { words, formats, content } = page;
  const { labels } = words;
  const { person, request, configuration } = content;
  const text = (value: string): Html => showValue(value, words);
  const identifiers = Object.entries(person.identifiers).map(([kind, value]) => {
    const label = configuration.identifiers[kind];
    return line(label === undefined ? kind : textIn(label, words.lang), text(value));
  });
  return html`<dl class="facts">
${person.name === undefined ? '' : line(labels.name, text(person.name))}
${person.email === undefined ? '' : line(labels.email, text(person.email))}
${identifiers}
${person.onBehalfOf === undefined ? '' : line(labels.onBehalf, text(`${person.onBehalfOf.name} (${person.onBehalfOf.relation})`))}
${person.note === undefined ? '' : line(labels.note, text(person.note))}
${request.residence === undefined ? '' : line(labels.residence, formats.country(request.residence))}
${request.observedCountry === undefined ? '' : line(labels.observed, formats.country(request.observedCountry))}
${request.brand === undefined ? '' : line(labels.brand, heldNames(configuration, { brand: request.brand, held: [], lang: words.lang }).join(''))}
${line(labels.channel, words.channels[request.channel])}
${line(labels.lang, formats.language(request.lang))}
</dl>`;
}

/** The request is processing of its own: the law's list holds for it too, also when nothing else was found. */
function processingFacts(page: PageContext): Html {
  const { words, formats, content } = page;
  const { labels, request } = words;
  const system = content.requestSystem;
  const recipients = system === undefined ? request.recipients : recipientList(page, system.recipients);
  return html`<dl class="facts">
${line(html`${labels.purpose}${cite(page, 'purposes')}`, request.purpose)}
${line(html`${labels.categories}${cite(page, 'categories')}`, request.category)}
${isUnder(page, 'eu-gdpr', 'uk-gdpr') ? line(labels.legalBasis, request.legalBasis) : ''}
${line(html`${labels.recipients}${cite(page, 'recipients')}`, recipients)}
${line(
  html`${labels.retention}${cite(page, 'retention')}`,
  request.retention(formats.years(recordYears(content.request, content.configuration))),
)}
${line(html`${labels.source}${cite(page, 'source')}`, request.source)}
${line(html`${labels.transfers}${cite(page, 'transfers')}`, transferList(page, system?.transfers ?? []))}
</dl>`;
}
