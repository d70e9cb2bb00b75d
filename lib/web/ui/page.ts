/** The page shell of every screen, for customers and staff alike: skip link, header, main, footer. */
import { html, raw } from 'hono/html';
import { SCRIPT_PATH, STYLESHEET_PATH } from './assets.ts';
import { attributes, when, type Content, type Markup } from './markup.ts';

export interface NavigationLink {
  href: string;
  text: string;
  current?: boolean;
}

interface ShellWords {
  skip: string;
  /** Accessible name of the navigation. */
  navigation: string;
}

export interface PageOptions {
  lang: string;
  /** Shown in the window's title; the h1 is the page's own. */
  title: string;
  /** Whose service this is: name, home link, and what the service does. */
  brand: { name: string; href: string; service?: string };
  words: ShellWords;
  navigation?: NavigationLink[];
  /** Right end of the header, e.g. who is signed in. */
  account?: Content;
  /** Above the main part: back link or breadcrumbs. */
  before?: Content;
  main: Content;
  footer: Content;
  /** Staff pages use the whole width. */
  wide?: boolean;
}

const RIGHT_TO_LEFT = new Set(['ar', 'fa', 'he', 'ur']);

function navigation({ navigation: links, words }: PageOptions): Content {
  if (links === undefined || links.length === 0) return '';
  const items = links.map(
    (link) =>
      html`<li><a${attributes({ href: link.href, 'aria-current': link.current === true ? 'page' : undefined })}>${link.text}</a></li>`,
  );
  return html`<nav class="site-nav" aria-label="${words.navigation}">
    <ul>
      ${items}
    </ul>
  </nav>`;
}

function header(options: PageOptions): Markup {
  const { brand, account } = options;
  return html`<header class="site-header">
    <div class="site-width">
      <a class="brand" href="${brand.href}"
        ><span class="brand-name">${brand.name}</span>${when(
          brand.service,
          (service) => html` <span class="brand-service">${service}</span>`,
        )}</a
      >
      ${navigation(options)}${when(account, (content) => html`<div class="account">${content}</div>`)}
    </div>
  </header>`;
}

/** The whole document. */
export function page(options: PageOptions): Markup {
  const { lang, title, words, before, main, footer, wide } = options;
  return html`${raw('<!DOCTYPE html>')}
<html${attributes({ lang, dir: RIGHT_TO_LEFT.has(lang) ? 'rtl' : 'ltr', class: wide === true ? 'wide' : undefined })}>
<head>
<meta charset="utf-8">
<title>${title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="stylesheet" href="${STYLESHEET_PATH}">
<link rel="icon" href="data:,">
<script src="${SCRIPT_PATH}" defer></script>
</head>
<body>
<a class="skip-link" href="#main">${words.skip}</a>
${header(options)}
<div class="site-width">${when(before, (content) => html`<div class="before">${content}</div>`)}
<main id="main" tabindex="-1">
${main}
</main></div>
<footer class="site-footer"><div class="site-width">${footer}</div></footer>
</body>
</html>`;
}
