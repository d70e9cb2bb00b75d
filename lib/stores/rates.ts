/** Counters that limit what one address or mailbox may do in a window of time. */
import { keys } from './keys.ts';
import type { Table } from './table.ts';

export interface Limit {
  /** What is counted, already hashed: no address is stored. */
  bucket: string;
  windowSeconds: number;
  most: number;
}

/** Counts one more; false once the limit is passed. */
export async function within(table: Table, limit: Limit, nowMs: number): Promise<boolean> {
  const window = Math.floor(nowMs / 1000 / limit.windowSeconds);
  const expiresAt = (window + 2) * limit.windowSeconds;
  const item = await table.update(keys.rate(limit.bucket, String(window)), { add: { count: 1 }, set: { expiresAt } });
  return Number(item?.['count']) <= limit.most;
}
