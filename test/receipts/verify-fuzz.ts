/**
 * Throws changed receipts, proofs, key files and logs at the verifier, knowing how they are built: parts are taken apart, changed,
 * put together and, where an attacker could be the issuer's own thief, signed anew. It must never throw, never hang, and never say
 * genuine of any receipt but the one that was logged.
 */
import type { ReadFile } from '../../lib/receipts/log/tree.ts';
import { signNote } from '../../lib/receipts/log/write-note.ts';
import { runVerify } from '../../lib/receipts/verify-command.ts';
import { signedAs } from './verify-mutants.ts';
import { loggedReceipt, type Logged } from './verify-world.ts';

/** Numbers that can be had again by their seed (mulberry32). */
export class Dice {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  next(below: number): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * below);
  }

  pick<T>(from: readonly T[]): T {
    return from[this.next(from.length)]!;
  }
}

const SPICES = [
  ...[
    '',
    '.',
    '..',
    '=',
    '\n',
    '\r\n',
    '\n\n',
    '\u0000',
    '\uFEFF',
    '\u2028',
    'é',
    '😀',
    '\uD800',
    ' ',
    '-',
    '+',
    '/',
    '_',
    '{',
    '}',
    '[',
    ']',
  ],
  ...['"', '\\', '\\u0061', 'null', 'true', '-0', '1e999', '0', '-1', '9'.repeat(19), '18446744073709551616', '__proto__', 'constructor'],
  ...['"kid":"x",', '"alg":"none",', '"crit":["b64"],', '"b64":false,', '"jwk":{},', '"d":"AAAA",', '"status":"compromised",', 'index 0'],
  ...[
    '— x AAAAAAAA\n',
    'extra AAAA\n',
    'A'.repeat(44),
    'c2sp.org/tlog-proof@v1\n',
    '['.repeat(5000),
    '"\\"'.repeat(2000),
    'AAAA\n'.repeat(3000),
  ],
];

/** Changes some characters of a text. */
function seasoned(text: string, dice: Dice): string {
  let changed = text;
  for (let times = 1 + dice.next(3); times > 0; times -= 1) {
    const at = dice.next(changed.length + 1);
    const length = dice.pick([0, 1, 1, 1, 4, 40, 4000]);
    const put = dice.pick([
      () => dice.pick(SPICES),
      () => String.fromCharCode(dice.next(128)),
      () => changed.slice(at, at + dice.next(200)),
      () => changed.slice(dice.next(changed.length + 1)).slice(0, 50),
    ])();
    changed = changed.slice(0, at) + put + changed.slice(at + length);
  }
  return changed;
}

const ODD_VALUES: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1.5,
  '',
  'x',
  [],
  {},
  [[]],
  { a: { b: 1 } },
  '\u0000',
  2 ** 53,
  'ES256',
  'compromised',
];

/** Changes one value, name or member somewhere in a JSON value. */
function bent(value: unknown, dice: Dice): unknown {
  if (typeof value !== 'object' || value === null || dice.next(4) === 0) return dice.pick(ODD_VALUES);
  if (Array.isArray(value)) {
    const at = dice.next(value.length + 1);
    return dice.pick([
      () => value.toSpliced(at, 1),
      () => [...value, ...value],
      () => value.toSpliced(at, at < value.length ? 1 : 0, bent(value[at], dice)),
    ])();
  }
  const entries = Object.entries(value);
  const at = dice.next(entries.length + 1);
  const [name = dice.pick(['d', 'kid', 'status', 'compromisedSince', 'crit', 'use', '__proto__']), member] = entries[at] ?? [];
  return dice.pick([
    () => Object.fromEntries(entries.toSpliced(at, 1)),
    () => Object.fromEntries([...entries.toSpliced(at, 1), [name, bent(member, dice)]]),
    () => Object.fromEntries(entries.map(([each, of]) => [each === name ? `${each}x` : each, of])),
  ])();
}

function bentJson(text: string, dice: Dice): string {
  try {
    const json = JSON.stringify(bent(JSON.parse(text), dice));
    return dice.next(5) === 0 ? seasoned(json, dice) : json;
  } catch {
    return seasoned(text, dice);
  }
}

const decoded = (part = ''): string => Buffer.from(part, 'base64url').toString();
const encoded = (part: string): string => Buffer.from(part).toString('base64url');

