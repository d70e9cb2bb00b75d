/** Reads rows and counts from the answers of an HTTP system, page by page, and refuses what was not declared. */
import type { HttpCount, HttpList } from '../domain/config/http-settings.ts';
import type { NamedDataset } from '../domain/data-map.ts';
import { PermanentError } from '../domain/errors.ts';
import type { Row, Subject, Value } from './connector.ts';
import type { HttpClient } from './http-client.ts';
import { nonsense } from './http-faults.ts';
import { fillingsFor, fillRequest, type Filling } from './http-template.ts';
import { valueAt } from './json-path.ts';

const OK = [200];
const MOST_REQUESTS = 1_000;

/** Where a listing goes on: which combination of identifiers, and which page of it. */
export interface ListPosition {
  filling: number;
  page?: string;
}

export interface RowPage {
  rows: Row[];
  filling: Filling;
  next?: ListPosition;
}

function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function rowsOf(body: unknown, { rows }: HttpList): Row[] {
  const value = valueAt(body, rows);
  const list = Array.isArray(value) ? value : [value];
  if (!list.every(isRow)) throw nonsense('rows that are not objects');
  return list;
}

/** A number, or the length of a list. */
export function countOf(body: unknown, path: string): number {
  const value = valueAt(body, path);
  if (Array.isArray(value)) return value.length;
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return value;
  throw nonsense('a count that is not a number');
}

/** The next cursor, or page number; undefined on the last page. */
function nextPage(body: unknown, rows: Row[], { request, page }: { request: HttpList; page: string | undefined }): string | undefined {
  const { paging } = request;
  if (!paging) return undefined;
  if ('first' in paging) return rows.length === 0 ? undefined : String(Number(page ?? paging.first) + 1);
  const next = valueAt(body, paging.next);
  if (next === undefined || next === null || next === '') return undefined;
  if ((typeof next !== 'string' && typeof next !== 'number') || String(next) === page) throw nonsense('a cursor that leads nowhere');
  return String(next);
}

function paged(request: HttpList, page: string | undefined): HttpList {
  const { paging } = request;
  const value = page ?? (paging && 'first' in paging ? String(paging.first) : undefined);
  return paging && value !== undefined ? { ...request, query: { ...request.query, [paging.query]: value } } : request;
}

function fillings(request: HttpList | HttpCount, subject: Subject): Filling[] {
  const all = fillingsFor(request, subject);
  if (all.length > MOST_REQUESTS)
    throw new PermanentError(`HTTP: more than ${MOST_REQUESTS} combinations of identifiers for one person.`, { code: 'system-nonsense' });
  return all;
}

/** One page of a listing; undefined when there is none at this position. */
export async function readRowPage(
  client: HttpClient,
  request: HttpList,
  at: ListPosition & { subject: Subject },
): Promise<RowPage | undefined> {
  const all = fillings(request, at.subject);
  const filling = all[at.filling];
  if (!filling) return undefined;
  // Filled before the cursor is added: a cursor is a value, not a template.
  const filled = fillRequest(request, filling);
  const answer = filled ? await client.send(paged(filled as HttpList, at.page), OK) : ({ absent: true } as const);
  const following = at.filling + 1 < all.length ? { filling: at.filling + 1 } : undefined;
  if (answer.absent) return { rows: [], filling, ...(following && { next: following }) };
  const rows = rowsOf(answer.body, request);
  const page = nextPage(answer.body, rows, { request, page: at.page });
  const next = page === undefined ? following : { filling: at.filling, page };
  return { rows, filling, ...(next && { next }) };
}

/** All pages of a listing, one after the other. */
export async function* readRowPages(client: HttpClient, request: HttpList, subject: Subject): AsyncGenerator<RowPage> {
  let position: ListPosition | undefined = { filling: 0 };
  while (position) {
    const page: RowPage | undefined = await readRowPage(client, request, { ...position, subject });
    if (page) yield page;
    position = page?.next;
  }
}

/** The sum of a counting request over all combinations of identifiers. */
export async function readCount(client: HttpClient, request: HttpCount, subject: Subject): Promise<number> {
  let sum = 0;
  for (const filling of fillings(request, subject)) {
    const filled = fillRequest(request, filling);
    const answer = filled ? await client.send(filled, OK) : ({ absent: true } as const);
    if (!answer.absent) sum += countOf(answer.body, request.count);
  }
  return sum;
}

/** The row as it may be exported: declared columns only, `describe` as true or false, `never` left out. */
export function discloseRow(row: Row, dataset: NamedDataset): Row {
  const undeclared = Object.keys(row).filter((name) => !(name in dataset.columns));
  if (undeclared.length > 0) {
    const names = undeclared.filter((name) => /^[\w.-]{1,64}$/.test(name)).slice(0, 20);
    throw new PermanentError(`HTTP: fields without a declaration in ${dataset.name}: ${names.join(', ')}.`, { code: 'configuration' });
  }
  const disclosed = Object.entries(dataset.columns).filter(([, { disclose }]) => disclose !== 'never');
  return Object.fromEntries(
    disclosed.map(([name, { disclose }]): [string, Value] => {
      const value = row[name] ?? null;
      return [name, disclose === 'describe' ? value !== null : value];
    }),
  );
}
