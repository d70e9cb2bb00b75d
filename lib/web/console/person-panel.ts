/** The person's details: hidden until somebody asks, which is recorded. */
import { html } from 'hono/html';
import { textIn } from '../../domain/data-map.ts';
import { actionForm } from '../ui/button.ts';
import { banner } from '../ui/banner.ts';
import type { Markup } from '../ui/markup.ts';
import { summaryList, type SummaryRow } from '../ui/summary-list.ts';
import type { Desk } from './desk.ts';
import { neededInWords } from './labels.ts';
import { MAY, mayDo } from './may.ts';
import { staffPath } from './paths.ts';
import type { CaseFile } from './port.ts';

type PersonDetails = NonNullable<CaseFile['person']>;

function rows({ words: { request: texts }, port, lang }: Desk, person: PersonDetails): SummaryRow[] {
  const identifiers = Object.entries(person.identifiers).map(([kind, detail]) => {
    const label = Object.hasOwn(port.configuration.identifiers, kind) ? port.configuration.identifiers[kind] : undefined;
    return { term: label === undefined ? kind : textIn(label, lang), detail };
  });
  const agent = person.onBehalfOf;
  return [
    ...(person.email === undefined ? [] : [{ term: texts.email, detail: person.email }]),
    ...(person.address === undefined ? [] : [{ term: texts.address, detail: person.address.join(', ') }]),
    ...(person.phone === undefined ? [] : [{ term: texts.phone, detail: person.phone }]),
    ...(person.name === undefined ? [] : [{ term: texts.name, detail: person.name }]),
    ...identifiers,
    ...(agent === undefined ? [] : [{ term: texts.onBehalf, detail: texts.onBehalfOf(agent.name, agent.relation) }]),
    ...(person.note === undefined ? [] : [{ term: texts.note, detail: person.note }]),
  ];
}

/** The button that shows them; disabled with its reason for who may not. */
export function hiddenPerson(desk: Desk, { request }: CaseFile): Markup {
  const { request: texts } = desk.words;
  const role = mayDo(desk.staff, 'show-person') ? undefined : texts.roleNeeded(neededInWords(desk, MAY['show-person']));
  const disabledReason = request.purgedAt === undefined ? role : texts.personGone;
  return html`<p class="soft">${texts.personLead}</p>${actionForm({
    action: `${staffPath.person(request.id)}#person`,
    text: texts.personShow,
    look: 'secondary',
    id: 'show-person',
    disabledReason,
    fields: { token: desk.formToken },
  })}`;
}

/** The details themselves. */
export function shownPerson(desk: Desk, person: CaseFile['person']): Markup {
  const { request: texts } = desk.words;
  if (person === undefined) return banner({ tone: 'warning', title: texts.personGone });
  return html`${banner({ tone: 'info', title: texts.personShown })}${summaryList(rows(desk, person))}`;
}
