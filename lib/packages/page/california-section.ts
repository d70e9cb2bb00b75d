/** California's two lists: sold or shared, and disclosed for a business purpose (Cal. Civ. Code 1798.115(a), 1798.130(a)(4)). */
import { html } from 'hono/html';
import type { Recipient } from '../../domain/configuration.ts';
import { recipientLine } from './dataset-facts.ts';
import { bullets, cite, section } from './page-context.ts';
import type { Html, PageContext } from './page-context.ts';

type Role = Recipient['role'];

/** Who is neither bound to us nor an authority is treated as one to whom data are sold or shared: the stricter reading. */
const SOLD_OR_SHARED: ReadonlySet<Role> = new Set<Role>(['third-party']);

/** The two lists by category of data and recipient; a list with nothing on it says so. */
export function californiaSection(page: PageContext): Html {
  const { california, headings } = page.words;
  const sold = disclosures(page, (role) => SOLD_OR_SHARED.has(role));
  const disclosed = disclosures(page, (role) => !SOLD_OR_SHARED.has(role));
  return section(
    'california',
    headings.california,
    html`<h3>${california.sold}${cite(page, 'sold')}</h3>
${sold.length === 0 ? html`<p>${california.notSold}</p>` : bullets(sold)}
<h3>${california.disclosed}${cite(page, 'disclosed')}</h3>
${disclosed.length === 0 ? html`<p>${california.notDisclosed}</p>` : bullets(disclosed)}`,
  );
}

function disclosures(page: PageContext, wanted: (role: Role) => boolean): Html[] {
  const roles = new Map(page.content.configuration.recipients.map(({ name, role }) => [name, role]));
  const byCategory = new Map<string, Set<string>>();
  for (const column of page.datasets.flatMap((part) => part.columns)) {
    const names = column.recipients.filter((name) => wanted(roles.get(name)!));
    if (names.length > 0) byCategory.set(column.category, new Set([...(byCategory.get(column.category) ?? []), ...names]));
  }
  return [...byCategory].map(([category, names]) => html`${category}${bullets([...names].map((name) => recipientLine(page, name)))}`);
}
