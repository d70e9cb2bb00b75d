/** The settings of a PostgreSQL system from what was written. */
import type { NamedDataset } from '../data-map.ts';
import type { PostgresDatasetInput, PostgresInput } from './configuration-input.ts';
import type { Link, PostgresSettings, TableSettings } from './postgres-settings.ts';

const POOL = 1;
const TIMEOUT_MS = 30_000;

function links(targets: Record<string, string> = {}): Link[] {
  return Object.entries(targets).map(([column, target]) => {
    const [dataset = '', key = ''] = target.split('.');
    return { column, dataset, key };
  });
}

function table(dataset: string, input: PostgresDatasetInput): TableSettings {
  const [first, second] = (input.table ?? dataset).split('.');
  return {
    schema: second === undefined ? 'public' : first!,
    table: second ?? first!,
    key: typeof input.key === 'string' ? [input.key] : (input.key ?? ['id']),
    match: input.match ?? {},
    yields: input.yields ?? {},
    belongsTo: links(input.belongsTo),
    refersTo: links(input.refersTo),
  };
}

/** Settings with defaults filled in; only the datasets that were well-formed appear. */
export function completePostgres(input: PostgresInput, datasets: NamedDataset[], zone: string): PostgresSettings {
  return {
    secret: input.secret,
    ...(input.caSecret === undefined ? {} : { caSecret: input.caSecret }),
    zone,
    pool: input.pool ?? POOL,
    timeoutMs: input.timeoutMs ?? TIMEOUT_MS,
    tables: Object.fromEntries(datasets.map(({ name }) => [name, table(name, input.datasets[name]!)])),
  };
}
