/** Refusals that rest on no exemption: nothing is withheld from anybody, so nothing is owed in place of it. */
import type { Ground } from '../request-events.ts';

/** None of the laws gives the right. */
export const NOT_GRANTED = 'right_not_granted';
/** The company only works on behalf of somebody, who must answer. */
export const NOT_CONTROLLER = 'not_controller';
/** Somebody of the staff decided so, for reasons in their own words. */
export const REFUSED_BY_STAFF = 'refused_by_controller';

/** True if all of these grounds are of that kind. */
export function isWithoutExemption(grounds: readonly Pick<Ground, 'code'>[]): boolean {
  return grounds.every(({ code }) => code === NOT_GRANTED || code === NOT_CONTROLLER);
}
