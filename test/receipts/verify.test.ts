/** Verification of a signature: every way we know to fool a verifier. */
import { createHmac, sign } from 'node:crypto';
import fc from 'fast-check';
import { CompactSign } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildRequestReceipt } from '../../lib/receipts/build-request.ts';
import { signReceipt } from '../../lib/receipts/sign.ts';
import { hasDuplicateKeys } from '../../lib/receipts/strict-json.ts';
import { verifyReceipt, type Verification } from '../../lib/receipts/verify.ts';
import { contextWith, FRAME, newSigner } from './world.ts';

const signer = newSigner();
const keys = [signer.jwk];
const kid = String(signer.jwk['kid']);
const payload = { v: 1, kind: 'request' };
const encode = (text: string | Uint8Array): string => Buffer.from(text).toString('base64url');
const last = ({ result, checks }: Verification): [string, string] => [result, checks.at(-1)?.reason ?? ''];

/** Signs any header and any bytes with our own key, as only the issuer could. */
async function signed(header: Record<string, unknown>, body: unknown): Promise<string> {
  const bytes = typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body);
  return await new CompactSign(Buffer.from(bytes)).setProtectedHeader({ alg: 'ES256', ...header }).sign(signer.privateKey);
}

/** Signs a header as it is written, without a library looking at it. */
function signedRaw(header: string): string {
  const input = `${encode(header)}.${encode(JSON.stringify(payload))}`;
  return `${input}.${encode(sign('sha256', Buffer.from(input), { key: signer.privateKey, dsaEncoding: 'ieee-p1363' }))}`;
}

const ours = { kid, typ: 'receipt+jws' };
let genuine = '';

beforeAll(async () => {
  genuine = await signReceipt(buildRequestReceipt(contextWith(), FRAME), signer);
});

describe('a receipt', () => {
  it('of ours is genuine, and its payload is given back', async () => {
    const verification = await verifyReceipt({ jws: genuine, keys });
    expect(verification).toMatchObject({ result: 'genuine', payload: { kind: 'request', id: FRAME.id } });
    expect(verification.checks.every(({ ok }) => ok)).toBe(true);
  });

  it('is refused after any change of a character', async () => {
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.= \n';
    await fc.assert(
      fc.asyncProperty(
        fc.nat(genuine.length - 1),
        fc.constantFrom(...alphabet),
        fc.constantFrom('replace', 'insert', 'delete'),
        async (at, character, how) => {
          const changed = genuine.slice(0, at) + (how === 'delete' ? '' : character) + genuine.slice(how === 'insert' ? at : at + 1);
          fc.pre(changed !== genuine);
          expect((await verifyReceipt({ jws: changed, keys })).result).not.toBe('genuine');
        },
      ),
      { numRuns: 400 },
    );
  });

  it('is refused after any change of a bit of its signature', async () => {
    const [header, body, signature] = genuine.split('.');
    const bytes = Buffer.from(signature ?? '', 'base64url');
    for (let bit = 0; bit < 512; bit += 7) {
      const flipped = Buffer.from(bytes);
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(last(await verifyReceipt({ jws: `${header}.${body}.${encode(flipped)}`, keys }))).toEqual(['failed', 'signature-wrong']);
    }
  });

  it('never throws, whatever it is given', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), fc.string(), fc.string(), async (header, body, signature) => {
        const jws = `${encode(header)}.${encode(body)}.${encode(signature)}`;
        for (const text of [jws, header, `${header}.${body}.${signature}`])
          expect((await verifyReceipt({ jws: text, keys })).result).not.toBe('genuine');
      }),
    );
  });

  it('of another issuer cannot be told', async () => {
    expect(last(await verifyReceipt({ jws: genuine, keys: [newSigner().jwk] }))).toEqual(['unknown', 'unknown-key']);
    expect(last(await verifyReceipt({ jws: genuine, keys: [] }))).toEqual(['unknown', 'unknown-key']);
  });

  it('is refused under another key that goes by the same name', async () => {
    expect(last(await verifyReceipt({ jws: genuine, keys: [{ ...newSigner().jwk, kid }] }))).toEqual(['failed', 'kid-not-thumbprint']);
  });
});

