/** Names of the `requests` table's indexes and of their keys: all that the template needs to know of the stores. */
export const INDEX = {
  /** Sparse: what the sweep looks at next, sharded. */
  sweep: { name: 'sweep', hash: 'sweepShard', range: 'sweepAt' },
  /** Sparse: open requests and open tasks by due date. */
  lists: { name: 'lists', hash: 'list', range: 'listKey' },
} as const;
