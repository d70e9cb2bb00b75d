/** Wait: pauses for a number of seconds or until an instant. The deadline is absolute and survives restarts. */
import { StateFailure } from '../errors.ts';
import type { StateRunner, Step } from '../run.ts';
import { badField, numberField, occasion, stringField } from '../scope.ts';
import { complete } from '../transition.ts';

const DATE_TIME = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/i;

/** A wait must fit in 2^31-1 seconds; AWS says so of timestamps only. */
const LONGEST_MS = (2 ** 31 - 1) * 1000;

/** Milliseconds of an ISO-8601 date-time with offset; undefined for anything else, such as 30 February. */
function parseTimestamp(text: string): number | undefined {
  const date = DATE_TIME.exec(text)?.[1];
  const at = Date.parse(text.toUpperCase());
  if (date === undefined || Number.isNaN(at)) return undefined;
  const midnight = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(date) ? at : undefined;
}

async function deadline(step: Step): Promise<number> {
  const seconds = await numberField(step, 'Seconds');
  if (seconds !== undefined) return step.run.world.clock.now() + seconds * 1000;
  const text = (await stringField(step, 'Timestamp')) ?? '';
  const at = parseTimestamp(text);
  if (at !== undefined && at - step.run.world.clock.now() > LONGEST_MS) {
    throw new StateFailure('States.Runtime', `${occasion(step)} Wait state delay is too long.`);
  }
  if (at !== undefined) return at;
  throw badField(step, 'Timestamp', `The Timestamp field cannot be parsed as an ISO-8601 extended offset date-time format string: ${text}`);
}

export const wait: StateRunner = {
  async enter(step) {
    const at = await deadline(step);
    if (at <= step.run.world.clock.now()) return complete(step);
    step.frame.phase = 'wait';
    step.frame.dueAt = at;
    step.run.touch(step.frame);
  },
};
