/** The laws the product knows: which text holds on which day, what it grants, and which clock answers what. */
import { calendarOf, type Calendar, type HolidayOverrides } from '../calendar/calendar.ts';
import { BugError } from '../errors.ts';
import type { Right } from '../rights.ts';
import { ALL_LAWS } from './all-laws.ts';
import { LAW_IDS, type LawId } from './law-ids.ts';
import { fullCite, holdsOn, type Cited, type Clock, type Duty, type Law } from './law.ts';

/** True if the product knows a law of that id. */
export function isLawId(id: string): id is LawId {
  return (LAW_IDS as readonly string[]).includes(id);
}

/** All texts of a law, oldest first. Configurations are validated against `LAW_IDS`, so an unknown id is a fault of ours. */
function textsOf(id: string): readonly Law[] {
  if (!isLawId(id)) throw new BugError(`There is no law "${id}"`, { code: 'invariant' });
  return ALL_LAWS[id];
}

/** The text of a law that holds for requests received on an ISO date; undefined if it was not in force then. */
export function lawOn(id: string, on: string): Law | undefined {
  return textsOf(id).find((law) => holdsOn(law, on));
}

/** The same for a request, which was taken in under it; where the law came later, its first text. */
export function lawOf({ law, receivedOn }: { law: string; receivedOn: string }): Law {
  return lawOn(law, receivedOn) ?? textsOf(law)[0]!;
}

/** The newest text of a law, for what is said about the law in general. */
export function lawById(id: string): Law {
  return textsOf(id).at(-1)!;
}

/** The opt-outs a law may tell apart; an opt-out in general is any of them. */
const OPT_OUTS: readonly Right[] = ['opt-out', 'opt-out-of-sale', 'opt-out-of-targeted-ads', 'opt-out-of-profiling'];

/** What the law says about a right. */
function grantOf(law: Law, right: Right): Cited | undefined {
  if (right === 'complaint') return law.remedies.complaint;
  if (right === 'appeal') return law.remedies.appeal;
  if (right === 'opt-out') return OPT_OUTS.map((one) => law.rights[one]).find((grant) => grant !== undefined);
  return law.rights[right];
}

/** True if the law gives the right to whoever asks on that ISO date. */
export function grants(law: Law, right: Right, on: string): boolean {
  const grant = grantOf(law, right);
  return grant !== undefined && holdsOn(grant, on);
}

/** Rights that none of the laws gives to whoever asks on that ISO date. */
export function notGiven(rights: readonly Right[], laws: readonly Law[], on: string): Right[] {
  return rights.filter((right) => !laws.some((law) => grants(law, right, on)));
}

/** The article that gives the right, its source named; undefined if the law does not give it. */
export function articleOf(law: Law, right: Right): string | undefined {
  const grant = grantOf(law, right);
  return grant === undefined ? undefined : fullCite(law, grant.cite);
}

/** The clock of a duty for what was asked on a date: the one that names the right, else the one that names none. */
export function clockFor(law: Law, duty: Duty, { right, on }: { right: string; on: string }): Clock | undefined {
  const all = law.clocks.filter((clock) => clock.duty === duty && holdsOn(clock, on));
  return (
    all.find(({ appliesTo }) => (appliesTo as readonly string[] | undefined)?.includes(right)) ??
    all.find(({ appliesTo }) => appliesTo === undefined)
  );
}

/** True if the place, or the country it lies in, is one of the law's. */
export function covers(law: Law, place: string | undefined): boolean {
  return place !== undefined && (law.jurisdictions.includes(place) || law.jurisdictions.includes(place.slice(0, 2)));
}

/** Where the company is and what its operator knows about holidays there. */
export interface ControllerPlace {
  country: string;
  zone: string;
  holidays?: HolidayOverrides;
}

/**
 * The holidays the law counts with: "of the Member State where the action is to be taken" (Reg. 1182/71 Art. 2(1)), which is
 * the controller's if the law holds there. Without one only weekends count: that never makes a date later.
 */
export function calendarFor(law: Law, { country, holidays }: Pick<ControllerPlace, 'country' | 'holidays'>): Calendar {
  const { calendar } = law.counting;
  if (calendar !== 'controller') return calendarOf(calendar, holidays);
  return calendarOf(covers(law, country) ? country : 'none', holidays);
}
