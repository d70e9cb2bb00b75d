/** Replays executions that were recorded on AWS through the engine and compares what a caller can see. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { StatesService } from '../../lib/local/states/create-states-service.ts';
import { createStatesService } from '../../lib/local/states/create-states-service.ts';
import type { Definition, Json } from '../../lib/local/states/definition.ts';
import { settle, VirtualClock } from '../local/states/virtual-clock.ts';
import { asJsonata, deviationOf } from './states-language-deviations.ts';
import type { Masks } from './states-language-match.ts';
import { masksOf, sameValue } from './states-language-match.ts';
import { RecordedTasks } from './states-language-tasks.ts';

export interface RecordedEvent {
  id: unknown;
  previousEventId: unknown;
  type: string;
  [details: string]: unknown;
}

interface Recording {
  kind: string;
  id: string;
  language: string;
  definition: Definition;
  input: Json;
  events: RecordedEvent[];
}

export interface ReplayReport {
  passed: number;
  failed: { id: string; problem: string }[];
  /** How many recordings each deviation excuses, by its reason. */
  excepted: Map<string, number>;
}

interface Ending {
  status: string;
  error?: string | undefined;
  output?: Json | undefined;
  trace: string[];
}

const REGION = 'us-east-1';
const ARN = `arn:aws:states:${REGION}:111111111111:stateMachine:recorded`;
const ENDINGS: Record<string, string> = {
  ExecutionSucceeded: 'SUCCEEDED',
  ExecutionFailed: 'FAILED',
  ExecutionTimedOut: 'TIMED_OUT',
  ExecutionAborted: 'ABORTED',
};

/** The JSON value of a data member: recordings hold objects parsed and everything else as text. */
export function dataOf(value: unknown): Json {
  if (typeof value !== 'string') return (value ?? null) as Json;
  try {
    return JSON.parse(value) as Json;
  } catch {
    return value;
  }
}

function traceOf(events: RecordedEvent[]): string[] {
  return events.flatMap((event) => {
    const details = (event['stateEnteredEventDetails'] ?? event['stateExitedEventDetails']) as { name: string } | undefined;
    return details === undefined ? [] : [`${event.type} ${details.name}`];
  });
}

function endingOf(events: RecordedEvent[]): Ending {
  const last = events.findLast(({ type }) => type in ENDINGS);
  const member = `${last?.type[0]?.toLowerCase()}${last?.type.slice(1)}EventDetails`;
  const details = (last?.[member] ?? {}) as { error?: string; output?: unknown };
  const status = ENDINGS[last?.type ?? ''] ?? 'RUNNING';
  const output = status === 'SUCCEEDED' ? { output: dataOf(details.output) } : {};
  return { status, error: details.error, ...output, trace: traceOf(events) };
}

async function historyOf(service: StatesService, executionArn: string): Promise<RecordedEvent[]> {
  const principal = { name: 'replay', arn: 'replay', kind: 'operator' as const };
  const { events } = await service.run({ operation: 'GetExecutionHistory', input: { executionArn, maxResults: 1000 }, principal });
  return events as RecordedEvent[];
}

async function runRecording(recording: Recording, folder: string): Promise<Ending> {
  // Instants in recorded inputs are relative to when the recording was made: always before now.
  const clock = new VirtualClock(Date.now());
  const tasks = new RecordedTasks(recording.events);
  const machine = { arn: ARN, name: 'recorded', definition: asJsonata(recording.definition), roleArn: 'arn:aws:iam::111111111111:role/r' };
  const service = createStatesService({ file: join(folder, 'replay.db'), clock, region: REGION, machines: [machine], ...tasks.ports });
  tasks.service = service;
  service.start();
  try {
    const principal = { name: 'replay', arn: 'replay', kind: 'operator' as const };
    const input = { stateMachineArn: ARN, input: JSON.stringify(recording.input) };
    const { executionArn } = await service.run({ operation: 'StartExecution', input, principal });
    for (let turn = 0; turn < 300; turn += 1) {
      await settle(3);
      const ending = endingOf(await historyOf(service, executionArn as string));
      if (ending.status !== 'RUNNING') return ending;
      if (turn > 2) await clock.pass(300_000 * turn);
    }
    return endingOf(await historyOf(service, executionArn as string));
  } finally {
    await service.close();
  }
}

