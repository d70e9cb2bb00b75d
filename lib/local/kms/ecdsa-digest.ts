/**
 * ECDSA P-256 over a ready digest. `node:crypto` always hashes first, so the two textbook equations
 * (FIPS 186-5, section 6.4) stand here; the multiplications on the curve are OpenSSL's.
 */
import { createECDH, type ECDH, type KeyObject } from 'node:crypto';

/** Order of the P-256 group. */
const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

/** A DER signature of the digest. */
export function signDigest(privateKey: KeyObject, digest: Buffer): Buffer {
  const secret = secretOf(privateKey);
  for (;;) {
    const nonce = createECDH('prime256v1');
    nonce.generateKeys();
    const r = abscissa(nonce);
    const s = mod(inverse(toNumber(nonce.getPrivateKey())) * (toNumber(digest) + r * secret));
    if (r !== 0n && s !== 0n) return der(r, s);
  }
}

/**
 * Whether the signature is this key's. We hold the secret, so the usual sum of two points,
 * u1·G + u2·Q, is one multiplication: (z + r·d)/s · G.
 */
export function verifyDigest(privateKey: KeyObject, digest: Buffer, signature: Buffer): boolean {
  const [r, s] = fromDer(signature);
  if (r <= 0n || r >= order || s <= 0n || s >= order) return false;
  const multiple = mod((toNumber(digest) + r * secretOf(privateKey)) * inverse(s));
  if (multiple === 0n) return false;
  const point = createECDH('prime256v1');
  point.setPrivateKey(fixed(multiple));
  return abscissa(point) === r;
}

function secretOf(privateKey: KeyObject): bigint {
  return toNumber(Buffer.from(String(privateKey.export({ format: 'jwk' }).d), 'base64url'));
}

/** The x coordinate of a public point, modulo the order. */
function abscissa(point: ECDH): bigint {
  return mod(toNumber(point.getPublicKey().subarray(1, 33)));
}

const toNumber = (bytes: Buffer): bigint => BigInt(`0x${bytes.toString('hex')}`);
const fixed = (value: bigint): Buffer => Buffer.from(value.toString(16).padStart(64, '0'), 'hex');
const mod = (value: bigint): bigint => ((value % order) + order) % order;

/** Extended Euclid. */
function inverse(value: bigint): bigint {
  let [a, b, x, y] = [mod(value), order, 1n, 0n];
  while (b !== 0n) {
    const quotient = a / b;
    [a, b, x, y] = [b, a - quotient * b, y, x - quotient * y];
  }
  return mod(x);
}

function der(r: bigint, s: bigint): Buffer {
  const numbers = Buffer.concat([derInteger(r), derInteger(s)]);
  return Buffer.concat([Buffer.of(0x30, numbers.length), numbers]);
}

function derInteger(value: bigint): Buffer {
  const hex = value.toString(16);
  const bytes = Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex');
  // A leading bit of one would read as a negative number.
  const positive = (bytes[0] ?? 0) >= 0x80 ? Buffer.concat([Buffer.of(0), bytes]) : bytes;
  return Buffer.concat([Buffer.of(0x02, positive.length), positive]);
}

/** Numbers of a DER signature; anything else in it makes it invalid, as `der` writes only one form. */
function fromDer(signature: Buffer): [bigint, bigint] {
  const rLength = signature[3] ?? 0;
  const r = signature.subarray(4, 4 + rLength);
  const s = signature.subarray(6 + rLength);
  if (r.length === 0 || s.length === 0) return [0n, 0n];
  const pair: [bigint, bigint] = [toNumber(r), toNumber(s)];
  return der(...pair).equals(signature) ? pair : [0n, 0n];
}
