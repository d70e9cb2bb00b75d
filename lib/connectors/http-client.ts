/** Sends one request: authenticated, timed, bounded in size, and to no other host. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { HttpSettings } from '../domain/config/http-settings.ts';
import { PermanentError, TransientError } from '../domain/errors.ts';
import type { ConnectorPort } from './connector.ts';
import { parseExactJson } from './exact-json.ts';
import { readCredentials, type HttpCredentials } from './http-credentials.ts';
import { networkFault, nonsense, statusFault } from './http-faults.ts';
import type { FilledRequest } from './http-template.ts';

const REDIRECTS = 3;
/** The longest a throttled call waits inside one invocation; beyond that the machine's own retries take over. */
const LONGEST_WAIT_MS = 10_000;
const WAITS = 2;

/** `absent` is one of the statuses declared to mean that nothing is held. */
export type Answer = { absent: true } | { absent: false; body: unknown };

export interface HttpClient {
  send(request: FilledRequest, expected: number[]): Promise<Answer>;
  /** Key that seals cursors. */
  sealing(): Promise<string>;
}

function urlOf({ path, query = {} }: FilledRequest, base: URL): URL {
  const url = new URL(base.href.replace(/[?#].*$/, '').replace(/\/$/, '') + path);
  for (const [key, value] of Object.entries(query)) url.searchParams.set(key, value);
  return url;
}

async function readBytes(response: Response, most: number): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    size += part.byteLength;
    if (size > most) throw nonsense(`more than ${most} bytes`);
    parts.push(part);
  }
  return Buffer.concat(parts);
}

async function readJson(response: Response, most: number): Promise<unknown> {
  const bytes = await readBytes(response, most);
  if (bytes.length === 0) return undefined;
  try {
    return parseExactJson(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw nonsense('something that is not JSON');
  }
}

/** Seconds or a date, RFC 9110 section 10.2.3. */
function waitOf(response: Response, now: number): number | undefined {
  const after = response.headers.get('retry-after');
  if (after === null) return undefined;
  const ms = /^\d+$/.test(after) ? Number(after) * 1000 : Date.parse(after) - now;
  return Number.isFinite(ms) ? Math.max(0, ms) : undefined;
}

interface Attempt {
  url: URL;
  request: FilledRequest;
  credentials: HttpCredentials;
  settings: HttpSettings;
}

function fetchOnce({ url, request, credentials, settings }: Attempt): Promise<Response> {
  return fetch(url.href, {
    method: request.method,
    redirect: 'manual',
    headers: {
      accept: 'application/json',
      ...credentials.headers,
      ...(request.body !== undefined && { 'content-type': 'application/json' }),
    },
    signal: AbortSignal.timeout(settings.timeoutMs),
    ...(request.body !== undefined && { body: JSON.stringify(request.body) }),
  });
}

/** Follows redirects that stay on the host and keep the method; credentials and identifiers go nowhere else. */
async function fetchFollowing(attempt: Attempt): Promise<Response> {
  let { url } = attempt;
  for (let hop = 0; hop <= REDIRECTS; hop += 1) {
    const response = await fetchOnce({ ...attempt, url });
    const follows =
      response.status === 307 || response.status === 308 || (attempt.request.method === 'GET' && [301, 302].includes(response.status));
    if (!follows) return response;
    await response.body?.cancel();
    const target = response.headers.get('location') ?? '';
    if (!URL.canParse(target, url.href) || new URL(target, url).origin !== url.origin) {
      throw new PermanentError('HTTP: the system redirects to another host.', { code: 'system-rejected' });
    }
    url = new URL(target, url);
  }
  throw new PermanentError('HTTP: the system redirects in a circle.', { code: 'system-rejected' });
}

/** Waits as a throttling system asks, within bounds. */
async function fetchPatiently(attempt: Attempt, port: ConnectorPort): Promise<Response> {
  for (let waited = 0; ; waited += 1) {
    const response = await fetchFollowing(attempt);
    const wait = [429, 503].includes(response.status) ? waitOf(response, port.now()) : undefined;
    if (wait === undefined || wait > LONGEST_WAIT_MS || waited === WAITS) return response;
    await response.body?.cancel();
    await sleep(wait);
  }
}

/** A client for one system; its credentials are read on first use, and again after they were refused. */
export function createHttpClient(settings: HttpSettings, port: ConnectorPort): HttpClient {
  let reading: Promise<HttpCredentials> | undefined;
  const credentials = (): Promise<HttpCredentials> =>
    (reading ??= port
      .secret(settings.secret)
      .then((secret) => readCredentials(secret, settings))
      .catch((error: unknown) => {
        reading = undefined;
        throw error;
      }));
  const exchange = async (request: FilledRequest, expected: number[]): Promise<Answer> => {
    const used = await credentials();
    const response = await fetchPatiently({ url: urlOf(request, used.baseUrl), request, credentials: used, settings }, port);
    if ((request.expect ?? expected).includes(response.status)) return { absent: false, body: await readJson(response, settings.maxBytes) };
    await response.body?.cancel();
    if (request.absent?.includes(response.status)) return { absent: true };
    if (response.status === 401) reading = undefined;
    throw statusFault(response.status);
  };
  return {
    send: (request, expected) =>
      exchange(request, expected).catch((error: unknown) => {
        throw error instanceof TransientError || error instanceof PermanentError || !isNetworkError(error) ? error : networkFault(error);
      }),
    sealing: async () => (await credentials()).sealing,
  };
}

/** What fetch throws for a request without an answer: a TypeError with a cause, or the timeout's own error. */
function isNetworkError(error: unknown): boolean {
  return error instanceof Error && (error.name === 'TimeoutError' || error.name === 'TypeError' || error.name === 'AbortError');
}
