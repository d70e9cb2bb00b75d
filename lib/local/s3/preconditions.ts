/** Conditional requests: If-Match and its relatives, for writes and for reads. */
import { AwsError } from '../contract.ts';
import type { StoredObject } from './object-index.ts';
import { notImplemented } from './operations.ts';

type Headers = Record<string, string>;

/** Refuses a write whose condition does not hold. Call again right before the commit. */
export function checkWriteCondition(headers: Headers, existing: StoredObject | undefined): void {
  const noneMatch = headers['if-none-match'];
  const match = headers['if-match'];
  if (noneMatch !== undefined && noneMatch !== '*') throw notImplemented('A write with If-None-Match other than *');
  if (noneMatch === '*' && existing) throw failed('If-None-Match');
  if (match === undefined) return;
  if (!existing) throw new AwsError('NoSuchKey', 'The specified key does not exist.', { status: 404 });
  if (!lists(match, existing.etag)) throw failed('If-Match');
}

/** Judges a read: `send` it, or answer that it is `not-modified`. Throws when a condition failed. */
export function readCondition(headers: Headers, object: StoredObject): 'send' | 'not-modified' {
  const seconds = Math.floor(object.modifiedAt / 1000) * 1000;
  const match = headers['if-match'];
  if (match !== undefined && !lists(match, object.etag)) throw failed('If-Match');
  if (match === undefined && seconds > dateOf(headers['if-unmodified-since'], Infinity)) throw failed('If-Unmodified-Since');
  const noneMatch = headers['if-none-match'];
  if (noneMatch !== undefined) return lists(noneMatch, object.etag) ? 'not-modified' : 'send';
  return seconds <= dateOf(headers['if-modified-since'], -Infinity) ? 'not-modified' : 'send';
}

/** Whether a Range header may be honoured: If-Range names this very object, or there is none. */
export function rangeStillHolds(headers: Headers, object: StoredObject): boolean {
  const condition = headers['if-range'];
  if (condition === undefined) return true;
  if (condition.startsWith('"')) return condition === object.etag;
  return Math.floor(object.modifiedAt / 1000) * 1000 === Date.parse(condition);
}

function lists(header: string, etag: string): boolean {
  if (header.trim() === '*') return true;
  const bare = (text: string): string => text.trim().replace(/^W\//, '').replaceAll('"', '');
  return header.split(',').some((one) => bare(one) === bare(etag));
}

/** An unreadable date is no condition at all (RFC 9110, section 13.1.3). */
function dateOf(header: string | undefined, otherwise: number): number {
  const at = Date.parse(header ?? '');
  return Number.isNaN(at) ? otherwise : at;
}

function failed(condition: string): AwsError {
  const message = 'At least one of the pre-conditions you specified did not hold';
  return new AwsError('PreconditionFailed', message, { status: 412, extra: { Condition: condition } });
}
