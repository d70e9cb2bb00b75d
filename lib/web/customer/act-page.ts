/** One more look before an act that cannot be undone. */
import { html } from 'hono/html';
import { button, buttonGroup, buttonLink } from '../ui/button.ts';
import { hiddenFields } from '../ui/fields.ts';
import type { Markup } from '../ui/markup.ts';
import { languageField } from './case-parts.ts';
import { frame } from './layout.ts';
import { paths } from './paths.ts';
import { link, type Visit } from './visit.ts';

/** Withdraw, or delete without waiting. */
export function actPage(visit: Visit, act: 'withdraw' | 'waive', token: string): Markup {
  const { status } = visit.m.case;
  const words =
    act === 'withdraw'
      ? { title: status.withdrawTitle, lead: status.withdrawLead, yes: status.withdrawButton }
      : { title: status.waiveTitle, lead: status.waiveLead, yes: status.waiveButton };
  const main = html`<h1>${words.title}</h1>
    <p>${words.lead}</p>
    <form method="post" action="${paths.statusAct(token, act)}">
      ${hiddenFields(languageField(visit))}
      ${buttonGroup(button({ text: words.yes, look: 'danger' }), buttonLink({ text: status.withdrawKeep, href: link(visit, paths.status(token)), look: 'secondary' }))}
    </form>`;
  return frame(visit, { title: words.title, main });
}
