/** The one question a witness is asked (c2sp.org/tlog-witness@v1.0.0): old size, consistency proof, checkpoint. */
import { decodeBase64, encodeBase64, type Bytes } from '../base64.ts';
import { type Checkpoint, readCheckpoint, readSignedNote, type SignedNote } from '../log/signed-note.ts';

/** "The client MUST NOT send more than 63 consistency proof lines." */
const MOST_LINES = 63;

export interface AddCheckpoint {
  oldSize: bigint;
  proof: Bytes[];
  note: SignedNote;
  checkpoint: Checkpoint;
}

export function writeAddCheckpoint(request: { oldSize: number; proof: readonly Uint8Array[]; note: string }): string {
  return `old ${request.oldSize}\n${request.proof.map((hash) => `${encodeBase64(hash)}\n`).join('')}\n${request.note}`;
}

const FORM = /^old (0|[1-9]\d{0,18})\n((?:[A-Za-z0-9+/=]+\n)*)\n/;

/** Undefined unless the text is one, to the letter. */
export function readAddCheckpoint(text: string): AddCheckpoint | undefined {
  const [head, oldSize, lines] = FORM.exec(text) ?? [];
  if (head === undefined || oldSize === undefined || lines === undefined) return undefined;
  const note = readSignedNote(text.slice(head.length));
  const checkpoint = note && readCheckpoint(note.text);
  const hashes = lines.split('\n').slice(0, -1).map(decodeBase64);
  const proof = hashes.filter((hash) => hash?.length === 32) as Bytes[];
  if (note === undefined || checkpoint === undefined || proof.length !== hashes.length || proof.length > MOST_LINES) return undefined;
  return { oldSize: BigInt(oldSize), proof, note, checkpoint };
}

/** Type of an answer that tells the size a witness has seen. */
export const SIZE_TYPE = 'text/x.tlog.size';