/** Some bytes replaced. */
function noisy(part: string, dice: Dice): string {
  const bytes = Buffer.from(part, 'base64url').map((byte) => (dice.next(64) === 0 ? dice.next(256) : byte));
  return Buffer.from(bytes).toString('base64url');
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** The last character of a part exchanged for a neighbour: decoders that are not strict read the same bytes. */
function strayed(jws: string, dice: Dice): string {
  const parts = jws.split('.');
  const at = dice.next(parts.length);
  const part = parts[at] ?? '';
  const place = ALPHABET.indexOf(part.at(-1) ?? '') ^ (1 + dice.next(15));
  return parts.with(at, part.slice(0, -1) + (ALPHABET[place] ?? '')).join('.');
}

/** Changed by somebody without the key. */
function bentReceipt({ jws }: Logged, dice: Dice): string {
  const [header = '', payload = '', signature = ''] = jws.split('.');
  return dice.pick([
    () => seasoned(jws, dice),
    () => strayed(jws, dice),
    () => `${encoded(bentJson(decoded(header), dice))}.${payload}.${signature}`,
    () => `${header}.${encoded(bentJson(decoded(payload), dice))}.${signature}`,
    () => `${header}.${payload}.${noisy(signature, dice)}`,
  ])();
}

/** Changed and signed anew by the key's thief, which only the log gives away. */
function forgedReceipt(given: Logged, dice: Dice): string {
  const [header = '', payload = ''] = given.jws.split('.');
  return dice.pick([
    () => signedAs(given, bentJson(decoded(header), dice), decoded(payload)),
    () => signedAs(given, decoded(header), bentJson(decoded(payload), dice)),
    () => signedAs(given, decoded(header), seasoned(decoded(payload), dice)),
  ])();
}

async function bentProof({ proof, log }: Logged, dice: Dice): Promise<string> {
  const [head = '', checkpoint = ''] = proof.split('\n\n');
  const lines = proof.split('\n');
  return await dice.pick<() => string | Promise<string>>([
    () => seasoned(proof, dice),
    () => lines.toSpliced(dice.next(lines.length), 1).join('\n'),
    () => lines.toSpliced(dice.next(lines.length), 0, dice.pick(lines)).join('\n'),
    () => lines.with(dice.next(lines.length), dice.pick(lines)).join('\n'),
    () => proof.replace(/index \d+/, `index ${dice.pick([0, 1, 199, 201, 299, 300, 2 ** 53])}`),
    async () => `${head}\n\n${await signNote(seasoned(`${checkpoint}\n`, dice), log.signer)}`,
    async () => `${head}\n\n${await signNote(`${checkpoint.replace('300', String(dice.next(400)))}\n`, log.signer)}`,
    () => `${proof}— witness.example ${dice.pick(['AAAAAAAA', '', 'x y', 'AAAAAAA='])}\n`,
  ])();
}

/** The log's files, some of them changed. */
function bentLog({ log }: Logged, dice: Dice): ReadFile {
  return async (path) => {
    const bytes = await log.read(path);
    if (bytes === undefined || dice.next(3) > 0) return bytes;
    if (path === 'checkpoint') return Buffer.from(seasoned(Buffer.from(bytes).toString(), dice));
    return dice.pick([
      () => undefined,
      () => bytes.subarray(dice.next(40)),
      () => bytes.map((byte) => byte ^ 1),
      () => new Uint8Array(8192),
    ])();
  };
}

export interface FuzzResult {
  runs: number;
  /** How often each exit code came, by code. */
  exits: number[];
  /** Longest run in milliseconds. */
  longest: number;
}

/** What was given to the verifier, and what came of it. */
interface Tried {
  receipt: string;
  proof: string;
  keys: string;
  /** Exit code, or what was thrown. */
  exit: unknown;
  ms: number;
}

/** Says what is wrong with an answer; undefined if it may be so. */
function fault(given: Logged, { receipt, exit, ms }: Tried): string | undefined {
  // One line end behind the receipt is what editors add.
  const original = [given.jws, `${given.jws}\n`, `${given.jws}\r\n`].includes(receipt);
  if (exit === 0 && !original) return 'calls a receipt genuine that was never logged';
  if (typeof exit !== 'number' || ![0, 1, 2, 3].includes(exit)) return `ends with ${String(exit)}`;
  return ms > 10_000 ? `takes ${Math.round(ms)} ms` : undefined;
}

async function tryOne(given: Logged, keyFile: string, dice: Dice): Promise<Tried> {
  const target = dice.pick(['receipt', 'forgery', 'proof', 'keys', 'alone'] as const);
  const bent = target === 'receipt' || target === 'alone' ? bentReceipt(given, dice) : given.jws;
  const receipt = target === 'forgery' ? forgedReceipt(given, dice) : bent;
  const proof = target === 'proof' || dice.next(6) === 0 ? await bentProof(given, dice) : given.proof;
  const keys = target === 'keys' || dice.next(6) === 0 ? dice.pick([bentJson, seasoned])(keyFile, dice) : keyFile;
  const files: Record<string, string> = { receipt, proof, keys };
  const asked = target === 'alone' ? [] : ['--proof', 'proof', ...dice.pick([[], [], ['--log']])];
  const flags = [...asked, ...dice.pick([[], ['--json']])];
  const started = performance.now();
  const exit = await runVerify(['receipt', '--keys', 'keys', ...flags], {
    read: async (path) => await Promise.resolve(files[path]!),
    openLog: () => bentLog(given, dice),
    out: () => undefined,
    err: () => undefined,
  }).catch((error: unknown) => error);
  return { receipt, proof, keys, exit, ms: performance.now() - started };
}

/** Fuzzes for some seconds; throws with the input at the first wrong answer. */
export async function fuzzVerifier({ seconds, seed }: { seconds: number; seed: number }): Promise<FuzzResult> {
  const given = await loggedReceipt();
  const keyFile = JSON.stringify({ issuer: 'https://privacy.shop.example', keys: given.keys, logs: given.logs });
  await given.log.addOthers(700);
  const result: FuzzResult = { runs: 0, exits: [0, 0, 0, 0], longest: 0 };
  const end = performance.now() + seconds * 1000;
  while (performance.now() < end) {
    const tried = await tryOne(given, keyFile, new Dice(seed + result.runs));
    const wrong = fault(given, tried);
    if (wrong !== undefined) throw new Error(`The verifier ${wrong} at seed ${seed}, run ${result.runs}: ${JSON.stringify(tried)}`);
    result.runs += 1;
    result.exits[Number(tried.exit)]! += 1;
    result.longest = Math.max(result.longest, tried.ms);
  }
  return result;
}
