/** The engine's tables: executions, their frames and their history, in one SQLite file that survives kill -9. */
import { createHash } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import type { StatementSync } from 'node:sqlite';
import type { Definition } from './definition.ts';
import type { Changes, Execution, Frame, HistoryRow, Status } from './run.ts';

const SCHEMA = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  CREATE TABLE IF NOT EXISTS definition (hash TEXT PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS execution (
    id INTEGER PRIMARY KEY, arn TEXT NOT NULL UNIQUE, machineArn TEXT NOT NULL, machineName TEXT NOT NULL,
    name TEXT NOT NULL, roleArn TEXT NOT NULL, definition TEXT NOT NULL, status TEXT NOT NULL,
    startedAt INTEGER NOT NULL, stoppedAt INTEGER, dueAt INTEGER, input TEXT NOT NULL, output TEXT, error TEXT, cause TEXT,
    lastEvent INTEGER NOT NULL, lastFrame INTEGER NOT NULL, redriveCount INTEGER NOT NULL, redrivenAt INTEGER);
  CREATE INDEX IF NOT EXISTS execution_machine ON execution (machineArn, id);
  CREATE INDEX IF NOT EXISTS execution_due ON execution (dueAt) WHERE dueAt IS NOT NULL;
  CREATE TABLE IF NOT EXISTS frame (
    execution INTEGER NOT NULL, id INTEGER NOT NULL, phase TEXT NOT NULL, dueAt INTEGER, token TEXT, body TEXT NOT NULL,
    PRIMARY KEY (execution, id)) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS frame_due ON frame (dueAt) WHERE dueAt IS NOT NULL;
  CREATE INDEX IF NOT EXISTS frame_token ON frame (token) WHERE token IS NOT NULL;
  CREATE TABLE IF NOT EXISTS event (
    execution INTEGER NOT NULL, id INTEGER NOT NULL, previous INTEGER NOT NULL, at INTEGER NOT NULL, type TEXT NOT NULL,
    details TEXT, PRIMARY KEY (execution, id)) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS activity (
    id INTEGER PRIMARY KEY, arn TEXT NOT NULL UNIQUE, name TEXT NOT NULL, createdAt INTEGER NOT NULL);`;

const UPDATED = `status = ?, startedAt = ?, stoppedAt = ?, output = ?, error = ?, cause = ?,
    lastEvent = ?, lastFrame = ?, redriveCount = ?, redrivenAt = ?`;

const SQL = {
  putDefinition: 'INSERT OR IGNORE INTO definition VALUES (?, ?)',
  insert: `INSERT INTO execution (id, arn, machineArn, machineName, name, roleArn, definition, status, startedAt, stoppedAt,
    dueAt, input, output, error, cause, lastEvent, lastFrame, redriveCount, redrivenAt)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, ?, ?, NULL, NULL, NULL, 0, 0, 0, NULL)`,
  // A column in SET rewrites its index whether or not it changes, and `dueAt` changes only at an end and by a redrive.
  update: `UPDATE execution SET ${UPDATED} WHERE id = ?`,
  updateWithDue: `UPDATE execution SET ${UPDATED}, dueAt = ? WHERE id = ?`,
  putFrame: `INSERT INTO frame VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET phase = excluded.phase, dueAt = excluded.dueAt, token = excluded.token, body = excluded.body`,
  dropFrame: 'DELETE FROM frame WHERE execution = ? AND id = ?',
  putEvent: 'INSERT INTO event VALUES (?, ?, ?, ?, ?, ?)',
  byId: 'SELECT * FROM execution WHERE id = ?',
  byArn: 'SELECT * FROM execution WHERE arn = ?',
  definition: 'SELECT body FROM definition WHERE hash = ?',
  frames: 'SELECT body FROM frame WHERE execution = ? ORDER BY id',
  lastId: 'SELECT coalesce(max(id), 0) AS id FROM execution',
  dueFrames: 'SELECT execution, id, dueAt FROM frame WHERE dueAt <= ? ORDER BY dueAt LIMIT ?',
  dueExecutions: 'SELECT id, dueAt FROM execution WHERE dueAt <= ? ORDER BY dueAt LIMIT ?',
  nextFrame: 'SELECT min(dueAt) AS at FROM frame WHERE dueAt IS NOT NULL',
  nextExecution: 'SELECT min(dueAt) AS at FROM execution WHERE dueAt IS NOT NULL',
  waiting: 'SELECT execution, id FROM frame WHERE token = ?',
  active: `SELECT DISTINCT execution FROM frame WHERE phase IN ('enter', 'task')`,
  orphans: `SELECT DISTINCT execution.arn FROM frame JOIN execution ON execution.arn = frame.token WHERE execution.status <> 'RUNNING'`,
  putActivity: 'INSERT OR IGNORE INTO activity (arn, name, createdAt) VALUES (?, ?, ?)',
  dropActivity: 'DELETE FROM activity WHERE arn = ?',
  activity: 'SELECT * FROM activity WHERE arn = ?',
  activities: 'SELECT * FROM activity WHERE id > ? ORDER BY id LIMIT ?',
  expired: 'SELECT id FROM execution WHERE stoppedAt < ?',
};

export interface ActivityRow {
  id: number;
  arn: string;
  name: string;
  createdAt: number;
}

export type ExecutionRow = Execution & { definition: string };

export class Rows {
  private readonly db: DatabaseSync;
  private readonly statements = new Map<string, StatementSync>();
  private readonly definitions = new Map<string, Definition>();

  constructor(file: string) {
    this.db = new DatabaseSync(file);
    this.db.exec(SCHEMA);
  }

  /** A statement, prepared once. */
  prepare(sql: string): StatementSync {
    const known = this.statements.get(sql);
    if (known) return known;
    const statement = this.db.prepare(sql);
    this.statements.set(sql, statement);
    return statement;
  }

  /** Runs writes in one transaction; on return they are on disk, on a throw none is. */
  transaction(write: () => void): void {
    this.prepare('BEGIN IMMEDIATE').run();
    try {
      write();
      this.prepare('COMMIT').run();
    } catch (error) {
      this.db.exec('ROLLBACK');
      throw error;
    }
  }

  /** Stores a definition and gives its hash. */
  putDefinition(definition: Definition): string {
    const body = JSON.stringify(definition);
    const hash = createHash('sha256').update(body).digest('base64url');
    this.prepare(SQL.putDefinition).run(hash, body);
    return hash;
  }

  definition(hash: string): Definition {
    const known = this.definitions.get(hash);
    if (known) return known;
    const row = this.prepare(SQL.definition).get(hash) as { body: string };
    const definition = JSON.parse(row.body) as Definition;
    this.definitions.set(hash, definition);
    return definition;
  }

  insert(execution: Execution, hash: string): void {
    const { id, arn, machineArn, machineName, name, roleArn, status, startedAt, dueAt, input } = execution;
    this.prepare(SQL.insert).run(id, arn, machineArn, machineName, name, roleArn, hash, status, startedAt, dueAt, input);
  }

  /** Writes what a run changed; call inside a transaction. */
  write({ execution, frames, removed, events }: Changes): void {
    const { id, status, startedAt, stoppedAt, dueAt, output, error, cause, lastEvent, lastFrame, redriveCount, redrivenAt } = execution;
    const values = [status, startedAt, stoppedAt, output, error, cause, lastEvent, lastFrame, redriveCount, redrivenAt];
    if (status === 'RUNNING' && redriveCount === 0) this.prepare(SQL.update).run(...values, id);
    else this.prepare(SQL.updateWithDue).run(...values, dueAt, id);
    for (const frame of removed) this.prepare(SQL.dropFrame).run(id, frame);
    for (const frame of frames) {
      this.prepare(SQL.putFrame).run(id, frame.id, frame.phase, frame.dueAt, frame.token, JSON.stringify(frame));
    }
    for (const event of events) {
      this.prepare(SQL.putEvent).run(id, event.id, event.previous, event.at, event.type, event.details);
    }
  }

  byId(id: number): ExecutionRow | undefined {
    return this.prepare(SQL.byId).get(id) as ExecutionRow | undefined;
  }

  byArn(arn: string): ExecutionRow | undefined {
    return this.prepare(SQL.byArn).get(arn) as ExecutionRow | undefined;
  }

  frames(execution: number): Frame[] {
    const rows = this.prepare(SQL.frames).all(execution) as { body: string }[];
    return rows.map(({ body }) => JSON.parse(body) as Frame);
  }

  lastId(): number {
    return (this.prepare(SQL.lastId).get() as { id: number }).id;
  }

  dueFrames(now: number, most: number): { execution: number; id: number; dueAt: number }[] {
    return this.prepare(SQL.dueFrames).all(now, most) as { execution: number; id: number; dueAt: number }[];
  }

  dueExecutions(now: number, most: number): { id: number; dueAt: number }[] {
    return this.prepare(SQL.dueExecutions).all(now, most) as { id: number; dueAt: number }[];
  }

  /** When something is due next. */
  nextDue(): number | undefined {
    const times = [SQL.nextFrame, SQL.nextExecution].map((sql) => (this.prepare(sql).get() as { at: number | null }).at ?? Infinity);
    const next = Math.min(...times);
    return Number.isFinite(next) ? next : undefined;
  }

  /** Frames that wait for a child execution to end, or for a worker of an activity. */
  waitingFor(arn: string): { execution: number; id: number }[] {
    return this.prepare(SQL.waiting).all(arn) as { execution: number; id: number }[];
  }

  /** Executions that were doing something when the process ended. */
  active(): number[] {
    return (this.prepare(SQL.active).all() as { execution: number }[]).map(({ execution }) => execution);
  }

  /** Ended executions that somebody still waits for. */
  unreported(): string[] {
    return (this.prepare(SQL.orphans).all() as { arn: string }[]).map(({ arn }) => arn);
  }

  /** Forgets executions that ended before an instant. */
  forget(before: number): void {
    const ids = (this.prepare(SQL.expired).all(before) as { id: number }[]).map(({ id }) => id);
    if (ids.length === 0) return;
    this.transaction(() => {
      for (const id of ids) {
        for (const table of ['event', 'frame']) this.prepare(`DELETE FROM ${table} WHERE execution = ?`).run(id);
        this.prepare('DELETE FROM execution WHERE id = ?').run(id);
      }
    });
  }

  history(execution: number, page: { after: number; most: number; reverse: boolean }): HistoryRow[] {
    const order = page.reverse ? 'id < ? ORDER BY id DESC' : 'id > ? ORDER BY id';
    const sql = `SELECT id, previous, at, type, details FROM event WHERE execution = ? AND ${order} LIMIT ?`;
    return this.prepare(sql).all(execution, page.after, page.most) as unknown as HistoryRow[];
  }

  list(machineArn: string, page: { before: number; most: number; status?: Status }): ExecutionRow[] {
    const where = page.status === undefined ? '' : 'AND status = ?';
    const sql = `SELECT * FROM execution WHERE machineArn = ? AND id < ? ${where} ORDER BY id DESC LIMIT ?`;
    const filter = page.status === undefined ? [] : [page.status];
    return this.prepare(sql).all(machineArn, page.before, ...filter, page.most) as unknown as ExecutionRow[];
  }

  /** Stores an activity, unless there is one with its ARN. */
  putActivity({ arn, name, createdAt }: Omit<ActivityRow, 'id'>): void {
    this.prepare(SQL.putActivity).run(arn, name, createdAt);
  }

  dropActivity(arn: string): void {
    this.prepare(SQL.dropActivity).run(arn);
  }

  activity(arn: string): ActivityRow | undefined {
    return this.prepare(SQL.activity).get(arn) as ActivityRow | undefined;
  }

  activities(page: { after: number; most: number }): ActivityRow[] {
    return this.prepare(SQL.activities).all(page.after, page.most) as unknown as ActivityRow[];
  }

  close(): void {
    this.db.close();
  }
}
