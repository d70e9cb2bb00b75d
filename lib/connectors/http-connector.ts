/** The connector to systems that are asked over HTTP by declared requests. */
import type { HttpSettings } from '../domain/config/http-settings.ts';
import { neededKinds } from '../domain/config/identifier-kinds.ts';
import type { SystemDeclaration } from '../domain/configuration.ts';
import type { NamedDataset } from '../domain/data-map.ts';
import type { Connector, ConnectorPort, ExportInput, ExportResult, FindResult, Subject } from './connector.ts';
import { createHttpClient } from './http-client.ts';
import { eraseHttp, verifyHttp, type HttpWorld } from './http-erase.ts';
import { createLater } from './http-later.ts';
import { discloseRow, readCount, readRowPage, readRowPages, type ListPosition } from './http-rows.ts';
import { dayIn } from './periods.ts';
import { openCursor, sealCursor } from './sealed-cursor.ts';

async function findIn(dataset: NamedDataset, world: HttpWorld, learnt: Map<string, Set<string>>): Promise<number> {
  const { find, export: list, yields = {} } = world.settings.requests[dataset.name]!;
  // Counting is cheaper, but only rows reveal identifiers.
  if (find && Object.keys(yields).length === 0) return readCount(world.client, find, world.subject);
  let count = 0;
  for await (const { rows } of readRowPages(world.client, list, world.subject)) {
    count += rows.length;
    for (const [kind, column] of Object.entries(yields)) {
      const values = rows.map((row) => row[column]).filter((value) => typeof value === 'string' || typeof value === 'number');
      // A blank one names nobody: other systems would answer it with the rows of all who have none.
      const normal = values
        .map((value) => (kind === 'email' ? String(value).trim().toLowerCase() : String(value)))
        .filter((value) => value.trim() !== '');
      learnt.set(kind, new Set([...(learnt.get(kind) ?? []), ...normal]));
    }
  }
  return count;
}

async function findHttp(world: HttpWorld): Promise<FindResult> {
  const found: Record<string, number> = {};
  const learnt = new Map<string, Set<string>>();
  for (const dataset of world.datasets) found[dataset.name] = await findIn(dataset, world, learnt);
  const news = [...learnt].map(
    ([kind, values]) => [kind, [...values].filter((value) => !world.subject.identifiers[kind]?.includes(value))] as const,
  );
  return { found, identifiers: Object.fromEntries(news.filter(([, values]) => values.length > 0)) };
}

interface Place extends ListPosition {
  dataset: number;
}

async function exportHttp(world: HttpWorld, input: ExportInput, now: () => number): Promise<ExportResult> {
  const { client, settings, datasets, subject } = world;
  let place = input.cursor === undefined ? { dataset: 0, filling: 0 } : (openCursor(await client.sealing(), input.cursor) as Place);
  for (let dataset = datasets[place.dataset]; dataset; dataset = datasets[place.dataset]) {
    const shape = dataset;
    const page = await readRowPage(client, settings.requests[shape.name]!.export, { ...place, subject });
    const rows = (page?.rows ?? []).map((row) => discloseRow(row, shape));
    if (rows.length > 0) await input.write(shape.name, rows);
    place = page?.next ? { ...page.next, dataset: place.dataset } : { dataset: place.dataset + 1, filling: 0 };
    const more = place.dataset < datasets.length;
    if (more && now() >= input.until) return { more: true, cursor: sealCursor(await client.sealing(), place) };
  }
  return { more: false };
}

/** A connector over the declared requests. Nothing is contacted before the first call. */
export function createHttpConnector(system: SystemDeclaration, port: ConnectorPort): Connector {
  const settings = system.settings as HttpSettings;
  const { datasets } = system;
  const client = createHttpClient(settings, port);
  const worldOf = (subject: Subject): HttpWorld => ({
    client,
    settings,
    datasets,
    subject,
    day: { today: dayIn(settings.zone, port.now()), zone: settings.zone },
  });
  return {
    datasets,
    needs: neededKinds(system),
    find: async (subject) => findHttp(worldOf(subject)),
    export: async (input) => exportHttp(worldOf(input.subject), input, () => port.now()),
    erase: async (subject) => eraseHttp(worldOf(subject)),
    verify: async (subject) => verifyHttp(worldOf(subject)),
    ...(settings.later && { later: createLater(client, settings.later, datasets) }),
    close: async () => undefined,
  };
}
