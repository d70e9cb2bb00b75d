/** Replays one recorded execution through the engine and says what a caller would see differently. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StatesService } from '../../lib/local/states/create-states-service.ts';
import { ACCOUNT } from '../../lib/local/contract.ts';
import { createStatesService } from '../../lib/local/states/create-states-service.ts';
import type { Definition, Json } from '../../lib/local/states/definition.ts';
import { settle, VirtualClock } from '../local/states/virtual-clock.ts';
import { deviationOf } from './states-language-deviations.ts';
import { asJsonata } from './states-language-jsonpath.ts';
import type { Masks } from './states-language-match.ts';
import { masksOf, sameValue } from './states-language-match.ts';
import type { RecordedEvent, Recording } from './states-language-recording.ts';
import { dataOf, detailsOf, inOrder, lackOf } from './states-language-recording.ts';
import { RecordedTasks } from './states-language-tasks.ts';

interface Ending {
  status: string;
  error?: string | undefined;
  output?: Json | undefined;
  trace: string[];
}

const REGION = 'us-east-1';
const MACHINE = {
  arn: `arn:aws:states:${REGION}:111111111111:stateMachine:recorded`,
  name: 'recorded',
  roleArn: 'arn:aws:iam::111111111111:role/r',
};
const ENDINGS: Record<string, string> = {
  ExecutionSucceeded: 'SUCCEEDED',
  ExecutionFailed: 'FAILED',
  ExecutionTimedOut: 'TIMED_OUT',
  ExecutionAborted: 'ABORTED',
};

function traceOf(events: RecordedEvent[]): string[] {
  return events.flatMap((event) => {
    const details = (event['stateEnteredEventDetails'] ?? event['stateExitedEventDetails']) as { name: string } | undefined;
    return details === undefined ? [] : [`${event.type} ${details.name}`];
  });
}

function endingOf(events: RecordedEvent[]): Ending {
  const last = events.findLast(({ type }) => type in ENDINGS);
  const { error, output } = last === undefined ? {} : (detailsOf(last) as { error?: string; output?: unknown });
  const status = ENDINGS[last?.type ?? ''] ?? 'RUNNING';
  return { status, error, ...(status === 'SUCCEEDED' ? { output: dataOf(output) } : {}), trace: traceOf(events) };
}

/** The execution under replay. */
class Replay {
  private readonly service: StatesService;
  private readonly clock = new VirtualClock(Date.now()); // Instants in recorded inputs are always before now.
  private readonly tasks: RecordedTasks;
  private readonly activities: string[];
  private executionArn = '';

  constructor(definition: Definition, { events, folder }: { events: RecordedEvent[]; folder: string }) {
    const tasks = new RecordedTasks(events, MACHINE);
    const text = JSON.stringify(definition).replaceAll(/:\d{12}:activity:/g, `:${ACCOUNT}:activity:`);
    const machines = [{ ...MACHINE, definition: JSON.parse(text) as Definition }, ...tasks.machines];
    const file = join(folder, 'replay.db');
    this.service = createStatesService({ file, clock: this.clock, region: REGION, machines, ...tasks.ports });
    tasks.service = this.service;
    this.tasks = tasks;
    // An activity exists if a task of one was recorded.
    const exist = events.some(({ type }) => type === 'ActivityScheduled');
    this.activities = exist ? [...new Set(text.match(/arn:aws:states:[\w-]+:\d{12}:activity:[^"]+/g))] : [];
    this.service.start();
  }

  private call(operation: string, input: Record<string, unknown>): Promise<Record<string, unknown>> {
    return this.service.run({ operation, input, principal: { name: 'replay', arn: 'replay', kind: 'operator' } });
  }

  private async events(): Promise<RecordedEvent[]> {
    const { events } = await this.call('GetExecutionHistory', { executionArn: this.executionArn, maxResults: 1000 });
    return events as RecordedEvent[];
  }

  private async createActivity(activityArn: string): Promise<void> {
    await this.call('CreateActivity', { name: activityArn.split(':').at(-1) });
    // Ends with the replay at the latest, when the service is closed.
    this.tasks.work(activityArn).catch(() => undefined);
  }

  /** Runs to the end; `stopAfter` is the number of events after which somebody stopped the recorded execution. */
  async run(input: Json, stopAfter: number): Promise<Ending> {
    for (const activityArn of this.activities) await this.createActivity(activityArn);
    const started = await this.call('StartExecution', { stateMachineArn: MACHINE.arn, input: JSON.stringify(input) });
    this.executionArn = started['executionArn'] as string;
    for (let turn = 0; turn < 300; turn += 1) {
      await settle(3);
      const events = await this.events();
      if (events.length >= stopAfter) await this.call('StopExecution', { executionArn: this.executionArn });
      else if (endingOf(events).status !== 'RUNNING') break;
      else if (turn > 2) await this.clock.pass(300_000 * turn);
    }
    return endingOf(await this.events());
  }

  close(): Promise<void> {
    return this.service.close();
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
function sameTrace({ definition, events }: Recording, expected: string[], actual: string[]): boolean {
  const missing = missingEvents(events);
  if (missing === 0) {
    const order = (trace: string[]): string => (isConcurrent(definition) ? trace.toSorted() : trace).join();
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
  const started = (events[0] === undefined ? {} : detailsOf(events[0])) as { input?: unknown; roleArn?: Json };
  return masksOf([input, MACHINE.roleArn], [dataOf(started.input), started.roleArn ?? null]);
}

function difference(recording: Recording, actual: Ending): string | undefined {
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

async function replayed(recording: Recording, folder: string): Promise<string | undefined> {
  const definition = asJsonata(recording.definition);
  if (definition === undefined) return 'a state in JSONPath that has no counterpart in JSONata';
  const { events, input } = recording;
  const replay = new Replay(definition, { events, folder });
  try {
    const stopAfter = endingOf(events).status === 'ABORTED' ? events.length - 1 : Infinity;
    return difference(recording, await replay.run(input, stopAfter));
  } finally {
    await replay.close();
  }
}

async function problemOf(recording: Recording): Promise<string | undefined> {
  const folder = mkdtempSync(join(tmpdir(), 'replay-'));
  try {
    return await replayed({ ...recording, events: inOrder(recording.events) }, folder);
  } catch (error) {
    return (error as Error).message;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** How a replay compares: what is different from the recording, if anything is, and what excuses that, if anything does. */
export interface Verdict {
  problem?: string | undefined;
  deviation?: string | undefined;
}

/** Replays a recording. Never rejects. */
export async function judge(recording: Recording): Promise<Verdict> {
  const lack = lackOf(recording);
  if (lack !== undefined) return { problem: lack };
  const problem = await problemOf(recording);
  return problem === undefined ? {} : { problem, deviation: deviationOf(recording.definition) };
}
