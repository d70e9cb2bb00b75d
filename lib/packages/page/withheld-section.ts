/** What was left out of the package and why: too sensitive to print, about others, security data. */
import { html } from 'hono/html';
import { textIn } from '../../domain/data-map.ts';
import { fullCite } from '../../domain/law/law.ts';
import { articlesAgainst } from '../../domain/law/never-disclosed.ts';
import type { DatasetPart, Treatment, TreatedColumn } from '../dataset-parts.ts';
import { columnLabel } from './dataset-facts.ts';
import { articles, bullets, section } from './page-context.ts';
import type { Html, PageContext } from './page-context.ts';

/** A concealed column of which we hold at least one value. */
export interface Concealed {
  part: DatasetPart;
  column: TreatedColumn;
}

/** How laws call the reason that something is about somebody else. */
const OTHERS = [
  'rights_of_others',
  'overriding_third_party_interests',
  'adverse_effect_on_others',
  'harm_to_rights_of_the_person_or_others',
];

function forOthers({ laws }: PageContext): string[] {
  return laws.flatMap((law) => law.exemptions.any.filter(({ code }) => OTHERS.includes(code)).map((item) => fullCite(law, item.cite)));
}

/** Names columns, never values. */
export function withheldSection(page: PageContext, concealed: Concealed[]): Html {
  const { withheld, headings } = page.words;
  const of = (treatment: Treatment): Concealed[] => concealed.filter(({ column }) => column.treatment === treatment);
  const where = ({ part }: Concealed): Html =>
    html`<span class="note">(${withheld.heldIn(textIn(part.dataset.label, page.words.lang))})</span>`;
  const forbidden = of('described').flatMap(({ column }) => articlesAgainst(page.laws, column.category));
  const groups = [
    {
      why: html`${withheld.described}${articles(forbidden)}`,
      items: of('described').map((one) => html`${withheld.hold(columnLabel(page, one.column))} ${where(one)}`),
    },
    {
      why: html`${withheld.others}${articles(forOthers(page))}`,
      items: of('withheld').map((one) => html`${columnLabel(page, one.column)} ${where(one)}`),
    },
    { why: withheld.secret, items: of('secret').map((one) => html`${columnLabel(page, one.column)} ${where(one)}`) },
  ].filter(({ items }) => items.length > 0);
  return section(
    'withheld',
    headings.withheld,
    groups.length === 0 ? html`<p>${withheld.nothing}</p>` : html`${groups.map(({ why, items }) => html`<p>${why}</p>${bullets(items)}`)}`,
  );
}
