/** Reads the log: its files, and the proof of a receipt. */
import type { LogFiles, LogReader, LogStore } from '../port.ts';
import { logUrl } from './origin.ts';
import { readCheckpoint, readSignedNote } from './signed-note.ts';
import { openTree } from './tree.ts';
import { writeProof } from './write-note.ts';

export interface ReaderParts {
  store: Pick<LogStore, 'logs'>;
  files: Pick<LogFiles, 'read' | 'statements'>;
  /** Public origin without a trailing slash. */
  baseUrl: string;
}

/** The log as everybody may read it. */
export function openLogReader({ store, files, baseUrl }: ReaderParts): LogReader {
  return {
    file: (year, path) => files.read(year, path),
    statements: (year, after) => files.statements(year, after),

    async proof({ log }) {
      const published = log && (await files.read(log.year, 'checkpoint'));
      if (log === undefined || published === undefined) return undefined;
      const checkpoint = new TextDecoder().decode(published);
      const note = readSignedNote(checkpoint);
      const size = Number((note && readCheckpoint(note.text))?.size ?? 0n);
      if (size <= log.index) return undefined;
      const hashes = await openTree(async (path) => await files.read(log.year, path), size).inclusion(log.index);
      return writeProof({ index: log.index, hashes, checkpoint });
    },

    // Logs stay where they are when the deployment gets another address.
    logs: async () => (await store.logs()).map((log) => ({ ...log, url: logUrl(baseUrl, log.year) })),
  };
}
