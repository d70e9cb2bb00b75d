/** Streams a 2 GiB export through the writer to nowhere and prints time and peak memory: `npx node test/bench/package-memory.ts [GiB]`. */
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Row } from '../../lib/connectors/connector.ts';
import type { PageRef } from '../../lib/packages/content.ts';
import { planParts } from '../../lib/packages/plan-parts.ts';
import { writePart } from '../../lib/packages/write-part.ts';
import { sampleContent } from '../packages/sample-content.ts';

const MIB = 2 ** 20;
const ROWS_PER_PAGE = 5000;
const LIMIT_MIB = 300;
const WORDS = [
  'order',
  'delivery',
  'Straße',
  'refund',
  'invoice',
  'please',
  'customer',
  'tomorrow',
  'parcel',
  'thanks',
  'number',
  'return',
];

/** The same page for the same key, with text that compresses like text and numbers that do not repeat. */
function pageOf(key: string): Row[] {
  let state = Number(key) * 2_654_435_761 + 1;
  const next = (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state % below;
  };
  return Array.from({ length: ROWS_PER_PAGE }, () => ({
    id: next(2 ** 32),
    body: Array.from({ length: 25 }, () => WORDS[next(WORDS.length)]!).join(' ') + next(2 ** 32).toString(36),
    other_name: null,
  }));
}

/** Pages as the vault keeps them, JSON lines; deflate looks back 32 KiB, so a few that take turns compress like many. */
const STORED = Array.from({ length: 8 }, (_, index) =>
  pageOf(String(index))
    .map((row) => JSON.stringify(row))
    .join('\n'),
);

function readPage(key: string): Promise<Row[]> {
  const lines = STORED[Number(key) % STORED.length]!.split('\n');
  return Promise.resolve(lines.map((line) => JSON.parse(line) as Row));
}

function bytesOf(rows: Row[]): number {
  return rows.reduce((sum, row) => sum + Buffer.byteLength(JSON.stringify(row)) + 1, 0);
}

function nowhere(count: (bytes: number) => void): Writable {
  return new Writable({
    write(chunk: Buffer, _, done) {
      count(chunk.length);
      done();
    },
  });
}

async function main(): Promise<void> {
  const gibibytes = Number(process.argv[2] ?? 2);
  const bytes = bytesOf(pageOf('0'));
  const count = Math.ceil((gibibytes * 1024 * MIB) / bytes);
  const pages: PageRef[] = Array.from({ length: count }, (_, index) => ({
    system: 'crm',
    dataset: 'messages',
    key: String(index),
    rows: ROWS_PER_PAGE,
    bytes,
  }));
  const content = sampleContent({ request: { rights: ['access'] }, content: { pages, readPage } });
  const parts = planParts(content);
  const started = performance.now();
  let zipped = 0;
  for (const plan of parts) {
    const { stream, finished } = writePart(content, plan, parts);
    await pipeline(
      stream,
      nowhere((written) => (zipped += written)),
    );
    const part = await finished;
    console.log(`${part.name}: ${part.files} files, ${(part.bytes / MIB).toFixed(0)} MiB zipped`);
  }
  const seconds = (performance.now() - started) / 1000;
  const peak = process.resourceUsage().maxRSS / 1024;
  const size = (count * bytes) / MIB;
  console.log(
    `export ${size.toFixed(0)} MiB in ${count} pages of ${(bytes / MIB).toFixed(2)} MiB -> ${parts.length} parts, ${(zipped / MIB).toFixed(0)} MiB`,
  );
  console.log(
    `${seconds.toFixed(1)} s, ${((2 * size) / seconds).toFixed(1)} MiB/s written (JSON and CSV), peak RSS ${peak.toFixed(0)} MiB (limit ${LIMIT_MIB})`,
  );
  if (peak > LIMIT_MIB) process.exitCode = 1;
}

await main();
