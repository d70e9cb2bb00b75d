/** Receipts that are held against the entries: each is at its place and, where all are held, no other entry is unaccounted for. */
import type { Bitmap } from './bitmap.ts';
import type { Findings } from './finding.ts';
import type { PlacedReceipt, Roll } from './source.ts';

/** What the entries of a log are, as far as the audit can tell. */
export interface EntryCounts {
  receipts: number;
  statements: number;
  erased: number;
  others: number;
}

/** One roll, read along with the entries. */
class Cursor {
  readonly complete: boolean;
  readonly #receipts: AsyncIterator<PlacedReceipt>;
  current: PlacedReceipt | undefined;

  constructor({ complete, receipts }: Roll) {
    this.complete = complete;
    this.#receipts = receipts[Symbol.asyncIterator]();
  }

  async next(): Promise<void> {
    const { value, done } = await this.#receipts.next();
    this.current = done === true ? undefined : value;
  }
}

/** What is known of the entries of a log. */
export interface Accounting {
  log: string;
  rolls: readonly Roll[];
  /** Receipts whose place nobody knows: name by entry in hexadecimal. Those that are found are taken out. */
  unplaced: Map<string, string>;
  statements: Bitmap;
  erased: Bitmap;
  findings: Findings;
}

/** Says of each entry in order what it is. */
export class RollWalk {
  readonly counts: EntryCounts = { receipts: 0, statements: 0, erased: 0, others: 0 };
  readonly #accounting: Accounting;
  readonly #cursors: Cursor[];
  readonly #complete: boolean;

  private constructor(accounting: Accounting, cursors: Cursor[]) {
    this.#accounting = accounting;
    this.#cursors = cursors;
    this.#complete = cursors.some(({ complete }) => complete);
  }

  static async open(accounting: Accounting): Promise<RollWalk> {
    const cursors = accounting.rolls.map((roll) => new Cursor(roll));
    await Promise.all(cursors.map((cursor) => cursor.next()));
    return new RollWalk(accounting, cursors);
  }

  async match(first: number, entries: readonly Uint8Array[]): Promise<void> {
    for (const [at, entry] of entries.entries()) {
      const index = first + at;
      let held = this.#unplaced(entry);
      for (const cursor of this.#cursors)
        if (cursor.current !== undefined && cursor.current.index <= index) held = (await this.#take(cursor, index, entry)) || held;
      this.#count(index, held);
    }
  }

  #unplaced(entry: Uint8Array): boolean {
    const { unplaced } = this.#accounting;
    return unplaced.size > 0 && unplaced.delete(Buffer.from(entry).toString('hex'));
  }

  /** Compares what a roll has at a place; true if it has something there. */
  async #take(cursor: Cursor, index: number, entry: Uint8Array): Promise<boolean> {
    const { log, findings } = this.#accounting;
    let held = false;
    for (let { current } = cursor; current !== undefined && current.index <= index; { current } = cursor) {
      const { name: file, index: place } = current;
      if (place < index || (held && cursor.complete)) findings.add({ log, kind: 'receipts-not-in-order', file, index: place });
      else if (Buffer.compare(current.entry, entry) !== 0) findings.add({ log, kind: 'receipt-differs', file, index });
      held ||= place === index;
      await cursor.next();
    }
    return held;
  }

  #count(index: number, held: boolean): void {
    const { log, statements, erased, findings } = this.#accounting;
    const { counts } = this;
    if (held) counts.receipts += 1;
    else if (statements.has(index)) counts.statements += 1;
    else if (erased.has(index)) counts.erased += 1;
    else {
      counts.others += 1;
      if (this.#complete) findings.add({ log, kind: 'receipt-lost', index });
    }
  }

  /** What is left of the rolls after the last entry; up to `pending` a place may be taken before a checkpoint tells. */
  async rest(pending: number): Promise<void> {
    const { log, findings } = this.#accounting;
    for (const cursor of this.#cursors)
      for (; cursor.current !== undefined; await cursor.next())
        if (cursor.current.index >= pending)
          findings.add({ log, kind: 'receipt-beyond-the-log', file: cursor.current.name, index: cursor.current.index });
  }
}
