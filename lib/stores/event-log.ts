/** The events of a request: begun once, appended at the next position, the summary following behind. */
import { TransientError } from '../domain/errors.ts';
import type { RequestId } from '../domain/ids.ts';
import { isClosed, type Request, requestOf } from '../domain/request.ts';
import type { NewEvent, RequestEvent } from '../domain/request-events.ts';
import type { ClockPlace } from '../domain/clock/request-clock.ts';
import { keys, PREFIX, sweepShard } from './keys.ts';
import type { RequestStore } from './request-store.ts';
import type { Item, Table } from './table.ts';

/** The event of an item. */
export function eventFrom(item: Item): RequestEvent {
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

/** All events in order; none once the record is being erased. */
export async function eventsOf(table: Table, id: RequestId): Promise<RequestEvent[]> {
  const items = await table.partition(keys.request(id), PREFIX.event);
  return items[0]?.['erasing'] === undefined ? items.map(eventFrom) : [];
}

async function project(table: Table, request: Request): Promise<void> {
  await table.put(summaryOf(request), { expression: 'attribute_not_exists(#pk) OR #seq <= :seq', values: { seq: request.seq } });
}

/** Most events change nothing that a list shows; the write they save is a third of what an event costs. */
function looksTheSame(before: Request, after: Request): boolean {
  return before.state === after.state && before.dueOn === after.dueOn && before.closedAt === after.closedAt;
}

interface Log {
  table: Table;
  place: ClockPlace;
}

type Appended = Awaited<ReturnType<RequestStore['append']>>;

async function tryAppend({ table, place }: Log, id: RequestId, event: NewEvent): Promise<Appended | undefined> {
  const events = await eventsOf(table, id);
  const before = requestOf(events, place);
  if (before === undefined) throw new TypeError('An event needs a request that has begun');
  const twin = events.find(({ key }) => key === event.key);
  if (twin) {
    await project(table, before);
    return { request: before, event: twin, existed: true };
  }
  const placed = { ...event, requestId: id, seq: before.seq + 1 } as RequestEvent;
  if (!(await table.putIfAbsent(itemOf(placed)))) return undefined;
  const request = requestOf([...events, placed], place)!;
  if (!looksTheSame(before, request)) await project(table, request);
  return { request, event: placed, existed: false };
}

/** The writing side. */
export function openEventLog(table: Table, place: ClockPlace): Pick<RequestStore, 'begin' | 'append' | 'project'> {
  return {
    project: (request) => project(table, request),

    async begin(id, event, sweepAt) {
      const first = { ...event, requestId: id, seq: 1 } as RequestEvent;
      const written = await table.putIfAbsent({ ...itemOf(first), sweepShard: sweepShard(id), sweepAt });
      const stored = written ? first : eventFrom((await table.get(keys.event(id, 1)))!);
      await project(table, requestOf([stored], place)!);
      return stored;
    },

    async append(id, event) {
      for (let attempt = 0; attempt < APPEND_ATTEMPTS; attempt += 1) {
        const done = await tryAppend({ table, place }, id, event);
        if (done) return done;
      }
      throw new TransientError('Too many concurrent events on one request', { code: 'system-conflict' });
    },
  };
}