describe('a header', () => {
  it.each([
    ['none', 'algorithm-not-allowed'],
    ['RS256', 'algorithm-not-allowed'],
    ['ES384', 'algorithm-not-allowed'],
    ['es256', 'algorithm-not-allowed'],
  ])('with the algorithm %s is refused', async (alg, reason) => {
    const [, body, signature] = genuine.split('.');
    const header = encode(JSON.stringify({ alg, ...ours }));
    expect(last(await verifyReceipt({ jws: `${header}.${body}.${signature}`, keys }))).toEqual(['failed', reason]);
    expect(last(await verifyReceipt({ jws: `${header}.${body}.`, keys }))).toEqual(['failed', reason]);
  });

  it('with HS256 and the public key as secret is refused', async () => {
    const input = `${encode(JSON.stringify({ alg: 'HS256', ...ours }))}.${encode(JSON.stringify(payload))}`;
    const mac = createHmac('sha256', signer.pem).update(input).digest();
    expect(last(await verifyReceipt({ jws: `${input}.${encode(mac)}`, keys }))).toEqual(['failed', 'algorithm-not-allowed']);
  });

  it.each(['jku', 'jwk', 'x5u', 'x5c', 'x5t', 'x5t#S256'])('that brings its own key by %s is refused', async (member) => {
    const attacker = newSigner();
    const jws = await new CompactSign(Buffer.from('{}'))
      .setProtectedHeader({ alg: 'ES256', ...ours, [member]: member === 'jwk' ? attacker.jwk : 'https://evil.example' })
      .sign(attacker.privateKey);
    expect(last(await verifyReceipt({ jws, keys }))).toEqual(['failed', 'key-in-header']);
  });

  it('with a demand for an extension is refused, though rightly signed', async () => {
    expect(
      last(await verifyReceipt({ jws: signedRaw(`{"alg":"ES256","crit":["exp"],"exp":1,"kid":"${kid}","typ":"receipt+jws"}`), keys })),
    ).toEqual(['failed', 'critical-header']);
    expect(last(await verifyReceipt({ jws: signedRaw(`{"alg":"ES256","crit":[],"kid":"${kid}","typ":"receipt+jws"}`), keys }))).toEqual([
      'failed',
      'critical-header',
    ]);
  });

  it('with a payload that is not base64url is refused, though rightly signed', async () => {
    expect(last(await verifyReceipt({ jws: signedRaw(`{"alg":"ES256","b64":false,"kid":"${kid}","typ":"receipt+jws"}`), keys }))).toEqual([
      'failed',
      'critical-header',
    ]);
  });

  it.each([[{ typ: 'receipt+jws' }], [{ typ: 'receipt+jws', kid: '' }], [{ typ: 'receipt+jws', kid: 7 }]])(
    'that names no key cannot be told: %j',
    async (header) => {
      const jws = signedRaw(JSON.stringify({ alg: 'ES256', ...header }));
      expect(last(await verifyReceipt({ jws, keys: [...keys, { ...signer.jwk, kid: 7 }] }))).toEqual(['unknown', 'unknown-key']);
    },
  );

  it('with a key twice is refused, though rightly signed and however it is escaped', async () => {
    expect(last(await verifyReceipt({ jws: signedRaw(`{"alg":"ES256","kid":"x","kid":"${kid}","typ":"receipt+jws"}`), keys }))).toEqual([
      'failed',
      'duplicate-key',
    ]);
    expect(
      last(await verifyReceipt({ jws: signedRaw(`{"alg":"none","\\u0061lg":"ES256","kid":"${kid}","typ":"receipt+jws"}`), keys })),
    ).toEqual(['failed', 'duplicate-key']);
  });

  it('that is no JSON object is refused', async () => {
    for (const header of ['[]', 'null', '"alg"', '{', '']) {
      const reason = header === '' ? 'not-compact-form' : 'header-not-json';
      expect(last(await verifyReceipt({ jws: signedRaw(header), keys }))).toEqual(['failed', reason]);
    }
  });

  it('of another type is rightly signed but no receipt', async () => {
    expect(last(await verifyReceipt({ jws: await signed({ kid, typ: 'JWT' }, payload), keys }))).toEqual(['unknown', 'not-a-receipt']);
    expect(last(await verifyReceipt({ jws: await signed({ kid }, payload), keys }))).toEqual(['unknown', 'not-a-receipt']);
  });
});

