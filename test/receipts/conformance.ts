/** The shared data about formats of others: read where they are present, and said loudly where they are not. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';

const SHARED = path.resolve(import.meta.dirname, '../../../shared/conformance');

export const HAS_SHARED = existsSync(SHARED);
if (!HAS_SHARED) process.stderr.write('The shared vocabularies, schemas and examples are not here: what needs them is skipped.\n');

export const readShared = (name: string): string => readFileSync(path.join(SHARED, name), 'utf8');

interface Selected {
  terms: Record<string, { iri: string }[]>;
}

/** Every IRI of the vocabularies that are there: all of DPV's core, its justifications, and of two laws a part. */
export function knownIris(): Set<string> {
  const lines = readShared('protocols/dpv-27560/dpv-2.3-all-terms.csv').split('\n');
  const core = lines.flatMap((line) => /"(https:\/\/w3id\.org\/dpv#[^"]+)"/.exec(line)?.[1] ?? []);
  const selected = JSON.parse(readShared('protocols/dpv-27560/vocab-2.3-selected.json')) as Selected;
  const profile = [...readShared('protocols/dpv-27560/dpv-27560.ttl').matchAll(/^dpv-27560:([\w-]+) a /gm)];
  return new Set([
    ...core,
    ...Object.values(selected.terms).flatMap((terms) => terms.map(({ iri }) => iri)),
    ...profile.map(([, name]) => `https://w3id.org/dpv/schema/dpv-27560#${name}`),
  ]);
}

/** The receipts of the shared folder, by kind. */
export function sharedExamples(): { kind: string; example: Record<string, unknown> }[] {
  return globSync('receipt-examples/*.example.json', { cwd: SHARED })
    .toSorted()
    .map((file) => {
      const example = JSON.parse(readShared(file)) as Record<string, unknown>;
      return { kind: String(example['kind']), example };
    });
}
