/** Every key of the `requests` table in one place. */
import type { RequestId } from '../domain/ids.ts';
import type { Key } from './table.ts';

const requestPk = (id: RequestId): string => `REQ#${id}`;

/** Sort keys below a request, by prefix. */
export const PREFIX = { event: 'EVT#', system: 'SYS#', task: 'TASK#', mail: 'MAIL#', page: 'PAGE#', part: 'PART#' } as const;

export const keys = {
  request: requestPk,
  event: (id: RequestId, seq: number): Key => ({ pk: requestPk(id), sk: `${PREFIX.event}${String(seq).padStart(6, '0')}` }),
  summary: (id: RequestId): Key => ({ pk: requestPk(id), sk: 'SUMMARY' }),
  /** A branch's own item: one system in one pass and round. */
  system: (id: RequestId, scope: { pass: string; round: number; system: string }): Key => ({
    pk: requestPk(id),
    sk: `${PREFIX.system}${scope.pass}#${scope.round}#${scope.system}`,
  }),
  page: (id: RequestId, scope: { round: number; system: string; number: number }): Key => ({
    pk: requestPk(id),
    sk: `${PREFIX.page}${scope.round}#${scope.system}#${String(scope.number).padStart(6, '0')}`,
  }),
  part: (id: RequestId, scope: { round: number; number: number }): Key => ({
    pk: requestPk(id),
    sk: `${PREFIX.part}${scope.round}#${String(scope.number).padStart(4, '0')}`,
  }),
  task: (id: RequestId, taskId: string): Key => ({ pk: requestPk(id), sk: `${PREFIX.task}${taskId}` }),
  mail: (id: RequestId, mailId: string): Key => ({ pk: requestPk(id), sk: `${PREFIX.mail}${mailId}` }),
  /** What one mailbox or address may do in a window; expires by itself. */
  rate: (bucket: string, window: string): Key => ({ pk: `RATE#${bucket}`, sk: window }),
  idempotency: (hash: string): Key => ({ pk: `IDEM#${hash}`, sk: 'CLAIM' }),
  reference: (reference: string): Key => ({ pk: `REF#${reference}`, sk: 'CLAIM' }),
  subject: (hash: string, id: RequestId): Key => ({ pk: `SUBJ#${hash}`, sk: id }),
  receipt: (id: string): Key => ({ pk: `RCP#${id}`, sk: 'RECEIPT' }),
} as const;

/** Each takes 1,000 writes a second (a partition of an index), and every hourly sweep asks each. */
export const SWEEP_SHARDS = 2;

/** The shard of a request in the sweep index. */
export function sweepShard(id: RequestId): string {
  return `SWEEP#${Number.parseInt(id.slice(-2), 16) % SWEEP_SHARDS}`;
}
