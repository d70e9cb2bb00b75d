/** The sandboxes of all functions: started on the first call, shared under a cap, stopped when idle. */
import { randomUUID } from 'node:crypto';
import type { Clock, Credentials } from '../contract.ts';
import type { LambdaFunction } from './functions.ts';
import type { FunctionLogs } from './logs.ts';
import { type Outcome, Sandbox } from './sandbox.ts';

export interface PoolOptions {
  clock: Clock;
  logs: FunctionLogs;
  /** The key of a function's role. */
  credentials(lambda: LambdaFunction): Credentials;
  awsUrl: string;
  region: string;
  /** Sandboxes of all functions together. */
  maxSandboxes?: number;
  maxPerFunction?: number;
  idleMs?: number;
}

/** Runs invocations with JSON text in and out. */
export interface SandboxPool {
  run(lambda: LambdaFunction, payload: string): Promise<Outcome>;
  /** Resolves when nothing is queued or running. */
  idle(): Promise<void>;
  /** Sandboxes alive now. */
  size(): number;
  /** Invocations ended since start. */
  completed(): number;
  close(): Promise<void>;
}

interface Pending {
  lambda: LambdaFunction;
  payload: string;
  settle: (outcome: Outcome) => void;
}

interface Member {
  sandbox: Sandbox;
  state: 'starting' | 'idle' | 'busy';
  idleSince: number;
  idleTimer?: NodeJS.Timeout | undefined;
}

/** Larger payloads are refused in both directions, as Lambda does. */
export const PAYLOAD_LIMIT = 6 * 1024 * 1024;

/** From so many on, at some fifty megabytes each, a function gets no second sandbox. */
const CROWDED = 8;

/** A sandbox that was idle for less is in use: its function will be called again. */
const IN_USE_MS = 5_000;

/** A pool; no sandbox is started before the first call. */
export function createSandboxPool(options: PoolOptions): SandboxPool {
  return new Pool(options);
}

class Pool implements SandboxPool {
  readonly #options: Required<PoolOptions>;
  readonly #members = new Set<Member>();
  #queue: Pending[] = [];
  #underWay = 0;
  #completed = 0;
  #idleWaiters: (() => void)[] = [];
  #closed = false;

  constructor(options: PoolOptions) {
    this.#options = { maxSandboxes: 20, maxPerFunction: 4, idleMs: 60_000, ...options };
  }

