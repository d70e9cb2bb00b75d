/** A witness: signs the checkpoints of logs it knows, as long as each goes on from the one before. */
import { emptyRoot, isConsistent, sameBytes, type TreeHead } from '../log/inclusion.ts';
import { readVerifierKey, signedBy, type VerifierKey } from '../log/signed-note.ts';
import { type AddCheckpoint, readAddCheckpoint, SIZE_TYPE } from './add-checkpoint.ts';
import { type CosignKey, cosignatureLine } from './cosignature.ts';

/** What a witness has seen. One process at a time. */
export interface WitnessState {
  /** The latest checkpoint cosigned for a log; undefined if there was none. */
  latest(origin: string): Promise<TreeHead | undefined>;
  /** Durable on return. */
  record(origin: string, head: TreeHead): Promise<void>;
  /** Keeps what a log signed and could not go on from: it proves that the log has two histories. */
  keepEvidence(request: string): Promise<void>;
}

export interface WitnessParts {
  state: WitnessState;
  key: CosignKey;
  /** Verifier keys of the logs; several of one name are keys of one log. */
  logs: readonly string[];
  /** Milliseconds since the epoch. */
  now(): number;
}

export interface WitnessAnswer {
  status: 200 | 400 | 403 | 404 | 409 | 422;
  body: string;
  type: string;
}

const answer = (status: WitnessAnswer['status'], body: string, type = 'text/plain; charset=utf-8'): WitnessAnswer => ({
  status,
  body,
  type,
});

/** Answers what is asked of it, one question about a log after the other. Throws TypeError if a verifier key is none. */
export async function openWitness(parts: WitnessParts): Promise<(request: string) => Promise<WitnessAnswer>> {
  const { state, key, now } = parts;
  const logs = await Promise.all(parts.logs.map(readLogKey));
  /** The last question about each log: comparing and recording must not be divided. */
  const last = new Map<string, Promise<unknown>>();

  const judge = async ({ oldSize, proof, note, checkpoint }: AddCheckpoint, request: string): Promise<WitnessAnswer> => {
    const { origin, size } = checkpoint;
    const known = (await state.latest(origin)) ?? { size: 0n, root: await emptyRoot() };
    if (oldSize !== known.size) return answer(409, `${known.size}\n`, SIZE_TYPE);
    if (!(await isConsistent(known, checkpoint, proof))) {
      await state.keepEvidence(request);
      const forked = size === known.size && !sameBytes(known.root, checkpoint.root);
      return forked
        ? answer(409, `${known.size}\n`, SIZE_TYPE)
        : answer(422, 'The proof does not lead from the old size to this checkpoint\n');
    }
    await state.record(origin, { size, root: checkpoint.root });
    return answer(200, await cosignatureLine(note.text, key, BigInt(Math.floor(now() / 1000))));
  };

  return async (request) => {
    const asked = readAddCheckpoint(request);
    if (asked === undefined) return answer(400, 'Not an add-checkpoint request\n');
    const { origin, size } = asked.checkpoint;
    const keys = logs.filter(({ name }) => name === origin);
    if (keys.length === 0) return answer(404, 'A log this witness does not know\n');
    if (!(await signedByAny(asked, keys))) return answer(403, 'Not signed by the log\n');
    if (asked.oldSize > size) return answer(400, 'The old size is larger than the checkpoint\n');
    const before = last.get(origin) ?? Promise.resolve();
    const judged = before.then(() => judge(asked, request));
    last.set(
      origin,
      judged.catch(() => undefined),
    );
    return await judged;
  };
}

async function readLogKey(vkey: string): Promise<VerifierKey> {
  const key = await readVerifierKey(vkey);
  if (key === undefined) throw new TypeError(`${vkey} is not the verifier key of a log`);
  return key;
}

async function signedByAny({ note }: AddCheckpoint, keys: readonly VerifierKey[]): Promise<boolean> {
  for (const key of keys) if (await signedBy(note, key)) return true;
  return false;
}
