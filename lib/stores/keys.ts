/** Every key of the tables `requests` and `receipts` in one place. */
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
  /** The one mail of a day to an address that nobody vouches for. */
  neutral: (hash: string, day: string): Key => ({ pk: `NEUTRAL#${hash}`, sk: day }),
  /** Who did what with a mail that was set aside, and belongs to no request that could tell it. */
  aside: (messageId: string, at: string): Key => ({ pk: `ASIDE#${messageId}`, sk: at }),
  /** By what SES called a mail of ours: answers name it so. */
  message: (messageId: string): Key => ({ pk: `MSG#${messageId}`, sk: 'CLAIM' }),
  idempotency: (hash: string): Key => ({ pk: `IDEM#${hash}`, sk: 'CLAIM' }),
  reference: (reference: string): Key => ({ pk: `REF#${reference}`, sk: 'CLAIM' }),
  subject: (hash: string, id: RequestId): Key => ({ pk: `SUBJ#${hash}`, sk: id }),
} as const;

/** Keys of the `receipts` table: receipts by case, statements, and the records of the log. */
export const receiptKeys = {
  ofCase: (requestId: string): string => `CASE#${requestId}`,
  receipt: (requestId: string, place: number): Key => ({ pk: `CASE#${requestId}`, sk: `RCP#${String(place).padStart(6, '0')}` }),
  statement: (name: string): Key => ({ pk: `STM#${name}`, sk: 'STATEMENT' }),
  signingKeys: 'KEYS',
  signingKey: (kid: string): Key => ({ pk: 'KEYS', sk: kid }),
  logs: 'LOGS',
  log: (year: number): Key => ({ pk: 'LOGS', sk: String(year) }),
  ofLog: (year: number): string => `LOG#${year}`,
  batches: 'BATCH#',
  batch: (year: number, first: number): Key => ({ pk: `LOG#${year}`, sk: `BATCH#${String(first).padStart(12, '0')}` }),
  checkpoint: (year: number): Key => ({ pk: `LOG#${year}`, sk: 'CHECKPOINT' }),
} as const;

/** Each takes 1,000 writes a second (a partition of an index), and every hourly sweep asks each. */
export const SWEEP_SHARDS = 2;

/** The shard of a request in the sweep index. */
export function sweepShard(id: RequestId): string {
  return `SWEEP#${Number.parseInt(id.slice(-2), 16) % SWEEP_SHARDS}`;
}
