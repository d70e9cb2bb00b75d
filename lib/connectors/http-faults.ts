/** Turns statuses and network errors of HTTP systems into faults; nothing of an answer is quoted, it may be personal. */
import { PermanentError, TransientError, type FaultCode } from '../domain/errors.ts';

const TRANSIENT: Record<number, FaultCode> = {
  408: 'system-timeout',
  409: 'system-conflict',
  423: 'system-conflict',
  425: 'system-unreachable',
  429: 'system-throttled',
  504: 'system-timeout',
};

/** The fault for a status that was not expected. */
export function statusFault(status: number): TransientError | PermanentError {
  const code = TRANSIENT[status] ?? (status >= 500 ? 'system-unreachable' : undefined);
  if (code) return new TransientError(`HTTP: the system answered ${status}.`, { code });
  if (status === 401 || status === 403)
    return new PermanentError(`HTTP: the system refused the credentials (${status}).`, { code: 'system-credentials' });
  if (status >= 300) return new PermanentError(`HTTP: the system refused the request (${status}).`, { code: 'system-rejected' });
  return nonsense(`an unexpected status ${status}`);
}

/** The fault for an answer that is not what was agreed. */
export function nonsense(what: string): PermanentError {
  return new PermanentError(`HTTP: the system answered with ${what}.`, { code: 'system-nonsense' });
}

const TLS = /^(CERT_|ERR_TLS|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_)/;

/** The fault for a request that got no answer. */
export function networkFault(error: unknown): TransientError | PermanentError {
  const { name, cause } = (error ?? {}) as { name?: string; cause?: { code?: string } };
  if (name === 'TimeoutError') return new TransientError('HTTP: the system did not answer in time.', { code: 'system-timeout' });
  const code = cause?.code ?? 'no answer';
  if (TLS.test(code))
    return new PermanentError(`HTTP: the certificate of the system is not trusted (${code}).`, { code: 'system-credentials' });
  return new TransientError(`HTTP: the system cannot be reached (${code}).`, { code: 'system-unreachable' });
}
