/** Systems that answer later: the request that names a callback URL, and the reading of what is posted to it. */
import type { HttpLater } from '../domain/config/http-settings.ts';
import type { NamedDataset } from '../domain/data-map.ts';
import { PermanentError } from '../domain/errors.ts';
import type { Connector, EraseResult, Row, WritePage } from './connector.ts';
import type { HttpClient } from './http-client.ts';
import { nonsense } from './http-faults.ts';
import { countOf, discloseRow } from './http-rows.ts';
import { fillingsFor, fillRequest } from './http-template.ts';
import { valueAt } from './json-path.ts';

const ACCEPTED = [200, 201, 202, 204];
const PAGE_ROWS = 5_000;

type Later = NonNullable<Connector['later']>;
type Phase = 'export' | 'erase';

async function start(client: HttpClient, request: HttpLater[Phase], input: Parameters<Later['start']>[1]): Promise<void> {
  if (!request) throw new PermanentError('HTTP: the system does not answer this phase later.', { code: 'configuration' });
  const fillings = fillingsFor(request, input.subject);
  // One callback answers for one request; several would overwrite each other.
  if (fillings.length > 1)
    throw new PermanentError('HTTP: several values of one identifier; use {identifiers.<kind>} in the body.', { code: 'configuration' });
  for (const filling of fillings) {
    const filled = fillRequest(request, { ...filling, callbackUrl: input.callbackUrl });
    if (filled) await client.send(filled, ACCEPTED);
  }
}

function readErased(body: unknown, request: NonNullable<HttpLater['erase']>): EraseResult {
  const erased = Object.entries(request.erased).map(([name, path]) => [name, countOf(body, path)]);
  const kept = Object.entries(request.kept ?? {}).flatMap(([name, paths]) => {
    if (valueAt(body, paths.count) === undefined) return [];
    const count = countOf(body, paths.count);
    const until = valueAt(body, paths.until);
    if (count === 0) return [];
    if (typeof until !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(until)) throw nonsense('a date that is not an ISO date');
    return [[name, { count, until }]];
  });
  return { erased: Object.fromEntries(erased), kept: Object.fromEntries(kept) };
}

function listAt(body: unknown, path: string): Row[] {
  const rows = valueAt(body, path);
  if (!Array.isArray(rows) || !rows.every((row) => typeof row === 'object' && row !== null && !Array.isArray(row)))
    throw nonsense('rows that are not a list of objects');
  return rows as Row[];
}

async function readExported(
  body: unknown,
  context: { request: NonNullable<HttpLater['export']>; datasets: NamedDataset[]; write: WritePage },
): Promise<{ exported: Record<string, number> }> {
  const exported: Record<string, number> = {};
  for (const dataset of context.datasets) {
    const rows = listAt(body, context.request.rows[dataset.name]!).map((row) => discloseRow(row, dataset));
    for (let from = 0; from < rows.length; from += PAGE_ROWS) await context.write(dataset.name, rows.slice(from, from + PAGE_ROWS));
    exported[dataset.name] = rows.length;
  }
  return { exported };
}

/** The callback side of a connector. */
export function createLater(client: HttpClient, later: HttpLater, datasets: NamedDataset[]): Later {
  return {
    phases: (['export', 'erase'] as const).filter((phase) => later[phase]),
    start: (phase, input) => start(client, later[phase], input),
    async finish(phase, { body, write }) {
      const request = later[phase];
      if (!request) throw new PermanentError('HTTP: the system does not answer this phase later.', { code: 'configuration' });
      return 'rows' in request ? readExported(body, { request, datasets, write }) : readErased(body, request);
    },
  };
}
