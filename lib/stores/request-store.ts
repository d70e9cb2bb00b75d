/** Requests as append-only lists of events, their summary as a projection, and the branch items beside them. */
import type { RequestId } from '../domain/ids.ts';
import { isClosed, type Request, requestOf } from '../domain/request.ts';
import type { NewEvent, RequestEvent } from '../domain/request-events.ts';
import { TransientError } from '../domain/errors.ts';
import { INDEX } from './indexes.ts';
import { keys, PREFIX, SWEEP_SHARDS, sweepShard } from './keys.ts';
import { type MailItem, mailFrom, type PageItem, pageFrom, type SystemItem, systemFrom, type TaskItem, taskFrom } from './case-items.ts';
import type { Item, PageOf, Table } from './table.ts';

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
  /** Moves the instant at which the sweep looks again; `undefined` takes the request out of the index. */
  scheduleSweep(id: RequestId, at: string | undefined): Promise<void>;
  /** Notes that another execution is about to be started; returns its number. */
  countExecution(id: RequestId): Promise<number>;
  /** From here on the request is gone for everybody but the sweep, which erases the rest. */
  beginErasing(id: RequestId): Promise<void>;
  isErasing(id: RequestId): Promise<boolean>;
  /** Takes a task off the lists without a result, because the request ended. */
  closeTask(id: RequestId, taskId: string, at: string): Promise<void>;
  /** Ids whose instant has come, eventually consistent. */
  dueForSweep(shard: number, upTo: string, cursor?: string): Promise<PageOf<RequestId>>;
  /** Open requests by due date. */
  openRequests(input: { cursor?: string; limit: number }): Promise<PageOf<RequestId>>;
  /** Open tasks by due date. */
  openTasks(input: { cursor?: string; limit: number }): Promise<PageOf<{ requestId: RequestId; taskId: string }>>;
}

function eventFrom(item: Item): RequestEvent {
  const { requestId, seq, key, type, at, data } = item;
  return { requestId, seq, key, type, at, data } as RequestEvent;
}

const itemOf = (event: RequestEvent): Item & { pk: string; sk: string } => ({ ...keys.event(event.requestId, event.seq), ...event });

/** The summary item: what lists need, rebuilt from the events at any time. */
function summaryOf(request: Request): Item & { pk: string; sk: string } {
  return {
    ...keys.summary(request.id),
    seq: request.seq,
    state: request.state,
    dueOn: request.dueOn,
    reference: request.reference,
    ...(isClosed(request) ? {} : { list: 'requests', listKey: `${request.dueOn}#${request.id}` }),
  };
}

/** How often an append starts over when others append at the same time: one of them gets through each time. */
const APPEND_ATTEMPTS = 100;

/** A change of something that exists: a request whose record was erased must not come back as an item without events. */
const EXISTS = { expression: 'attribute_exists(#pk)' };

export function openRequestStore(table: Table): RequestStore {
  const eventsOf = async (id: RequestId): Promise<RequestEvent[]> => {
    const items = await table.partition(keys.request(id), PREFIX.event);
    return items[0]?.['erasing'] === undefined ? items.map(eventFrom) : [];
  };

  const project = async (request: Request): Promise<void> => {
    await table.put(summaryOf(request), { expression: 'attribute_not_exists(#pk) OR #seq < :seq', values: { seq: request.seq } });
  };

  const tryAppend = async (id: RequestId, event: NewEvent): Promise<{ request: Request; event: RequestEvent; existed: boolean } | undefined> => {
    const events = await eventsOf(id);
    const before = requestOf(events);
    if (before === undefined) throw new TypeError('An event needs a request that has begun');
    const twin = events.find(({ key }) => key === event.key);
    if (twin) {
      await project(before);
      return { request: before, event: twin, existed: true };
    }
    const placed = { ...event, requestId: id, seq: before.seq + 1 } as RequestEvent;
    if (!(await table.putIfAbsent(itemOf(placed)))) return undefined;
    const request = requestOf([...events, placed])!;
    await project(request);
    return { request, event: placed, existed: false };
  };

  return {
    table,
    project,

    async begin(id, event, sweepAt) {
      const first = { ...event, requestId: id, seq: 1 } as RequestEvent;
      const written = await table.putIfAbsent({ ...itemOf(first), sweepShard: sweepShard(id), sweepAt });
      const stored = written ? first : eventFrom((await table.get(keys.event(id, 1)))!);
      await project(requestOf([stored])!);
      return stored;
    },

    async append(id, event) {
      for (let attempt = 0; attempt < APPEND_ATTEMPTS; attempt += 1) {
        const done = await tryAppend(id, event);
        if (done) return done;
      }
      throw new TransientError('Too many concurrent events on one request', { code: 'system-conflict' });
    },

    async load(id) {
      return requestOf(await eventsOf(id));
    },

    async loadCase(id) {
      const items = await table.partition(keys.request(id));
      if (items[0]?.['erasing'] !== undefined) return undefined;
      const below = (prefix: string): Item[] => items.filter(({ sk }) => String(sk).startsWith(prefix));
      const events = below(PREFIX.event).map(eventFrom);
      const request = requestOf(events);
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

    async scheduleSweep(id, at) {
      const key = keys.event(id, 1);
      if (at === undefined) await table.update(key, { remove: [INDEX.sweep.hash, INDEX.sweep.range] }, EXISTS);
      else await table.update(key, { set: { sweepShard: sweepShard(id), sweepAt: at } }, EXISTS);
    },

    async countExecution(id) {
      const before = Number((await table.get(keys.event(id, 1)))?.['executions'] ?? 1);
      await table.update(keys.event(id, 1), { set: { executions: before + 1 } }, EXISTS);
      return before + 1;
    },

    async beginErasing(id) {
      await table.update(keys.event(id, 1), { set: { erasing: true } }, EXISTS);
    },

    async isErasing(id) {
      return (await table.get(keys.event(id, 1)))?.['erasing'] !== undefined;
    },

    async closeTask(id, taskId, at) {
      const change = { set: { doneAt: at, takenAt: at, doneBy: 'request-ended' }, remove: ['list', 'listKey'] };
      await table.update(keys.task(id, taskId), change, EXISTS);
    },

    async dueForSweep(shard, upTo, cursor) {
      const { name, hash, range } = INDEX.sweep;
      const page = await table.index({
        index: name,
        hash: [hash, `SWEEP#${shard % SWEEP_SHARDS}`],
        upTo: [range, upTo],
        limit: 100,
        ...(cursor === undefined ? {} : { cursor }),
      });
      return { ...page, items: page.items.map(({ pk }) => String(pk).slice('REQ#'.length) as RequestId) };
    },

    async openRequests({ cursor, limit }) {
      const { name, hash } = INDEX.lists;
      const page = await table.index({ index: name, hash: [hash, 'requests'], limit, ...(cursor === undefined ? {} : { cursor }) });
      return { ...page, items: page.items.map(({ pk }) => String(pk).slice('REQ#'.length) as RequestId) };
    },

    async openTasks({ cursor, limit }) {
      const { name, hash } = INDEX.lists;
      const page = await table.index({ index: name, hash: [hash, 'tasks'], limit, ...(cursor === undefined ? {} : { cursor }) });
      return {
        ...page,
        items: page.items.map(({ pk, sk }) => ({
          requestId: String(pk).slice('REQ#'.length) as RequestId,
          taskId: String(sk).slice(PREFIX.task.length),
        })),
      };
    },
  };
}
