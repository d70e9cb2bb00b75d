/** Ends executions in the middle: after one of their transitions nothing reaches them any more, as if the process had died. */
import { setImmediate as turn } from 'node:timers/promises';
import type { AwsContext, Invoker } from '../../lib/local/contract.ts';
import type { ExecutionChange } from '../../lib/local/states/engine.ts';

/** Where an execution is cut off. */
export interface Halt {
  /** Counted from 1. */
  transition: number;
  /** The functions it called have not begun, or have done their work and their answers are lost. */
  functions: 'not-begun' | 'done';
}

interface Followed {
  halt: Halt | undefined;
  transitions: number;
  events: number;
}

export class Halts {
  private readonly followed = new Map<string, Followed>();
  private readonly haltOfNext: () => Halt | undefined;
  /** Called at once when an execution is cut off, before anything else happens. */
  onHalt: (id: string) => void = () => undefined;

  /** An execution that is seen for the first time gets what `haltOfNext` says. */
  constructor(haltOfNext: () => Halt | undefined) {
    this.haltOfNext = haltOfNext;
  }

  /** How far an execution has come, by its request's id. */
  progress(id: string): { transitions: number; events: number } {
    const { transitions = 0, events = 0 } = this.followed.get(id) ?? {};
    return { transitions, events };
  }

  has(id: string): boolean {
    const { halt, transitions } = this.followed.get(id) ?? { transitions: 0 };
    return halt !== undefined && transitions >= halt.transition;
  }

  observe({ name, events }: ExecutionChange): void {
    let known = this.followed.get(name);
    if (known === undefined) this.followed.set(name, (known = { halt: this.haltOfNext(), transitions: 0, events: 0 }));
    known.transitions += 1;
    known.events += events.length;
    if (known.transitions === known.halt?.transition) this.onHalt(name);
  }

  /** The same context, with the halts between the machine and its functions. */
  between(context: AwsContext): AwsContext {
    return { ...context, invokerAs: (roleArn) => this.guarded(context.invokerAs(roleArn)) };
  }

  private guarded(invoker: Invoker): Invoker {
    return {
      invoke: async (functionArn, payload) => {
        const id = (payload as { requestId: string }).requestId.slice('req_'.length);
        // The transition that called is told after its calls have begun.
        await turn();
        if (this.has(id) && this.followed.get(id)!.halt!.functions === 'not-begun') return never();
        const answer = await invoker.invoke(functionArn, payload);
        return this.has(id) ? never() : answer;
      },
    };
  }
}

async function never(): Promise<never> {
  return await new Promise(() => undefined);
}
