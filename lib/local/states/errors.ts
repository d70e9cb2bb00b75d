/** Failures of states, as the States Language names them. */
import type { JsonObject } from './definition.ts';

/** A state failed: `error` is what Retry and Catch match, `reason` is the Cause shown to people. */
export class StateFailure extends Error {
  override name = 'StateFailure' as const;
  readonly error: string | undefined;
  readonly reason: string | undefined;
  /** The field whose evaluation failed; present only on evaluation faults. */
  readonly location: string | undefined;
  readonly evaluation: boolean;

  constructor(error: string | undefined, reason?: string, evaluation?: { location?: string }) {
    super(error ?? 'State failed');
    this.error = error;
    this.reason = reason;
    this.evaluation = evaluation !== undefined;
    this.location = evaluation?.location;
  }
}

/** The history of an execution has reached its limit; nothing can catch this. */
export class HistoryFull extends Error {
  override name = 'HistoryFull' as const;
}

/** A definition that the engine cannot run faithfully; `faults` lists every reason. */
export class DefinitionError extends Error {
  override name = 'DefinitionError' as const;
  readonly faults: string[];

  constructor(machine: string, faults: string[]) {
    super(`State machine ${machine} cannot run: ${faults.join('; ')}`);
    this.faults = faults;
  }
}

/** What a catcher sees as `$states.errorOutput`; absent names stay absent, except that a known error always has a Cause. */
export function errorOutput(failure: StateFailure): JsonObject {
  if (failure.error === undefined) return failure.reason === undefined ? {} : { Cause: failure.reason };
  return { Error: failure.error, Cause: failure.reason ?? '' };
}

/** The error of a payload above 256 KiB; `name` is the state or, for task results, the service. */
export function dataLimitExceeded(name: string): StateFailure {
  const reason = `The state/task '${name}' returned a result with a size exceeding the maximum number of bytes service limit.`;
  return new StateFailure('States.DataLimitExceeded', reason);
}
