/** Replays executions that were recorded on AWS through the engine and compares what a caller can see. */
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Recording } from './states-language-recording.ts';
import { readRecordings } from './states-language-recording.ts';
import type { Verdict } from './states-language-replay.ts';

export interface ReplayReport {
  /** How many recordings ended alike, by language. */
  passed: Map<string, number>;
  failed: { id: string; problem: string }[];
  /** How many recordings each deviation excuses, by its reason. */
  excepted: Map<string, number>;
}

const WORKER = join(import.meta.dirname, 'states-language-worker.ts');

/** A replay takes milliseconds: time is virtual. */
const LONGEST_MS = 20_000;

/** Replays one recording after the other in a thread, and in a new one after a thread was lost. */
class Replayer {
  private worker: Worker | undefined;

  async judge(recording: Recording): Promise<Verdict> {
    const worker = (this.worker ??= new Worker(WORKER));
    const { promise, resolve } = Promise.withResolvers<Verdict & { lost?: true }>();
    const lose = (problem: string): void => resolve({ problem, lost: true });
    const timer = setTimeout(() => lose('the replay hangs'), LONGEST_MS);
    const crashed = (error: unknown): void => lose(`the replay crashed: ${String(error)}`);
    worker.once('message', resolve).once('error', crashed).once('exit', crashed);
    worker.postMessage(recording);
    const verdict = await promise;
    clearTimeout(timer);
    worker.off('message', resolve).off('error', crashed).off('exit', crashed);
    if (verdict.lost) await this.close();
    return verdict;
  }

  async close(): Promise<void> {
    await this.worker?.terminate();
    this.worker = undefined;
  }
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** How many there are in all. */
export function total(counts: Map<string, number>): number {
  return [...counts.values()].reduce((sum, each) => sum + each, 0);
}

/** Replays every applicable recording of a file. A deviation excuses a recording only if it does not match. Throws NoRecordings. */
export async function replay(file: string): Promise<ReplayReport> {
  const report: ReplayReport = { passed: new Map(), failed: [], excepted: new Map() };
  const replayer = new Replayer();
  for (const recording of readRecordings(file)) {
    const { problem, deviation } = await replayer.judge(recording);
    if (problem === undefined) count(report.passed, recording.language);
    else if (deviation === undefined) report.failed.push({ id: recording.id, problem });
    else count(report.excepted, deviation);
  }
  await replayer.close();
  return report;
}
