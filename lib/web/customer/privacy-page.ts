/** `/privacy`: what this form itself keeps, under which key, how long (Art. 13 GDPR), from the configuration. */
import { html } from 'hono/html';
import type { Configuration } from '../../domain/configuration.ts';
import { authorityFor } from '../../domain/authorities/authority-for.ts';
import { lawsFor } from '../../domain/law/choose-laws.ts';
import { longestRecordYears } from '../../domain/law/record-keeping.ts';
import { civilDate, plural } from '../ui/dates.ts';
import { when, type Markup } from '../ui/markup.ts';
import { authorityLink, contactLine, frame } from './layout.ts';
import type { Visit } from './visit.ts';

function complaint(visit: Visit): Markup {
  const { privacy } = visit.m.site;
  const { controller, laws } = visit.port.configuration;
  const controllerCountry = controller.country;
  const on = civilDate(visit.port.now(), visit.zone);
  const [law] = lawsFor({ residence: controllerCountry, laws, controllerCountry, on });
  const authority = law && authorityFor({ controllerCountry, to: law.remedies.complaint.to });
  return authority === undefined ? html`<p>${privacy.complaintNone}</p>` : html`<p>${privacy.complaint} ${authorityLink(authority)}</p>`;
}

/** Everybody for whom the company holds something: a request may be passed on to them. */
function passedOnTo({ brands = {}, systems }: Configuration): string[] {
  const all = [...Object.values(brands).map(({ controller }) => controller), ...Object.values(systems).map(({ onBehalfOf }) => onBehalfOf)];
  return [...new Set(all.flatMap((party) => (party === undefined ? [] : [`${party.name}, ${party.address}`])))];
}

/** The whole notice. */
export function privacyPage(visit: Visit): Markup {
  const { privacy } = visit.m.site;
  const { controller, dataProtectionOfficer: officer, policies } = visit.port.configuration;
  const kept = [
    plural(visit.lang, policies.downloadDays, privacy.longFiles),
    privacy.longKey,
    plural(visit.lang, longestRecordYears(visit.port.configuration, civilDate(visit.port.now(), visit.zone)), privacy.longRecord),
  ];
  const main = html`<h1>${privacy.title}</h1>
    <p class="lead">${privacy.lead}</p>
    <h2>${privacy.who}</h2>
    <p>${controller.name}, ${controller.address}. ${contactLine(visit)}</p>
    ${when(officer, ({ name, email }) => html`<p>${privacy.officer}: ${name}, <a href="mailto:${email}">${email}</a></p>`)}
    <h2>${privacy.what}</h2>
    <ul>
      ${privacy.whatItems.map((item) => html`<li>${item}</li>`)}
    </ul>
    <h2>${privacy.why}</h2>
    <p>${privacy.whyText}</p>
    <h2>${privacy.long}</h2>
    <ul>
      ${kept.map((item) => html`<li>${item}</li>`)}
    </ul>
    <h2>${privacy.receivers}</h2>
    <p>${privacy.receiversText}</p>
    ${when(passedOnTo(visit.port.configuration).join('; '), (names) => html`<p>${visit.m.passingOn.privacy(names)}</p>`)}
    <h2>${privacy.browser}</h2>
    <p>${privacy.browserText}</p>
    <h2>${privacy.rights}</h2>
    <p>${privacy.rightsText} ${privacy.decisions}</p>
    ${complaint(visit)}`;
  return frame(visit, { title: privacy.title, main });
}
