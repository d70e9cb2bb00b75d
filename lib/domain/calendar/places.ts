/** The places whose holidays are known, and for which years. */
import { CANADA } from './canada.ts';
import { CENTRAL_EUROPE } from './central-europe.ts';
import { GERMANY } from './germany.ts';
import type { HolidayRule } from './holiday-rules.ts';
import { NORTHERN_EUROPE } from './northern-europe.ts';
import { SOUTH_EASTERN_EUROPE } from './south-eastern-europe.ts';
import { SOUTHERN_EUROPE } from './southern-europe.ts';
import { SPAIN } from './spain.ts';
import { UNITED_KINGDOM } from './united-kingdom.ts';
import { UNITED_STATES } from './united-states.ts';
import { WESTERN_EUROPE } from './western-europe.ts';

/**
 * Nothing is claimed for ever, since a country changes its holidays by law. 2018 is the year in which the GDPR began to apply. From
 * then to 2026, when this was written, three of these countries abolished a day (Croatia, Denmark, Slovakia); four years more are
 * claimed, so that a product nobody updates falls back to weekends, that is to earlier dates.
 */
const CLAIMED = { since: 2018, until: 2030 };

/** Slovakia has taken days away three times in a row by the budget laws of one year: no more than the next year is claimed. */
const CLAIMED_UNTIL: Readonly<Record<string, number>> = { SK: 2027 };

const RULES: ReadonlyMap<string, readonly HolidayRule[]> = new Map(
  [
    CANADA,
    CENTRAL_EUROPE,
    GERMANY,
    NORTHERN_EUROPE,
    SOUTH_EASTERN_EUROPE,
    SOUTHERN_EUROPE,
    SPAIN,
    UNITED_KINGDOM,
    UNITED_STATES,
    WESTERN_EUROPE,
  ].flatMap((places) => Object.entries(places)),
);

/** ISO 3166-1 and -2 codes of all known places. */
export const PLACES: readonly string[] = [...RULES.keys()].toSorted();

/** A place as known here. */
export interface Place {
  rules: readonly HolidayRule[];
  since: number;
  until: number;
}

/** The country of a place: `DE-BE` lies in `DE`. */
export function countryOf(id: string): string {
  return id.split('-')[0] ?? id;
}

/** The place, else its country; undefined if neither is known. */
export function placeOf(id: string): Place | undefined {
  const country = countryOf(id);
  const rules = RULES.get(id) ?? RULES.get(country);
  return rules === undefined ? undefined : { rules, since: CLAIMED.since, until: CLAIMED_UNTIL[country] ?? CLAIMED.until };
}
