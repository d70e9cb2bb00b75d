/** `quittance log anchor DIR|URL`: has the checkpoint of a log dated by a time-stamp authority (RFC 3161). */
import { randomBytes } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { limitedBody } from '../../limited-body.ts';
import { openAddress } from '../audit/address.ts';
import { openFolder } from '../audit/folder.ts';
import { LogNotReachableError } from '../audit/source.ts';
import { readCheckpoint, readSignedNote } from '../signed-note.ts';
import { judgeTimeStamp, timeStampRequest, type TimeStampVerdict } from './time-stamp.ts';

export interface AnchorIo {
  out(line: string): void;
  err(line: string): void;
}

const USAGE = `Usage: quittance log anchor DIR|URL --tsa URL [--out DIR]

  DIR|URL  the log: a folder with its files, or its public address; of several, the latest
  --tsa    a time-stamp authority (RFC 3161)
  --out    where SIZE.checkpoint and SIZE.tsr are put (here, if not said)

Exit: 0 dated, 1 the answer is no time stamp for this checkpoint, 2 cannot tell (not reachable), 3 usage.`;

const EXIT = { dated: 0, refused: 1, unknown: 2, usage: 3 } as const;

const REASON_WORDS: Readonly<Record<Extract<TimeStampVerdict, { ok: false }>['reason'], string>> = {
  'not-readable': 'is no time stamp',
  refused: 'says that the authority gives none',
  'other-bytes': 'is for something else',
  'other-nonce': 'is for another question',
};

const PATIENCE_MS = 20_000;
const MOST_BYTES = 256 * 1024;

interface Asked {
  where: string;
  tsa: string;
  out: string;
}

/** What is asked, or what is wrong with it. */
function readOptions(argv: readonly string[]): Asked | string {
  try {
    const option = { type: 'string' } as const;
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: { tsa: option, out: { ...option, default: '.' }, help: { type: 'boolean' } },
    });
    const [where, ...rest] = positionals;
    if (values.help) return '';
    if (where === undefined || rest.length > 0) return 'Name one log.';
    return values.tsa === undefined ? 'Name a time-stamp authority: --tsa.' : { where, tsa: values.tsa, out: values.out };
  } catch (error) {
    return (error as Error).message;
  }
}

async function checkpointOf(where: string): Promise<{ note: Uint8Array; size: bigint }> {
  const logs = /^https?:\/\//.test(where) ? (await openAddress(where)).logs : await openFolder(where);
  const note = await logs.at(-1)!.read('checkpoint');
  const signed = note && readSignedNote(new TextDecoder().decode(note));
  const checkpoint = signed && readCheckpoint(signed.text);
  if (note === undefined || checkpoint === undefined) throw new LogNotReachableError(`There is no checkpoint at ${where}`);
  return { note, size: checkpoint.size };
}

async function ask(tsa: string, request: Uint8Array): Promise<Uint8Array> {
  const headers = { 'content-type': 'application/timestamp-query', accept: 'application/timestamp-reply' };
  try {
    const response = await fetch(tsa, {
      method: 'POST',
      headers,
      body: Uint8Array.from(request),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    if (!response.ok) throw new RangeError(`answered ${response.status}`);
    return await limitedBody(response, MOST_BYTES);
  } catch (error) {
    throw new LogNotReachableError(`${tsa}: ${(error as Error).message}`, { cause: error });
  }
}

async function anchor({ where, tsa, out }: Asked, io: AnchorIo): Promise<number> {
  const { note, size } = await checkpointOf(where);
  const nonce = randomBytes(8);
  const response = await ask(tsa, timeStampRequest(note, nonce));
  const verdict = judgeTimeStamp(response, { bytes: note, nonce });
  if (!verdict.ok) {
    io.err(`The answer of ${tsa} ${REASON_WORDS[verdict.reason]}.`);
    return EXIT.refused;
  }
  const file = path.join(out, String(size));
  await mkdir(out, { recursive: true });
  await writeFile(`${file}.checkpoint`, note);
  await writeFile(`${file}.tsr`, response);
  io.out(`${file}.tsr: the checkpoint over ${size} entries existed at ${verdict.at}, says ${tsa}`);
  return EXIT.dated;
}

/** Runs the command; returns its exit code. */
export async function runAnchor(argv: readonly string[], io: AnchorIo): Promise<number> {
  const asked = readOptions(argv);
  if (typeof asked === 'string') {
    if (asked === '') io.out(USAGE);
    else io.err(`${asked}\n\n${USAGE}`);
    return asked === '' ? EXIT.dated : EXIT.usage;
  }
  try {
    return await anchor(asked, io);
  } catch (error) {
    if (!(error instanceof LogNotReachableError)) throw error;
    io.err(`Cannot tell: ${error.message}`);
    return EXIT.unknown;
  }
}
