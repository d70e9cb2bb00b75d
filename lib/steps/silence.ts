/** When silence is taken for an answer: the end of the time in which an address can be confirmed. */
import { Temporal } from 'temporal-polyfill';
import type { Configuration } from '../domain/configuration.ts';
import type { Request } from '../domain/request.ts';

type Place = Pick<Configuration, 'controller' | 'policies'>;

/** Start of a day where the company counts. */
export function startOf(date: Temporal.PlainDate, { controller }: Pick<Configuration, 'controller'>): number {
  return date.toZonedDateTime(controller.zone).epochMilliseconds;
}

/** The instant at which an unverified request is denied: so many days before the due date, in the company's zone. */
export function silenceEndsAt({ dueOn }: Pick<Request, 'dueOn'>, place: Place): number {
  return startOf(Temporal.PlainDate.from(dueOn).subtract({ days: place.policies.silenceDays }), place);
}

type Clocked = Pick<Request, 'dueOn' | 'clock'>;

/** True once the time is up as the clock stands now: an extension since has given the person more, and a pause stops it. */
export function silenceIsOver(request: Clocked, place: Place, now: number): boolean {
  return request.clock.state === 'running' && now >= silenceEndsAt(request, place);
}
