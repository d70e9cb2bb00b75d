/**
 * Parses a mail in a process of its own, which is ended when it takes too long or too much. A thread would not do: V8 ends the whole
 * process where a thread's memory is used up within one large allocation, and does not count the bytes of files; a mail can be made
 * to do either.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { Readable, Writable } from 'node:stream';
import { readAnswer } from './parse-answer.ts';
import type { Parsed } from './parse-mail.ts';
import { parseProcessCode } from './parse-process-code.ts';
import type { ReadLimits } from './read-limits.ts';

type Pipes = [code: Writable, answer: Readable, errors: null, mail: Writable];

const LOOK_EVERY_MS = 5;

/** No credentials, no files, no programs: only its code, the mail and its length, and where to answer. */
function startProcess(bytes: number, megabytes: number): ChildProcess {
  const { LD_LIBRARY_PATH } = process.env;
  const heap = Math.round(megabytes * 0.6);
  return spawn(process.execPath, ['--permission', `--max-old-space-size=${heap}`, '--max-semi-space-size=8', '-', String(bytes)], {
    env: LD_LIBRARY_PATH === undefined ? {} : { LD_LIBRARY_PATH },
    stdio: ['pipe', 'pipe', 'ignore', 'pipe'],
  });
}

/** The memory a process holds, where the system tells it (Linux); elsewhere only its heap is bounded. */
function residentMegabytes({ pid }: ChildProcess): number {
  try {
    return Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

/** Ends a process that reaches a limit and says which; returns how to stop watching. */
function watch(child: ChildProcess, { milliseconds, megabytes }: ReadLimits, over: (parsed: Parsed) => void): () => void {
  const stop = (reason: 'too-long' | 'too-much-memory'): void => {
    over({ ok: false, reason });
    child.kill('SIGKILL');
  };
  const deadline = setTimeout(stop, milliseconds, 'too-long');
  const looking = setInterval(() => {
    if (residentMegabytes(child) > megabytes) stop('too-much-memory');
  }, LOOK_EVERY_MS);
  return () => {
    clearTimeout(deadline);
    clearInterval(looking);
  };
}

/** Resolves whatever the bytes do to the parser; rejects where no process can be started, which is no fault of theirs and may pass. */
export function parseApart(raw: Uint8Array, limits: ReadLimits): Promise<Parsed> {
  return new Promise((resolve, reject) => {
    const child = startProcess(raw.length, limits.megabytes);
    const [code, answer, , mail] = child.stdio as unknown as Pipes;
    const chunks: Buffer[] = [];
    const end = (parsed: Parsed): void => {
      stopWatching();
      resolve(parsed);
    };
    const stopWatching = watch(child, limits, end);
    answer.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.once('error', (error) => {
      stopWatching();
      reject(error);
    });
    child.once('close', (status, signal) => end(parsedFrom(Buffer.concat(chunks), status, signal)));
    // A process that ended does not take the rest.
    for (const pipe of [code, mail]) pipe.on('error', () => {});
    code.end(parseProcessCode);
    mail.end(raw);
  });
}

/** V8 aborts where its heap is used up, and the system kills where all memory is. */
function parsedFrom(answer: Buffer, status: number | null, signal: NodeJS.Signals | null): Parsed {
  if (signal !== null) return { ok: false, reason: 'too-much-memory' };
  return (status === 0 && readAnswer(answer)) || { ok: false, reason: 'not-readable' };
}
