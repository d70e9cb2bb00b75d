/** The first page of a refusal: what is refused, on which grounds of each law, and the words for this case. */
import { html } from 'hono/html';
import type { OpenParts } from '../../domain/refusal/open-parts.ts';
import { groundSentence } from '../../domain/refusal/words/words.ts';
import type { Request } from '../../domain/request.ts';
import { button } from '../ui/button.ts';
import { checkboxes, errorOf, textField } from '../ui/fields.ts';
import type { Content, Markup } from '../ui/markup.ts';
import { actPage, reasonField } from './act-form.ts';
import type { Desk } from './desk.ts';
import { rightsInWords } from './labels.ts';
import { staffPath } from './paths.ts';
import {
  type Concerned,
  groundField,
  itemInWords,
  lawsConcerned,
  type OfferedGround,
  offeredGrounds,
  provisionField,
  type RefuseDraft,
  valueOf,
  wantsProvision,
} from './refuse-draft.ts';

export interface Refusing {
  request: Request;
  open: OpenParts;
}

function itemField(desk: Desk, { open }: Refusing, draft: RefuseDraft): Markup {
  const { refuse, errorPrefix } = desk.words;
  const rights = open.rights.map((right) => ({ item: { right }, hint: refuse.wholeRight }));
  const systems = open.systems.map((item) => ({ item, hint: refuse.oneSystem }));
  const choices = [...rights, ...systems].map(({ item, hint }) => {
    const value = valueOf(item);
    return { value, label: itemInWords(desk, item), hint, checked: draft.chosen.includes(value) };
  });
  return checkboxes({
    name: 'item',
    label: refuse.items,
    hint: refuse.itemsHint,
    choices,
    error: errorOf(draft.errors, 'item'),
    errorPrefix,
  });
}

function groundHint(desk: Desk, { cite, only }: OfferedGround): string {
  const { refuse } = desk.words;
  return only === undefined ? refuse.forAny(cite) : refuse.onlyFor(cite, rightsInWords(desk, only));
}

/** The grounds of one law, each with its article, and the provision where none is listed. */
function lawFields(desk: Desk, { law, rights }: Concerned, draft: RefuseDraft): Content {
  const { refuse, errorPrefix } = desk.words;
  const name = groundField(law.id);
  const error = errorOf(draft.errors, name);
  const choices = offeredGrounds(law, rights).map((ground) => ({
    value: ground.code,
    label: groundSentence(desk.lang, ground.code) ?? ground.code,
    hint: groundHint(desk, ground),
    checked: draft.codes[law.id]?.includes(ground.code) ?? false,
  }));
  const label = refuse.grounds(law.shortName);
  const hint = refuse.groundsHint(rightsInWords(desk, rights));
  const listed = choices.length === 0 ? '' : checkboxes({ name, label, hint, choices, error, errorPrefix });
  if (!wantsProvision(law, rights)) return listed;
  const provision = textField({
    name: provisionField(law.id),
    label: refuse.provision(law.shortName),
    hint: refuse.provisionHint,
    value: draft.provisions[law.id],
    maxlength: 120,
    error: errorOf(draft.errors, provisionField(law.id)),
    errorPrefix,
  });
  return html`${listed}${provision}`;
}

/** The page. */
export function refuseMarkup(desk: Desk, refusing: Refusing, draft: RefuseDraft): Markup {
  const { refuse, forms } = desk.words;
  const { request, open } = refusing;
  const laws = lawsConcerned(request, open);
  const reason = reasonField(desk, {
    label: refuse.reason,
    hint: refuse.reasonHint,
    value: draft.reason,
    error: errorOf(draft.errors, 'reason'),
  });
  return actPage(desk, {
    request,
    title: refuse.title,
    lead: refuse.lead,
    action: staffPath.refuse(request.id),
    fields: html`${itemField(desk, refusing, draft)}${laws.map((law) => lawFields(desk, law, draft))}${reason}`,
    errors: draft.errors,
    submit: button({ text: forms.continue }),
  });
}
