/** A log at its public address: the same files, asked for over HTTP. */
import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod';
import { readKeyFile } from '../../key-file.ts';
import { limitedBody } from '../../limited-body.ts';
import type { LogKey } from '../verify-proof.ts';
import { allPlaces } from '../statements.ts';
import { type AuditedLog, LogNotReachableError } from './source.ts';

/** No file of a log is larger than a list of statements. */
const MOST_BYTES = 16 * 1024 * 1024;
const PATIENCE_MS = 20_000;
/** Pauses before it is tried again. */
const AGAIN_AFTER_MS = [200, 800];

const WELL_KNOWN = '/.well-known/privacy-receipts.json';

/** One attempt; an error where another one may help. */
async function attempt(url: string): Promise<Uint8Array | undefined> {
  const response = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS) });
  if (response.ok) return await limitedBody(response, MOST_BYTES);
  await response.body?.cancel();
  if (response.status === 404) return undefined;
  throw new RangeError(`answered ${response.status}`);
}

/** The bytes at an address; undefined if there are none. Throws LogNotReachableError. */
async function get(url: string): Promise<Uint8Array | undefined> {
  for (const wait of [...AGAIN_AFTER_MS, undefined]) {
    try {
      return await attempt(url);
    } catch (error) {
      if (wait === undefined) throw new LogNotReachableError(`${url}: ${reasonOf(error)}`, { cause: error });
      await pause(wait);
    }
  }
  return undefined;
}

const reasonOf = (error: unknown): string => {
  const { cause, message } = error as Error;
  return cause instanceof Error ? cause.message : message;
};

const places = z.array(z.coerce.number().int().nonnegative());

/** One page of the list, one place a line. A log without the list may still have the statement at its beginning. */
async function statementsAt(url: string, after?: number): Promise<number[]> {
  const list = await get(`${url}/statement/${after === undefined ? '' : `?after=${after}`}`);
  if (list === undefined) return after !== undefined || (await get(`${url}/statement/0`)) === undefined ? [] : [0];
  const lines = new TextDecoder()
    .decode(list)
    .split('\n')
    .filter((line) => line !== '');
  const page = places.safeParse(lines).data;
  if (page === undefined) throw new LogNotReachableError(`${url}/statement/ is no list of places`);
  return page;
}

function logAt(url: string): AuditedLog {
  const year = url.split('/').at(-1)!;
  return {
    name: url,
    ...(/^\d{4}$/.test(year) ? { year } : {}),
    read: async (file) => await get(`${url}/${file}`),
    statements: async () => await allPlaces((after) => statementsAt(url, after)),
  };
}

/** What an issuer publishes of its logs, oldest first; undefined if it publishes nothing of the kind. */
async function publishedAt(origin: string): Promise<LogKey[] | undefined> {
  const bytes = await get(`${origin}${WELL_KNOWN}`);
  if (bytes === undefined) return undefined;
  const file = readKeyFile(new TextDecoder().decode(bytes));
  if (file === undefined) throw new LogNotReachableError(`${origin}${WELL_KNOWN} is not readable`);
  return file.logs.toSorted((a, b) => (a.from ?? '').localeCompare(b.from ?? ''));
}

/** The log at an address, or all logs of an issuer whose address has no path; with the keys the issuer publishes. */
export async function openAddress(address: string): Promise<{ logs: AuditedLog[]; keys: LogKey[] }> {
  const url = new URL(address);
  const published = await publishedAt(url.origin);
  if (url.pathname !== '/') return { logs: [logAt(`${url.origin}${url.pathname.replace(/\/+$/, '')}`)], keys: published ?? [] };
  const logs = (published ?? []).flatMap((log) => (log.url === undefined ? [] : [logAt(log.url)]));
  if (logs.length === 0) throw new LogNotReachableError(`${url.origin} publishes no log`);
  return { logs, keys: published ?? [] };
}
