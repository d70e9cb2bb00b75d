/** Whatever is edited or deleted behind a log's back, the audit reports it and names the place. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AuditReport } from '../../../lib/receipts/log/audit/audit-logs.ts';
import type { Finding } from '../../../lib/receipts/log/audit/finding.ts';
import { readTilePath } from '../../../lib/receipts/log/tiles.ts';
import { auditOf, BuiltLog, type Item, newKey, receipts } from './audit-world.ts';

const KEY = newKey();

/** How a log came about: what each batch brings. */
const history = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: fc.record({ receipts: fc.integer({ min: 1, max: 300 }) }) },
    { weight: 1, arbitrary: fc.record({ erased: fc.nat() }) },
    { weight: 1, arbitrary: fc.record({ key: fc.string({ minLength: 1 }) }) },
  ),
  { minLength: 1, maxLength: 7 },
);

async function build(steps: typeof history extends fc.Arbitrary<infer T> ? T : never): Promise<BuiltLog> {
  const log = await new BuiltLog('2026', KEY).append(receipts(0, 3));
  for (const step of steps)
    if ('receipts' in step) await log.append(receipts(log.size, log.size + step.receipts));
    else if ('key' in step) await log.append([{ statement: { kind: 'key-added', kid: step.key } } satisfies Item]);
    else {
      const places = [...log.receipts.keys()];
      if (places.length > 1) await log.erase(places[step.erased % places.length]!);
    }
  return log;
}

function flip(bytes: Uint8Array, random: number): Uint8Array {
  const changed = Uint8Array.from(bytes);
  changed[random % changed.length]! ^= 1 << (random % 8);
  return changed;
}

type Tells = (finding: Finding) => boolean;
/** Does something to a log; says how a finding that names the place looks. */
type Tampering = (log: BuiltLog, random: number) => Tells;

const pick = <T>(all: readonly T[], random: number): T => all[random % all.length]!;

/** Any file with such a path; edited, or deleted. */
function file(path: RegExp, how: 'edit' | 'delete'): Tampering {
  return (log, random) => {
    const wanted = [...log.files.keys()].filter((each) => path.test(each));
    if (wanted.length === 0) return file(/^checkpoint$/, how)(log, random);
    const name = pick(wanted, random);
    if (how === 'delete') log.files.delete(name);
    else log.files.set(name, flip(log.files.get(name)!, random));
    return (finding) => finding.file === name;
  };
}

const OPERATED: Record<string, Tampering> = {
  'a tile is edited': file(/^tile\/\d/, 'edit'),
  'a tile is deleted': file(/^tile\/\d/, 'delete'),
  'a bundle is edited': file(/^tile\/entries/, 'edit'),
  'a bundle is deleted': file(/^tile\/entries/, 'delete'),
  'a statement is edited': file(/^statement/, 'edit'),
  'a statement is deleted': file(/^statement/, 'delete'),
  'the checkpoint is edited': file(/^checkpoint$/, 'edit'),
  'the checkpoint is deleted': file(/^checkpoint$/, 'delete'),
  'a receipt is edited': (log, random) => {
    const place = pick([...log.receipts.keys()], random);
    log.receipts.set(place, `${log.receipts.get(place)} `);
    return ({ kind, index }) => kind === 'receipt-differs' && index === place;
  },
  'a receipt is deleted': (log, random) => {
    const place = pick([...log.receipts.keys()], random);
    log.receipts.delete(place);
    return ({ kind, index }) => kind === 'receipt-lost' && index === place;
  },
  'an entry of a batch record is edited': (log, random) => {
    const { first, entries } = pick(log.batches, random);
    const at = random % entries.length;
    entries[at] = flip(entries[at]!, random);
    return ({ kind, index }) => kind === 'batch-differs' && index === first + at;
  },
  'an entry of a batch record is deleted': (log, random) => {
    const { first, entries } = pick(log.batches, random);
    entries.splice(random % entries.length, 1);
    return ({ kind, index, last }) => kind.startsWith('batch-') && index! >= first && (last ?? index)! <= first + entries.length;
  },
  'a batch record is deleted': (log, random) => {
    const { first, entries } = log.batches.splice(random % log.batches.length, 1)[0]!;
    const last = first + entries.length - 1;
    return (finding) => finding.kind === 'batch-missing' && finding.index === first && (finding.last ?? first) === last;
  },
};

/** Of what everybody sees, the files the log has now must all be right, and older ones too if they are there. */
const PUBLISHED: Record<string, Tampering> = {
  ...Object.fromEntries(
    Object.entries(OPERATED).filter(([name]) => /^(a tile|a bundle|a statement|the checkpoint) .* ?edited$|^the/.test(name)),
  ),
  'a full tile is deleted': file(/^tile\/\d\/\d{3}$/, 'delete'),
  'a full bundle is deleted': file(/^tile\/entries\/\d{3}$/, 'delete'),
};

const withWidths = (log: BuiltLog): ReturnType<BuiltLog['published']> => ({
  ...log.published(),
  widths: async (full) =>
    await Promise.resolve([...log.files.keys()].flatMap((path) => (path.startsWith(`${full}.p/`) ? [readTilePath(path)!.width] : []))),
});

const runs = { numRuns: 12 };

describe('an audit of one who runs the log', () => {
  it('finds nothing in a log nobody touched', async () => {
    await fc.assert(
      fc.asyncProperty(history, async (steps) => {
        const log = await build(steps);
        const report = await auditOf([log], { logs: [log.operated()], seen: log.notes.map((note, at) => ({ name: `note ${at}`, note })) });
        expect(report).toMatchObject({ result: 'clean', findings: [], more: 0 });
        const { receipts: held, statements, erased, others } = report.logs[0]!.entries;
        expect([held, others]).toEqual([log.receipts.size, 0]);
        expect(held + statements + erased).toBe(log.size);
      }),
      { numRuns: 30 },
    );
  });

  it.each(Object.entries(OPERATED))('names the place when %s', async (_, tamper) => {
    await fc.assert(
      fc.asyncProperty(history, fc.nat(), async (steps, random) => {
        const log = await build(steps);
        const tells = tamper(log, random);
        expectTold(await auditOf([log], { logs: [log.operated()] }), tells);
      }),
      runs,
    );
  });
});

describe('an audit of anybody', () => {
  it('finds nothing in a log nobody touched', async () => {
    await fc.assert(
      fc.asyncProperty(history, async (steps) => {
        const log = await build(steps);
        expect(await auditOf([log], { logs: [withWidths(log)] })).toMatchObject({ result: 'clean', findings: [] });
      }),
      { numRuns: 15 },
    );
  });

  it.each(Object.entries(PUBLISHED))('names the place when %s', async (_, tamper) => {
    await fc.assert(
      fc.asyncProperty(history, fc.nat(), async (steps, random) => {
        const log = await build(steps);
        const tells = tamper(log, random);
        expectTold(await auditOf([log], { logs: [withWidths(log)] }), tells);
      }),
      runs,
    );
  });
});

function expectTold(report: AuditReport, tells: Tells): void {
  expect(report.result).toBe('findings');
  expect(report.findings.some(tells), JSON.stringify(report.findings.slice(0, 5))).toBe(true);
}
