/** Turns errors of PostgreSQL and of its driver into faults. Their own messages quote values, so nothing of them is kept. */
import { BugError, PermanentError, TransientError, type AnyFault, type FaultCode } from '../domain/errors.ts';

type Verdict = [family: 'transient' | 'permanent', code: FaultCode, sentence: string];

/** SQLSTATEs, longest prefix first: https://www.postgresql.org/docs/current/errcodes-appendix.html */
const BY_STATE: [prefix: string, verdict: Verdict][] = [
  ['57014', ['transient', 'system-timeout', 'a statement took too long']],
  ['55P03', ['transient', 'system-conflict', 'a row is locked by somebody else']],
  ['3D000', ['permanent', 'system-credentials', 'the database does not exist']],
  ['42501', ['permanent', 'system-credentials', 'the role may not do this; grant select, update and delete']],
  ['42P01', ['permanent', 'configuration', 'a declared table does not exist']],
  ['42703', ['permanent', 'configuration', 'a declared column does not exist']],
  ['23502', ['permanent', 'configuration', 'a column to be emptied may not be null']],
  ['23503', ['permanent', 'configuration', 'rows that are not declared point at rows to be deleted']],
  ['08', ['transient', 'system-unreachable', 'the connection broke']],
  ['28', ['permanent', 'system-credentials', 'the credentials are not accepted']],
  ['40', ['transient', 'system-conflict', 'another transaction was in the way']],
  ['53', ['transient', 'system-throttled', 'the server has no resources left']],
  ['57P', ['transient', 'system-unreachable', 'the server is shutting down or starting up']],
  ['58', ['transient', 'system-unreachable', 'the server has a fault of its own']],
];

const TLS = /^(CERT_|ERR_TLS|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_)/;

function verdictOf(code: string | undefined, message: string): Verdict {
  if (code && /^[0-9A-Z]{5}$/.test(code)) {
    const known = BY_STATE.find(([prefix]) => code.startsWith(prefix));
    return known?.[1] ?? ['permanent', 'system-rejected', 'the server refused a statement'];
  }
  if (code && TLS.test(code)) return ['permanent', 'system-credentials', 'the certificate of the server is not trusted'];
  if (/timeout/i.test(message)) return ['transient', 'system-timeout', 'the server did not answer in time'];
  // What pg itself throws before a server answered: malformed connection strings, missing passwords, no SSL.
  if (/password must be|does not support SSL|SCRAM|Invalid URL/i.test(message)) {
    return ['permanent', 'system-credentials', 'the connection string does not work'];
  }
  return ['transient', 'system-unreachable', 'the server cannot be reached'];
}

interface DriverError {
  code?: string;
  message?: string;
  table?: string;
  column?: string;
  constraint?: string;
}

/** Names of the schema, never values. */
function places({ table, column, constraint }: DriverError): string {
  const named = Object.entries({ table, column, constraint }).filter(([, name]) => name);
  return named.map(([kind, name]) => `${kind} ${name}`).join(', ');
}

/** The fault for anything thrown while talking to a server. Faults pass unchanged. */
export function toPostgresFault(error: unknown): AnyFault {
  if (error instanceof TransientError || error instanceof PermanentError || error instanceof BugError) return error;
  const driver = (error ?? {}) as DriverError;
  const [family, code, sentence] = verdictOf(driver.code, driver.message ?? '');
  const detail = [driver.code, places(driver)].filter(Boolean).join(', ');
  const message = `PostgreSQL: ${sentence}${detail ? ` (${detail})` : ''}.`;
  return family === 'transient' ? new TransientError(message, { code }) : new PermanentError(message, { code });
}

/** True for a foreign key violation, which a concurrent insert may cause once. */
export function isForeignKeyViolation(error: unknown): boolean {
  return (error as DriverError | undefined)?.code === '23503';
}
