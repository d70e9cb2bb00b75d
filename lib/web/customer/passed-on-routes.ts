/** `/passed-on/<token>`: what a controller reads about a request passed on to them. Mail scanners open links: only the button shows who asks. */
import { html } from 'hono/html';
import { Hono } from 'hono';
import type { Person } from '../../domain/person.ts';
import { textIn } from '../../domain/data-map.ts';
import { heldNames } from '../../domain/passing-on.ts';
import type { PassedOnView } from '../../steps/read-passed-on.ts';
import { actionForm } from '../ui/button.ts';
import { civilDate, dateInWords, listInWords } from '../ui/dates.ts';
import type { Content, Markup } from '../ui/markup.ts';
import { summaryList, type SummaryRow } from '../ui/summary-list.ts';
import { languageField } from './case-parts.ts';
import { frame } from './layout.ts';
import { unknownCasePage } from './message-pages.ts';
import { paths } from './paths.ts';
import { placeName } from './places.ts';
import type { CustomerPort } from './port.ts';
import { startVisit, type Visit } from './visit.ts';
import { rightNames } from './wording.ts';

function lead(visit: Visit, { request, passed }: PassedOnView): string {
  const { configuration } = visit.port;
  const held = heldNames(configuration, { brand: request.brand, held: passed.systems, lang: visit.lang });
  return visit.m.passingOn.page.lead({
    company: configuration.controller.name,
    held: listInWords(visit.lang, held),
    received: dateInWords(visit.lang, request.receivedOn),
    passed: dateInWords(visit.lang, civilDate(passed.at, visit.zone)),
  });
}

function personRows(visit: Visit, { request }: PassedOnView, person: Person): SummaryRow[] {
  const { page } = visit.m.passingOn;
  const row = (term: string, detail: Content | undefined): SummaryRow => ({ term, detail: detail ?? page.notGiven });
  const identifiers = Object.entries(person.identifiers).map(([kind, value]) =>
    row(textIn(visit.port.configuration.identifiers[kind] ?? { en: kind }, visit.lang), value),
  );
  const behalf = person.onBehalfOf;
  return [
    row(page.asks, rightNames(visit, request.rights)),
    row(page.email, `${person.email} (${request.verifiedAt === undefined ? page.unconfirmed : page.confirmed})`),
    row(page.name, person.name),
    ...identifiers,
    ...(behalf === undefined ? [] : [row(page.behalf, `${behalf.name} (${behalf.relation})`)]),
    ...(person.note === undefined ? [] : [row(page.note, person.note)]),
    row(page.home, request.residence === undefined ? undefined : placeName(visit.lang, request.residence)),
    row(page.language, new Intl.DisplayNames([visit.lang], { type: 'language' }).of(request.lang)),
  ];
}

function passedOnPage(visit: Visit, view: PassedOnView, token: string): Markup {
  const { page } = visit.m.passingOn;
  const title = page.title(view.request.reference);
  const body =
    view.person === undefined
      ? html`${actionForm({ action: paths.passedOn(token), text: page.show, fields: languageField(visit) })}
          <p class="soft after-form">${page.showHint}</p>`
      : html`${summaryList(personRows(visit, view, view.person))}
          <h2>${page.then}</h2>
          <p>${page.thenText}</p>
          <p>${page.until}</p>`;
  const main = html`<h1>${title}</h1>
    <p>${lead(visit, view)}</p>
    ${body}`;
  return frame(visit, { title, main });
}

/** Shows what was passed on, and who asks when the button is pressed. */
export function passedOnRoutes(port: CustomerPort): Hono {
  const routes = new Hono();
  routes.get('/passed-on/:token', async (c) => {
    const visit = startVisit(c, port);
    const token = c.req.param('token');
    const view = await port.passedOn(token, false);
    return view === undefined ? c.html(unknownCasePage(visit), 404) : c.html(passedOnPage(visit, view, token));
  });
  routes.post('/passed-on/:token', async (c) => {
    const { lang } = await c.req.parseBody();
    const visit = startVisit(c, port, typeof lang === 'string' ? lang : undefined);
    const token = c.req.param('token');
    const view = await port.passedOn(token, true);
    return view === undefined ? c.html(unknownCasePage(visit), 404) : c.html(passedOnPage(visit, view, token));
  });
  return routes;
}
