/** Names of the tables' indexes and of their keys: all that the template needs to know of the stores. */

/** Of the `requests` table. */
export const INDEX = {
  /** Sparse: what the sweep looks at next, sharded. */
  sweep: { name: 'sweep', hash: 'sweepShard', range: 'sweepAt' },
  /** Sparse: open requests and open tasks by due date. */
  lists: { name: 'lists', hash: 'list', range: 'listKey' },
} as const;

/** Of the `receipts` table. */
export const RECEIPT_INDEX = {
  /** Receipts by their id: the one thing that is known of them outside. */
  ids: { name: 'ids', hash: 'id', range: 'sk' },
  /** Sparse: what is not in the log yet, oldest first. */
  unlogged: { name: 'unlogged', hash: 'unlogged', range: 'unloggedAt' },
} as const;
