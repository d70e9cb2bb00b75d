/** The person's further rights, where to complain, whom to ask. */
import { html } from 'hono/html';
import { authoritiesFor } from '../../domain/authorities/authority-for.ts';
import { type Cited, fullCite, type Law } from '../../domain/law/law.ts';
import { articleOf, grants } from '../../domain/law/laws.ts';
import { REMEDIES, type Remedy } from '../words/words.ts';
import { articles, bullets, cite, said, section } from './page-context.ts';
import type { Html, PageContext } from './page-context.ts';

/** The article by which a law gives it; undefined if it does not. */
function articleFor(remedy: Remedy, law: Law, on: string): string | undefined {
  if (remedy !== 'no-retaliation') return grants(law, remedy, on) ? articleOf(law, remedy) : undefined;
  return law.remedies.nonRetaliation && fullCite(law, law.remedies.nonRetaliation.cite);
}

function rights({ words, laws, content }: PageContext): Html[] {
  return REMEDIES.flatMap((remedy) => {
    const given = laws.flatMap((law) => articleFor(remedy, law, content.request.receivedOn) ?? []);
    const { title, text } = words.remedies[remedy];
    return given.length === 0 ? [] : [html`<strong>${title}.</strong> ${text}${articles(given)}.`];
  });
}

/** A sentence with the articles of the laws that say so; nothing if none does. */
function sentence(page: PageContext, text: string, says: (law: Law) => Cited | undefined): Html | '' {
  const saying = page.laws.flatMap((law) => {
    const by = says(law);
    return by === undefined ? [] : [fullCite(law, by.cite)];
  });
  return saying.length === 0 ? '' : html`<p>${text}${articles(saying)}.</p>`;
}

/** Everybody the laws name, each once: where several apply, the person may turn to any of them. */
function authorities({ laws, content }: PageContext): string[] {
  const { request, configuration } = content;
  const places = { residence: request.residence, controllerCountry: configuration.controller.country };
  const all = laws.flatMap((law) => authoritiesFor({ ...places, to: law.remedies.complaint.to }));
  return [
    ...new Set(all.map(({ name, address, email, url }) => [name, address, email, url].filter((one) => one !== undefined).join(', '))),
  ];
}

function complaint(page: PageContext): Html {
  const { anywhere, to, court } = page.words.complaint;
  const named = authorities(page);
  return html`${sentence(page, anywhere, ({ remedies }) => (remedies.complaint.to === 'of-residence' ? remedies.complaint : undefined))}
${named.length === 0 ? '' : html`<p>${to}</p>${bullets(named)}`}
${sentence(page, court, ({ remedies }) => remedies.court)}`;
}

/** Rights to rectify, erase, restrict and object; complaint; contact. */
export function rightsSection(page: PageContext): Html {
  const { words, content } = page;
  return section(
    'rights',
    html`${words.headings.rights}${cite(page, 'rights')}${cite(page, 'complaint')}`,
    html`${bullets(rights(page))}
${complaint(page)}
<p>${words.contact(content.configuration.controller.email, content.request.reference)}</p>`,
  );
}

/** Whether decisions are made by machines, in the controller's words. */
export function automatedSection(page: PageContext): Html {
  const { automatedDecisions } = page.content.configuration;
  return section(
    'automated',
    html`${page.words.headings.automated}${cite(page, 'automated')}`,
    html`<p>${automatedDecisions === undefined ? page.words.automated.none : said(page, automatedDecisions)}</p>`,
  );
}
