/** What issuing and logging a receipt costs beside the bare cost of its cryptography: this code alone, over stores in memory. */
import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { newId } from '../../../lib/domain/ids.ts';
import { TreeEdge } from '../../../lib/receipts/log/append.ts';
import { sequence, type SequencerParts } from '../../../lib/receipts/log/sequence.ts';
import { entryOf } from '../../../lib/receipts/log/statements.ts';
import { checkpointText, signNote, verifierKeyOf } from '../../../lib/receipts/log/write-note.ts';
import { buildRequestReceipt } from '../../../lib/receipts/build-request.ts';
import { issueReceipt, type ReceiptIssuer } from '../../../lib/receipts/issue.ts';
import type {
  Batch,
  KeyHistory,
  KeyRecord,
  LastCheckpoint,
  LogFiles,
  LogRecord,
  LogStore,
  PendingEntry,
  StatementStore,
  StoredReceipt,
} from '../../../lib/receipts/port.ts';
import { newKey } from '../../receipts/log/audit-world.ts';
import { contextWith, FRAME, newSigner } from '../../receipts/world.ts';
import { entryAt } from './million.ts';

const COUNT = 600;
/** Receipts that wait when the log is written: a burst, and a single one. */
const BATCHES = [1, 50];
const NOW = Date.parse('2026-03-02T09:00:00Z');
const YEAR = 2026;
const BASE_URL = 'https://privacy.shop.example';

const soon = async <T>(value: T): Promise<T> => await Promise.resolve(value);

/** Everything in memory, as the ports demand it. */
class Memory {
  readonly files = new Map<string, Uint8Array>();
  readonly waiting = new Map<string, PendingEntry>();
  readonly chains = new Map<string, StoredReceipt[]>();
  readonly log: LogRecord;
  last: Batch | undefined;
  head: LastCheckpoint | undefined;

  constructor(log: LogRecord) {
    this.log = log;
  }

  readonly receipts: ReceiptIssuer['store'] = {
    get: async () => await soon(undefined),
    ofCase: async (requestId) => await soon(this.chains.get(requestId) ?? []),
    append: async (receipt) => {
      this.chains.set(receipt.requestId, [receipt]);
      this.waiting.set(receipt.requestId, {
        pk: receipt.requestId,
        sk: 'RECEIPT',
        entry: Buffer.from(entryOf(receipt.jws)).toString('base64'),
      });
      return await soon(true);
    },
    erase: async () => await soon(undefined),
  };

  readonly store: LogStore = {
    logs: async () => await soon([this.log]),
    openLog: async () => await soon(undefined),
    lastBatch: async () => await soon(this.last),
    putBatch: async (batch) => {
      this.last = batch;
      return await soon(true);
    },
    markIntegrated: async (batch) => {
      this.last = { ...batch, integrated: true };
      await soon(undefined);
    },
    isWaiting: async () => true,
    countWaiting: async () => 0,
    pending: async () => await soon([...this.waiting.values()].slice(0, 1000)),
    textOf: async () => await soon(undefined),
    forget: async () => undefined,
    setPlace: async ({ pk }) => void (await soon(this.waiting.delete(pk))),
    checkpoint: async () => await soon(this.head),
    advance: async (_, checkpoint) => void (await soon((this.head = checkpoint))),
  };

  readonly logFiles: LogFiles = {
    read: async (_, path) => await soon(this.files.get(path)),
    statements: async () => await soon([]),
    writeOnce: async (_, { path, bytes }) => {
      this.files.set(path, bytes);
      return await soon(true);
    },
    publish: async (_, { note }) => void (await soon(this.files.set('checkpoint', Buffer.from(note)))),
  };
}

const statements: StatementStore = { get: async () => await soon({ name: '', text: '' }), state: async () => await soon(undefined) };

function keysOf(): KeyHistory {
  const all: KeyRecord[] = [];
  return {
    all: async () => await soon(all),
    compromise: async () => await soon(undefined),
    add: async (record) => {
      all.push(record);
      return await soon(true);
    },
  };
}

/** A log that has so many entries already. */
async function fill(leaves: number): Promise<{ memory: Memory; parts: SequencerParts }> {
  const origin = `privacy.shop.example/log/${YEAR}`;
  const key = newKey();
  const vkey = await verifierKeyOf({ name: origin, publicKey: key.publicKey });
  const memory = new Memory({ year: YEAR, origin, vkey, url: `${BASE_URL}/log/${YEAR}`, from: `${YEAR}-01-01` });
  const edge = new TreeEdge(0, [], []);
  for (const { path, bytes } of edge.append(Array.from({ length: leaves }, (_, index) => entryAt(index)))) memory.files.set(path, bytes);
  const note = await signNote(checkpointText({ origin, size: leaves, root: edge.root() }), { name: origin, ...key });
  memory.head = { size: leaves, note };
  memory.files.set('checkpoint', Buffer.from(note));
  memory.last = { year: YEAR, first: leaves - 1, entries: [{ pk: '', sk: '', entry: '' }], integrated: true };
  const signer = { sign: key.sign, publicKey: async () => await soon(key.publicKey) };
  return { memory, parts: { store: memory.store, files: memory.logFiles, signer, statements, baseUrl: BASE_URL, now: () => NOW } };
}

/** Microseconds of processor time for each of so many. */
async function cpu(count: number, work: (nth: number) => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  for (let nth = 0; nth < count; nth += 1) await work(nth);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / count;
}

/** Figures for logs that have so many entries before: microseconds for each receipt, and how often the bare cost that is. */
export async function measureIssuing(leaves: readonly number[]): Promise<Record<string, number>[]> {
  const signer = newSigner();
  const payload = buildRequestReceipt(contextWith(), FRAME);
  const bare = async (): Promise<unknown> => await signer.signDigest(createHash('sha256').update(canonicalize(payload)!).digest());
  const rows: Record<string, number>[] = [];
  for (const before of leaves)
    for (const batch of BATCHES) {
      const { memory, parts } = await fill(before);
      const issuer: ReceiptIssuer = {
        store: memory.receipts,
        signer,
        secret: Buffer.alloc(32, 1),
        now: () => NOW,
        history: keysOf(),
        statements,
      };
      const issue = async (nth: number): Promise<void> => {
        const build = (frame: typeof FRAME) => buildRequestReceipt(contextWith(), frame);
        await issueReceipt(issuer, {
          requestId: newId('req', NOW + nth),
          kind: 'request',
          fact: 'received',
          receivedAtMs: NOW + nth,
          build,
        });
        if ((nth + 1) % batch === 0) await sequence(parts);
      };
      // What is compiled and cached after the first ones is not what is measured.
      await cpu(100, bare);
      await cpu(100, issue);
      const [bareMicros, micros] = [await cpu(COUNT, bare), await cpu(COUNT, async (nth) => await issue(nth + 100))];
      if (memory.waiting.size > 0 || memory.head?.size !== before + COUNT + 100) throw new Error('Not every receipt was logged');
      rows.push({
        'entries before': before,
        'receipts a batch': batch,
        'receipts/s': Math.round(1e6 / micros),
        'bare µs': Math.round(bareMicros),
        'issued and logged µs': Math.round(micros),
        'times the bare cost': Number((micros / bareMicros).toFixed(1)),
      });
    }
  return rows;
}
