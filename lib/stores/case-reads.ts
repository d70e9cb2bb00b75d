/** Reads a whole case: its events and everything that lies beside them, strongly consistent. */
import { requestOf } from '../domain/request.ts';
import { mailFrom, pageFrom, systemFrom, taskFrom } from './case-items.ts';
import { eventFrom, eventsOf } from './event-log.ts';
import type { ClockPlace } from '../domain/clock/request-clock.ts';
import { keys, PREFIX } from './keys.ts';
import type { RequestStore } from './request-store.ts';
import type { Item, Table } from './table.ts';

/** The reading side. */
export function openCaseReads(table: Table, place: ClockPlace): Pick<RequestStore, 'load' | 'loadCase'> {
  return {
    async load(id) {
      return requestOf(await eventsOf(table, id), place);
    },

    async loadCase(id) {
      const items = await table.partition(keys.request(id));
      if (items[0]?.['erasing'] !== undefined) return undefined;
      const below = (prefix: string): Item[] => items.filter(({ sk }) => String(sk).startsWith(prefix));
      const events = below(PREFIX.event).map(eventFrom);
      const request = requestOf(events, place);
      if (request === undefined) return undefined;
      const tasks = below(PREFIX.task).map(taskFrom);
      const sweepAt = items.find(({ sweepAt: at }) => at !== undefined)?.['sweepAt'] as string | undefined;
      return {
        request: { ...request, tasks: tasks.filter((task) => task.doneAt === undefined) },
        events,
        systems: below(PREFIX.system).map(systemFrom),
        tasks,
        mails: below(PREFIX.mail).map(mailFrom),
        pages: below(PREFIX.page).map(pageFrom),
        ...(sweepAt === undefined ? {} : { sweepAt }),
        executions: Number(items[0]!['executions'] ?? 1),
      };
    },
  };
}
