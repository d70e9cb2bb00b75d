/** Requests as append-only lists of events, their summary as a projection, and the branch items beside them. */
import type { RequestId } from '../domain/ids.ts';
import type { Request } from '../domain/request.ts';
import type { NewEvent, RequestEvent } from '../domain/request-events.ts';
import type { MailItem, PageItem, SystemItem, TaskItem } from './case-items.ts';
import { openCaseReads } from './case-reads.ts';
import { openEventLog } from './event-log.ts';
import { INDEX } from './indexes.ts';
import type { ClockPlace } from '../domain/clock/request-clock.ts';
import { keys, sweepShard } from './keys.ts';
import { openRequestLists } from './request-lists.ts';
import type { PageOf, Table } from './table.ts';

/** Everything stored about one request. */
export interface CaseRecord {
  request: Request;
  events: RequestEvent[];
  systems: SystemItem[];
  tasks: TaskItem[];
  mails: MailItem[];
  pages: PageItem[];
  /** When the sweep looks at it next; absent = never again. */
  sweepAt?: string;
  /** How many executions were started: more than one only after one ended too early. */
  executions: number;
}

export interface RequestStore {
  table: Table;
  /**
   * Writes the first event if the request does not exist. It carries the sweep's keys, so whatever else is lost
   * after this one write is found and repaired. Returns the stored first event. Durable on return.
   */
  begin(id: RequestId, event: NewEvent & { type: 'received' }, sweepAt: string): Promise<RequestEvent>;
  /** Appends at the next position; an event of the same key is returned instead of written twice. Projects the summary. */
  append(id: RequestId, event: NewEvent): Promise<{ request: Request; event: RequestEvent; existed: boolean }>;
  /** Strongly consistent. */
  load(id: RequestId): Promise<Request | undefined>;
  loadCase(id: RequestId): Promise<CaseRecord | undefined>;
  /** Rewrites the summary from the events. */
  project(request: Request): Promise<void>;
  /**
   * Moves the instant at which the sweep looks again. With `unlessMovedFrom` only if it is still that one: whoever asked for
   * an earlier look meanwhile gets it.
   */
  scheduleSweep(id: RequestId, at: string, unlessMovedFrom?: string): Promise<void>;
  /** Notes that another execution is about to be started after the one of a number; returns the next number. Repeatable. */
  countExecution(id: RequestId, after: number): Promise<number>;
  /** From here on the request is gone for everybody but the sweep, which erases the rest. */
  beginErasing(id: RequestId): Promise<void>;
  /** Takes a task off the lists without a result, because the request ended. */
  closeTask(id: RequestId, taskId: string, at: string): Promise<void>;
  /** Ids whose instant has come, eventually consistent. */
  dueForSweep(shard: number, upTo: string, cursor?: string): Promise<PageOf<RequestId>>;
  /** Open requests by due date. */
  openRequests(input: { cursor?: string; limit: number }): Promise<PageOf<RequestId>>;
  /** Open tasks by due date. */
  openTasks(input: { cursor?: string; limit: number }): Promise<PageOf<{ requestId: RequestId; taskId: string }>>;
}

/** A change of something that exists: a request whose record was erased must not come back as an item without events. */
const EXISTS = { expression: 'attribute_exists(#pk)' };

type Marks = Pick<RequestStore, 'scheduleSweep' | 'countExecution' | 'beginErasing' | 'closeTask'>;

/** Marks on the first event and on tasks: not events themselves, because they say when to look, not what happened. */
function openMarks(table: Table): Marks {
  return {
    async scheduleSweep(id, at, unlessMovedFrom) {
      const unmoved = { expression: `${EXISTS.expression} AND #${INDEX.sweep.range} = :seen`, values: { seen: unlessMovedFrom } };
      const change = { set: { [INDEX.sweep.hash]: sweepShard(id), [INDEX.sweep.range]: at } };
      await table.update(keys.event(id, 1), change, unlessMovedFrom === undefined ? EXISTS : unmoved);
    },

    async countExecution(id, after) {
      const uncounted = {
        expression: `${EXISTS.expression} AND ${after === 1 ? 'attribute_not_exists(#executions)' : '#executions = :after'}`,
      };
      await table.update(keys.event(id, 1), { set: { executions: after + 1 } }, { ...uncounted, ...(after > 1 && { values: { after } }) });
      return after + 1;
    },

    async beginErasing(id) {
      await table.update(keys.event(id, 1), { set: { erasing: true } }, EXISTS);
    },

    async closeTask(id, taskId, at) {
      const change = { set: { doneAt: at, takenAt: at, doneBy: 'request-ended' }, remove: ['list', 'listKey'] };
      await table.update(keys.task(id, taskId), change, EXISTS);
    },
  };
}

/** The store over its table; dates are counted where the company counts. */
export function openRequestStore(table: Table, place: ClockPlace): RequestStore {
  return { table, ...openEventLog(table, place), ...openCaseReads(table, place), ...openMarks(table), ...openRequestLists(table) };
}
