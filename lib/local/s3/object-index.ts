/** What is in the buckets: one row per object, changed in single SQLite statements, so never torn. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { BlobFile } from './blob-files.ts';
import type { Checksum } from './request-body.ts';

/** Everything S3 remembers of an object besides its bytes. */
export interface StoredObject {
  etag: string;
  size: number;
  /** Milliseconds. */
  modifiedAt: number;
  files: BlobFile[];
  /** Content headers, `x-amz-meta-*` and encryption headers, given back as they came. */
  headers: Record<string, string>;
  checksum?: Checksum;
}

export interface Upload {
  bucket: string;
  key: string;
  startedAt: number;
  headers: Record<string, string>;
  checksumAlgorithm?: string;
}

/** An uploaded part; `object.files` has exactly one file. */
export interface Part {
  number: number;
  object: StoredObject;
}

export interface ObjectIndex {
  get(bucket: string, key: string): StoredObject | undefined;
  /** Returns the object that was there before. */
  put(bucket: string, key: string, object: StoredObject): StoredObject | undefined;
  delete(bucket: string, key: string): StoredObject | undefined;
  /** Objects in the byte order of their keys, from `from` (included) on. */
  walk(bucket: string, from: Buffer): Iterable<{ key: Buffer; object: StoredObject }>;
  createUpload(id: string, upload: Upload): void;
  upload(id: string): Upload | undefined;
  putPart(uploadId: string, part: Part): Part | undefined;
  parts(uploadId: string): Part[];
  deleteUpload(uploadId: string): void;
  /** The completed object and the end of its upload, both or neither. */
  completeUpload(uploadId: string, object: StoredObject): StoredObject | undefined;
  /** Size of every blob file an object or a part names. */
  files(): ReadonlyMap<string, number>;
  close(): void;
}

const schema = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = NORMAL;
  CREATE TABLE IF NOT EXISTS object (bucket TEXT, key BLOB, value TEXT NOT NULL, PRIMARY KEY (bucket, key)) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS upload (id TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS part (upload TEXT, number INTEGER, value TEXT NOT NULL, PRIMARY KEY (upload, number)) WITHOUT ROWID;
`;

/** Opens or creates the index in a folder. */
export function openObjectIndex(dir: string): ObjectIndex {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const database = new DatabaseSync(join(dir, 'index.sqlite'));
  database.exec(schema);
  const objects = objectRows(database);
  const uploads = uploadRows(database);
  return {
    ...objects,
    ...uploads,
    completeUpload(uploadId, object) {
      const upload = uploads.upload(uploadId);
      if (!upload) return undefined;
      database.exec('BEGIN IMMEDIATE');
      const before = objects.put(upload.bucket, upload.key, object);
      uploads.deleteUpload(uploadId);
      database.exec('COMMIT');
      return before;
    },
    files: () => namedFiles(database),
    close: () => database.close(),
  };
}

type ObjectRows = Pick<ObjectIndex, 'get' | 'put' | 'delete' | 'walk'>;

function objectRows(database: DatabaseSync): ObjectRows {
  const select = database.prepare('SELECT value FROM object WHERE bucket = ? AND key = ?');
  const upsert = database.prepare('INSERT INTO object VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET value = excluded.value');
  const remove = database.prepare('DELETE FROM object WHERE bucket = ? AND key = ?');
  const page = database.prepare('SELECT key, value FROM object WHERE bucket = ? AND key >= ? ORDER BY key LIMIT 200');
  const get: ObjectIndex['get'] = (bucket, key) => parsed<StoredObject>(select.get(bucket, Buffer.from(key)));
  return {
    get,
    put(bucket, key, object) {
      const before = get(bucket, key);
      upsert.run(bucket, Buffer.from(key), JSON.stringify(object));
      return before;
    },
    delete(bucket, key) {
      const before = get(bucket, key);
      remove.run(bucket, Buffer.from(key));
      return before;
    },
    *walk(bucket, from) {
      let next = from;
      for (;;) {
        const rows = page.all(bucket, next) as { key: Uint8Array; value: string }[];
        for (const row of rows) yield { key: Buffer.from(row.key), object: JSON.parse(row.value) as StoredObject };
        const last = rows.at(-1);
        if (!last) return;
        next = Buffer.concat([last.key, Buffer.of(0)]);
      }
    },
  };
}

type UploadRows = Pick<ObjectIndex, 'createUpload' | 'upload' | 'putPart' | 'parts' | 'deleteUpload'>;

function uploadRows(database: DatabaseSync): UploadRows {
  const insert = database.prepare('INSERT INTO upload VALUES (?, ?)');
  const select = database.prepare('SELECT value FROM upload WHERE id = ?');
  const removeUpload = database.prepare('DELETE FROM upload WHERE id = ?');
  const removeParts = database.prepare('DELETE FROM part WHERE upload = ?');
  const onePart = database.prepare('SELECT value FROM part WHERE upload = ? AND number = ?');
  const upsertPart = database.prepare('INSERT INTO part VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET value = excluded.value');
  const allParts = database.prepare('SELECT value FROM part WHERE upload = ? ORDER BY number');
  return {
    createUpload: (id, upload) => void insert.run(id, JSON.stringify(upload)),
    upload: (id) => parsed<Upload>(select.get(id)),
    putPart(uploadId, part) {
      const before = parsed<Part>(onePart.get(uploadId, part.number));
      upsertPart.run(uploadId, part.number, JSON.stringify(part));
      return before;
    },
    parts: (uploadId) => (allParts.all(uploadId) as { value: string }[]).map((row) => JSON.parse(row.value) as Part),
    deleteUpload(uploadId) {
      removeUpload.run(uploadId);
      removeParts.run(uploadId);
    },
  };
}

function namedFiles(database: DatabaseSync): ReadonlyMap<string, number> {
  const file = `SELECT json_extract(file.value, '$.name') AS name, json_extract(file.value, '$.size') AS size`;
  const rows = database
    .prepare(
      `${file} FROM object, json_each(object.value, '$.files') AS file
       UNION ALL ${file} FROM part, json_each(part.value, '$.object.files') AS file`,
    )
    .all() as { name: string; size: number }[];
  return new Map(rows.map(({ name, size }) => [name, size]));
}

function parsed<T>(row: unknown): T | undefined {
  return row === undefined ? undefined : (JSON.parse((row as { value: string }).value) as T);
}
