/** The Range header: one range, also the last bytes. */
import { AwsError } from '../contract.ts';

export interface ByteRange {
  start: number;
  /** Inclusive. */
  end: number;
}

/**
 * The range asked for, cut to the object's size, or `undefined` for the whole object.
 * S3 sends the whole object for several ranges and for what it cannot read.
 */
export function byteRange(header: string | undefined, size: number): ByteRange | undefined {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '');
  if (!match || (match[1] === '' && match[2] === '')) return undefined;
  const first = match[1] === '' ? undefined : Number(match[1]);
  const last = match[2] === '' ? undefined : Number(match[2]);
  if (first !== undefined && last !== undefined && last < first) return undefined;
  const range =
    first === undefined
      ? { start: Math.max(size - (last ?? 0), 0), end: size - 1 }
      : { start: first, end: Math.min(last ?? size - 1, size - 1) };
  if (range.start >= size || range.start > range.end) throw unsatisfiable(header ?? '', size);
  return range;
}

function unsatisfiable(header: string, size: number): AwsError {
  const extra = { RangeRequested: header, ActualObjectSize: size };
  return new AwsError('InvalidRange', 'The requested range is not satisfiable', { status: 416, extra });
}
