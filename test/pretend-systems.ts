/** Connected systems of the tests: rows in memory, and a script of what goes wrong. */
import type { Connector, ExportInput, ExportResult, Kept, Row, Subject, VerifyResult } from '../lib/connectors/connector.ts';
import type { NamedDataset } from '../lib/domain/data-map.ts';
import type { Fuse } from './fuse.ts';

/** What a system holds about the one person of a test: rows per dataset. */
export type Holdings = Record<string, Row[]>;

type Call = 'find' | 'export' | 'erase' | 'verify';

export interface PretendSystem extends Connector {
  rows: Holdings;
  /** Rows that law keeps, per dataset. */
  kept: Record<string, Kept>;
  /** Identifiers `find` reveals. */
  reveals: Record<string, string[]>;
  /** Answers these calls with a failure, the first call with the first; `undefined` lets a call through. */
  fails: Partial<Record<Call, (Error | undefined)[]>>;
  /** Datasets that `erase` leaves alone although it answers well. */
  forgets: Set<string>;
  /** Pages per call of `export`; all if undefined. */
  pagesPerCall: number | undefined;
  /** Every call with the subject it was asked about. */
  calls: { call: Call; subject: Subject }[];
}

const PAGE_ROWS = 2;

function pagesOf(rows: Holdings): { dataset: string; rows: Row[] }[] {
  return Object.entries(rows).flatMap(([dataset, all]) =>
    Array.from({ length: Math.ceil(all.length / PAGE_ROWS) }, (_, page) => ({
      dataset,
      rows: all.slice(page * PAGE_ROWS, (page + 1) * PAGE_ROWS),
    })),
  );
}

/** A system that holds `rows`; what it erases counts as an effect. */
export function pretendSystem(datasets: NamedDataset[], { rows, fuse }: { rows: Holdings; fuse: Fuse }): PretendSystem {
  const called = async <T>(call: Call, subject: Subject, answer: () => Promise<T> | T): Promise<T> => {
    system.calls.push({ call, subject });
    const failure = system.fails[call]?.shift();
    if (failure !== undefined) throw failure;
    return await fuse.read(async () => await answer());
  };
  const system: PretendSystem = {
    datasets,
    needs: ['email'],
    rows,
    kept: {},
    reveals: {},
    fails: {},
    forgets: new Set(),
    pagesPerCall: undefined,
    calls: [],
    find: async (subject) =>
      await called('find', subject, () => ({
        found: Object.fromEntries(datasets.map(({ name }) => [name, system.rows[name]?.length ?? 0])),
        identifiers: system.reveals,
      })),
    export: async (input) => await called('export', input.subject, async () => await exportPages(system, input)),
    erase: async (subject) =>
      await called('erase', subject, async () => {
        for (const name of Object.keys(system.rows)) {
          if (system.forgets.has(name) || name in system.kept) continue;
          await fuse.effect(`erase ${name}`, async () => void (system.rows[name] = []));
        }
        return { erased: {}, kept: system.kept };
      }),
    verify: async (subject) => await called('verify', subject, () => whatIsLeft(system)),
    close: async () => undefined,
  };
  return system;
}

async function exportPages(system: PretendSystem, { cursor = '0', write }: ExportInput): Promise<ExportResult> {
  const pages = pagesOf(system.rows);
  const from = Number(cursor);
  const to = Math.min(pages.length, from + (system.pagesPerCall ?? pages.length));
  for (const page of pages.slice(from, to)) await write(page.dataset, page.rows);
  return to < pages.length ? { more: true, cursor: String(to) } : { more: false };
}

function whatIsLeft({ rows, kept }: PretendSystem): VerifyResult {
  const left = Object.entries(rows).flatMap(([name, all]) => (all.length > 0 && !(name in kept) ? [[name, all.length]] : []));
  return { left: Object.fromEntries(left) as Record<string, number>, kept };
}
