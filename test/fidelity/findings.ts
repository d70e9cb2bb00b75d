/** What each judge of the small AWS found in a run; `write-fidelity-run.ts` makes `docs/fidelity.md` of it. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The judges, in the order of the document. */
export const FINDING_IDS = ['states-language', 'mutants', 'moto', 'ministack', 'grants', 'life', 'crash', 'definitions'] as const;
export type FindingId = (typeof FINDING_IDS)[number];

export interface FindingTable {
  /** A sentence above the table. */
  caption: string;
  head: readonly string[];
  rows: readonly (readonly string[])[];
}

/** One judge's answer. The same code must give the same text: no timings, no random names, no paths. */
export interface Finding {
  /** Who judges, with the version: `moto 5.2.5`. */
  judge: string;
  /** What was asked, as a question: `Does the engine do what AWS did?` */
  question: string;
  /** The result as one sentence with its numbers: `66 executions replayed, 66 alike, 0 excused.` */
  answer: string;
  tables?: readonly FindingTable[];
}

const FOLDER = join(import.meta.dirname, '../../test-results/fidelity');

const fileOf = (id: FindingId): string => join(FOLDER, `${id}.json`);

/** Keeps a finding of this run. A judge that could not run (no Python, no recordings) records nothing. */
export function recordFinding(id: FindingId, finding: Finding): void {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(fileOf(id), JSON.stringify(finding));
}

/** The finding of the last run; undefined if that judge did not run. */
export function readFinding(id: FindingId): Finding | undefined {
  try {
    return JSON.parse(readFileSync(fileOf(id), 'utf8')) as Finding;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
