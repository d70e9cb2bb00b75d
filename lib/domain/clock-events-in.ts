/** What the events of a request mean to its clocks. */
import { ANSWERED, ASKED, type ClockEvent, inOrder } from './clock/clock-events.ts';
import { type ClockPlace, dateOf } from './clock/request-clock.ts';
import type { Question } from './law/law.ts';
import type { RequestEvent } from './request-events.ts';

/** The events as the clocks know them, on civil dates where the company counts; what was recorded later than it happened stands where it happened. */
export function clockEventsIn(events: readonly RequestEvent[], place: ClockPlace): ClockEvent[] {
  const asked = new Map<number, Question>();
  const told = events.flatMap((event): ClockEvent[] => {
    if (event.type === 'extended') {
      const { laws } = event.data;
      return [{ type: 'extension_notified', on: dateOf(place, event.at), ...(laws && { laws }) }];
    }
    if (event.type === 'asked') {
      asked.set(event.data.number, event.data.about);
      return [{ type: ASKED[event.data.about], on: dateOf(place, event.at) }];
    }
    const about = event.type === 'answered' ? asked.get(event.data.number) : undefined;
    if (about === undefined || event.type !== 'answered') return [];
    return [{ type: ANSWERED[about], on: event.data.on ?? dateOf(place, event.at) }];
  });
  return inOrder(told);
}
