/** The one place where failures become what the state machine can tell apart: errors to retry, hand over, or park. */
import { BugError, PermanentError, TransientError } from '../domain/errors.ts';

/** Names under which the SDK and Node report that trying again may help. */
const PASSING = new Set([
  'ThrottlingException',
  'Throttling',
  'TooManyRequestsException',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'InternalServerError',
  'InternalFailure',
  'ServiceUnavailable',
  'ServiceUnavailableException',
  'SlowDown',
  'KMSInternalException',
  'DependencyTimeoutException',
  'TimeoutError',
  'RequestTimeout',
  'ECONNRESET',
  'ECONNREFUSED',
  'EPIPE',
  'ETIMEDOUT',
]);

interface SdkFailure {
  name?: string;
  code?: string;
  $retryable?: unknown;
  $metadata?: { httpStatusCode?: number };
}

function mayPass(error: SdkFailure): boolean {
  if (error.$retryable !== undefined) return true;
  if ((error.$metadata?.httpStatusCode ?? 0) >= 500) return true;
  return PASSING.has(error.name ?? '') || PASSING.has(error.code ?? '');
}

/** A missing grant: the sentence names caller, action and resource, and nobody's data. */
const REFUSAL = /^User: \S+ is not authorized to perform: \S+(?: on resource: \S+)?/;

function refusalIn(thrown: unknown): string[] {
  const { name = '', message = '' } = (thrown ?? {}) as Partial<Error>;
  const refusal = name.startsWith('AccessDenied') ? REFUSAL.exec(message)?.[0] : undefined;
  return refusal === undefined ? [] : [refusal];
}

/** Turns whatever was thrown into one of the three families; the message holds the failure's name, never its text. */
export function asFault(thrown: unknown): Error {
  if (thrown instanceof TransientError || thrown instanceof PermanentError || thrown instanceof BugError) return thrown;
  const error = (thrown ?? {}) as SdkFailure;
  const name = error.name ?? 'Error';
  if (mayPass(error)) return new TransientError(`${name} from a service`, { code: 'store-unavailable', cause: thrown });
  return new BugError([`${name} in a step`, ...refusalIn(thrown)].join(': '), { code: 'invariant', cause: thrown });
}

/** What the log keeps of a failure: names, codes, places and missing grants, no other texts (they may quote data). */
function trace(thrown: unknown): string {
  const { name = 'Error', code, stack = '', cause } = (thrown ?? {}) as Partial<Error> & { code?: string };
  const places = stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 6)
    .map((line) => line.trim());
  const below = cause === undefined ? '' : ` <- ${trace(cause)}`;
  return [name, ...(code === undefined ? [] : [`(${code})`]), ...refusalIn(thrown), ...places].join(' ') + below;
}

/** Logs a failure by its name and place; texts may quote data and stay out. */
export function logFailure(step: string, thrown: unknown): void {
  console.error(JSON.stringify({ level: 'error', step, failure: trace(thrown) }));
}

/** A Lambda handler of a step: opens the world once per sandbox, runs the step, maps its failures. The name is for the log. */
export function step<I, O, W>(name: string, run: (input: I, world: W) => Promise<O>, open: () => W): (input: I) => Promise<O> {
  let world: W | undefined;
  return async (input) => {
    try {
      world ??= open();
      return await run(input, world);
    } catch (error) {
      logFailure(name, error);
      throw asFault(error);
    }
  };
}