  async run(lambda: LambdaFunction, payload: string): Promise<Outcome> {
    if (Buffer.byteLength(payload) > PAYLOAD_LIMIT) return tooLarge('request');
    this.#underWay += 1;
    const outcome = await new Promise<Outcome>((settle) => {
      this.#queue.push({ lambda, payload, settle });
      this.#pump();
    });
    this.#underWay -= 1;
    this.#completed += 1;
    if (this.#underWay === 0) for (const resolve of this.#idleWaiters.splice(0)) resolve();
    return outcome.ok && Buffer.byteLength(outcome.payload) > PAYLOAD_LIMIT ? tooLarge('response') : outcome;
  }

  async idle(): Promise<void> {
    if (this.#underWay > 0) await new Promise<void>((resolve) => this.#idleWaiters.push(resolve));
  }

  size(): number {
    return this.#members.size;
  }

  completed(): number {
    return this.#completed;
  }

  async close(): Promise<void> {
    this.#closed = true;
    for (const { settle } of this.#queue.splice(0)) settle(stopped);
    await Promise.all([...this.#members].map((member) => this.#drop(member)));
  }

  /** Hands queued invocations to idle sandboxes and starts sandboxes for the rest, oldest first. */
  #pump(): void {
    this.#shareOut();
    this.#queue = this.#queue.filter((pending) => {
      const member = this.#find(({ sandbox, state }) => state === 'idle' && sandbox.function === pending.lambda);
      if (member) void this.#invoke(member, pending);
      return !member;
    });
    for (const lambda of new Set(this.#queue.map((pending) => pending.lambda))) this.#startFor(lambda);
  }

  /** When it is crowded a function without a sandbox takes one from a function that has several, however many calls that one has. */
  #shareOut(): void {
    if (this.#members.size < Math.min(this.#options.maxSandboxes, CROWDED)) return;
    const count = this.#count();
    const without = this.#queue.find(({ lambda }) => !count.has(lambda))?.lambda;
    const spare = without && this.#find(({ sandbox, state }) => state === 'idle' && count.get(sandbox.function)! > 1);
    if (without === undefined || spare === undefined || this.#closed) return;
    void this.#drop(spare);
    this.#start(without);
  }

  #count(): Map<LambdaFunction, number> {
    const count = new Map<LambdaFunction, number>();
    for (const { sandbox } of this.#members) count.set(sandbox.function, (count.get(sandbox.function) ?? 0) + 1);
    return count;
  }

  #startFor(lambda: LambdaFunction): void {
    const waiting = this.#queue.filter((pending) => pending.lambda === lambda).length;
    const own = [...this.#members].filter(({ sandbox }) => sandbox.function === lambda);
    const starting = own.filter(({ state }) => state === 'starting').length;
    const room = Math.min(this.#options.maxPerFunction, lambda.concurrency) - own.length;
    for (let i = 0; i < Math.min(waiting - starting, room) && !this.#closed && this.#makeRoom(lambda); i += 1) this.#start(lambda);
  }

  /**
   * Under the cap there is room, for a function's second sandbox under a lower one; at the cap the sandbox that idled
   * longest gives way. A start costs as much as a hundred calls: a function that can already run takes nothing from one in use.
   */
  #makeRoom(lambda: LambdaFunction): boolean {
    const canRun = this.#count().has(lambda);
    if (this.#members.size < Math.min(this.#options.maxSandboxes, canRun ? CROWDED : Infinity)) return true;
    const spared = canRun ? Date.now() - IN_USE_MS : Infinity;
    const idle = [...this.#members].filter(({ state, idleSince }) => state === 'idle' && idleSince < spared);
    const victim = idle.toSorted((a, b) => a.idleSince - b.idleSince)[0];
    if (victim === undefined) return false;
    void this.#drop(victim);
    return true;
  }

  #start(lambda: LambdaFunction): void {
    const sandbox = new Sandbox(lambda, {
      environment: this.#environment(lambda),
      clockOffset: this.#clockOffset(),
      log: this.#options.logs.stream(lambda.name),
    });
    const member: Member = { sandbox, state: 'starting', idleSince: 0 };
    this.#members.add(member);
    void sandbox.exited.then(() => this.#forget(member));
    void sandbox.ready.then((failure) => (failure ? this.#onUnusable(member, failure) : this.#release(member)));
  }

  /** A module that does not load fails the call it was started for. */
  #onUnusable(member: Member, failure: Outcome): void {
    const index = this.#queue.findIndex(({ lambda }) => lambda === member.sandbox.function);
    const [pending] = index < 0 ? [] : this.#queue.splice(index, 1);
    if (pending) this.#report(pending.lambda, 'init', failure);
    pending?.settle(failure);
    void this.#drop(member);
  }

  async #invoke(member: Member, { lambda, payload, settle }: Pending): Promise<void> {
    clearTimeout(member.idleTimer);
    member.state = 'busy';
    const requestId = randomUUID();
    const deadline = Date.now() + lambda.timeoutMs;
    const clockOffset = this.#clockOffset();
    const outcome = await member.sandbox.invoke({ requestId, payload, deadline, clockOffset });
    this.#options.clock.passed?.(Date.now() + clockOffset);
    this.#report(lambda, requestId, outcome);
    this.#release(member);
    settle(outcome);
  }

  #release(member: Member): void {
    if (!member.sandbox.alive) return void this.#drop(member);
    member.state = 'idle';
    member.idleSince = Date.now();
    member.idleTimer = setTimeout(() => void this.#drop(member), this.#options.idleMs).unref();
    this.#pump();
  }

  async #drop(member: Member): Promise<void> {
    clearTimeout(member.idleTimer);
    this.#members.delete(member);
    await member.sandbox.stop();
    this.#pump();
  }

  #forget(member: Member): void {
    clearTimeout(member.idleTimer);
    if (this.#members.delete(member)) this.#pump();
  }

  #report(lambda: LambdaFunction, requestId: string, outcome: Outcome): void {
    if (outcome.ok) return;
    const time = new Date(this.#options.clock.now()).toISOString();
    this.#options.logs.stream(lambda.name).write(`${time}\t${requestId}\tERROR\tInvoke Error\t${JSON.stringify(outcome.error)}\n`);
  }

  #find(test: (member: Member) => boolean): Member | undefined {
    for (const member of this.#members) if (test(member)) return member;
    return undefined;
  }

  #clockOffset(): number {
    const offset = this.#options.clock.now() - Date.now();
    // On the system clock the two reads may fall on either side of a tick.
    return Math.abs(offset) <= 1 ? 0 : offset;
  }

  /** Exactly what the cloud's runtime sets, and the function's own variables; nothing of this process. */
  #environment(lambda: LambdaFunction): Record<string, string> {
    const { accessKeyId, secretAccessKey } = this.#options.credentials(lambda);
    return {
      TZ: ':UTC',
      LANG: 'en_US.UTF-8',
      AWS_REGION: this.#options.region,
      AWS_DEFAULT_REGION: this.#options.region,
      AWS_ACCESS_KEY_ID: accessKeyId,
      AWS_SECRET_ACCESS_KEY: secretAccessKey,
      AWS_ENDPOINT_URL: this.#options.awsUrl,
      AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
      AWS_LAMBDA_FUNCTION_NAME: lambda.name,
      AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
      AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(lambda.memoryMb),
      AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${lambda.name}`,
      AWS_LAMBDA_LOG_STREAM_NAME: 'local',
      ...(lambda.logsJson ? { AWS_LAMBDA_LOG_FORMAT: 'JSON', AWS_LAMBDA_LOG_LEVEL: 'INFO' } : {}),
      LAMBDA_TASK_ROOT: lambda.directory,
      _HANDLER: lambda.handler,
      ...lambda.environment,
    };
  }
}

const stopped: Outcome = { ok: false, error: { errorType: 'Lambda.Unknown', errorMessage: 'The small AWS is stopping' } };

function tooLarge(which: 'request' | 'response'): Outcome {
  const errorType = which === 'request' ? 'RequestTooLargeException' : 'Function.ResponseSizeTooLarge';
  const errorMessage = `${which === 'request' ? 'Request' : 'Response'} payload size exceeded maximum allowed payload size (${PAYLOAD_LIMIT} bytes).`;
  return { ok: false, error: { errorType, errorMessage } };
}
