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
  /** A second name that Retry and Catch match too. */
  readonly alias: string | undefined;

  constructor(error: string | undefined, reason?: string, more: { location?: string; evaluation?: true; alias?: string } = {}) {
    super(error ?? 'State failed');
    this.error = error;
    this.reason = reason;
    this.location = more.location;
    this.evaluation = more.evaluation ?? false;
    this.alias = more.alias;
  }
}

/** The fault of an expression, or of a field with a value it must not have. */
export function evaluationFailure(reason: string, location?: string): StateFailure {
  return new StateFailure('States.QueryEvaluationError', reason, { evaluation: true, ...(location === undefined ? {} : { location }) });
}

/**
 * A task gave no sign of life in time. AWS reports `States.Timeout` (recorded), yet Retry and Catch match `States.HeartbeatTimeout` too:
 * https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html
 */
export function heartbeatLost(): StateFailure {
  return new StateFailure('States.Timeout', undefined, { alias: 'States.HeartbeatTimeout' });
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

/** The error of a payload above 256 KiB, https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html; `name` is the state or, for task results, the service. */
export function dataLimitExceeded(name: string): StateFailure {
  const reason = `The state/task '${name}' returned a result with a size exceeding the maximum number of bytes service limit.`;
  return new StateFailure('States.DataLimitExceeded', reason);
}
