/** The inside of a sandbox: loads the function's module and runs one invocation after another. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import type { InvokeMessage, RuntimeError, SandboxMessage, SandboxStart } from './sandbox-protocol.ts';
import { installVirtualDate } from './virtual-date.ts';

type Handler = (event: unknown, context: object) => unknown;

const start = workerData as SandboxStart;
const realNow = Date.now;
let clockOffset = start.clockOffset;
installVirtualDate(() => clockOffset);

const port = parentPort!;
const post = (message: SandboxMessage) => port.postMessage(message);

// As Lambda's runtime does: what nobody caught ends the sandbox and the invocation with it.
process.on('uncaughtException', (error) => die(describe(error)));
process.on('unhandledRejection', (reason) => {
  const { errorType, errorMessage, trace } = describe(reason);
  die({ errorType: 'Runtime.UnhandledPromiseRejection', errorMessage: `${errorType}: ${errorMessage}`, ...(trace ? { trace } : {}) });
});

const handler = await load();
if (handler) {
  port.on('message', (message: InvokeMessage) => void invoke(handler, message));
  post({ kind: 'ready' });
}

async function load(): Promise<Handler | undefined> {
  const dot = start.handler.lastIndexOf('.');
  const [file, name] = [start.handler.slice(0, dot), start.handler.slice(dot + 1)];
  try {
    const module = (await import(pathToFileURL(modulePath(file)).href)) as Record<string, unknown> & { default?: Record<string, unknown> };
    const found = module[name] ?? module.default?.[name];
    if (typeof found === 'function') return found as Handler;
    post({
      kind: 'unusable',
      error: { errorType: 'Runtime.HandlerNotFound', errorMessage: `${start.handler} is undefined or not exported` },
    });
  } catch (error) {
    const { errorType, errorMessage, trace } = describe(error);
    const isMissing = (error as { code?: string }).code === 'ERR_MODULE_NOT_FOUND';
    post({
      kind: 'unusable',
      error: { errorType: isMissing ? 'Runtime.ImportModuleError' : errorType, errorMessage, ...(trace ? { trace } : {}) },
    });
  }
  return undefined;
}

function modulePath(file: string): string {
  const path = ['.js', '.mjs', '.cjs']
    .map((extension) => join(start.directory, file + extension))
    .find((candidate) => existsSync(candidate));
  if (!path) throw Object.assign(new Error(`Cannot find module '${file}'`), { code: 'ERR_MODULE_NOT_FOUND' });
  return path;
}

async function invoke(run: Handler, message: InvokeMessage): Promise<void> {
  clockOffset = message.clockOffset;
  try {
    const result = await run(JSON.parse(message.payload), contextOf(message));
    post({ kind: 'answer', payload: JSON.stringify(result ?? null) ?? 'null' });
  } catch (error) {
    post({ kind: 'error', error: describe(error) });
  }
}

function contextOf({ requestId, deadline }: InvokeMessage): object {
  return {
    callbackWaitsForEmptyEventLoop: true,
    functionName: start.functionName,
    functionVersion: '$LATEST',
    invokedFunctionArn: start.functionArn,
    memoryLimitInMB: String(start.memoryMb),
    awsRequestId: requestId,
    logGroupName: `/aws/lambda/${start.functionName}`,
    logStreamName: 'local',
    getRemainingTimeInMillis: () => Math.max(0, deadline - realNow()),
  };
}

function describe(error: unknown): RuntimeError {
  if (!(error instanceof Error)) return { errorType: typeof error, errorMessage: String(error) };
  return { errorType: error.name, errorMessage: error.message, trace: (error.stack ?? '').split('\n') };
}

function die(error: RuntimeError): void {
  post({ kind: 'fatal', error });
  // The message must leave before the thread does.
  setImmediate(() => process.exit(129));
}
