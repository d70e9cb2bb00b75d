/** The worked examples: those of the shared conformance set, and our own, worked out by hand; all through the command. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runDeadline } from '../../../lib/deadline/deadline-command.ts';

interface Vector {
  id: string;
  regime: string;
  right: string;
  receivedAt: string;
  note?: string;
  expect: Record<string, string | null>;
}

type Line = Record<string, string | null>;

const SHARED = join(import.meta.dirname, '../../../../shared/conformance/deadline-vectors.json');
const OWN = join(import.meta.dirname, 'own-vectors.json');

const read = (file: string): { $meta: { fields?: Record<string, string> }; vectors: Vector[] } => JSON.parse(readFileSync(file, 'utf8'));

/** What the command prints for a file, without the expectations in it. */
async function computed(file: string): Promise<Map<string, Line>> {
  const lines: string[] = [];
  const unexpecting = JSON.stringify({ vectors: read(file).vectors.map(({ expect: _expect, ...question }) => question) });
  const io = { read: () => Promise.resolve(unexpecting), out: (line: string) => lines.push(line), err: () => {} };
  expect(await runDeadline(['--vectors', file], io)).toBe(0);
  return new Map(lines.map((line) => JSON.parse(line) as Line).map((line) => [line['id']!, line]));
}

describe.each([
  ['shared', SHARED, 64],
  ['own', OWN, 40],
])('the %s examples', (_, file, least) => {
  const present = existsSync(file);
  const { vectors } = present ? read(file) : { vectors: [] };
  const lines = present ? computed(file) : Promise.resolve(new Map<string, Line>());

  it.skipIf(!present)('are at least as many as there must be, each with an id of its own', () => {
    expect(vectors.length).toBeGreaterThanOrEqual(least);
    expect(new Set(vectors.map(({ id }) => id)).size).toBe(vectors.length);
  });

  it.each(vectors)('$id: $regime, $right, received $receivedAt', async ({ id, expect: wanted }) => {
    const line = (await lines).get(id)!;
    expect(Object.fromEntries(Object.keys(wanted).map((field) => [field, line[field]]))).toEqual(wanted);
    expect(line['problem']).toBeUndefined();
  });
});

describe('our own examples', () => {
  it('say how each was worked out', () => {
    expect(read(OWN).vectors.filter(({ note }) => note === undefined || note.length < 5)).toEqual([]);
  });
});

describe.skipIf(!existsSync(SHARED))('the lines printed', () => {
  it('hold the id and every field the format names, null written out', async () => {
    const { fields } = read(SHARED).$meta;
    const named = Object.keys(fields!).filter((field) => field !== 'null');
    for (const line of (await computed(SHARED)).values()) expect(Object.keys(line).toSorted()).toEqual(['id', ...named].toSorted());
  });
});
