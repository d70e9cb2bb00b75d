/** What the log asks its witnesses with, when it has signed a new checkpoint. */
import type { LogParts } from '../log/integrate.ts';
import { readCheckpoint, readSignedNote } from '../log/signed-note.ts';
import { openTree } from '../log/tree.ts';
import type { LogFiles } from '../port.ts';
import { collectCosignatures, type Witness } from './collect-cosignatures.ts';

/** `files` must hold the tiles of a checkpoint before it is cosigned. */
export function openCosigner({
  witnesses,
  files,
}: {
  witnesses: readonly Witness[];
  files: Pick<LogFiles, 'read'>;
}): NonNullable<LogParts['cosign']> {
  return async (note, from) => {
    const signed = readSignedNote(note);
    const checkpoint = signed && readCheckpoint(signed.text);
    if (checkpoint === undefined) return note;
    const year = Number(checkpoint.origin.split('/').at(-1));
    const tree = openTree(async (path) => await files.read(year, path), Number(checkpoint.size));
    return await collectCosignatures(note, { witnesses, from, consistency: async (size) => await tree.consistency(size) });
  };
}
