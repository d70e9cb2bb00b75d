/** Which authority a person is pointed to. */
import type { Law } from '../law/law.ts';
import type { Authority } from './authority.ts';
import { CALIFORNIA_AGENCY, CALIFORNIA_ATTORNEY_GENERAL } from './california.ts';
import { EUROPEAN_AUTHORITIES } from './europe.ts';
import { GERMAN_AUTHORITIES } from './germany.ts';

/** Where the person lives and where the company is: ISO 3166-1 or -2. */
export interface Places {
  residence?: string | undefined;
  controllerCountry: string;
  /** Whom the law of the request names; absent = whoever is competent at the place. */
  to?: Law['remedies']['complaint']['to'];
}

/** In Germany the Land of the company decides (§ 40 BDSG), else that of the person; the federal authority passes complaints on. */
function german({ residence, controllerCountry }: Places): Authority | undefined {
  return GERMAN_AUTHORITIES[controllerCountry.startsWith('DE-') ? controllerCountry : (residence ?? 'DE')] ?? GERMAN_AUTHORITIES['DE'];
}

const CALIFORNIA = [CALIFORNIA_AGENCY, CALIFORNIA_ATTORNEY_GENERAL];

function authoritiesAt(place: string, places: Places): Authority[] {
  if (place === 'US-CA' && places.to !== 'supervisory-authority') return CALIFORNIA;
  const country = place.slice(0, 2);
  const authority = country === 'DE' ? german(places) : EUROPEAN_AUTHORITIES[country];
  return authority === undefined ? [] : [authority];
}

/** All authorities a person can complain to, the first of them first: of their residence (Art. 77(1) GDPR), else of the company. */
export function authoritiesFor(places: Places): Authority[] {
  const { residence, controllerCountry, to } = places;
  if (to === 'agency-and-attorney-general') return CALIFORNIA;
  const own = residence === undefined ? [] : authoritiesAt(residence, places);
  return own.length > 0 ? own : authoritiesAt(controllerCountry, places);
}

/** The authority to name to a person; undefined if none is known for either place. */
export function authorityFor(places: Places): Authority | undefined {
  return authoritiesFor(places)[0];
}
