/** What an audit reads: the files of a log as anybody sees them and, for those who run it, its records behind them. */
import type { ReadFile } from '../tree.ts';

/** A receipt that somebody holds. */
export interface PlacedReceipt {
  /** How to find it: a file, an id. */
  name: string;
  index: number;
  /** SHA-256 of its compact form, 32 bytes. */
  entry: Uint8Array;
}

/** Receipts in ascending order of their places. */
export interface Roll {
  /** True if these are all there are: an entry that is none of them, no statement and not erased is a loss. */
  complete: boolean;
  receipts: AsyncIterable<PlacedReceipt>;
}

/** Entries that took their places together. */
export interface AuditBatch {
  first: number;
  entries: readonly Uint8Array[];
  /** Its entries are in a signed checkpoint. */
  integrated: boolean;
  /** Places of its entries that are statements. */
  statements: readonly number[];
}

export interface AuditedLog {
  /** What it is called where its checkpoint cannot be read. */
  name: string;
  /** Last part of its origin, where it is known beforehand. */
  year?: string;
  read: ReadFile;
  /** Places of the statements that are published, ascending. */
  statements(): Promise<readonly number[]>;
  /** Widths of the partial files kept of a tile; a source that cannot list has none. */
  widths?(fullPath: string): Promise<readonly number[]>;
  /** In order. */
  batches?(): AsyncIterable<AuditBatch>;
  /** Whoever runs the log holds all receipts. */
  receipts?(): AsyncIterable<PlacedReceipt>;
}

/** A checkpoint that somebody was shown at some time. */
export interface SeenCheckpoint {
  /** Where it is from. */
  name: string;
  note: string;
}

/** The log cannot be read at all: nothing can be told. */
export class LogNotReachableError extends Error {
  override name = 'LogNotReachableError' as const;
}
