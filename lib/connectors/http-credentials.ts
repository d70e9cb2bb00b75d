/** Reads an HTTP system's secret: where it is and how requests authenticate. */
import type { HttpSettings } from '../domain/config/http-settings.ts';
import { PermanentError } from '../domain/errors.ts';

export interface HttpCredentials {
  baseUrl: URL;
  headers: Record<string, string>;
  /** Key that seals cursors. */
  sealing: string;
}

interface SecretParts {
  url?: string;
  token?: string;
  user?: string;
  password?: string;
}

function refused(sentence: string): PermanentError {
  return new PermanentError(`HTTP: ${sentence}.`, { code: 'system-credentials' });
}

/** The secret is a token, or a JSON object with `token` or `user` and `password`, and an optional `url`. */
function partsOf(secret: string): SecretParts {
  const text = secret.trim();
  if (!text.startsWith('{')) return { token: text };
  try {
    return JSON.parse(text) as SecretParts;
  } catch {
    throw refused('the secret is neither a token nor a JSON object');
  }
}

function authorisation({ token, user, password }: SecretParts, auth: HttpSettings['auth']): Record<string, string> {
  if (auth === 'basic') {
    if (!user || password === undefined) throw refused('the secret lacks user and password');
    return { authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}` };
  }
  if (!token || !/^[\x21-\x7e]+$/.test(token)) throw refused('the secret lacks a token');
  return auth === 'bearer' ? { authorization: `Bearer ${token}` } : { [auth.header.toLowerCase()]: token };
}

/** True for addresses of this machine. */
function isLoopback({ hostname }: URL): boolean {
  return /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
}

function baseOf(address: string | undefined): URL {
  if (address === undefined || !URL.canParse(address)) throw refused('neither the configuration nor the secret has a valid address');
  const url = new URL(address);
  // Personal data and credentials never travel in the clear.
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url))) throw refused('the address is not https');
  return url;
}

/** Everything requests need, from the settings and the secret. */
export function readCredentials(secret: string, settings: HttpSettings): HttpCredentials {
  const parts = partsOf(secret);
  return { baseUrl: baseOf(parts.url ?? settings.baseUrl), headers: authorisation(parts, settings.auth), sealing: secret };
}
