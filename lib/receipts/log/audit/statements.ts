/** The statements of a log in an audit: what each says, that it is an entry, and which receipts were erased lawfully. */
import { createHash } from 'node:crypto';
import * as z from 'zod';
import { statementPath } from '../statements.ts';
import { Bitmap } from './bitmap.ts';
import { entryReader } from './entries.ts';
import type { Findings } from './finding.ts';
import type { OpenLog } from './head.ts';

const place = z.object({ origin: z.string(), index: z.int().nonnegative() });

const statement = z.discriminatedUnion('kind', [
  z.object({ v: z.literal(1), kind: z.literal('previous-log'), origin: z.string(), size: z.int(), checkpointSha256: z.string() }),
  z.object({ v: z.literal(1), kind: z.literal('receipts-erased'), entries: z.array(place) }),
  z.object({ v: z.literal(1), kind: z.literal(['key-added', 'key-retired', 'key-compromised']), kid: z.string() }),
]);

type Statement = z.infer<typeof statement>;

/** The log that a log follows, as its first entry tells. */
export type PreviousLog = Extract<Statement, { kind: 'previous-log' }>;

/** Places of erased receipts, by origin of their log. */
export class Erasures {
  readonly #places = new Map<string, Bitmap>();

  add({ origin, index }: { origin: string; index: number }): void {
    const places = this.#places.get(origin) ?? new Bitmap();
    this.#places.set(origin, places);
    places.add(index);
  }

  of(origin: string): Bitmap {
    return this.#places.get(origin) ?? new Bitmap();
  }
}

function readStatement(bytes: Uint8Array): Statement | undefined {
  try {
    return statement.safeParse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))).data;
  } catch {
    return undefined;
  }
}

/** Reads all statements of a log; only those that are entries at their places say anything. */
export async function readStatements(
  { source, origin, size }: OpenLog,
  { findings, erasures }: { findings: Findings; erasures: Erasures },
): Promise<{ places: Bitmap; previous: PreviousLog | undefined }> {
  const places = new Bitmap();
  let previous: PreviousLog | undefined;
  const entryAt = entryReader(source.read, size);
  // What is published but in no checkpoint yet is about to be.
  for (const index of (await source.statements()).filter((each) => each < size)) {
    places.add(index);
    const file = statementPath({ index });
    const [bytes, entry] = [await source.read(file), await entryAt(index)];
    const said = bytes && readStatement(bytes);
    if (bytes === undefined) findings.add({ log: origin, kind: 'statement-missing', file, index });
    else if (entry !== undefined && !createHash('sha256').update(bytes).digest().equals(entry))
      findings.add({ log: origin, kind: 'statement-differs', file, index });
    else if (said === undefined) findings.add({ log: origin, kind: 'statement-not-readable', file, index });
    else if (said.kind === 'receipts-erased') for (const erased of said.entries) erasures.add(erased);
    else if (said.kind === 'previous-log' && index === 0) previous = said;
  }
  return { places, previous };
}
