/** Where the files of a chunk stand in the package. */
import { fileName } from './file-name.ts';
import type { Chunk } from './plan-parts.ts';

/** Relative to index.html; the second and later chunks of a dataset carry their number. */
export function chunkPath(set: 'data' | 'portability', chunk: Pick<Chunk, 'system' | 'dataset' | 'number'>, extension: string): string {
  const suffix = chunk.number === 1 ? '' : `-${chunk.number}`;
  return `${set}/${fileName(chunk.system)}/${fileName(chunk.dataset)}${suffix}.${extension}`;
}
