/** Splits a package in parts which one invocation each can write and every zip tool can read. */
import type { PackageContent, PageRef } from './content.ts';
import { datasetParts, setsOf } from './dataset-parts.ts';

/** The pages of one dataset that stand in one part. */
export interface Chunk {
  system: string;
  dataset: string;
  /** From 1; the second and later ones carry the number in their file names. */
  number: number;
  pages: PageRef[];
  rows: number;
}

/** One zip of the package. */
export interface PartPlan {
  /** From 1; part 1 holds index.html. */
  number: number;
  name: string;
  chunks: Chunk[];
}

/** Every row is written as JSON and as CSV, which is about as long. */
const FILES_PER_SET = 2;

/**
 * The same content always yields the same plan, so that a retry writes the same package. A part holds at most
 * `policies.partBytes` (estimated from the size of the rows), or one page if that is larger.
 */
export function planParts(content: PackageContent): PartPlan[] {
  const pages = datasetParts(content).flatMap((part) => part.pages);
  const weight = FILES_PER_SET * setsOf(content).length;
  const groups = fill(pages, content.configuration.policies.partBytes / weight);
  const counted = new Map<string, number>();
  return groups.map((group, index) => ({
    number: index + 1,
    name: partName(content, index + 1, groups.length),
    chunks: chunksOf(group, counted),
  }));
}

/** Consecutive pages up to the limit; at least one group, of which the first may be empty. */
function fill(pages: PageRef[], limit: number): PageRef[][] {
  const groups: PageRef[][] = [[]];
  let filled = 0;
  for (const page of pages) {
    if (filled > 0 && filled + page.bytes > limit) {
      groups.push([]);
      filled = 0;
    }
    filled += page.bytes;
    groups.at(-1)!.push(page);
  }
  return groups;
}

function chunksOf(pages: PageRef[], counted: Map<string, number>): Chunk[] {
  const byDataset = Map.groupBy(pages, (page) => `${page.system}/${page.dataset}`);
  return [...byDataset].map(([name, own]) => {
    const number = (counted.get(name) ?? 0) + 1;
    counted.set(name, number);
    const { system, dataset } = own[0]!;
    return { system, dataset, number, pages: own, rows: own.reduce((sum, page) => sum + page.rows, 0) };
  });
}

function partName(content: PackageContent, number: number, of: number): string {
  return of === 1 ? `${content.request.reference}.zip` : `${content.request.reference}-part-${number}-of-${of}.zip`;
}
