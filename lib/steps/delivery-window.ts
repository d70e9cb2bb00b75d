/** How long a package can be downloaded. */
import { Temporal } from 'temporal-polyfill';
import type { Configuration } from '../domain/configuration.ts';

/** From when it was ready, the first day not counted, to the end of the last day in the company's zone. */
export function deliveryWindow({ controller, policies }: Configuration, readyAt: string): { readyAt: string; until: string } {
  const ready = Temporal.Instant.from(readyAt).toZonedDateTimeISO(controller.zone).toPlainDate();
  return { readyAt, until: ready.add({ days: policies.downloadDays }).toString() };
}

/** The first instant after the last day. */
export function windowEndsAt(until: string, zone: string): number {
  return Temporal.PlainDate.from(until).add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds;
}
