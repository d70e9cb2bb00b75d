/** An AWS that answers what a test lays down, by real HTTP in each service's own protocol. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An error as the service names it. */
export class Refusal {
  readonly code: string;
  readonly status: number;
  constructor(code: string, status = 400) {
    this.code = code;
    this.status = status;
  }
}

type Input = Record<string, unknown>;
/** What an operation answers, by its input. */
export type Answers = Record<string, (input: Input) => unknown>;

function xml(value: unknown): string {
  if (Array.isArray(value)) return value.map((member) => `<member>${xml(member)}</member>`).join('');
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.entries(value)
    .map(([name, inner]) => `<${name}>${xml(inner)}</${name}>`)
    .join('');
}

/** A map of one entry, as SES writes it. */
export const mapOf = (key: string, value: unknown): unknown => ({ entry: { key, value } });

interface Asked {
  operation: string;
  input: Input;
  query: boolean;
}

function askedOf({ method = '', url = '', headers }: IncomingMessage, body: string): Asked {
  const target = headers['x-amz-target'];
  if (typeof target === 'string') return { operation: target.split('.')[1]!, input: JSON.parse(body) as Input, query: false };
  if (headers['content-type']?.startsWith('application/x-www-form-urlencoded')) {
    const input = Object.fromEntries(new URLSearchParams(body));
    return { operation: input['Action']!, input, query: true };
  }
  return { operation: method === 'HEAD' ? 'HeadBucket' : method, input: { Bucket: url.split(/[/?]/)[1] }, query: false };
}

function respond(response: ServerResponse, { operation, query }: Asked, answer: unknown): void {
  if (answer instanceof Refusal) {
    const { code, status } = answer;
    response.writeHead(status, { 'x-amzn-errortype': code });
    response.end(query ? `<ErrorResponse><Error><Code>${code}</Code></Error></ErrorResponse>` : JSON.stringify({ __type: code }));
  } else if (query) {
    response.writeHead(200, { 'content-type': 'text/xml' });
    response.end(`<${operation}Response><${operation}Result>${xml(answer)}</${operation}Result></${operation}Response>`);
  } else {
    response.writeHead(200, { 'content-type': 'application/x-amz-json-1.1' });
    response.end(operation === 'HeadBucket' ? '' : JSON.stringify(answer));
  }
}

export interface FakeAws {
  endpoint: string;
  /** What was asked for since the start. */
  asked: { operation: string; input: Input }[];
  close(): Promise<void>;
}

/** Starts it; `answers` may be changed between calls, and an operation without one is refused as unknown. */
export async function startFakeAws(answers: Answers): Promise<FakeAws> {
  const asked: FakeAws['asked'] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const one = askedOf(request, Buffer.concat(chunks).toString('utf8'));
      asked.push(one);
      respond(response, one, answers[one.operation]?.(one.input) ?? new Refusal('InvalidAction', 501));
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}