/** States that run side by side: the order between them is chance. */
function isConcurrent(value: unknown): boolean {
  if (value === null || typeof value !== 'object') return false;
  const { Type, MaxConcurrency } = value as { Type?: unknown; MaxConcurrency?: unknown };
  return Type === 'Parallel' || (Type === 'Map' && MaxConcurrency !== 1) || Object.values(value).some(isConcurrent);
}

/**
 * How many events a recording leaves out: its last event numbers them all. (Those of nested Parallels have masked
 * numbers, and some of them are absent.)
 */
function missingEvents(events: RecordedEvent[]): number {
  const last = events.at(-1)?.id;
  return typeof last === 'number' ? Math.max(0, last - events.length) : 0;
}

/** Whether a trace is the recorded one, apart from entries that the recording leaves out. */
function sameTrace(recording: Recording, expected: string[], actual: string[]): boolean {
  const missing = missingEvents(recording.events);
  if (missing === 0) {
    const order = (trace: string[]): string => (isConcurrent(recording.definition) ? trace.toSorted() : trace).join();
    return order(actual) === order(expected);
  }
  const extra = [...actual];
  for (const entry of expected) {
    const at = extra.indexOf(entry);
    if (at < 0) return false;
    extra.splice(at, 1);
  }
  return extra.length <= missing;
}

function masksIn({ input, events }: Recording): Masks {
  const started = events[0]?.['executionStartedEventDetails'] as { input?: unknown } | undefined;
  return masksOf(input, dataOf(started?.input));
}

function problemOf(recording: Recording, actual: Ending): string | undefined {
  const expected = endingOf(recording.events);
  if (actual.status !== expected.status)
    return `status ${actual.status} (${actual.error}) instead of ${expected.status} (${expected.error})`;
  if (actual.error !== expected.error) return `error ${actual.error} instead of ${expected.error}`;
  if (!sameValue(expected.output, actual.output, masksIn(recording))) {
    return `output ${JSON.stringify(actual.output)} instead of ${JSON.stringify(expected.output)}`;
  }
  if (sameTrace(recording, expected.trace, actual.trace)) return undefined;
  return `trace ${actual.trace.join(', ')} instead of ${expected.trace.join(', ')}`;
}

async function problemOfReplay(recording: Recording): Promise<string | undefined> {
  const folder = mkdtempSync(join(tmpdir(), 'replay-'));
  try {
    return problemOf(recording, await runRecording(recording, folder));
  } catch (error) {
    return (error as Error).message;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The recordings of a file that this engine is meant to run. */
function readRecordings(file: string): Recording[] {
  const bytes = readFileSync(file);
  const text = file.endsWith('.gz') ? gunzipSync(bytes).toString() : bytes.toString();
  const all = JSON.parse(text) as Recording[];
  return all.filter(({ kind, language }) => kind === 'execution' && (language === 'jsonata' || language === 'plain'));
}

/** Replays every applicable recording of a file. A deviation excuses a recording only if it does not match. */
export async function replay(file: string): Promise<ReplayReport> {
  const report: ReplayReport = { passed: 0, failed: [], excepted: new Map() };
  for (const recording of readRecordings(file)) {
    const problem = await problemOfReplay(recording);
    const deviation = problem === undefined ? undefined : deviationOf(recording.definition);
    if (problem === undefined) report.passed += 1;
    else if (deviation === undefined) report.failed.push({ id: recording.id, problem });
    else report.excepted.set(deviation, (report.excepted.get(deviation) ?? 0) + 1);
  }
  return report;
}
