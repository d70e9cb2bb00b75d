/** Asynchronous invocations: stored before they are accepted, retried twice, then sent to the failure destination. */
import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock, Resource } from '../contract.ts';
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

interface Entry {
  id: string;
  functionName: string;
  payload: unknown;
  /** Invocations that failed so far. */
  failures: number;
  notBefore: number;
}

export interface AsyncOptions extends Omit<DeliveryOptions, 'invokeAsync'> {
  clock: Clock;
  functions: FunctionTable;
  pool: SandboxPool;
  resources: readonly Resource[];
}

/** "waits 1 minute before the second attempt, and 2 minutes before the third": Lambda Developer Guide, asynchronous invocation. */
const RETRY_DELAYS_MS = [60_000, 120_000];

export function createAsyncInvocations(options: AsyncOptions): AsyncInvocations {
  const store = entryStore(join(options.dataDir, 'async'));
  const settings = new Map(options.functions.all.map((lambda) => [lambda.name, asyncSettings(lambda, options.resources)]));
  const running = new Set<Promise<void>>();
  const timers = new Map<string, () => void>();
  let closed = false;

  const launch = (entry: Entry) => {
    timers.delete(entry.id);
    const run = attempt(entry).finally(() => running.delete(run));
    running.add(run);
  };
  const arm = (entry: Entry) => {
    if (closed) return;
    if (entry.notBefore <= options.clock.now()) launch(entry);
    else timers.set(entry.id, options.clock.at(entry.notBefore, () => launch(entry)));
  };
  const submit = (functionArn: string, payload: unknown) => {
    const lambda = options.functions.find(functionArn);
    if (!lambda) throw functionNotFound(functionArn);
    arm(store.keep({ id: randomUUID(), functionName: lambda.name, payload: payload ?? null, failures: 0, notBefore: options.clock.now() }));
  };

  const attempt = async (entry: Entry): Promise<void> => {
    const lambda = options.functions.find(entry.functionName);
    if (!lambda) return store.remove(entry);
    const outcome = await options.pool.run(lambda, JSON.stringify(entry.payload));
    // A stopping small AWS fails what runs; the entry stays for the next start.
    if (closed) return;
    if (outcome.ok) return store.remove(entry);
    await failed(entry, { lambda, error: outcome.error, settings: settings.get(lambda.name)! });
  };

  const failed = async (entry: Entry, { lambda, error, settings: { maxRetries, onFailure } }: FailedAttempt) => {
    const failures = entry.failures + 1;
    if (failures <= maxRetries) return arm(store.keep({ ...entry, failures, notBefore: options.clock.now() + RETRY_DELAYS_MS[failures - 1]! }));
    const record = failureRecord({ ...entry, failures }, { lambda, error, now: options.clock.now() });
    await deliverFailure(record, { lambda, destination: onFailure }, { ...options, invokeAsync: submit });
    store.remove(entry);
  };

  return {
    submit,
    resume: () => store.all().forEach(arm),
    async settled() {
      while (running.size > 0) await Promise.allSettled(running);
    },
    close() {
      closed = true;
      for (const disarm of timers.values()) disarm();
    },
  };
}

interface FailedAttempt {
  lambda: LambdaFunction;
  error: RuntimeError;
  settings: AsyncSettings;
}

function failureRecord(entry: Entry, { lambda, error, now }: { lambda: LambdaFunction; error: RuntimeError; now: number }) {
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

/** One file per event; written aside and renamed, so that a crash leaves a whole one or none. */
function entryStore(directory: string) {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const fileOf = ({ id }: Entry) => join(directory, `${id}.json`);
  return {
    keep(entry: Entry): Entry {
      writeFileSync(`${fileOf(entry)}.new`, JSON.stringify(entry), { mode: 0o600 });
      renameSync(`${fileOf(entry)}.new`, fileOf(entry));
      return entry;
    },
    remove(entry: Entry): void {
      rmSync(fileOf(entry), { force: true });
    },
    all(): Entry[] {
      const files = readdirSync(directory).filter((file) => file.endsWith('.json'));
      return files.map((file) => JSON.parse(readFileSync(join(directory, file), 'utf8')) as Entry);
    },
  };
}
