/** The embedded DynamoDB, called in process through its HTTP handler. */
import { Readable } from 'node:stream';
import { createRequire } from 'node:module';
import { type IncomingMessage, type Server, ServerResponse } from 'node:http';
import { AwsError } from '../contract.ts';

/** dynalite on a folder. */
export interface Dynalite {
  /** Answers a buffered request. */
  handle(request: IncomingMessage, response: ServerResponse, body: Buffer): Promise<void>;
  /** One operation; throws AwsError with dynalite's error code. */
  call(operation: string, input: Record<string, unknown>): Promise<Record<string, unknown>>;
  close(): Promise<void>;
}

type Factory = (options: { path: string; createTableMs: number; deleteTableMs: number; updateTableMs: number }) => Server;

/** The files of the tables cannot be opened. */
export class UnusableStoreError extends Error {
  override name = 'UnusableStoreError' as const;
}

/** Opens the store. Tables are active at once: waiting for them teaches nothing on a laptop. */
export async function openDynalite(path: string, region: string): Promise<Dynalite> {
  await requireOpenable(path);
  const server = inRegion(region, () => load()({ path, createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 }));
  const emit = async (request: Readable, response: ServerResponse) => {
    const done = new Promise<void>((resolve) => response.once('close', resolve).once('finish', resolve));
    server.emit('request', request, response);
    await done;
  };
  return {
    async handle(request, response, body) {
      await emit(replay(request, body), response);
    },
    async call(operation, input) {
      const request = replay(internalRequest(operation), Buffer.from(JSON.stringify(input)));
      const response = new CollectedResponse(request as unknown as IncomingMessage);
      await emit(request, response);
      return answerOf(response);
    },
    // `server.close` closes the store behind it but refuses on a server that never listened.
    close: () => closeStore(server),
  };
}

const require = createRequire(import.meta.url);

function load(): Factory {
  return require('dynalite') as Factory;
}

/** dynalite ends the process when its files cannot be used, and would not say why. */
async function requireOpenable(path: string): Promise<void> {
  const { Level } = createRequire(require.resolve('dynalite'))('level') as {
    Level: new (path: string) => Record<'open' | 'close', () => Promise<void>>;
  };
  const store = new Level(path);
  try {
    await store.open();
    await store.close();
  } catch (error) {
    const { message } = (error as Error).cause as Error;
    const recover = 'If files in that folder are damaged, put back a copy of the whole data directory, or begin with a new one.';
    throw new UnusableStoreError(`The tables in ${path} cannot be opened: ${message}. ${recover}`);
  }
}

/** dynalite takes the region of its ARNs from the environment, and only when a store is made. */
function inRegion<T>(region: string, make: () => T): T {
  const before = process.env['AWS_REGION'];
  process.env['AWS_REGION'] = region;
  try {
    return make();
  } finally {
    if (before === undefined) delete process.env['AWS_REGION'];
    else process.env['AWS_REGION'] = before;
  }
}

async function closeStore(server: Server): Promise<void> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  await new Promise<void>((resolve, reject) => server.close((error) => (error ? reject(error) : resolve())));
}

/** A stream with the request's head and the body that was already read. */
function replay(head: Pick<IncomingMessage, 'method' | 'url' | 'headers'>, body: Buffer): Readable {
  const { method, url, headers } = head;
  return Object.assign(Readable.from([body]), { method, url, headers });
}

/** The signature was checked by the front door; dynalite only wants to see one. */
function internalRequest(operation: string): Pick<IncomingMessage, 'method' | 'url' | 'headers'> {
  return {
    method: 'POST',
    url: '/',
    headers: {
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': `DynamoDB_20120810.${operation}`,
      'x-amz-date': '20000101T000000Z',
      authorization: 'AWS4-HMAC-SHA256 Credential=local, SignedHeaders=host, Signature=local',
    },
  };
}

class CollectedResponse extends ServerResponse {
  body = '';

  override end(chunk?: unknown): this {
    this.body = String(chunk ?? '');
    this.emit('finish');
    return this;
  }
}

function answerOf({ statusCode, body }: CollectedResponse): Record<string, unknown> {
  const answer = JSON.parse(body) as Record<string, unknown>;
  if (statusCode < 300) return answer;
  const { __type, message, ...extra } = answer;
  throw new AwsError(String(__type).replace(/^.*#/, ''), String(message ?? ''), { status: statusCode, extra });
}
