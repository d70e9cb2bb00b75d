/** Cookies nobody can read or forge: an encrypted JWT under a key derived from the session secret, one key per purpose. */
import { hkdfSync } from 'node:crypto';
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { EncryptJWT, jwtDecrypt } from 'jose';
import type { ConsoleAuth } from './auth.ts';
import { isHttps } from './auth.ts';

export interface SealedCookie<T> {
  write(c: Context, value: T, times: { now: number; expiresAt: number }): Promise<void>;
  /** The value, if the cookie is ours, unchanged and not expired. */
  read(c: Context, now: number): Promise<T | undefined>;
  clear(c: Context): void;
}

interface Purpose<T> {
  name: string;
  /** Turns what was decrypted into a value; undefined if an older release wrote something else. */
  parse(value: unknown): T | undefined;
}

const seconds = (ms: number): number => Math.floor(ms / 1000);

/** A cookie for one purpose. Keys differ by purpose, so that one cookie can never pass for the other. */
export function sealedCookie<T>(auth: ConsoleAuth, purpose: Purpose<T>): SealedCookie<T> {
  const key = new Uint8Array(hkdfSync('sha256', auth.sessionSecret, '', `quittance staff cookie: ${purpose.name}`, 32));
  const secure = isHttps(auth);
  const name = `${secure ? '__Host-' : ''}quittance-${purpose.name}`;
  const attributes = { path: '/', httpOnly: true, sameSite: 'Lax', secure } as const;

  return {
    async write(c, value, { now, expiresAt }) {
      const jwt = await new EncryptJWT({ value })
        .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
        .setIssuedAt(seconds(now))
        .setExpirationTime(seconds(expiresAt))
        .encrypt(key);
      setCookie(c, name, jwt, { ...attributes, maxAge: Math.max(0, seconds(expiresAt - now)) });
    },
    async read(c, now) {
      const jwt = getCookie(c, name);
      if (jwt === undefined) return undefined;
      const opened = await jwtDecrypt(jwt, key, { currentDate: new Date(now), requiredClaims: ['exp'] }).catch(() => undefined);
      return opened && purpose.parse(opened.payload['value']);
    },
    clear(c) {
      deleteCookie(c, name, attributes);
    },
  };
}
