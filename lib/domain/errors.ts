/** Faults in three families which the state machine can tell apart: retry, hand to a person, or alarm. */

export type FaultCode =
  | 'system-unreachable'
  | 'system-throttled'
  | 'system-timeout'
  | 'system-conflict'
  | 'system-rejected'
  | 'system-nonsense'
  | 'system-credentials'
  | 'store-unavailable'
  | 'case-key-missing'
  | 'receipt-not-verifiable'
  | 'configuration'
  | 'invariant';

/** What every fault carries: a stable code and the system it came from, never personal data. */
export interface FaultDetail {
  code: FaultCode;
  system?: string;
  cause?: unknown;
}

/** Base of all faults. `name` is a literal in every subclass: bundlers rename classes and `ErrorEquals` matches the name. */
abstract class Fault extends Error {
  readonly code: FaultCode;
  readonly system: string | undefined;

  constructor(message: string, detail: FaultDetail) {
    super(message, detail.cause === undefined ? undefined : { cause: detail.cause });
    this.code = detail.code;
    this.system = detail.system;
  }
}

/** May succeed when tried again: the machine retries it. */
export class TransientError extends Fault {
  override name = 'TransientError' as const;
}

/** Will not succeed when tried again: the machine hands it to a person. */
export class PermanentError extends Fault {
  override name = 'PermanentError' as const;
}

/** Should not be possible: the machine parks the request and raises an alarm. */
export class BugError extends Fault {
  override name = 'BugError' as const;
}

export type AnyFault = TransientError | PermanentError | BugError;
