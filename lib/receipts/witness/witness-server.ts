/** A witness behind HTTP: POST /add-checkpoint, and nothing else. */
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { WitnessAnswer } from './witness.ts';

/** Far more than a checkpoint with a proof and many signatures. */
const MOST_BYTES = 64 * 1024;

/** Undefined if it is too long. */
async function bodyOf(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > MOST_BYTES) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

type Ask = (request: string) => Promise<WitnessAnswer>;

async function answerTo(request: IncomingMessage, ask: Ask): Promise<{ status: number; body: string; type: string }> {
  const plain = { type: 'text/plain; charset=utf-8' };
  if (request.url !== '/add-checkpoint') return { status: 404, body: 'A witness answers to /add-checkpoint\n', ...plain };
  if (request.method !== 'POST') return { status: 405, body: 'POST a checkpoint\n', ...plain };
  const body = await bodyOf(request);
  return body === undefined ? { status: 413, body: 'Too long\n', ...plain } : await ask(body);
}

/** `failed` hears of what must not happen, such as a disk that is full; whoever asked is told nothing but that. */
export function witnessServer(ask: Ask, failed: (error: unknown) => void): Server {
  return createServer({ requestTimeout: 10_000 }, (request, response) => {
    void answerTo(request, ask)
      .catch((error: unknown) => {
        failed(error);
        return { status: 500, body: 'The witness cannot record what it sees\n', type: 'text/plain; charset=utf-8' };
      })
      .then(({ status, body, type }) => response.writeHead(status, { 'content-type': type }).end(body));
  });
}
