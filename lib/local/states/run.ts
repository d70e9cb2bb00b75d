/** One execution in memory while something happens to it: its rows, what changed, and what to do once that is durable. */
import type { Clock } from '../contract.ts';
import type { Definition, FlowPath, Json, JsonObject, StateDefinition, StateType } from './definition.ts';
import { flowAt } from './definition.ts';
import type { StateFailure } from './errors.ts';
import type { TaskCall } from './resources.ts';

export type Status = 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'ABORTED';

export interface Execution {
  id: number;
  arn: string;
  machineArn: string;
  machineName: string;
  name: string;
  roleArn: string;
  status: Status;
  startedAt: number;
  stoppedAt: number | null;
  /** When the execution as a whole times out. */
  dueAt: number | null;
  /** JSON text. */
  input: string;
  output: string | null;
  error: string | null;
  cause: string | null;
  lastEvent: number;
  lastFrame: number;
  redriveCount: number;
  redrivenAt: number | null;
}

/**
 * `enter` is runnable; `queued` waits for its Map's concurrency; `task` has an invocation in flight; `token` waits for
 * a callback or a child execution; `wait` and `retry` wait for `dueAt`; `children` waits for its branches or items;
 * `done`, `failed` and `aborted` have ended.
 */
export type Phase = 'enter' | 'queued' | 'task' | 'token' | 'wait' | 'retry' | 'children' | 'done' | 'failed' | 'aborted';

/** A task of an activity before a worker has taken it: only then do its time limits begin. */
export interface Work extends TimeLimits {
  input: Json;
}

/** How many seconds a task may take, and how many between signs of life. */
export interface TimeLimits {
  timeout?: number | undefined;
  heartbeat?: number | undefined;
}

/** One thread of control: the machine itself, a branch of a Parallel, or an item of a Map. */
export interface Frame {
  id: number;
  parent: number | null;
  ordinal: number;
  flow: FlowPath;
  state: string;
  phase: Phase;
  input: Json;
  /** Variables of this scope; outer scopes are the frames above. */
  variables: JsonObject;
  item?: { index: number; value: Json };
  /** Set when a state is entered for the first time, cleared by moving on: a retry is not an entry. */
  entered?: { at: number; event: number };
  lastEvent: number;
  /** Retries used, per retrier. */
  retries: Record<string, number>;
  /** Counts invocations, so that an answer to an earlier one is recognised. */
  attempt: number;
  dueAt: number | null;
  timeoutAt?: number;
  heartbeat?: { seconds: number; at: number };
  /** Task token, or the ARN of what is waited for: a child execution, or an activity that has no worker for it yet. */
  token: string | null;
  /** What the first worker to ask for it will be given. */
  work?: Work;
  output?: Json;
  failure?: JsonObject;
  /** A Map's own bookkeeping. */
  map?: { concurrency: number; tolerated: number; total: number; failed: number };
  /** Inside a distributed Map: its events belong to another history. */
  quiet?: boolean;
}

export interface HistoryRow {
  id: number;
  previous: number;
  at: number;
  type: string;
  details: string | null;
}

/** A task to start once the transition that scheduled it is on disk. */
export interface TaskEffect {
  frame: number;
  attempt: number;
  call: TaskCall;
}

export interface Changes {
  execution: Execution;
  frames: Frame[];
  removed: number[];
  events: HistoryRow[];
}

/** How one type of state behaves. */
export interface StateRunner {
  enter(step: Step): Promise<void>;
  /** A branch or item of this state ended well. */
  childDone?(step: Step, child: Frame): Promise<void>;
  /** A branch or item of this state failed and could not catch it. */
  childFailed?(step: Step, child: Frame, failure: StateFailure): Promise<void>;
}

/** What the engine lends to every run. */
export interface World {
  clock: Clock;
  region: string;
  random: () => number;
  runners: Record<StateType, StateRunner>;
  hasActivity: (arn: string) => boolean;
  /** Takes faults of the engine itself, for the log. */
  onFault: (error: unknown) => void;
}

/** A frame at a state: what every state function works on. */
export interface Step {
  run: Run;
  frame: Frame;
  state: StateDefinition;
}

export class Run {
  readonly execution: Execution;
  readonly definition: Definition;
  readonly world: World;
  readonly frames = new Map<number, Frame>();
  readonly ready: Frame[] = [];
  effects: TaskEffect[] = [];
  private events: HistoryRow[] = [];
  private readonly changed = new Set<Frame>();
  private removed: number[] = [];
  private executionInput: Json | undefined;

  constructor(execution: Execution, definition: Definition, world: World) {
    this.execution = execution;
    this.definition = definition;
    this.world = world;
  }

  get ended(): boolean {
    return this.execution.status !== 'RUNNING';
  }

  /** The execution's input, parsed once. */
  get input(): Json {
    this.executionInput ??= JSON.parse(this.execution.input) as Json;
    return this.executionInput;
  }

  /** The step a frame is at. */
  step(frame: Frame): Step {
    const state = flowAt(this.definition, frame.flow).States[frame.state];
    if (state === undefined) throw new TypeError(`No state ${frame.state}`);
    return { run: this, frame, state };
  }

  parent(frame: Frame): Frame | undefined {
    return frame.parent === null ? undefined : this.frames.get(frame.parent);
  }

  children(frame: Frame): Frame[] {
    return [...this.frames.values()].filter((other) => other.parent === frame.id);
  }

  /** Says that a frame must be written. */
  touch(frame: Frame): void {
    this.changed.add(frame);
  }

  /** Adds a frame at the start of a flow. */
  spawn(fields: Pick<Frame, 'parent' | 'ordinal' | 'flow' | 'input' | 'phase'> & Partial<Frame>): Frame {
    const frame: Frame = {
      id: ++this.execution.lastFrame,
      state: flowAt(this.definition, fields.flow).StartAt,
      variables: {},
      lastEvent: 0,
      retries: {},
      attempt: 0,
      dueAt: null,
      token: null,
      ...fields,
    };
    this.frames.set(frame.id, frame);
    this.touch(frame);
    if (frame.phase === 'enter') this.ready.push(frame);
    return frame;
  }

  /** Makes a frame runnable. */
  resume(frame: Frame): void {
    frame.phase = 'enter';
    frame.dueAt = null;
    this.touch(frame);
    this.ready.push(frame);
  }

  /** Removes a frame's branches or items with everything below them. */
  dropChildren(frame: Frame): void {
    for (const child of this.children(frame)) {
      this.dropChildren(child);
      this.frames.delete(child.id);
      this.changed.delete(child);
      this.removed.push(child.id);
    }
  }

  /** Removes every frame: nothing of an execution that ended well is needed again. */
  dropAll(): void {
    this.removed.push(...this.frames.keys());
    this.frames.clear();
    this.changed.clear();
  }

  record(event: HistoryRow): void {
    this.events.push(event);
  }

  /** Whether there is something to write. */
  get hasChanges(): boolean {
    return this.events.length > 0 || this.changed.size > 0 || this.removed.length > 0;
  }

  /** What must be written now; the run starts to collect anew. */
  takeChanges(): Changes {
    const changes = { execution: { ...this.execution }, frames: [...this.changed], removed: this.removed, events: this.events };
    this.changed.clear();
    this.removed = [];
    this.events = [];
    return changes;
  }
}
