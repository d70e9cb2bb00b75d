/** Asks witnesses to sign a new checkpoint too. None of them can hold up the log. */
import { limitedBody } from '../limited-body.ts';
import { readCheckpoint, readSignedNote } from '../log/signed-note.ts';
import { writeAddCheckpoint } from './add-checkpoint.ts';
import { verifyCosignature } from './cosignature.ts';

export interface Witness {
  /** Submission prefix: `/add-checkpoint` comes after it. */
  url: string;
  /** Verifier key of its cosignatures. */
  vkey: string;
}

export interface Cosigning {
  witnesses: readonly Witness[];
  /** The size signed before, which most witnesses will know, with the proof from it. */
  from: { size: number; proof: readonly Uint8Array[] };
  /** The proof from any other size. */
  consistency(size: number): Promise<readonly Uint8Array[]>;
}

/** One witness has so long for everything. */
const PATIENCE_MS = 2000;
const MOST_BYTES = 16 * 1024;

type Answer = { lines: string } | { size: number } | undefined;

async function ask({ url }: Witness, body: string, signal: AbortSignal): Promise<Answer> {
  const response = await fetch(`${url}/add-checkpoint`, { method: 'POST', body, signal, redirect: 'error' });
  const text = new TextDecoder().decode(await limitedBody(response, MOST_BYTES));
  if (response.status === 200) return { lines: text };
  const size = response.status === 409 && /^(?:0|[1-9]\d{0,14})\n$/.test(text) ? Number(text) : undefined;
  return size === undefined ? undefined : { size };
}

/** The cosignature among the lines that is this witness's and holds. */
async function lineOf({ vkey }: Witness, note: string, lines: string): Promise<string | undefined> {
  const { text } = readSignedNote(note)!;
  for (const line of lines.split('\n').slice(0, -1))
    if ((await verifyCosignature(`${text}\n${line}\n`, vkey)) !== undefined) return `${line}\n`;
  return undefined;
}

async function cosignatureOf(witness: Witness, note: string, { from, consistency }: Cosigning): Promise<string | undefined> {
  const signal = AbortSignal.timeout(PATIENCE_MS);
  const size = Number(readCheckpoint(readSignedNote(note)!.text)!.size);
  let answer = await ask(witness, writeAddCheckpoint({ oldSize: from.size, proof: from.proof, note }), signal);
  // It knows another checkpoint than the last one: it was away, or it signed and we did not hear of it.
  if (answer !== undefined && 'size' in answer && answer.size <= size && answer.size !== from.size) {
    const proof = answer.size === 0 || answer.size === size ? [] : await consistency(answer.size);
    answer = await ask(witness, writeAddCheckpoint({ oldSize: answer.size, proof, note }), signal);
  }
  return answer !== undefined && 'lines' in answer ? await lineOf(witness, note, answer.lines) : undefined;
}

/** The note with the cosignatures that came in time. Never rejects: a witness that is away, or refuses, only does not sign. */
export async function collectCosignatures(note: string, cosigning: Cosigning): Promise<string> {
  const settled = await Promise.allSettled(cosigning.witnesses.map((witness) => cosignatureOf(witness, note, cosigning)));
  return note + settled.map((result) => (result.status === 'fulfilled' ? (result.value ?? '') : '')).join('');
}
