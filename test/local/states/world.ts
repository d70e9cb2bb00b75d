/** A Step Functions service on a file of its own, with scripted functions and a clock that tests move. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { InvokeResult, Principal } from '../../../lib/local/contract.ts';
import type { Definition, Json, StateDefinition } from '../../../lib/local/states/definition.ts';
import type { StatesOptions, StatesService } from '../../../lib/local/states/create-states-service.ts';
import { createStatesService } from '../../../lib/local/states/create-states-service.ts';
import { settle, VirtualClock } from './virtual-clock.ts';

export const REGION = 'eu-central-1';
export const ROLE = 'arn:aws:iam::000000000000:role/machine';
const OPERATOR: Principal = { name: 'operator', arn: 'arn:aws:iam::000000000000:user/operator', kind: 'operator' };

interface HistoryEvent {
  id: number;
  previousEventId: number;
  timestamp: number;
  type: string;
  [details: string]: unknown;
}

/** What a scripted function does with a payload; a thrown error becomes the function's error. */
export type Script = (payload: Json) => Json | Promise<Json>;

export function machineArn(name: string): string {
  return `arn:aws:states:${REGION}:000000000000:stateMachine:${name}`;
}

async function invokeScript(script: Script | undefined, payload: Json): Promise<InvokeResult> {
  try {
    if (!script) throw new TypeError('No such function');
    return { ok: true, payload: await script(payload) };
  } catch (error) {
    const { name, message } = error as Error;
    return { ok: false, error: { errorType: name, errorMessage: message } };
  }
}

/** A machine of states; the first one begins. */
export function machineOf(states: Record<string, StateDefinition>): Definition {
  const [StartAt = ''] = Object.keys(states);
  return { QueryLanguage: 'JSONata', StartAt, States: states };
}

/** A Task that invokes a function with the state's input and gives its payload. */
export function invoke(name: string, rest: Partial<StateDefinition> = {}): StateDefinition {
  const Arguments = { FunctionName: name, Payload: '{% $states.input %}' };
  return { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', Arguments, Output: '{% $states.result.Payload %}', ...rest };
}

/** A Task that hands its token to a function and waits for the callback. */
export function awaitCallback(name: string, rest: Partial<StateDefinition> = {}): StateDefinition {
  const Arguments = { FunctionName: name, Payload: { token: '{% $states.context.Task.Token %}', input: '{% $states.input %}' } };
  return { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken', Arguments, ...rest };
}

/** An error as a function throws it. */
export function named(name: string, message = ''): Error {
  return Object.assign(new Error(message), { name });
}

export class StatesWorld {
  readonly file: string;
  readonly clock: VirtualClock;
  readonly functions: Record<string, Script>;
  service: StatesService;
  private readonly folder: string;
  private readonly options: Partial<StatesOptions>;
  private definitions: Record<string, Definition>;

  constructor(definitions: Record<string, Definition>, functions: Record<string, Script> = {}, options: Partial<StatesOptions> = {}) {
    this.folder = mkdtempSync(join(tmpdir(), 'states-'));
    this.file = options.file ?? join(this.folder, 'states.db');
    this.clock = (options.clock as VirtualClock | undefined) ?? new VirtualClock();
    this.functions = functions;
    this.definitions = definitions;
    this.options = options;
    this.service = this.open();
  }

  private open(): StatesService {
    const machines = Object.entries(this.definitions).map(([name, definition]) => ({
      arn: machineArn(name),
      name,
      definition,
      roleArn: ROLE,
    }));
    const service = createStatesService({
      file: this.file,
      clock: this.clock,
      region: REGION,
      machines,
      invokerAs: () => ({
        invoke: (name, payload) => invokeScript(this.functions[name.split(':').at(-1) ?? ''], payload as Json),
      }),
      awsCall: async ({ service, operation, input }) => {
        if (service === 'states') return this.call(operation, input);
        throw named('UnexpectedCall');
      },
      ...this.options,
    });
    service.start();
    return service;
  }

  call(operation: string, input: Record<string, unknown>): Promise<Record<string, unknown>> {
    return this.service.run({ operation, input, principal: OPERATOR });
  }

  async start(machine: string, input: Json = {}, name?: string): Promise<string> {
    const request = { stateMachineArn: machineArn(machine), input: JSON.stringify(input), ...(name === undefined ? {} : { name }) };
    const { executionArn } = await this.call('StartExecution', request);
    return executionArn as string;
  }

  describe(executionArn: string): Promise<Record<string, unknown>> {
    return this.call('DescribeExecution', { executionArn });
  }

  async history(executionArn: string): Promise<HistoryEvent[]> {
    const found: HistoryEvent[] = [];
    let nextToken: unknown;
    do {
      const page = await this.call('GetExecutionHistory', {
        executionArn,
        maxResults: 1000,
        ...(nextToken === undefined ? {} : { nextToken }),
      });
      found.push(...(page['events'] as HistoryEvent[]));
      nextToken = page['nextToken'];
    } while (nextToken !== undefined);
    return found;
  }

  async types(executionArn: string): Promise<string[]> {
    return (await this.history(executionArn)).map(({ type }) => type);
  }

  /** Starts an execution, lets time pass until it ends or only waits for callbacks, and describes it. */
  async finish(machine: string, input: Json = {}): Promise<{ arn: string; status: unknown; output: Json; error: unknown; cause: unknown }> {
    const arn = await this.start(machine, input);
    return { arn, ...(await this.outcome(arn)) };
  }

  /** Lets things happen, including all timers of the next 100 days, and tells how the execution stands. */
  async outcome(arn: string): Promise<{ status: unknown; output: Json; error: unknown; cause: unknown }> {
    for (let turn = 0; turn < 200; turn += 1) {
      await settle(2);
      const { status } = await this.describe(arn);
      if (status !== 'RUNNING') break;
      if (turn > 3) await this.clock.pass(86_400_000 / 2);
    }
    const { status, output, error, cause } = await this.describe(arn);
    return { status, output: output === undefined ? null : (JSON.parse(output as string) as Json), error, cause };
  }

  /** Closes the service and opens the file again, as an orderly restart does. */
  async restart(definitions?: Record<string, Definition>): Promise<void> {
    await this.service.close();
    if (definitions) this.definitions = definitions;
    this.service = this.open();
  }

  async close(): Promise<void> {
    await this.service.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
