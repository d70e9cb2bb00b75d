/** Which authority a person is pointed to. */
import type { Law } from '../law/law.ts';
import type { Authority } from './authority.ts';
import { EUROPEAN_AUTHORITIES } from './europe.ts';
import { GERMAN_AUTHORITIES } from './germany.ts';

/** Where the person lives and where the company is: ISO 3166-1 or -2. */
export interface Places {
  residence?: string | undefined;
  controllerCountry: string;
  /** Whom the law of the request names. */
  to: Law['remedies']['complaint']['to'];
}

/** In Germany the Land of the company decides (§ 40 BDSG), else that of the person; the federal authority passes complaints on. */
function german({ residence, controllerCountry }: Places): Authority | undefined {
  return GERMAN_AUTHORITIES[controllerCountry.startsWith('DE-') ? controllerCountry : (residence ?? 'DE')] ?? GERMAN_AUTHORITIES['DE'];
}

function supervisoryAuthority(place: string, places: Places): Authority | undefined {
  const country = place.slice(0, 2);
  return country === 'DE' ? german(places) : EUROPEAN_AUTHORITIES[country];
}

/** All authorities a person can complain to, the first of them first: those the law names, else of the residence (Art. 77(1) GDPR), else of the company. */
export function authoritiesFor(places: Places): readonly Authority[] {
  const { residence, controllerCountry, to } = places;
  if (to !== 'of-residence') return to;
  const own = residence === undefined ? undefined : supervisoryAuthority(residence, places);
  const competent = own ?? supervisoryAuthority(controllerCountry, places);
  return competent === undefined ? [] : [competent];
}

/** The authority to name to a person; undefined if none is known for either place. */
export function authorityFor(places: Places): Authority | undefined {
  return authoritiesFor(places)[0];
}
