/** When silence is taken for an answer: the end of the time in which an address can be confirmed. */
import { Temporal } from 'temporal-polyfill';
import type { Configuration } from '../domain/configuration.ts';
import type { Request } from '../domain/request.ts';

/** The instant at which an unverified request is denied: so many days before the due date, in the company's zone. */
export function silenceEndsAt(request: Pick<Request, 'dueOn'>, { controller, policies }: Configuration): number {
  const day = Temporal.PlainDate.from(request.dueOn).subtract({ days: policies.silenceDays });
  return day.toZonedDateTime(controller.zone).epochMilliseconds;
}
