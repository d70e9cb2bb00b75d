/** `quittance verify RECEIPT --keys FILE [--proof FILE [--witness KEY]... [--log]] [--json]`: the verifier for a terminal and for scripts. */
import { parseArgs } from 'node:util';
import { readKeyFile } from './key-file.ts';
import { checkHistory } from './log/check-history.ts';
import { readVerifierKey } from './log/signed-note.ts';
import type { ReadFile } from './log/tree.ts';
import { COSIGNATURE } from './witness/cosignature.ts';
import { CHECK_WORDS, REASON_WORDS } from './reason-words.ts';
import { verifyReceipt, withHistory, withWitnesses, type Verification } from './verify.ts';

/** How the command reaches the world. */
interface CommandIo {
  /** Reads a file as text, standard input by the name `-`; rejects if it cannot. */
  read(path: string): Promise<string>;
  /** Reads a log by its public URL; asked for by `--log` alone. */
  openLog(url: string): ReadFile;
  /** Resolves once no cache on the way holds what the log showed before. */
  outlastCaches?: (() => Promise<void>) | undefined;
  out(line: string): void;
  err(line: string): void;
}

const USAGE = `Usage: quittance verify RECEIPT --keys FILE [--proof FILE [--witness KEY]... [--log]] [--json]

  RECEIPT   the receipt as it was mailed (receipt.jws), or - for standard input
  --keys    the issuer's keys: a JWKS or its privacy-receipts.json
  --proof   the log proof of the receipt (receipt.tlog-proof); needs --keys to name the log
  --witness a witness that must have signed the state of the proof, by its key (NAME+HASH+KEY); may be repeated
  --log     ask the log itself, online, whether it still stands on the state of the proof
  --json    print {result, checks: [{name, ok, reason}]}

Exit: 0 every check asked for passed, 1 a check failed, 2 cannot tell (unknown key or log, not a receipt, log not reachable), 3 usage.`;

const EXIT = { genuine: 0, failed: 1, unknown: 2 } as const;
const EXIT_USAGE = 3;

interface Options {
  receipt: string;
  keys: string;
  proof: string | undefined;
  witnesses: readonly string[];
  log: boolean;
  json: boolean;
}

const FLAGS = {
  keys: { type: 'string' },
  proof: { type: 'string' },
  witness: { type: 'string', multiple: true },
  log: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
} as const;

/** The options, or what is wrong with them. */
function readOptions(argv: readonly string[]): Options | string {
  try {
    const { values, positionals } = parseArgs({ args: [...argv], allowPositionals: true, options: FLAGS });
    const [receipt, ...rest] = positionals;
    if (receipt === undefined || rest.length > 0) return 'Name one receipt.';
    if (values.keys === undefined) return 'Say where the keys are: --keys FILE.';
    if (values.log && values.proof === undefined) return 'The log can only be asked about a proof: --proof FILE.';
    if (values.witness !== undefined && values.proof === undefined) return 'Witnesses sign what a proof names: --proof FILE.';
    const { keys, proof, witness: witnesses = [], log, json } = values;
    return { receipt, keys, proof, witnesses, log, json };
  } catch (error) {
    return error instanceof Error ? error.message : 'The arguments cannot be read.';
  }
}

/** One final line end is what editors and mail programs add; anything else belongs to the receipt and is judged. */
function withoutFinalNewline(text: string): string {
  return text.replace(/\r?\n$/, '');
}

const ANSWERS = {
  genuine: 'Genuine.',
  failed: 'NOT genuine.',
  unknown: 'Cannot tell.',
} as const;

/** What nobody asked for was not checked, and is said. */
function leftOut({ proof, log }: Options): string | undefined {
  if (log) return undefined;
  return proof === undefined
    ? '(Not checked: whether it is in the log, by --proof; and the log since, by --log.)'
    : '(Not checked: whether the log has been rewritten since, by --log.)';
}

function show({ result, checks, payload }: Verification, options: Options, io: CommandIo): void {
  for (const { name, ok, reason } of checks)
    io.out(`${ok ? '✓' : '✗'} ${CHECK_WORDS[name]}${reason === 'ok' ? '' : `: no, ${REASON_WORDS[reason]}`}`);
  io.out(ANSWERS[result]);
  if (result !== 'genuine') return;
  const more = leftOut(options);
  if (more !== undefined) io.out(more);
  if (typeof payload?.['text'] === 'string') io.out(`\n${payload['text']}`);
}

/** A sentence about the first witness whose key is none. */
async function witnessFault(witnesses: readonly string[]): Promise<string | undefined> {
  for (const vkey of witnesses)
    if ((await readVerifierKey(vkey, COSIGNATURE)) === undefined)
      return `This is not the key of a witness: ${vkey}. Its operator publishes it as NAME+HASH+KEY.`;
  return undefined;
}

/** The files named, read; a sentence if one cannot be. */
async function readInputs(
  { receipt, keys, proof, witnesses }: Options,
  io: CommandIo,
): Promise<Parameters<typeof verifyReceipt>[0] | string> {
  const fault = await witnessFault(witnesses);
  if (fault !== undefined) return fault;
  const texts: string[] = [];
  for (const path of proof === undefined ? [receipt, keys] : [receipt, keys, proof]) {
    const text = await io.read(path).catch(() => undefined);
    if (text === undefined) return `A file cannot be read: ${path}`;
    texts.push(text);
  }
  const [jws = '', keyFile = '', proofText] = texts;
  const published = readKeyFile(keyFile);
  if (published === undefined) return 'The file of --keys is neither a JWKS nor a privacy-receipts.json, or says something twice.';
  return { jws: withoutFinalNewline(jws), ...published, ...(proofText === undefined ? {} : { proof: proofText }) };
}

/** Asks the log of today; without an address of the log it is out of reach. */
async function askLog(verification: Verification, io: CommandIo): Promise<Verification> {
  const { place } = verification;
  if (place === undefined) return verification;
  const { log, checkpoint } = place;
  if (log.url === undefined) return withHistory(verification, 'not-reachable');
  return withHistory(
    verification,
    await checkHistory({ kept: checkpoint, log, read: io.openLog(log.url), outlastCaches: io.outlastCaches }),
  );
}

/** Runs the command; returns its exit code. */
export async function runVerify(argv: readonly string[], io: CommandIo): Promise<number> {
  if (argv.includes('--help')) {
    io.out(USAGE);
    return 0;
  }
  const options = readOptions(argv);
  const inputs = typeof options === 'string' ? options : await readInputs(options, io);
  if (typeof options === 'string' || typeof inputs === 'string') {
    io.err(typeof options === 'string' ? `${options}\n\n${USAGE}` : String(inputs));
    return EXIT_USAGE;
  }
  const offline = await verifyReceipt(inputs);
  const witnessed = options.witnesses.length === 0 ? offline : await withWitnesses(offline, options.witnesses);
  const verification = options.log ? await askLog(witnessed, io) : witnessed;
  const { result, checks } = verification;
  if (options.json) io.out(JSON.stringify({ result, checks }));
  else show(verification, options, io);
  return EXIT[result];
}
