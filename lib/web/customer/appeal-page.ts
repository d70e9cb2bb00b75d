/** The form of an appeal; and where there is none, what else one can do. */
import { html } from 'hono/html';
import { authoritiesFor } from '../../domain/authorities/authority-for.ts';
import { contestedRights } from '../../domain/appeal.ts';
import { lawsOf } from '../../domain/law/choose-laws.ts';
import type { Request } from '../../domain/request.ts';
import { button, buttonGroup, buttonLink } from '../ui/button.ts';
import { dateInWords, listInWords } from '../ui/dates.ts';
import { errorSummary } from '../ui/error-summary.ts';
import { errorOf, hiddenFields, textArea, type FieldError } from '../ui/fields.ts';
import type { Content, Markup } from '../ui/markup.ts';
import { languageField } from './case-parts.ts';
import { authorityLink, contactLine, frame } from './layout.ts';
import { paths } from './paths.ts';
import type { AppealResult, CaseView } from './port.ts';
import { lawName, rightNames } from './wording.ts';
import { link, type CustomerVisit, type Visit } from './visit.ts';

export const LONGEST_WORDS = 2_000;

/** Why an appeal is not possible. */
export type Hindrance = Exclude<AppealResult, { ok: true }>['reason'];

interface AppealForm {
  view: CaseView;
  token: string;
  /** Laws that have the appeal: the date promised is theirs. */
  laws: string[];
  words: string;
  errors: readonly FieldError[];
}

function refusedSection(visit: Visit, request: Request): Content {
  const grounds = request.grounds.map(({ text, law }) => html`<li>${text} <small>(${law})</small></li>`);
  const reasons = request.refusals.flatMap(({ reason }) => (reason === undefined ? [] : [html`<p>${reason}</p>`]));
  return html`<h2>${visit.m.appeal.refused}</h2>
    <div>${rightNames(visit, contestedRights(request))}</div>
    ${reasons}
    ${
      grounds.length === 0
        ? ''
        : html`<ul>
            ${grounds}
          </ul>`
    }`;
}

/** What was refused, until when we decide, and the person's words. */
export function appealPage(visit: CustomerVisit, { view: { request }, token, laws, words, errors }: AppealForm): Markup {
  const { appeal, form } = visit.m;
  const { clock } = visit.port.preview({ rights: ['appeal'], laws });
  const lead = appeal.lead({ reference: request.reference, date: dateInWords(visit.lang, clock.dueOn) });
  const main = html`${errorSummary(form.errorSummary, errors)}
    <h1>${appeal.title}</h1>
    <p>${lead}</p>
    ${refusedSection(visit, request)}
    <form method="post" action="${paths.statusAct(token, 'appeal')}" novalidate>
      ${textArea({ name: 'words', label: appeal.wordsOptional(appeal.words), hint: appeal.wordsHint, value: words, error: errorOf(errors, 'words'), errorPrefix: form.errorPrefix, rows: 6 })}
      ${hiddenFields(languageField(visit))}
      ${buttonGroup(button({ text: appeal.send }), buttonLink({ text: appeal.back, href: link(visit, paths.status(token)), look: 'secondary' }))}
    </form>`;
  return frame(visit, { title: errors.length > 0 ? `${form.errorTitlePrefix} ${appeal.title}` : appeal.title, main });
}

/** The authorities and the courts of the laws that apply, and the company itself. */
function otherWays(visit: Visit, request: Request): Markup {
  const { ways } = visit.m.appeal;
  const { controller } = visit.port.configuration;
  const laws = lawsOf(request);
  const places = { residence: request.residence, controllerCountry: controller.country };
  const authorities = laws.flatMap(({ remedies }) => authoritiesFor({ ...places, to: remedies.complaint.to }));
  const named = authorities.filter(({ name }, place) => authorities.findIndex((other) => other.name === name) === place);
  return html`<ul>
    <li>${ways.reply(controller.name)} ${contactLine(visit)}</li>
    ${named.map((authority) => html`<li>${ways.authority} ${authorityLink(authority)}</li>`)}
    ${laws.some(({ remedies }) => remedies.court !== undefined) ? html`<li>${ways.court}</li>` : ''}
  </ul>`;
}

/** Why there is no appeal, and every other way there is. */
export function noAppealPage(
  visit: Visit,
  { view: { request }, token, reason }: { view: CaseView; token: string; reason: Hindrance },
): Markup {
  const { appeal } = visit.m;
  const laws = listInWords(
    visit.lang,
    request.laws.map((law) => lawName(visit, law)),
  );
  const why = reason === 'no-appeal' ? appeal.not[reason](laws) : appeal.not[reason];
  const main = html`<h1>${appeal.notTitle}</h1>
    <p>${why}</p>
    ${otherWays(visit, request)}
    <p>${buttonLink({ text: appeal.back, href: link(visit, paths.status(token)), look: 'secondary' })}</p>`;
  return frame(visit, { title: appeal.notTitle, main });
}
