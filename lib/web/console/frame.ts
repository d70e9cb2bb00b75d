/** The frame of every staff page: header with navigation and who is signed in, main, footer. */
import { html } from 'hono/html';
import { actionForm } from '../ui/button.ts';
import { type Content, type Markup, when } from '../ui/markup.ts';
import type { NavigationLink } from '../ui/page.ts';
import { page } from '../ui/page.ts';
import type { Desk } from './desk.ts';
import type { ConsoleWords } from './messages/en.ts';
import { rolesInWords } from './labels.ts';
import { mayDo } from './may.ts';
import { staffPath } from './paths.ts';
import { CONSOLE_STYLE_PATH } from './style.ts';

/** What a page needs of the desk when nobody is signed in. */
export interface Outside {
  lang: string;
  words: ConsoleWords;
  brand: string;
}

interface StaffPage {
  title: string;
  main: Content;
  before?: Content;
  current?: 'board' | 'tasks' | 'entry' | 'aside';
}

function frame(
  { lang, words, brand }: Outside,
  { title, main, before }: StaffPage,
  inside: { navigation?: NavigationLink[]; account?: Content },
): Markup {
  return page({
    lang,
    title: words.title(title),
    brand: { name: brand, href: staffPath.board(), service: words.service },
    words: { skip: words.skip, navigation: words.navigation },
    ...inside,
    ...(before === undefined ? {} : { before }),
    // Allowed in the body; the shell knows only the shared style sheet.
    main: html`<link rel="stylesheet" href="${CONSOLE_STYLE_PATH}">${main}`,
    footer: html`<p>${words.footer}</p>`,
    wide: true,
  });
}

/** A page for somebody signed in. */
export function staffPage(desk: Desk, options: StaffPage): Markup {
  const { words, staff, port, lang, formToken } = desk;
  const navigation = [
    { href: staffPath.board(), text: words.navBoard, current: options.current === 'board' },
    { href: staffPath.tasks(), text: words.navTasks, current: options.current === 'tasks' },
    ...(mayDo(staff, 'enter-request') ? [{ href: staffPath.entry(), text: words.entry.link, current: options.current === 'entry' }] : []),
    ...(port.aside !== undefined && mayDo(staff, 'sort-letter')
      ? [{ href: staffPath.aside(), text: words.mail.aside.nav, current: options.current === 'aside' }]
      : []),
  ];
  const signOut = actionForm({ action: staffPath.signOut(), text: words.signOut, look: 'link', fields: { token: formToken } });
  const account = html`<span>${staff.name}${when(rolesInWords({ words, lang }, staff.roles), (roles) => ` (${roles})`)}</span> ${signOut}`;
  return frame({ lang, words, brand: port.configuration.controller.name }, options, { navigation, account });
}

/** A page for somebody who is not. */
export function outsidePage(outside: Outside, options: StaffPage): Markup {
  return frame(outside, options, {});
}

/** The link above the heading, a landmark of its own because it stands before main. */
export function backLink({ words }: Desk, href: string, text: string): Markup {
  return html`<nav aria-label="${words.wayBack}"><a href="${href}">${text}</a></nav>`;
}
