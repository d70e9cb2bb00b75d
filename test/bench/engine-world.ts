/** The Step Functions engine alone, on a real clock and a real file, with functions that answer from a script. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../../lib/local/clock.ts';
import type { StatesService } from '../../lib/local/states/create-states-service.ts';
import { createStatesService } from '../../lib/local/states/create-states-service.ts';
import type { Definition, Json } from '../../lib/local/states/definition.ts';

const REGION = 'eu-central-1';
const MACHINE = `arn:aws:states:${REGION}:000000000000:stateMachine:bench`;
const OPERATOR = { name: 'bench', arn: 'bench', kind: 'operator' as const };

/** What a function answers to a payload; `reply` sends the result of a task that waits for its token. */
export type Answer = (payload: Json, reply: (taskToken: string) => void) => Json;

export interface EngineWorld {
  folder: string;
  /** Transitions that were made durable since the start. */
  transitions(): number;
  /** Runs executions, so many at once, each to its end. Throws if one does not succeed. */
  run(executions: number, atOnce: number): Promise<void>;
  close(): Promise<void>;
}

/** Opens the engine over one machine; `answers` by the name of the function. */
export function openEngine(definition: Definition, answers: Record<string, Answer>): EngineWorld {
  const folder = mkdtempSync(join(tmpdir(), 'engine-bench-'));
  const ended = new Map<string, () => void>();
  let transitions = 0;
  let failed = 0;
  let started = 0;
  const call = (operation: string, input: Record<string, unknown>) => service.run({ operation, input, principal: OPERATOR });
  const reply = (taskToken: string): void => void setImmediate(() => void call('SendTaskSuccess', { taskToken, output: '{}' }));
  const service: StatesService = createStatesService({
    file: join(folder, 'states.db'),
    clock: systemClock(),
    region: REGION,
    machines: [{ arn: MACHINE, name: 'bench', definition, roleArn: 'arn:aws:iam::000000000000:role/bench' }],
    invokerAs: () => ({
      invoke: async (name, payload) => ({ ok: true, payload: answers[name]!(payload as Json, reply) }),
    }),
    awsCall: () => Promise.reject(new TypeError('The machine calls functions only')),
  });
  service.onChange(({ name, status }) => {
    transitions += 1;
    if (status === 'RUNNING') return;
    if (status !== 'SUCCEEDED') failed += 1;
    ended.get(name)?.();
    ended.delete(name);
  });
  service.start();
  const one = async (name: string): Promise<void> => {
    const end = new Promise<void>((resolve) => ended.set(name, resolve));
    await call('StartExecution', { stateMachineArn: MACHINE, name, input: JSON.stringify({ requestId: name }) });
    await end;
  };
  const worker = async (last: number): Promise<void> => {
    while (started < last) await one(`execution-${++started}`);
  };
  return {
    folder,
    transitions: () => transitions,
    async run(executions, atOnce) {
      const last = started + executions;
      await Promise.all(Array.from({ length: atOnce }, () => worker(last)));
      if (failed > 0) throw new Error(`${failed} executions did not succeed`);
    },
    async close() {
      await service.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
