/** An HTTP system for tests that answers what it is told to and remembers what it was asked. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Asked {
  method: string;
  /** Path and query as they came over the wire. */
  url: string;
  headers: IncomingMessage['headers'];
  body: string;
}

export interface Told {
  status?: number;
  headers?: Record<string, string>;
  /** Sent as JSON; `raw` is sent as it is. */
  json?: unknown;
  raw?: string | Buffer;
  /** Never answers. */
  silent?: boolean;
}

export interface PretendSystem {
  url: string;
  asked: Asked[];
  /** Replaces what it answers. */
  answer(how: (asked: Asked, count: number) => Told): void;
  close(): Promise<void>;
}

async function read(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const part of request) text += String(part);
  return text;
}

function tell(response: ServerResponse, { status = 200, headers = {}, json, raw, silent }: Told): void {
  if (silent) return;
  response.writeHead(status, { ...(json !== undefined && { 'content-type': 'application/json' }), ...headers });
  response.end(raw ?? (json === undefined ? undefined : JSON.stringify(json)));
}

/** Starts it on this machine. */
export async function startPretendSystem(): Promise<PretendSystem> {
  const asked: Asked[] = [];
  let how: (asked: Asked, count: number) => Told = () => ({ status: 404 });
  const server = createServer((request, response) => {
    void read(request).then((body) => {
      const one = { method: request.method ?? '', url: request.url ?? '', headers: request.headers, body };
      asked.push(one);
      tell(response, how(one, asked.length));
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    answer(next) {
      asked.length = 0;
      how = next;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
