/** What every page knows about the visit: language, catalog, and the port. */
import type { Context } from 'hono';
import { civilDateIn } from '../../domain/clock/deadline.ts';
import { messagesIn, offeredLanguages, preferredLanguage } from '../messages/catalog.ts';
import type { Messages } from '../messages/en.ts';
import type { CustomerPort, PagePort } from './port.ts';

export interface Visit<P extends PagePort = PagePort> {
  port: P;
  lang: string;
  /** True if the language was chosen on the page, not guessed. */
  langChosen: boolean;
  offered: string[];
  m: Messages;
  /** Path and query of this page, for the language links. */
  path: string;
  zone: string;
}

/** A visit of the pages that act on requests. */
export type CustomerVisit = Visit<CustomerPort>;

function visitIn<P extends PagePort>(lang: string, visit: Omit<Visit<P>, 'lang' | 'm'>): Visit<P> {
  return { ...visit, lang, m: messagesIn(lang) };
}

/** Reads the language from the form field or `?lang=`, else from the browser. */
export function startVisit<P extends PagePort>(c: Context, port: P, formLang?: string): Visit<P> {
  const offered = offeredLanguages(port.configuration.languages);
  const asked = formLang ?? c.req.query('lang');
  const langChosen = asked !== undefined && offered.includes(asked);
  const lang = langChosen ? asked : preferredLanguage(c.req.header('accept-language'), offered);
  const url = new URL(c.req.url);
  return visitIn(lang, { port, langChosen, offered, path: url.pathname + url.search, zone: port.configuration.controller.zone });
}

/** The language of the request's person, unless the reader chose another. */
export function inLanguageOf<P extends PagePort>(visit: Visit<P>, lang: string): Visit<P> {
  return visit.langChosen || !visit.offered.includes(lang) ? visit : visitIn(lang, visit);
}

/** A path that keeps a chosen language. */
export function link(visit: Visit, path: string): string {
  if (!visit.langChosen) return path;
  return `${path}${path.includes('?') ? '&' : '?'}lang=${visit.lang}`;
}

/** Today where the company counts. */
export function todayOf({ port, zone }: Visit): string {
  return civilDateIn(zone, new Date(port.now()).toISOString());
}