describe('a payload rightly signed', () => {
  it.each([
    [{ v: 2, kind: 'request' }, 'unknown-version'],
    [{ v: '1', kind: 'request' }, 'unknown-version'],
    [{ v: 1, kind: 'pardon' }, 'unknown-kind'],
    [{ v: 1, kind: 'constructor' }, 'unknown-kind'],
    [{ v: 1 }, 'unknown-kind'],
    ['{"v":1,"kind":"request","kind":"deletion"}', 'duplicate-key'],
    ['{"v":1,"kind":"request","a":[{"b":{"c":1,"c":2}}]}', 'duplicate-key'],
    ['[1]', 'payload-not-json'],
    ['no json', 'payload-not-json'],
    [Uint8Array.of(0x7b, 0xff, 0x7d), 'payload-not-json'],
  ])('as %j is refused: %s', async (body, reason) => {
    expect(last(await verifyReceipt({ jws: await signed(ours, body), keys }))).toEqual(['failed', reason]);
  });

  it('of every kind of the family is known', async () => {
    for (const kind of ['consent', 'request', 'extension', 'fulfilment', 'deletion', 'denial', 'closure', 'correction']) {
      expect((await verifyReceipt({ jws: await signed(ours, { v: 1, kind }), keys })).result).toBe('genuine');
    }
  });
});

describe('a form', () => {
  it.each([
    ['two parts', (jws: string) => jws.split('.').slice(0, 2).join('.'), 'not-compact-form'],
    ['four parts', (jws: string) => `${jws}.AAAA`, 'not-compact-form'],
    ['padding', (jws: string) => `${jws}==`, 'not-compact-form'],
    ['white space around it', (jws: string) => ` ${jws}`, 'not-compact-form'],
    ['a line end', (jws: string) => `${jws}\n`, 'not-compact-form'],
    [
      'the JSON form',
      (jws: string) => JSON.stringify({ payload: jws.split('.')[1], protected: jws.split('.')[0], signature: jws.split('.')[2] }),
      'not-compact-form',
    ],
    ['the other alphabet', (jws: string) => `${jws.slice(0, -9)}+/${jws.slice(-7)}`, 'not-compact-form'],
    ['nothing', () => '', 'not-compact-form'],
    [
      'a signature that is one byte short',
      (jws: string) => `${jws.slice(0, jws.lastIndexOf('.'))}.${encode(new Uint8Array(63))}`,
      'signature-length',
    ],
    [
      'a signature that is one byte long',
      (jws: string) => `${jws.slice(0, jws.lastIndexOf('.'))}.${encode(new Uint8Array(65))}`,
      'signature-length',
    ],
    ['a DER signature', (jws: string) => `${jws.slice(0, jws.lastIndexOf('.'))}.${encode(new Uint8Array(71))}`, 'signature-length'],
    ['a signature of zeros', (jws: string) => `${jws.slice(0, jws.lastIndexOf('.'))}.${encode(new Uint8Array(64))}`, 'signature-wrong'],
  ])('with %s is refused', async (_, mutate, reason) => {
    expect(last(await verifyReceipt({ jws: mutate(genuine), keys }))).toEqual(['failed', reason]);
  });

  it('with stray bits in its last character is refused', async () => {
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const stray = genuine.slice(0, -1) + (alphabet[alphabet.indexOf(genuine.at(-1) ?? '') + 1] ?? '');
    expect(last(await verifyReceipt({ jws: stray, keys }))).toEqual(['failed', 'not-canonical-base64url']);
  });

  it.each([{ use: 'enc' }, { alg: 'ES384' }, { crv: 'P-384' }, { kty: 'OKP' }, { x: 'AAAA' }, { y: undefined }])(
    'is not judged with a key that is %j',
    async (change) => {
      expect(last(await verifyReceipt({ jws: genuine, keys: [{ ...signer.jwk, ...change }] }))).toEqual(['failed', 'key-not-for-es256']);
    },
  );
});

describe('a JSON text', () => {
  it.each([
    ['{"a":1,"b":{"a":1},"c":[{"a":1},{"a":2}]}', false],
    ['{"a":"\\"a\\":1,","b":"{\\"b\\":"}', false],
    ['{"a":[1,2,"a","a"],"b":"a"}', false],
    ['{"a":1,"\\u0061":2}', true],
    ['{"":1,"":2}', true],
    ['[{"x":{"y":1,"z":[],"y":2}}]', true],
    ['{"__proto__":1,"__proto__":2}', true],
  ])('%s has a key twice: %s', (text, twice) => expect(hasDuplicateKeys(text)).toBe(twice));

  it('written by the machine never has', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => !hasDuplicateKeys(JSON.stringify(value))));
  });
});
