/** The provider's ES256 key: made once, kept on disk, published without its secret part. */
import { createPrivateKey, createPublicKey, generateKeyPairSync, type JsonWebKey, type KeyObject } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { calculateJwkThumbprint, type JWK } from 'jose';
import { writeWhole } from '../data-directory/write-whole.ts';

export interface SigningKey {
  kid: string;
  privateKey: KeyObject;
  /** As it stands in the JWKS. */
  publicJwk: JWK;
}

/** Reads or makes the key in a folder. */
export async function loadSigningKey(dir: string): Promise<SigningKey> {
  const file = join(dir, 'signing-key.json');
  if (!existsSync(file)) writeKey(dir, file);
  const privateKey = createPrivateKey({ key: JSON.parse(readFileSync(file, 'utf8')) as JsonWebKey, format: 'jwk' });
  const jwk = createPublicKey(privateKey).export({ format: 'jwk' }) as JWK;
  const kid = await calculateJwkThumbprint(jwk);
  return { kid, privateKey, publicJwk: { ...jwk, kid, use: 'sig', alg: 'ES256' } };
}

function writeKey(dir: string, file: string): void {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  writeWhole(file, JSON.stringify(privateKey.export({ format: 'jwk' })));
}
