/** Statements: what the log itself has to say, published as text whose hash is the entry. Nothing in them is about a person. */
import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { LogPlace, StoredStatement } from '../port.ts';

/** A place in a log named as the public knows it. */
export interface PublicPlace {
  origin: string;
  index: number;
}

export type Statement =
  /** Always the first entry of a log that follows another: the two are one history. */
  | { kind: 'previous-log'; origin: string; size: number; checkpointSha256: string }
  | { kind: 'key-added'; kid: string }
  | { kind: 'key-retired'; kid: string }
  /** Receipts of this key that are logged from `since` on are not to be believed. */
  | { kind: 'key-compromised'; kid: string; since: PublicPlace }
  /** Receipts at these places were erased when the law's time was over: an audit tells it from a loss. */
  | { kind: 'receipts-erased'; entries: PublicPlace[] };

/** A statement under the name of its fact. `at`: ISO instant. */
export function statementOf(name: string, statement: Statement, at: string): StoredStatement {
  return { name, text: canonicalize({ v: 1, at, ...statement }) as string };
}

/** Where a statement is published, beside the tiles. */
export const statementPath = ({ index }: Pick<LogPlace, 'index'>): string => `statement/${index}`;

/** The 32 bytes that stand in the log for a text: of a statement, or of a receipt in its compact form. */
export function entryOf(text: string): Uint8Array {
  return createHash('sha256').update(text).digest();
}

/** All places of statements, ascending, of a list that comes in pages. A page that brings nothing new ends it. */
export async function allPlaces(page: (after?: number) => Promise<readonly number[]>): Promise<number[]> {
  const all = new Set<number>();
  for (let after: number | undefined; ;) {
    const fresh = (await page(after)).filter((place) => !all.has(place));
    if (fresh.length === 0) return [...all].toSorted((a, b) => a - b);
    for (const place of fresh) all.add(place);
    after = fresh.at(-1)!;
  }
}
