/** What an issuer publishes for those who check its receipts: keys and logs, read from a JWKS or a `privacy-receipts.json`. */
import { readStrictJson } from './strict-json.ts';
import type { LogKey } from './log/verify-proof.ts';
import type { Jwk } from './verify-key.ts';

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function readLog(log: Record<string, unknown>): LogKey[] {
  const { origin, vkey, url, from } = log;
  if (typeof origin !== 'string' || typeof vkey !== 'string') return [];
  return [{ origin, vkey, ...(typeof url === 'string' ? { url } : {}), ...(typeof from === 'string' ? { from } : {}) }];
}

/** Keys and logs of the file; undefined if it is neither kind, or says something twice. */
export function readKeyFile(text: string): { keys: Jwk[]; logs: LogKey[] } | undefined {
  const json = readStrictJson(new TextEncoder().encode(text));
  if (!json.ok || !Array.isArray(json.value['keys'])) return undefined;
  const logs: unknown[] = Array.isArray(json.value['logs']) ? json.value['logs'] : [];
  return { keys: json.value['keys'].filter(isObject), logs: logs.filter(isObject).flatMap(readLog) };
}
