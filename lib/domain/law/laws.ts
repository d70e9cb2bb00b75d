/** The laws the product knows, which of them applies, and what it grants. */
import { calendarOf, type Calendar } from '../calendar/calendar.ts';
import { BugError } from '../errors.ts';
import type { Right } from '../rights.ts';
import { EU_GDPR } from './eu-gdpr.ts';
import { LAW_IDS, type LawId } from './law-ids.ts';
import { fullCite, type Cited, type Clock, type Law } from './law.ts';
import { US_CA_CCPA } from './us-ca-ccpa.ts';

const LAWS: Record<LawId, Law> = { 'eu-gdpr': EU_GDPR, 'us-ca-ccpa': US_CA_CCPA };

/** True if the product knows a law of that id. */
export function isLawId(id: string): id is LawId {
  return (LAW_IDS as readonly string[]).includes(id);
}

/** The law of an id. Configurations are validated against `LAW_IDS`, so an unknown one is a fault of ours. */
export function lawById(id: string): Law {
  const law: Law | undefined = isLawId(id) ? LAWS[id] : undefined;
  if (law === undefined) throw new BugError(`There is no law "${id}"`, { code: 'invariant' });
  return law;
}

/** What the law says about the right; an opt-out in general is any of the opt-outs a law tells apart. */
function grantOf(law: Law, right: Right): Cited | undefined {
  if (right === 'complaint') return law.remedies.complaint;
  if (right === 'appeal') return law.remedies.appeal;
  if (right === 'opt-out') return law.rights['opt-out'] ?? law.rights['opt-out-of-sale'];
  return law.rights[right];
}

/** True if the law gives the right. */
export function grants(law: Law, right: Right): boolean {
  return grantOf(law, right) !== undefined;
}

/** The article that gives the right, its source named; undefined if the law does not give it. */
export function articleOf(law: Law, right: Right): string | undefined {
  const grant = grantOf(law, right);
  return grant === undefined ? undefined : fullCite(law, grant.cite);
}

/** The clock that answers a right: its own if the law has one, else the response clock. */
export function answerClock(law: Law, right: Right): Clock {
  const own = right === 'opt-out' ? 'opt-out-of-sale' : right;
  const clock = law.clocks.find(({ duty }) => duty === own) ?? law.clocks.find(({ duty }) => duty === 'respond');
  if (clock === undefined) throw new BugError(`The law "${law.id}" has no response clock`, { code: 'invariant' });
  return clock;
}

/** The holidays the law counts with: its own, or those of the controller's place. */
export function calendarFor(law: Law, controllerCountry: string): Calendar {
  return calendarOf(law.counting.calendar === 'controller' ? controllerCountry : law.counting.calendar);
}

const DAYS = { day: 1, businessDay: 7 / 5, month: 30 };

function shortestAnswer(a: Law, b: Law): number {
  const days = (law: Law): number => {
    const { amount, unit } = answerClock(law, 'access');
    return amount * DAYS[unit];
  };
  return days(a) - days(b);
}

/** True if the place, or the country it lies in, is one of the law's. */
function covers(law: Law, place: string | undefined): boolean {
  return place !== undefined && (law.jurisdictions.includes(place) || law.jurisdictions.includes(place.slice(0, 2)));
}

/**
 * The law under which a request is answered, among those the company is subject to: that of the person's residence; if it is
 * unknown or has none, the controller's own if it protects everybody; else the one that gives the least time.
 */
export function chooseLaw(input: { residence?: string | undefined; laws: readonly string[]; controllerCountry: string }): string {
  const laws = input.laws.map(lawById);
  const own = laws.filter((law) => law.protectsEverybody && covers(law, input.controllerCountry));
  const candidates = [laws.filter((law) => covers(law, input.residence)), own, laws].find((list) => list.length > 0);
  const [strictest] = (candidates ?? []).toSorted(shortestAnswer);
  if (strictest === undefined) throw new BugError('A configuration names at least one law', { code: 'configuration' });
  return strictest.id;
}
