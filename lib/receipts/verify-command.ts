/** `quittance verify RECEIPT --keys FILE [--proof FILE] [--json]`: the verifier for a terminal and for scripts, offline. */
import { parseArgs } from 'node:util';
import type { LogKey } from './log/verify-proof.ts';
import { CHECK_WORDS, REASON_WORDS } from './reason-words.ts';
import { verifyReceipt, type Jwk, type Verification } from './verify.ts';

/** How the command reaches the world. */
interface CommandIo {
  /** Reads a file as text; rejects if it cannot. */
  read(path: string): Promise<string>;
  out(line: string): void;
  err(line: string): void;
}

const USAGE = `Usage: quittance verify RECEIPT --keys FILE [--proof FILE] [--json]

  RECEIPT   the receipt as it was mailed (receipt.jws)
  --keys    the issuer's keys: a JWKS or its privacy-receipts.json
  --proof   the log proof of the receipt (receipt.tlog-proof); needs --keys to name the log
  --json    print {result, checks: [{name, ok, reason}]}

Exit: 0 every check passed, 1 a check failed, 2 cannot tell with these keys, 3 usage.`;

const EXIT = { genuine: 0, failed: 1, unknown: 2 } as const;
const EXIT_USAGE = 3;

interface Options {
  receipt: string;
  keys: string;
  proof: string | undefined;
  json: boolean;
}

/** The options, or what is wrong with them. */
function readOptions(argv: readonly string[]): Options | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: { keys: { type: 'string' }, proof: { type: 'string' }, json: { type: 'boolean', default: false } },
    });
    const [receipt, ...rest] = positionals;
    if (receipt === undefined || rest.length > 0) return 'Name one receipt.';
    if (values.keys === undefined) return 'Say where the keys are: --keys FILE.';
    return { receipt, keys: values.keys, proof: values.proof, json: values.json };
  } catch (error) {
    return error instanceof Error ? error.message : 'The arguments cannot be read.';
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Keys and logs of a JWKS or a `privacy-receipts.json`; undefined if it is neither. */
function readKeyFile(text: string): { keys: Jwk[]; logs: LogKey[] } | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isObject(value) || !Array.isArray(value['keys'])) return undefined;
  const logs: unknown[] = Array.isArray(value['logs']) ? value['logs'] : [];
  return {
    keys: value['keys'].filter(isObject),
    logs: logs.filter(isObject).map((log) => ({ origin: String(log['origin']), vkey: String(log['vkey']) })),
  };
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

function show({ result, checks, payload }: Verification, io: CommandIo): void {
  for (const { name, ok, reason } of checks)
    io.out(`${ok ? '✓' : '✗'} ${CHECK_WORDS[name]}${reason === 'ok' ? '' : `: no, ${REASON_WORDS[reason]}`}`);
  io.out(ANSWERS[result]);
  if (result === 'genuine' && typeof payload?.['text'] === 'string') io.out(`\n${payload['text']}`);
}

/** Runs the command; returns its exit code. */
export async function runVerify(argv: readonly string[], io: CommandIo): Promise<number> {
  const options = readOptions(argv);
  if (typeof options === 'string') {
    io.err(`${options}\n\n${USAGE}`);
    return EXIT_USAGE;
  }
  const files = await Promise.all(
    [options.receipt, options.keys, options.proof].map(async (path) => (path === undefined ? undefined : await io.read(path))),
  ).catch(() => undefined);
  const [receipt, keyFile, proof] = files ?? [];
  const keys = keyFile === undefined ? undefined : readKeyFile(keyFile);
  if (receipt === undefined || keys === undefined) {
    io.err(files === undefined ? 'A file cannot be read.' : 'The file of --keys is neither a JWKS nor a privacy-receipts.json.');
    return EXIT_USAGE;
  }
  const verification = await verifyReceipt({ jws: withoutFinalNewline(receipt), ...keys, ...(proof === undefined ? {} : { proof }) });
  if (options.json) io.out(JSON.stringify({ result: verification.result, checks: verification.checks }));
  else show(verification, io);
  return EXIT[verification.result];
}
