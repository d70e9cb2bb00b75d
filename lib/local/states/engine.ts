/** The engine: takes signals to executions one at a time each, commits what they change, then lets the world know. */
import type { Ports } from './call-lambda.ts';
import { callTask } from './call-task.ts';
import { advance } from './advance.ts';
import { Committer } from './committer.ts';
import { Deadlines } from './deadlines.ts';
import { childOutcome } from './child-execution.ts';
import { RETENTION_MS } from './limits.ts';
import { Pollers } from './pollers.ts';
import type { Rows } from './rows.ts';
import type { Changes, TaskEffect, World } from './run.ts';
import { Run } from './run.ts';
import type { TaskOutcome } from './states/task.ts';
import { childEnded, deadlinePassed, executionExpired, restarted, taskAnswered } from './signals.ts';

/** How many states are entered before the transaction ends; bounds what a loop without tasks holds up. */
const STATES_PER_COMMIT = 200;

/** How long to wait before a transition that could not be written is tried again. */
const RETRY_WRITE_MS = 1000;

/** What happened to an execution in one transition that is now on disk. */
export interface ExecutionChange {
  executionArn: string;
  stateMachineArn: string;
  name: string;
  status: Run['execution']['status'];
  /** Types of the events that were added. */
  events: string[];
}

/** An execution with something going on: kept in memory only as long as that lasts. */
interface Slot {
  run: Run | undefined;
  tail: Promise<unknown>;
  signals: number;
  tasks: number;
  /** Tasks that no other part of the small AWS knows of: calls to services. */
  calls: number;
}

interface EngineOptions {
  rows: Rows;
  world: World;
  ports: Ports;
}

export class Engine {
  readonly rows: Rows;
  readonly world: World;
  /** Workers that wait for a task of their activity. */
  readonly pollers: Pollers;
  private readonly options: EngineOptions;
  private readonly committer: Committer;
  private readonly deadlines: Deadlines;
  private readonly slots = new Map<number, Slot>();
  private readonly listeners = new Set<(change: ExecutionChange) => void>();
  private closed = false;

  constructor(options: EngineOptions) {
    this.options = options;
    this.rows = options.rows;
    this.world = options.world;
    this.pollers = new Pollers(options.world.clock);
    this.committer = new Committer(options.rows);
    this.deadlines = new Deadlines(options.world.clock, () => this.fireDue());
  }

