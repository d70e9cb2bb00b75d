/** The frame of every customer page: whose service, help in the same place, language switch. */
import { html } from 'hono/html';
import type { Authority } from '../../domain/authorities/authority.ts';
import { button } from '../ui/button.ts';
import { attributes, when, type Content, type Markup } from '../ui/markup.ts';
import { page } from '../ui/page.ts';
import { paths } from './paths.ts';
import { link, type Visit } from './visit.ts';
import { messagesIn } from '../messages/catalog.ts';

export interface FrameOptions {
  title: string;
  main: Content;
  /** The page's form carries answers: switching the language posts it instead of following a link. */
  form?: string;
  before?: Content;
}

function languageLink(visit: Visit, code: string): Markup {
  const url = new URL(visit.path, 'http://page');
  url.searchParams.set('lang', code);
  return html`<a${attributes({ href: url.pathname + url.search, hreflang: code, lang: code })}>${messagesIn(code).site.language}</a>`;
}

function languageSwitch(visit: Visit, form: string | undefined): Content {
  const others = visit.offered.filter((code) => code !== visit.lang);
  if (others.length === 0) return '';
  const items = others.map((code) => {
    const text = messagesIn(code).site.language;
    const control =
      form === undefined
        ? languageLink(visit, code)
        : html`<span lang="${code}">${button({ text, look: 'link', name: 'go', value: `lang:${code}`, form })}</span>`;
    return html`<li>${control}</li>`;
  });
  return html`${items}`;
}

/** A number to call; it never breaks over two lines. */
export function phoneLink(phone: string): Markup {
  return html`<a href="tel:${phone.replaceAll(/[^+\d]/g, '')}">${phone.replaceAll(' ', '\u00a0')}</a>`;
}

/** How to reach the company: the same in the footer of every page. */
export function contactLine(visit: Visit): Markup {
  const { controller } = visit.port.configuration;
  return html`<a href="mailto:${controller.email}">${controller.email}</a>${when(
    controller.phone,
    (phone) => html`, ${visit.m.site.footer.phone} ${phoneLink(phone)}`,
  )}`;
}

/** An authority, linked to its complaint form or its site where one is known. */
export function authorityLink({ name, url, complaintForm = url }: Authority): Content {
  return complaintForm === undefined ? name : html`<a href="${complaintForm}">${name}</a>`;
}

function footer(visit: Visit, form: string | undefined): Markup {
  const { configuration } = visit.port;
  const words = visit.m.site.footer;
  return html`<p><strong>${words.help}:</strong> ${contactLine(visit)}</p>
    <ul class="footer-links">
      <li><a href="${link(visit, paths.start)}">${words.start}</a></li>
      <li><a href="${link(visit, paths.verify)}">${words.verify}</a></li>
      <li><a href="${link(visit, paths.privacy)}">${words.privacy}</a></li>
      ${when(configuration.privacyNoticeUrl, (url) => html`<li><a href="${url}">${words.companyPrivacy(configuration.controller.name)}</a></li>`)}
      ${languageSwitch(visit, form)}
    </ul>
    <p>${configuration.controller.name}, ${configuration.controller.address}</p>`;
}

/** The whole document. */
export function frame(visit: Visit, { title, main, form, before }: FrameOptions): Markup {
  const { name } = visit.port.configuration.controller;
  const { site } = visit.m;
  return page({
    lang: visit.lang,
    title: `${title} – ${name}`,
    brand: { name, href: link(visit, paths.start), service: site.service },
    words: { skip: site.skip, navigation: site.navigation },
    main,
    footer: footer(visit, form),
    ...(before === undefined ? {} : { before }),
  });
}
