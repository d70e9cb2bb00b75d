/** What marks an item that is to be in the log, and one that is. */
import type { LogPlace } from '../receipts/port.ts';
import { RECEIPT_INDEX } from './indexes.ts';
import type { Item } from './table.ts';

/** All wait in one partition of the index: batches are committed one after the other anyway, so more would not be faster. */
export const WAITING = 'LOG';

/** What an item that is to be logged bears until it is: `entry` base64, `since` an ISO instant. */
export function waiting(entry: Uint8Array, since: string): Item {
  const { hash, range } = RECEIPT_INDEX.unlogged;
  return { entry: Buffer.from(entry).toString('base64'), [hash]: WAITING, [range]: since };
}

/** Where an item's entry stands, if it stands anywhere yet. */
export function placeOf({ logYear: year, logIndex: index }: Item): { log?: LogPlace } {
  return typeof year === 'number' && typeof index === 'number' ? { log: { year, index } } : {};
}
