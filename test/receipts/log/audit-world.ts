/** A log with everything behind it, built by the code that appends, for audits to be held against. */
import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { TreeEdge } from '../../../lib/receipts/log/append.ts';
import type { Audit } from '../../../lib/receipts/log/audit/audit-logs.ts';
import { auditLogs, type AuditReport } from '../../../lib/receipts/log/audit/audit-logs.ts';
import type { AuditedLog, PlacedReceipt } from '../../../lib/receipts/log/audit/source.ts';
import { entryOf, type Statement, statementOf, statementPath } from '../../../lib/receipts/log/statements.ts';
import { openTree } from '../../../lib/receipts/log/tree.ts';
import type { LogKey } from '../../../lib/receipts/log/verify-proof.ts';
import { checkpointText, type NoteSigner, signNote, verifierKeyOf, writeProof } from '../../../lib/receipts/log/write-note.ts';

export interface TestKey {
  publicKey: Uint8Array;
  sign(text: Uint8Array): Promise<Uint8Array>;
}

export function newKey(): TestKey {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return {
    publicKey: publicKey.export({ format: 'der', type: 'spki' }).subarray(-32),
    sign: async (text) => await Promise.resolve(sign(null, text, privateKey)),
  };
}

interface Batch {
  first: number;
  entries: Uint8Array[];
  integrated: boolean;
  statements: number[];
}

/** What is to be logged: a receipt's text, or a statement. */
export type Item = { receipt: string } | { statement: Statement };

export const receipts = (from: number, to: number): Item[] =>
  Array.from({ length: to - from }, (_, at) => ({ receipt: `receipt ${from + at}` }));

/** One year's log. */
export class BuiltLog {
  readonly files = new Map<string, Uint8Array>();
  /** By place. */
  readonly receipts = new Map<number, string>();
  readonly batches: Batch[] = [];
  /** Every checkpoint there was. */
  readonly notes: string[] = [];
  readonly origin: string;
  readonly year: string;
  readonly signer: NoteSigner;
  #edge = new TreeEdge(0, [], []);

  constructor(year: string, key: TestKey = newKey()) {
    this.year = year;
    this.origin = `privacy.shop.example/log/${year}`;
    this.signer = { name: this.origin, ...key };
  }

  get size(): number {
    return this.#edge.size;
  }

  get note(): string {
    return this.notes.at(-1)!;
  }

  /** Logs a batch as the sequencer does: record, files, checkpoint. */
  async append(items: readonly Item[]): Promise<this> {
    const first = this.size;
    const texts = items.map((item) => ('receipt' in item ? item.receipt : statementOf('', item.statement, '2026-03-02T09:00:00Z').text));
    const entries = texts.map(entryOf);
    const isStatement = (at: number): boolean => 'statement' in items[at]!;
    const statements = [...items.keys()].filter(isStatement).map((at) => first + at);
    this.batches.push({ first, entries, integrated: true, statements });
    for (const [at, text] of texts.entries())
      if (isStatement(at)) this.files.set(statementPath({ index: first + at }), Buffer.from(text));
      else this.receipts.set(first + at, text);
    for (const { path, bytes } of this.#edge.append(entries)) this.files.set(path, bytes);
    const text = checkpointText({ origin: this.origin, size: this.size, root: this.#edge.root() });
    this.notes.push(await signNote(text, this.signer));
    this.files.set('checkpoint', Buffer.from(this.note));
    return this;
  }

  /** Erases receipts and states it, as the end of record keeping does. */
  async erase(...places: number[]): Promise<this> {
    for (const place of places) this.receipts.delete(place);
    return await this.append([
      { statement: { kind: 'receipts-erased', entries: places.map((index) => ({ origin: this.origin, index })) } },
    ]);
  }

  /** The link that the log after this one begins with. */
  link(): Item {
    const checkpointSha256 = createHash('sha256').update(this.note).digest('hex');
    return { statement: { kind: 'previous-log', origin: this.origin, size: this.size, checkpointSha256 } };
  }

  async key(): Promise<LogKey> {
    return { origin: this.origin, vkey: await verifierKeyOf(this.signer) };
  }

  async proof(index: number): Promise<string> {
    const tree = openTree(async (path) => await Promise.resolve(this.files.get(path)), this.size);
    return writeProof({ index, hashes: await tree.inclusion(index), checkpoint: this.note });
  }

  /** The log as everybody sees it. */
  published(): AuditedLog {
    return {
      name: this.year,
      year: this.year,
      read: async (path) => await Promise.resolve(this.files.get(path)),
      statements: async () => {
        const places = [...this.files.keys()].flatMap((path) => (path.startsWith('statement/') ? [Number(path.slice(10))] : []));
        return await Promise.resolve(places.toSorted((a, b) => a - b));
      },
    };
  }

  /** The log as those who run it see it. */
  operated(): AuditedLog {
    return { ...this.published(), batches: () => each(this.batches), receipts: () => this.placed() };
  }

  async *placed(): AsyncGenerator<PlacedReceipt> {
    for (const [index, text] of [...this.receipts].toSorted(([a], [b]) => a - b))
      yield await Promise.resolve({ name: `receipt ${index}`, index, entry: entryOf(text) });
  }

  /** Writes the files as they are served. */
  writeTo(directory: string): void {
    for (const [path, bytes] of this.files) {
      mkdirSync(dirname(join(directory, path)), { recursive: true });
      writeFileSync(join(directory, path), bytes);
    }
  }

  /** Writes receipts with their proofs, as their holders keep them. */
  async handOut(directory: string, places: readonly number[]): Promise<void> {
    mkdirSync(directory, { recursive: true });
    for (const place of places) {
      writeFileSync(join(directory, `${this.year}-${place}.jws`), this.receipts.get(place)!);
      writeFileSync(join(directory, `${this.year}-${place}.tlog-proof`), await this.proof(place));
    }
  }
}

export async function* each<T>(all: readonly T[]): AsyncGenerator<T> {
  yield* all;
}

/** Audits built logs; what is not said is empty. */
export async function auditOf(logs: readonly BuiltLog[], given: Partial<Audit> = {}): Promise<AuditReport> {
  return await auditLogs({
    logs: logs.map((log) => log.published()),
    keys: await Promise.all(logs.map((log) => log.key())),
    seen: [],
    rolls: () => [],
    unplaced: new Map(),
    progress: () => undefined,
    ...given,
  });
}
