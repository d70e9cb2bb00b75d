/** One sandbox: a thread that runs one invocation of one function at a time. */
import { Worker } from 'node:worker_threads';
import type { Writable } from 'node:stream';
import type { LambdaFunction } from './functions.ts';
import type { InvokeMessage, RuntimeError, SandboxMessage, SandboxStart } from './sandbox-protocol.ts';
import { threadCode } from './thread-code.ts';

/** How an invocation ended, the payload as JSON text. */
export type Outcome = { ok: true; payload: string } | { ok: false; error: RuntimeError };

export interface SandboxOptions {
  environment: Record<string, string>;
  clockOffset: number;
  /** Where stdout and stderr go. */
  log: Writable;
}

/** Lambda gives a module ten seconds to load before it counts against the timeout. */
const INIT_LIMIT_MS = 10_000;

/** A dozen threads with V8's default of 48 MB each would hold mostly garbage. */
const YOUNG_MB = 8;

export class Sandbox {
  readonly function: LambdaFunction;
  /** Resolves when the module is loaded; with an error outcome where it could not be. */
  readonly ready: Promise<Outcome | undefined>;
  readonly exited: Promise<void>;
  readonly #worker: Worker;
  #running: { requestId: string; settle: (outcome: Outcome) => void } | undefined;
  #alive = true;

  constructor(lambda: LambdaFunction, { environment, clockOffset, log }: SandboxOptions) {
    this.function = lambda;
    const workerData: SandboxStart = {
      directory: lambda.directory,
      handler: lambda.handler,
      functionName: lambda.name,
      functionArn: lambda.arn,
      memoryMb: lambda.memoryMb,
      clockOffset,
    };
    this.#worker = new Worker(threadCode(), {
      workerData,
      env: environment,
      execArgv: [],
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: lambda.memoryMb, maxYoungGenerationSizeMb: YOUNG_MB },
    });
    this.#worker.stdout.pipe(log, { end: false });
    this.#worker.stderr.pipe(log, { end: false });
    this.ready = this.#awaitReady();
    this.exited = new Promise((resolve) => this.#worker.once('exit', (code) => resolve(this.#onExit(code))));
    this.#worker.on('message', (message: SandboxMessage) => this.#onMessage(message));
    this.#worker.on('error', (error) => this.#settle({ ok: false, error: unknownError(this.#requestId, error.message) }));
  }

  get alive(): boolean {
    return this.#alive;
  }

  /** Runs one invocation; a timeout ends the sandbox with it. */
  invoke(message: InvokeMessage): Promise<Outcome> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.#timeOut(message.requestId), Math.max(0, message.deadline - Date.now()));
      this.#running = {
        requestId: message.requestId,
        settle: (outcome) => {
          clearTimeout(timer);
          this.#running = undefined;
          resolve(outcome);
        },
      };
      if (this.#alive) this.#worker.postMessage(message);
      else this.#settle({ ok: false, error: unknownError(message.requestId, 'the sandbox ended') });
    });
  }

  /** Ends the thread; an invocation under way fails. */
  async stop(): Promise<void> {
    this.#alive = false;
    await this.#worker.terminate();
  }

  get #requestId(): string {
    return this.#running?.requestId ?? 'init';
  }

  async #awaitReady(): Promise<Outcome | undefined> {
    const limit = Math.max(INIT_LIMIT_MS, this.function.timeoutMs);
    return await new Promise((resolve) => {
      const timer = setTimeout(() => {
        resolve({ ok: false, error: { errorType: 'Sandbox.Timedout', errorMessage: `Init timed out after ${limit / 1000} seconds` } });
        void this.stop();
      }, limit);
      const done = (outcome?: Outcome) => {
        clearTimeout(timer);
        resolve(outcome);
      };
      this.#worker.once('message', (message: SandboxMessage) => {
        done('error' in message ? { ok: false, error: message.error } : undefined);
      });
      this.#worker.once('error', (error) => done({ ok: false, error: unknownError('init', error.message) }));
      this.#worker.once('exit', () => done({ ok: false, error: unknownError('init', 'the sandbox ended while loading') }));
    });
  }

  #onMessage(message: SandboxMessage): void {
    if (message.kind === 'fatal') this.#alive = false;
    if (message.kind === 'answer') this.#settle({ ok: true, payload: message.payload });
    if (message.kind === 'error' || message.kind === 'fatal') this.#settle({ ok: false, error: message.error });
  }

  #onExit(code: number): void {
    this.#alive = false;
    this.#settle({ ok: false, error: unknownError(this.#requestId, `Runtime exited with error: exit status ${code}`) });
  }

  #timeOut(requestId: string): void {
    const seconds = (this.function.timeoutMs / 1000).toFixed(2);
    const errorMessage = `RequestId: ${requestId} Error: Task timed out after ${seconds} seconds`;
    this.#settle({ ok: false, error: { errorType: 'Sandbox.Timedout', errorMessage } });
    void this.stop();
  }

  #settle(outcome: Outcome): void {
    this.#running?.settle(outcome);
  }
}

function unknownError(requestId: string, reason: string): RuntimeError {
  return { errorType: 'Lambda.Unknown', errorMessage: `RequestId: ${requestId} Error: ${reason}` };
}
