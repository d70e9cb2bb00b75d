/** `quittance log audit DIR|URL`: whether a log is what it says it is, for anybody; `--deployment`, for those who run it. */
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { readKeyFile } from '../../key-file.ts';
import type { LogKey } from '../verify-proof.ts';
import { openAddress } from './address.ts';
import { auditLogs } from './audit-logs.ts';
import { openFolder } from './folder.ts';
import { type Held, HeldFileError, listRoll, readCheckpoints, readHeld } from './held.ts';
import { remember, remembered } from './memory.ts';
import { progressLine, type ProgressScreen } from './progress-line.ts';
import { reportLines } from './report-lines.ts';
import { type AuditedLog, LogNotReachableError } from './source.ts';

/** The logs to audit, with the keys that came with them. */
export interface OpenedLogs {
  logs: AuditedLog[];
  keys: LogKey[];
}

/** How the command reaches the world. */
export interface AuditIo {
  out(line: string): void;
  err(line: string): void;
  progress: ProgressScreen;
  /** The logs of a deployment with all that is behind them. Throws LogNotReachableError. */
  openDeployment(asked: { stage?: string | undefined; parameters?: string | undefined }): Promise<OpenedLogs>;
}

const USAGE = `Usage: quittance log audit DIR|URL [--keys FILE] [--receipts DIR] [--expect-all FILE]
                           [--checkpoints FILE ...] [--state FILE] [--json]
       quittance log audit --deployment [--stage NAME] [--parameters PREFIX] ...

  DIR            a folder with the log's files, or with a folder for each year
  URL            the log's public address (https://.../log/2026), or the issuer's: all its logs
  --deployment   a deployment of your own: its batch records and receipts too (credentials of the AWS command line)
  --keys         the issuer's privacy-receipts.json, so that nobody has to be believed; else, of a URL, what it publishes
  --receipts     receipts held: *.jws, each with its *.tlog-proof
  --expect-all   all receipts that there are, by place: INDEX SHA256 a line (ORIGIN INDEX SHA256 for several logs)
  --checkpoints  a checkpoint that was seen at some time; may be repeated
  --state        what the last audit saw; written when this one finds nothing
  --json         the report for programs

Exit: 0 in order, 1 something is not, 2 cannot tell (not reachable, or the log's key is not known), 3 usage.`;

const EXIT = { clean: 0, findings: 1, unknown: 2, usage: 3 } as const;

const OPTIONS = {
  deployment: { type: 'boolean', default: false },
  stage: { type: 'string' },
  parameters: { type: 'string' },
  keys: { type: 'string' },
  receipts: { type: 'string' },
  'expect-all': { type: 'string' },
  checkpoints: { type: 'string', multiple: true, default: [] as string[] },
  state: { type: 'string' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

const parse = (argv: readonly string[]) => parseArgs({ args: [...argv], allowPositionals: true, options: OPTIONS });

type Values = ReturnType<typeof parse>['values'];

/** The options, or what is wrong with them. */
function readOptions(argv: readonly string[]): { where: string | undefined; values: Values } | string {
  try {
    const { values, positionals } = parse(argv);
    const [where, ...rest] = positionals;
    if (rest.length > 0) return 'Name one log. --checkpoints is repeated for each file.';
    if (!values.help && (where === undefined) !== values.deployment) return 'Say which log: DIR, URL or --deployment.';
    return { where, values };
  } catch (error) {
    return (error as Error).message;
  }
}

async function keysIn(file: string): Promise<LogKey[]> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  const keys = text === undefined ? undefined : readKeyFile(text);
  if (keys === undefined) throw new HeldFileError(`${file} is no privacy-receipts.json`);
  return keys.logs;
}

async function openLogs(where: string | undefined, values: Values, io: AuditIo): Promise<OpenedLogs> {
  if (where === undefined) return await io.openDeployment(values);
  if (/^https?:\/\//.test(where)) return await openAddress(where);
  return { logs: await openFolder(where), keys: [] };
}

const NOTHING: Held = { receipts: new Map(), unplaced: new Map(), checkpoints: [] };

async function* each<T>(all: readonly T[]): AsyncGenerator<T> {
  yield* all;
}

async function audit(where: string | undefined, values: Values, io: AuditIo): Promise<number> {
  const { receipts, state, checkpoints, 'expect-all': all } = values;
  const held = receipts === undefined ? NOTHING : await readHeld(receipts);
  const last = state === undefined ? [] : await remembered(state);
  const seen = [...held.checkpoints, ...(await readCheckpoints(checkpoints)), ...last];
  const pinned = values.keys === undefined ? undefined : await keysIn(values.keys);
  const opened = await openLogs(where, values, io);
  const line = progressLine(io.progress);
  const report = await auditLogs({
    logs: opened.logs,
    keys: pinned ?? opened.keys,
    seen,
    rolls: (origin) => [
      { complete: false, receipts: each(held.receipts.get(origin) ?? []) },
      ...(all === undefined ? [] : [listRoll(all, origin, opened.logs.length === 1)]),
    ],
    unplaced: held.unplaced,
    progress: line.tell,
  }).finally(line.end);
  if (state !== undefined && report.result === 'clean') await remember(state, report.logs);
  if (values.json) io.out(JSON.stringify(report));
  else for (const text of reportLines(report)) io.out(text);
  return EXIT[report.result];
}

/** Runs the command; returns its exit code. */
export async function runAudit(argv: readonly string[], io: AuditIo): Promise<number> {
  const options = readOptions(argv);
  if (typeof options === 'string') {
    io.err(`${options}\n\n${USAGE}`);
    return EXIT.usage;
  }
  if (options.values.help) {
    io.out(USAGE);
    return 0;
  }
  try {
    return await audit(options.where, options.values, io);
  } catch (error) {
    if (error instanceof HeldFileError) {
      io.err(error.message);
      return EXIT.usage;
    }
    if (!(error instanceof LogNotReachableError)) throw error;
    io.err(`Cannot tell: ${error.message}`);
    return EXIT.unknown;
  }
}
