/** What issuing, logging and showing receipts need from AWS. */
import type { ReceiptKey } from './keys.ts';

/** Signs with the receipt key (KMS, ECC_NIST_P256, not exportable). */
export interface Signer {
  /** Signs a SHA-256 digest; returns the DER signature as KMS does. */
  signDigest(digest: Uint8Array): Promise<Uint8Array>;
  /** SPKI DER of the public key. */
  publicKey(): Promise<Uint8Array>;
}

/** Signs checkpoints with the log's key (KMS, Ed25519, not exportable). */
export interface LogSigner {
  /** Signs the bytes themselves, at most 4,096; 64 bytes. */
  sign(bytes: Uint8Array): Promise<Uint8Array>;
  /** 32 bytes. */
  publicKey(): Promise<Uint8Array>;
}

/** Where an entry stands: the year names the log. */
export interface LogPlace {
  year: number;
  index: number;
}

export interface StoredReceipt {
  /** With prefix. */
  id: string;
  requestId: string;
  kind: string;
  /** What it is a receipt of; with requestId and kind the identity of the fact. */
  fact: string;
  jws: string;
  issuedAt: string;
  /** Place in its case, from 1. */
  place: number;
  /** Once it is in the log. */
  log?: LogPlace;
}

export interface ReceiptStore {
  /** Found by an index that may lag a moment behind. */
  get(id: string): Promise<StoredReceipt | undefined>;
  /** The chain of a case, in order, as it stands now. */
  ofCase(requestId: string): Promise<StoredReceipt[]>;
  /** Stores it, durably, and marks it as not yet logged; false if another receipt has its place. */
  append(receipt: StoredReceipt): Promise<boolean>;
  /** Deletes one. Repeatable. */
  erase(receipt: StoredReceipt): Promise<void>;
}

/** What becomes of a key, as the JWKS and the log tell it. */
export interface KeyRecord {
  key: ReceiptKey;
  /** ISO instant of its first use. */
  since: string;
  /** Receipts logged from here on are not to be believed. */
  compromisedSince?: LogPlace;
}

export interface KeyHistory {
  /** All keys ever used, oldest first. */
  all(): Promise<KeyRecord[]>;
  /** False if the key is known. */
  add(record: KeyRecord): Promise<boolean>;
  /** Receipts of a key logged from a place on are not to be believed. */
  compromise(kid: string, since: LogPlace): Promise<void>;
}

/** What the log holds besides receipts: bytes whose hash is an entry. */
export interface StoredStatement {
  /** Names the fact: the same one is stated once. */
  name: string;
  /** Canonical JSON. */
  text: string;
  log?: LogPlace;
}

export interface StatementStore {
  get(name: string): Promise<StoredStatement | undefined>;
  /** Stores it and marks it as not yet logged; does nothing if the fact has been stated. */
  state(statement: StoredStatement): Promise<void>;
}

/** A public log as `privacy-receipts.json` names it. */
export interface LogRecord {
  year: number;
  origin: string;
  /** Verifier key of a signed note. */
  vkey: string;
  /** Where its files are served. */
  url: string;
  /** First day. */
  from: string;
}

/** What is to be logged: a key of the store, blank once it was erased, and the entry, base64. */
export interface PendingEntry {
  pk: string;
  sk: string;
  entry: string;
}

/** Entries that take their places together. The put of a batch is the only commit point. */
export interface Batch {
  year: number;
  /** Index of its first entry. */
  first: number;
  entries: PendingEntry[];
  /** Set once its entries are in a signed checkpoint. */
  integrated?: boolean;
  /** Nothing follows it in its log. */
  final?: boolean;
}

export interface LastCheckpoint {
  size: number;
  note: string;
}

/** What was just stored, and an index may not show yet. */
export interface KnownEntries {
  receipts?: readonly StoredReceipt[];
  /** Names. */
  statements?: readonly string[];
}

/** Records of the log, single-item writes only. */
export interface LogStore {
  /** Oldest first. */
  logs(): Promise<LogRecord[]>;
  /** Does nothing if the year has its log. */
  openLog(log: LogRecord): Promise<void>;
  lastBatch(year: number): Promise<Batch | undefined>;
  /** False if another batch begins at this index. */
  putBatch(batch: Batch): Promise<boolean>;
  markIntegrated(batch: Batch): Promise<void>;
  /**
   * Entries that wait, at most a thousand: found by an index that may lag behind, read again; `known` ones are looked at in any case.
   * Statements come first, and among them those known.
   */
  pending(known: KnownEntries): Promise<PendingEntry[]>;
  /** Whether any of these waits, read consistently. */
  isWaiting(known: KnownEntries): Promise<boolean>;
  /** How many wait that were stored before an ISO instant; at most a thousand. */
  countWaiting(before: string): Promise<number>;
  /** The text of a statement, which is published; undefined for a receipt. */
  textOf(entry: PendingEntry): Promise<string | undefined>;
  /** Records the place, if the item is still there and has none; it waits no more. */
  setPlace(entry: PendingEntry, place: LogPlace): Promise<void>;
  /** Takes away from a batch record what leads from an entry to its item; the entry stays. Repeatable. */
  forget(place: LogPlace): Promise<void>;
  checkpoint(year: number): Promise<LastCheckpoint | undefined>;
  /** Never goes back to a smaller size. */
  advance(year: number, checkpoint: LastCheckpoint): Promise<void>;
}

/** The log's public files. */
export interface LogFiles {
  read(year: number, path: string): Promise<Uint8Array | undefined>;
  /** Places of statements, up to a thousand of those behind `after` in the order of their names (`17` before `2`); none at the end. */
  statements(year: number, after?: number): Promise<number[]>;
  /** False if the file exists with other bytes. */
  writeOnce(year: number, file: { path: string; bytes: Uint8Array }): Promise<boolean>;
  /** Replaces the published checkpoint by a larger one, never by a smaller. */
  publish(year: number, checkpoint: LastCheckpoint): Promise<void>;
}

/** The writing side of the log. */
export interface LogWriter {
  /** Logs everything that waits, and these. Throws LogFault where the log must not go on. */
  run(known?: KnownEntries): Promise<void>;
  /** How many entries wait that were stored before an instant, in milliseconds. */
  waiting(before: number): Promise<number>;
  /** Takes away from the log's records what leads from an entry to its receipt; the entry stays. Repeatable. */
  forget(place: LogPlace): Promise<void>;
}

/** The reading side of the log. */
export interface LogReader {
  /** Bytes of a file of a year's log, e.g. `checkpoint` or `tile/0/000`; undefined if it is not there. */
  file(year: number, path: string): Promise<Uint8Array | undefined>;
  /** Places of statements, as LogFiles has them. */
  statements(year: number, after?: number): Promise<number[]>;
  /** Proof of a receipt as tlog-proof text; undefined while no signed checkpoint covers it. */
  proof(receipt: Pick<StoredReceipt, 'log'>): Promise<string | undefined>;
  /** All logs, oldest first. */
  logs(): Promise<LogRecord[]>;
}
