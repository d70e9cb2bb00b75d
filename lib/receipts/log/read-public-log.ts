/** Reads a log as anybody can: by its public URL. Runs in Node and in a browser. */
import type { ReadFile } from './tree.ts';

/** Longest wait for one file. */
const PATIENCE_MS = 20_000;

/** Longer than any cache may keep a checkpoint (`Cache-Control` of the log's files). */
const CACHED_MS = 6_000;

/** Resolves when a state of the log that a cache may hold has expired. */
export const outlastCaches = async (): Promise<void> => await new Promise((resolve) => setTimeout(resolve, CACHED_MS));

/**
 * Files below the log's URL; undefined for what is not there. Throws like `fetch` when nothing answers. The checkpoint is asked for
 * anew: a kept copy would look like a log that was rolled back.
 */
export function readPublicLog(url: string): ReadFile {
  return async (path) => {
    const cache = path === 'checkpoint' ? 'no-cache' : 'default';
    const response = await fetch(`${url}/${path}`, { cache, credentials: 'omit', signal: AbortSignal.timeout(PATIENCE_MS) });
    return response.ok ? new Uint8Array(await response.arrayBuffer()) : undefined;
  };
}
