/** Refusals that rest on no exemption: nothing is withheld from anybody, so nothing is owed in place of it. */
import type { Ground } from '../request-events.ts';

/** None of the laws gives the right. */
export const NOT_GRANTED = 'justifications:RightNotGranted';
/** The company only works on behalf of somebody, who must answer. */
export const NOT_CONTROLLER = 'justifications:NotController';

/** True if all of these grounds are of that kind. */
export function isWithoutExemption(grounds: readonly Pick<Ground, 'code'>[]): boolean {
  return grounds.every(({ code }) => code === NOT_GRANTED || code === NOT_CONTROLLER);
}
