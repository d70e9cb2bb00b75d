/** Batch records against the entries: every entry is in one, none is changed, no batch was passed over. */
import { statementPath } from '../statements.ts';
import type { Bitmap } from './bitmap.ts';
import type { Findings } from './finding.ts';
import type { AuditBatch } from './source.ts';

const endOf = ({ first, entries }: AuditBatch): number => first + entries.length;

/** Walks along the entries with the batch records beside them. */
export class BatchWalk {
  readonly #batches: AsyncIterator<AuditBatch>;
  readonly #log: string;
  readonly #findings: Findings;
  readonly #statements: Bitmap;
  /** The batch a place is in, or the next one. */
  #current: AuditBatch | undefined;

  constructor(batches: AsyncIterable<AuditBatch>, { log, findings, statements }: { log: string; findings: Findings; statements: Bitmap }) {
    this.#batches = batches[Symbol.asyncIterator]();
    this.#log = log;
    this.#findings = findings;
    this.#statements = statements;
  }

  /** Goes on until the current batch ends after a place; says which batch it is. */
  async advance(place: number): Promise<AuditBatch | undefined> {
    while (this.#current === undefined || endOf(this.#current) <= place) {
      const { value, done } = await this.#batches.next();
      if (done === true) {
        this.#current = undefined;
        break;
      }
      // A batch is integrated before another one follows it.
      const before = this.#current;
      if (before?.integrated === false) this.#findings.add({ log: this.#log, kind: 'batch-not-integrated', index: before.first });
      this.#current = value;
    }
    return this.#current;
  }

  /** The first place after this one where a batch begins or ends. */
  stopAfter(place: number): number {
    if (this.#current === undefined) return Infinity;
    return place < this.#current.first ? this.#current.first : endOf(this.#current);
  }

  /** Compares entries that lie within one stop; true if they end a batch. */
  match(first: number, entries: readonly Uint8Array[]): boolean {
    const batch = this.#current;
    entries.forEach((entry, at) => {
      const index = first + at;
      const recorded = batch?.entries[index - batch.first];
      if (recorded === undefined) this.#findings.add({ log: this.#log, kind: 'batch-missing', index });
      else if (Buffer.compare(recorded, entry) !== 0) this.#findings.add({ log: this.#log, kind: 'batch-differs', index });
    });
    const end = first + entries.length;
    for (const index of batch?.statements ?? []) if (index >= first && index < end) this.#published(index);
    return batch !== undefined && end === endOf(batch);
  }

  /** A statement that was logged is to be read by everybody. */
  #published(index: number): void {
    if (this.#statements.has(index)) return;
    this.#findings.add({ log: this.#log, kind: 'statement-missing', file: statementPath({ index }), index });
    this.#statements.add(index);
  }

  /** What is behind the last entry: the end of what is still being integrated. More than that means that the log was set back. */
  async rest(size: number): Promise<number> {
    let end = size;
    for (let batch = await this.advance(size); batch !== undefined; batch = await this.advance(end)) {
      if (batch.integrated) this.#findings.add({ log: this.#log, kind: 'rolled-back', file: `batch ${batch.first}` });
      end = Math.max(end, endOf(batch));
    }
    return end;
  }
}
