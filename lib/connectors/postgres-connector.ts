/** The connector to PostgreSQL: parameterised SQL built from the declared data map. */
import { neededKinds } from '../domain/config/identifier-kinds.ts';
import type { PostgresSettings } from '../domain/config/postgres-settings.ts';
import type { SystemDeclaration } from '../domain/configuration.ts';
import { PermanentError } from '../domain/errors.ts';
import type { Connector, ConnectorPort, ExportInput, ExportResult, Subject } from './connector.ts';
import { dayIn } from './periods.ts';
import { eraseRows, verifyRows } from './postgres-erase.ts';
import { isExported, readPage, type Position } from './postgres-export.ts';
import { findRows, withLearnt } from './postgres-find.ts';
import { postgresModel, type Model } from './postgres-model.ts';
import { missingColumns, readSchema, undeclaredColumns, type Schema } from './postgres-schema.ts';
import { Selection } from './postgres-selection.ts';
import { openPostgresSession, type Ask, type PostgresSession } from './postgres-session.ts';
import { openCursor, sealCursor } from './sealed-cursor.ts';

const FIRST_LIMIT = 500;

interface Context {
  model: Model;
  session: PostgresSession;
  settings: PostgresSettings;
  port: ConnectorPort;
}

function assertDeclared(model: Model, schema: Schema): void {
  const missing = [...model.tables.values()].flatMap(
    (table) => missingColumns(table, schema)?.map((name) => `${table.name}.${name}`) ?? [table.name],
  );
  if (missing.length > 0) throw new PermanentError(`PostgreSQL: declared but not there: ${missing.join(', ')}.`, { code: 'configuration' });
}

/** "An undeclared column is never exported": nobody has said what it holds and whom it is about. */
function assertNothingUndeclared(model: Model, schema: Schema): void {
  const columns = [...model.tables.values()].flatMap((table) => undeclaredColumns(table, schema).map((name) => `${table.name}.${name}`));
  if (columns.length > 0)
    throw new PermanentError(`PostgreSQL: columns without a declaration: ${columns.join(', ')}.`, { code: 'configuration' });
}

async function worldOf(subject: Subject, ask: Ask, { model, settings, port }: Context): Promise<Selection> {
  const schema = await readSchema(model, ask);
  assertDeclared(model, schema);
  return new Selection({ model, schema, identifiers: subject.identifiers, today: dayIn(settings.zone, port.now()) });
}

interface Place extends Position {
  dataset: string;
}

async function startOf(cursor: string | undefined, names: string[], session: PostgresSession): Promise<Place | undefined> {
  if (cursor !== undefined) return openCursor(await session.secret(), cursor) as Place;
  return names[0] === undefined ? undefined : { dataset: names[0], limit: FIRST_LIMIT };
}

async function readPlace(place: Place, subject: Subject, context: Context): ReturnType<typeof readPage> {
  return context.session.read(async (ask) => {
    const given = await worldOf(subject, ask, context);
    assertNothingUndeclared(context.model, given.schema);
    const world = await withLearnt(given, ask);
    return readPage(context.model.tables.get(place.dataset)!, place, { world, ask });
  });
}

async function exportRows({ subject, cursor, write, until }: ExportInput, context: Context): Promise<ExportResult> {
  const names = [...context.model.tables.values()].filter(isExported).map(({ name }) => name);
  let place = await startOf(cursor, names, context.session);
  while (place) {
    // One short transaction per page: none stays open while pages are stored.
    const page = await readPlace(place, subject, context);
    if (page.rows.length > 0) await write(place.dataset, page.rows);
    const following = names[names.indexOf(place.dataset) + 1];
    place = page.next
      ? { ...page.next, dataset: place.dataset }
      : following === undefined
        ? undefined
        : { dataset: following, limit: FIRST_LIMIT };
    if (place && context.port.now() >= until) return { more: true, cursor: sealCursor(await context.session.secret(), place) };
  }
  return { more: false };
}

/** A row inserted between two statements may break a key once; if it breaks again, a table is not declared. */
async function onceMore<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error as { foreignKey?: boolean }).foreignKey) throw error;
    return work();
  }
}

/** A connector over the declared tables. Nothing is contacted before the first call. */
export function createPostgresConnector(system: SystemDeclaration, port: ConnectorPort): Connector {
  const settings = system.settings as PostgresSettings;
  const session = openPostgresSession(settings, port);
  const context: Context = { model: postgresModel(system), session, settings, port };
  return {
    datasets: system.datasets,
    needs: neededKinds(system),
    find: (subject) => session.read(async (ask) => findRows(await worldOf(subject, ask, context), ask)),
    export: (input) => exportRows(input, context),
    erase: (subject) =>
      onceMore(() => session.write(async (ask) => eraseRows(await withLearnt(await worldOf(subject, ask, context), ask), ask))),
    verify: (subject) => session.read(async (ask) => verifyRows(await withLearnt(await worldOf(subject, ask, context), ask), ask)),
    close: () => session.close(),
  };
}