  /** Calls back after every durable transition. Returns how to stop that. */
  onChange(listener: (change: ExecutionChange) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Continues what an earlier process left, and begins to watch deadlines. */
  start(): void {
    this.rows.forget(this.world.clock.now() - RETENTION_MS);
    for (const id of this.rows.active()) void this.signal(id, restarted);
    for (const arn of this.rows.unreported()) this.reportEnd(arn);
    this.rearm();
  }

  /** Stops after the signals at hand; tasks in flight count as lost at the next start. */
  async close(): Promise<void> {
    this.closed = true;
    this.deadlines.close();
    this.pollers.close();
    while ([...this.slots.values()].some(({ signals }) => signals > 0)) {
      await Promise.allSettled([...this.slots.values()].map(({ tail }) => tail));
    }
    this.slots.clear();
    this.rows.close();
  }

  /** Resolves when no transition and no call to a service is under way. */
  async settled(): Promise<void> {
    while ([...this.slots.values()].some(({ signals, calls }) => signals + calls > 0)) await new Promise(setImmediate);
  }

  /** Hands over a run that has just been inserted, so that it need not be read again. */
  adopt(run: Run, changes: Changes): void {
    this.slot(run.execution.id).run = run;
    this.deadlines.note(run.execution.dueAt);
    this.tell(changes);
    void this.signal(run.execution.id, async () => {});
  }

  /** Does something to an execution, after whatever is being done to it. Resolves when it is durable. */
  perform<T>(id: number, work: (run: Run) => T | Promise<T>): Promise<T> {
    const slot = this.slot(id);
    slot.signals += 1;
    const result = slot.tail.then(() => this.transact(id, slot, work));
    slot.tail = result
      .catch(() => (slot.run = undefined)) // Memory may be ahead of the file.
      .then(() => {
        slot.signals -= 1;
        if (slot.signals === 0 && slot.tasks === 0) this.slots.delete(id);
      });
    return result;
  }

  private slot(id: number): Slot {
    const known = this.slots.get(id);
    if (known) return known;
    const slot: Slot = { run: undefined, tail: Promise.resolve(), signals: 0, tasks: 0, calls: 0 };
    this.slots.set(id, slot);
    return slot;
  }

  private signal(id: number, work: (run: Run) => void | Promise<void>): Promise<boolean> {
    if (this.closed) return Promise.resolve(true);
    return this.perform(id, work).then(
      () => true,
      (error: unknown) => {
        this.world.onFault(error);
        return false;
      },
    );
  }

  private load(id: number): Run {
    const row = this.rows.byId(id);
    if (row === undefined) throw new RangeError(`No execution ${id}`);
    const { definition, ...execution } = row;
    const run = new Run(execution, this.rows.definition(definition), this.world);
    for (const frame of this.rows.frames(id)) run.frames.set(frame.id, frame);
    return run;
  }

  private async transact<T>(id: number, slot: Slot, work: (run: Run) => T | Promise<T>): Promise<T> {
    const run = (slot.run ??= this.load(id));
    const answer = await work(run);
    for (let more = true; more;) {
      more = await advance(run, STATES_PER_COMMIT);
      if (!run.hasChanges) continue;
      const changes = run.takeChanges();
      await this.committer.commit(changes);
      this.committed(run, slot, changes);
    }
    return answer;
  }

  private committed(run: Run, slot: Slot, changes: Changes): void {
    for (const frame of changes.frames) {
      this.deadlines.note(frame.dueAt);
      if (frame.work !== undefined && frame.token !== null) this.pollers.wake(frame.token);
    }
    this.deadlines.note(changes.execution.dueAt);
    const effects = run.effects;
    run.effects = [];
    for (const effect of effects) this.startTask(run, slot, effect);
    if (run.ended) this.reportEnd(run.execution.arn);
    if (run.ended && !this.deadlines.firing) this.rearm();
    this.tell(changes);
  }

  private tell({ execution, events }: Changes): void {
    if (this.listeners.size === 0) return;
    const { arn, machineArn, name, status } = execution;
    const change = { executionArn: arn, stateMachineArn: machineArn, name, status, events: events.map(({ type }) => type) };
    for (const listener of this.listeners) this.shield(() => listener(change));
  }

  /** The change is durable, whatever a listener makes of it. */
  private shield(notify: () => void): void {
    try {
      notify();
    } catch (error) {
      this.world.onFault(error);
    }
  }

  private startTask(run: Run, slot: Slot, effect: TaskEffect): void {
    if (this.closed) return;
    const { id } = run.execution;
    const call = effect.call.target.kind === 'service' ? 1 : 0;
    slot.tasks += 1;
    slot.calls += call;
    void callTask(effect.call, this.options.ports).then((outcome) => {
      slot.tasks -= 1;
      slot.calls -= call;
      return this.signal(id, (current) => taskAnswered(current, effect, outcome)).then(() => this.reportEarlyEnd(outcome));
    });
  }

  /** A child execution may have ended before anybody was seen to wait for it. */
  private reportEarlyEnd(outcome: TaskOutcome): void {
    if (this.closed || !outcome.ok || outcome.pending === undefined) return;
    if (this.rows.byArn(outcome.pending)?.status !== 'RUNNING') this.reportEnd(outcome.pending);
  }

  /** Tells the frames that wait for an execution how it ended. */
  private reportEnd(arn: string): void {
    for (const { execution, id } of this.rows.waitingFor(arn)) {
      const child = this.rows.byArn(arn);
      if (child) void this.signal(execution, (run) => childEnded(run, id, childOutcome(run, id, child)));
    }
  }

  private rearm(notBefore = 0): void {
    const next = this.rows.nextDue();
    this.deadlines.reset(next === undefined ? undefined : Math.max(next, notBefore));
  }

  private async fireDue(): Promise<void> {
    const now = this.world.clock.now();
    const frames = this.rows.dueFrames(now, 500);
    const executions = this.rows.dueExecutions(now, 500);
    const done = await Promise.all([
      ...frames.map(({ execution, id, dueAt }) => this.signal(execution, (run) => deadlinePassed(run, id, dueAt))),
      ...executions.map(({ id }) => this.signal(id, executionExpired)),
    ]);
    // A deadline that could not be written is tried again, but not at once.
    if (!this.closed) this.rearm(done.includes(false) ? now + RETRY_WRITE_MS : 0);
  }
}
