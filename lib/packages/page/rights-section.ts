/** The person's further rights, where to complain, whom to ask. */
import { html } from 'hono/html';
import { bullets, cite, said, section } from './page-context.ts';
import type { Html, PageContext } from './page-context.ts';

/** Rights to rectify, erase, restrict and object; complaint; contact. */
export function rightsSection(page: PageContext): Html {
  const { words, content, family } = page;
  const { complaint } = words;
  const rights = words.remedies[family].map(({ title, text }) => html`<strong>${title}.</strong> ${text}`);
  const ends =
    family === 'gdpr'
      ? html`${complaint.gdpr}${content.authority === undefined ? '' : html` ${authority(page)}`} ${complaint.court}`
      : complaint.california;
  return section(
    'rights',
    html`${words.headings.rights}${cite(page, { gdpr: 'rights_rectify_erase_restrict_object' })}`,
    html`${bullets(rights)}
<p>${ends}${cite(page, { gdpr: 'complaint_right' })}</p>
<p>${words.contact(content.configuration.controller.email, content.request.reference)}</p>`,
  );
}

function authority(page: PageContext): string {
  const { name, address, email, url } = page.content.authority!;
  return page.words.complaint.authority([name, address, email, url].filter((one) => one !== undefined).join(', '));
}

/** Whether decisions are made by machines, in the controller's words. */
export function automatedSection(page: PageContext): Html {
  const { automatedDecisions } = page.content.configuration;
  return section(
    'automated',
    html`${page.words.headings.automated}${cite(page, { gdpr: 'automated_decisions_logic_consequences' })}`,
    html`<p>${automatedDecisions === undefined ? page.words.automated.none : said(page, automatedDecisions)}</p>`,
  );
}
