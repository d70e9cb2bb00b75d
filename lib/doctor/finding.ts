/** What the doctor found about one thing, in words; never a value of a secret, never personal data. */

/** `unknown` is what could not be checked: it says nothing about the deployment. */
export type State = 'ok' | 'missing' | 'unknown';

export interface Finding {
  state: State;
  /** What was looked at, with what was seen. */
  what: string;
  /** What to do, unless it is well. */
  todo?: string;
}

export const ok = (what: string): Finding => ({ state: 'ok', what });
export const missing = (what: string, todo: string): Finding => ({ state: 'missing', what, todo });
export const unknown = (what: string, todo: string): Finding => ({ state: 'unknown', what, todo });

/** `ok` if it holds, else what to do. */
export const expected = (holds: boolean, what: string, todo: string): Finding => (holds ? ok(what) : missing(what, todo));

interface Fault {
  name?: string;
  code?: string;
  $metadata?: { httpStatusCode?: number };
}

const NO_CREDENTIALS = new Set([
  'CredentialsProviderError',
  'ExpiredToken',
  'ExpiredTokenException',
  'InvalidClientTokenId',
  'InvalidSignatureException',
  'SignatureDoesNotMatch',
  'UnrecognizedClientException',
]);

const NO_ANSWER = /^(ECONN|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|UND_ERR|TimeoutError|AbortError)/;

/** Why a call told nothing, from the name of its error alone: messages may hold names that are nobody's business. */
export function reasonOf(error: unknown): string {
  const { name = 'Error', code = '', $metadata: { httpStatusCode: status } = {} } = error as Fault;
  if (NO_CREDENTIALS.has(name)) return 'sign in to AWS anew: these credentials are missing, expired or of another account';
  if (status === 501 || name === 'InvalidAction') return 'this endpoint does not know the call; on AWS it does';
  if (status === 403 || /AccessDenied|UnauthorizedOperation/.test(name)) return 'these credentials may not look; ask with others';
  if (NO_ANSWER.test(code) || NO_ANSWER.test(name)) return 'no answer came; look at the network and the Region';
  return `the call ended with ${name}`;
}

/** Runs a check; a call that fails makes it one that could not be made. */
export async function check(what: string, run: () => Promise<Finding | Finding[]>): Promise<Finding[]> {
  try {
    return [await run()].flat();
  } catch (error) {
    return [unknown(what, reasonOf(error))];
  }
}

/** Whether an error says that the thing asked for does not exist. */
export const isAbsent = (error: unknown): boolean =>
  /NotFound|NoSuch|DoesNotExist/.test((error as Fault).name ?? '') || (error as Fault).$metadata?.httpStatusCode === 404;
