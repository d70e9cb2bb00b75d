/** A state machine that records what it is told: executions by name, and results by token. */
import type { ExecutionState, Machine } from '../lib/stores/machine.ts';
import { bareId, type RequestId } from '../lib/domain/ids.ts';
import type { Fuse } from './fuse.ts';

export interface RecordingMachine extends Machine {
  executions: Map<string, ExecutionState>;
  /** Results per token, in the order in which they came. */
  told: { token: string; output: Record<string, unknown> }[];
  /** Tokens nobody waits for any more. */
  gone: Set<string>;
  /** Ends an execution by itself, as a fault would. */
  end(id: RequestId, attempt?: number): void;
}

const nameOf = (id: RequestId, attempt: number): string => `${bareId(id)}#${attempt}`;

/** Starting, stopping and telling count as effects. */
export function recordingMachine(fuse: Fuse): RecordingMachine {
  const machine: RecordingMachine = {
    executions: new Map(),
    told: [],
    gone: new Set(),
    end: (id, attempt = 1) => void machine.executions.set(nameOf(id, attempt), 'ended'),
    start: async (id, attempt = 1) =>
      await fuse.effect('start', async () => {
        const name = nameOf(id, attempt);
        if (!machine.executions.has(name)) machine.executions.set(name, 'running');
      }),
    state: async (id, attempt = 1) => await fuse.read(async () => machine.executions.get(nameOf(id, attempt)) ?? 'none'),
    stop: async (id, attempt) =>
      await fuse.effect('stop', async () => {
        const name = nameOf(id, attempt);
        if (machine.executions.has(name)) machine.executions.set(name, 'ended');
      }),
    tell: async (token, output) =>
      await fuse.effect(`tell ${token}`, async () => {
        if (machine.gone.has(token)) return 'gone';
        machine.told.push({ token, output });
        machine.gone.add(token);
        return 'taken';
      }),
  };
  return machine;
}
