/** What is open or due, found on the indexes: eventually consistent, so it is re-read before anything is done. */
import type { RequestId } from '../domain/ids.ts';
import { INDEX } from './indexes.ts';
import { PREFIX, SWEEP_SHARDS } from './keys.ts';
import type { RequestStore } from './request-store.ts';
import type { Item, Table } from './table.ts';

const requestIdOf = ({ pk }: Item): RequestId => String(pk).slice('REQ#'.length) as RequestId;

const from = (cursor: string | undefined): { cursor?: string } => (cursor === undefined ? {} : { cursor });

/** The reading side of the indexes. */
export function openRequestLists(table: Table): Pick<RequestStore, 'dueForSweep' | 'openRequests' | 'openTasks'> {
  const listed = (list: string, limit: number, cursor?: string) =>
    table.index({ index: INDEX.lists.name, hash: [INDEX.lists.hash, list], limit, ...from(cursor) });

  return {
    async dueForSweep(shard, upTo, cursor) {
      const { name, hash, range } = INDEX.sweep;
      const due = {
        index: name,
        hash: [hash, `SWEEP#${shard % SWEEP_SHARDS}`] as [string, string],
        upTo: [range, upTo] as [string, string],
      };
      const page = await table.index({ ...due, limit: 100, ...from(cursor) });
      return { ...page, items: page.items.map(requestIdOf) };
    },

    async openRequests({ cursor, limit }) {
      const page = await listed('requests', limit, cursor);
      return { ...page, items: page.items.map(requestIdOf) };
    },

    async openTasks({ cursor, limit }) {
      const page = await listed('tasks', limit, cursor);
      return {
        ...page,
        items: page.items.map((item) => ({ requestId: requestIdOf(item), taskId: String(item['sk']).slice(PREFIX.task.length) })),
      };
    },
  };
}
