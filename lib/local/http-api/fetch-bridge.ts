/** Serves a Node request with a `Request -> Response` function. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { readBody } from '../read-body.ts';

const LARGEST_REQUEST = 10 * 1024 * 1024;

/** Calls `page` and writes what it answers. */
export async function serveFetch(
  request: IncomingMessage,
  response: ServerResponse,
  page: (request: Request) => Promise<Response>,
): Promise<void> {
  const answer = await page(await toRequest(request));
  response.statusCode = answer.status;
  for (const [name, value] of answer.headers) if (name !== 'set-cookie') response.setHeader(name, value);
  const cookies = answer.headers.getSetCookie();
  if (cookies.length > 0) response.setHeader('set-cookie', cookies);
  if (answer.body) await pipeline(Readable.fromWeb(answer.body), response);
  else response.end();
}

async function toRequest(request: IncomingMessage): Promise<Request> {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    for (const entry of [value ?? []].flat()) headers.append(name, entry);
  }
  const method = request.method ?? 'GET';
  const body = method === 'GET' || method === 'HEAD' ? null : await readBody(request, LARGEST_REQUEST);
  return new Request(`http://${request.headers.host ?? '127.0.0.1'}${request.url ?? '/'}`, { method, headers, body });
}
