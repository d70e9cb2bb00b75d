/** Asynchronous invocations: stored before they are accepted, retried twice, then sent to the failure destination. */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Clock } from '../contract.ts';
import { type AsyncEntries, asyncEntries, type AsyncEntry } from './async-entries.ts';
import { type AsyncSettings, asyncSettings, deliverFailure, type DeliveryOptions } from './failure-destination.ts';
import { functionNotFound, type FunctionTable } from './function-invoker.ts';
import type { LambdaFunction } from './functions.ts';
import type { SandboxPool } from './pool.ts';
import type { RuntimeError } from './sandbox-protocol.ts';

export interface AsyncInvocations {
  /** Stores the event and returns; it is run at least once, also after a crash. Throws AwsError for an unknown function. */
  submit(functionArn: string, payload: unknown): void;
  /** Takes up what an earlier process left. */
  resume(): void;
  /** Resolves when nothing runs now; a retry that waits for its time does not count. */
  settled(): Promise<void>;
  close(): void;
}

export interface AsyncOptions extends Omit<DeliveryOptions, 'invokeAsync'> {
  clock: Clock;
  functions: FunctionTable;
  pool: SandboxPool;
}

/** "waits 1 minute before the second attempt, and 2 minutes before the third": Lambda Developer Guide, asynchronous invocation. */
const RETRY_DELAYS_MS = [60_000, 120_000];

export function createAsyncInvocations(options: AsyncOptions): AsyncInvocations {
  return new AsyncQueue(options);
}

class AsyncQueue implements AsyncInvocations {
  readonly #options: AsyncOptions;
  readonly #store: AsyncEntries;
  readonly #settings: Map<string, AsyncSettings>;
  readonly #running = new Set<Promise<void>>();
  readonly #timers = new Map<string, () => void>();
  #closed = false;

  constructor(options: AsyncOptions) {
    this.#options = options;
    this.#store = asyncEntries(join(options.dataDir, 'async'));
    this.#settings = new Map(options.functions.all.map((lambda) => [lambda.name, asyncSettings(lambda, options.resources)]));
  }

  submit(functionArn: string, payload: unknown): void {
    const { functions, clock } = this.#options;
    const lambda = functions.find(functionArn);
    if (!lambda) throw functionNotFound(functionArn);
    const entry = { id: randomUUID(), functionName: lambda.name, payload: payload ?? null, failures: 0, notBefore: clock.now() };
    this.#arm(this.#store.keep(entry));
  }

  resume(): void {
    for (const entry of this.#store.all()) this.#arm(entry);
  }

  async settled(): Promise<void> {
    while (this.#running.size > 0) await Promise.allSettled(this.#running);
  }

  close(): void {
    this.#closed = true;
    for (const disarm of this.#timers.values()) disarm();
    this.#store.close();
  }

  #arm(entry: AsyncEntry): void {
    const { clock } = this.#options;
    if (this.#closed) return;
    if (entry.notBefore <= clock.now()) this.#launch(entry);
    else
      this.#timers.set(
        entry.id,
        clock.at(entry.notBefore, () => this.#launch(entry)),
      );
  }

  #launch(entry: AsyncEntry): void {
    this.#timers.delete(entry.id);
    const run = this.#attempt(entry).finally(() => this.#running.delete(run));
    this.#running.add(run);
  }

  async #attempt(entry: AsyncEntry): Promise<void> {
    const lambda = this.#options.functions.find(entry.functionName);
    if (!lambda) return this.#store.remove(entry);
    const outcome = await this.#options.pool.run(lambda, JSON.stringify(entry.payload));
    // A stopping small AWS fails what runs; the entry stays for the next start.
    if (this.#closed) return;
    if (outcome.ok) return this.#store.remove(entry);
    await this.#onFailure(entry, lambda, outcome.error);
  }

  async #onFailure(entry: AsyncEntry, lambda: LambdaFunction, error: RuntimeError): Promise<void> {
    const { maxRetries, onFailure } = this.#settings.get(lambda.name)!;
    const now = this.#options.clock.now();
    const failures = entry.failures + 1;
    if (failures <= maxRetries) return this.#arm(this.#store.keep({ ...entry, failures, notBefore: now + RETRY_DELAYS_MS[failures - 1]! }));
    const record = failureRecord({ ...entry, failures }, { lambda, error, now });
    const invokeAsync = this.submit.bind(this);
    await deliverFailure(record, { lambda, destination: onFailure }, { ...this.#options, invokeAsync });
    if (!this.#closed) this.#store.remove(entry);
  }
}

function failureRecord(entry: AsyncEntry, { lambda, error, now }: { lambda: LambdaFunction; error: RuntimeError; now: number }) {
  return {
    version: '1.0' as const,
    timestamp: new Date(now).toISOString(),
    requestContext: {
      requestId: entry.id,
      functionArn: `${lambda.arn}:$LATEST`,
      condition: 'RetriesExhausted' as const,
      approximateInvokeCount: entry.failures,
    },
    requestPayload: entry.payload,
    responseContext: { statusCode: 200 as const, executedVersion: '$LATEST' as const, functionError: 'Unhandled' as const },
    responsePayload: error,
  };
}
