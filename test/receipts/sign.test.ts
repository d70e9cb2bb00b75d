/** Signing and issuing: strict DER, self-verification, one receipt per fact. */
import { generateKeyPairSync, sign } from 'node:crypto';
import fc from 'fast-check';
import { calculateJwkThumbprint, compactVerify, importJWK } from 'jose';
import { beforeEach, describe, expect, it } from 'vitest';
import { buildDenialReceipt } from '../../lib/receipts/build-denial.ts';
import { buildRequestReceipt } from '../../lib/receipts/build-request.ts';
import { chainHash, issueReceipt, receiptIdOf, type ReceiptIssuer } from '../../lib/receipts/issue.ts';
import { keyFromSpki, privacyReceipts, publishedKeys } from '../../lib/receipts/keys.ts';
import { joseSignature, signReceipt } from '../../lib/receipts/sign.ts';
import { contextWith, FRAME, newKeyNotes, newSigner, newStore, REQUEST, type TestSigner } from './world.ts';

const signer = newSigner();
const hex = (text: string): Uint8Array => Buffer.from(text.replaceAll(' ', ''), 'hex');
const INT = `0220${'7f'.repeat(32)}`;

describe('a DER signature', () => {
  it('becomes the 64 bytes JOSE wants', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (message) => {
        const der = sign('sha256', message, { key: signer.privateKey, dsaEncoding: 'der' });
        expect(joseSignature(der)).toHaveLength(64);
      }),
      { numRuns: 300 },
    );
  });

  it('keeps its two numbers, padded', () => {
    expect(Buffer.from(joseSignature(hex('3006 020101 020102')) ?? []).toString('hex')).toBe(`${'0'.repeat(63)}1${'0'.repeat(63)}2`);
    expect(Buffer.from(joseSignature(hex('3008 02020080 020200ff')) ?? []).toString('hex')).toBe(`${'0'.repeat(62)}80${'0'.repeat(62)}ff`);
  });

  it.each([
    ['nothing', ''],
    ['another tag', `3144 ${INT} ${INT}`],
    ['bytes after the end', `3044 ${INT} ${INT} 00`],
    ['bytes after the numbers', `3045 ${INT} ${INT} 00`],
    ['a length that is too long', `3045 ${INT} ${INT}`],
    ['a truncated number', `3043 ${INT} 021f ${'7f'.repeat(31)}`.slice(0, -2)],
    ['a negative number', '3006 020181 020102'],
    ['a number with a needless zero', '3007 02020001 020102'],
    ['zero with a zero', '3007 02020000 020102'],
    ['an empty number', '3005 0200 020102'],
    ['a number of 33 bytes', `3026 0221 01${'00'.repeat(32)} 020101`],
    ['something that is no number', '3006 040101 020102'],
    ['one number only', '3003 020101'],
  ])('is refused with %s', (_, bytes) => expect(joseSignature(hex(bytes))).toBeUndefined());
});

describe('a signed receipt', () => {
  it('is accepted by an implementation of others, and carries the thumbprint of its key', async () => {
    const jws = await signReceipt(buildRequestReceipt(contextWith(), FRAME), signer);
    const { payload, protectedHeader } = await compactVerify(jws, await importJWK(signer.jwk));
    expect(protectedHeader).toEqual({ alg: 'ES256', kid: await calculateJwkThumbprint(signer.jwk), typ: 'receipt+jws' });
    expect(JSON.parse(new TextDecoder().decode(payload))).toEqual(buildRequestReceipt(contextWith(), FRAME));
  });

  it('has its payload in canonical form: equal content, equal bytes', async () => {
    const payload = buildRequestReceipt(contextWith(), FRAME);
    const reversed = Object.fromEntries(Object.entries(payload).toReversed()) as typeof payload;
    const [one, other] = await Promise.all([signReceipt(payload, signer), signReceipt(reversed, signer)]);
    expect(one.split('.')[1]).toBe(other.split('.')[1]);
  });

  it('is never handed out if it does not verify', async () => {
    const other = newSigner();
    const mixed = { publicKey: signer.publicKey, signDigest: other.signDigest };
    await expect(signReceipt(buildRequestReceipt(contextWith(), FRAME), mixed)).rejects.toMatchObject({
      name: 'TransientError',
      code: 'receipt-not-verifiable',
    });
    const nonsense = { ...signer, signDigest: async () => await Promise.resolve(new Uint8Array(70)) };
    await expect(signReceipt(buildRequestReceipt(contextWith(), FRAME), nonsense)).rejects.toMatchObject({ name: 'TransientError' });
  });

  it('is not signed if its content does not fit', async () => {
    const payload = { ...buildRequestReceipt(contextWith(), FRAME), nonce: 'short' };
    await expect(signReceipt(payload, signer)).rejects.toMatchObject({ name: 'BugError', message: expect.stringContaining('nonce') });
  });
});

describe('issuing', () => {
  const input = {
    requestId: REQUEST.id,
    kind: 'request',
    fact: 'received',
    receivedAtMs: Date.parse(REQUEST.receivedAt),
    build: (frame: typeof FRAME) => buildRequestReceipt(contextWith(), frame),
  } as const;
  let issuer: ReceiptIssuer & { store: ReturnType<typeof newStore>; signer: TestSigner } & ReturnType<typeof newKeyNotes>;

  beforeEach(() => {
    issuer = {
      store: newStore(),
      signer: newSigner(),
      ...newKeyNotes(),
      secret: new Uint8Array(32).fill(9),
      now: () => Date.parse('2026-11-01T09:12:05.000Z'),
    };
  });

  const payloadOf = (jws: string): Record<string, unknown> =>
    JSON.parse(Buffer.from(jws.split('.')[1] ?? '', 'base64url').toString()) as Record<string, unknown>;

  it('stores a receipt that carries its own id', async () => {
    const stored = await issueReceipt(issuer, input);
    expect(stored).toMatchObject({
      id: receiptIdOf(issuer.secret, input),
      requestId: REQUEST.id,
      kind: 'request',
      fact: 'received',
      issuedAt: '2026-11-01T09:12:05.000Z',
    });
    expect(`rcp_${String(payloadOf(stored.jws)['id'])}`).toBe(stored.id);
  });

  it('gives the same receipt for the same fact, byte for byte', async () => {
    const first = await issueReceipt(issuer, input);
    const again = await issueReceipt({ ...issuer, now: () => Date.now() }, input);
    expect(again).toEqual(first);
    expect(issuer.store.all).toHaveLength(1);
  });

  it('gives one receipt to all who race for it', async () => {
    const receipts = await Promise.all(Array.from({ length: 8 }, () => issueReceipt(issuer, input)));
    expect(new Set(receipts.map(({ jws }) => jws)).size).toBe(1);
  });

  it('gives another receipt for another fact, with another nonce', async () => {
    const [one, other] = [await issueReceipt(issuer, input), await issueReceipt(issuer, { ...input, fact: 'received/2' })];
    expect(other.id).not.toBe(one.id);
    expect(payloadOf(other.jws)['nonce']).not.toBe(payloadOf(one.jws)['nonce']);
  });

  it('chains the receipts of a case', async () => {
    const first = await issueReceipt(issuer, input);
    const grounds = [{ code: 'c', law: 'l', text: 't' }];
    const next = await issueReceipt(issuer, {
      ...input,
      kind: 'denial',
      build: (frame) => buildDenialReceipt({ ...contextWith(), scope: 'full', refusals: [{ rights: ['access'], grounds }] }, frame),
    });
    expect(payloadOf(next.jws)['prev']).toBe(chainHash(first.jws));
  });

  it('lets no two receipts of a case follow the same one, however many are issued at once', async () => {
    const facts = Array.from({ length: 8 }, (_, number) => `received/${number}`);
    await Promise.all(facts.map((fact) => issueReceipt(issuer, { ...input, fact })));
    const chain = issuer.store.all.toSorted((a, b) => a.place - b.place);
    expect(chain.map(({ place }) => place)).toEqual(facts.map((_, at) => at + 1));
    expect(chain.map(({ jws }) => payloadOf(jws)['prev'])).toEqual([undefined, ...chain.slice(0, -1).map(({ jws }) => chainHash(jws))]);
  });

  it('refuses a builder that builds something else', async () => {
    await expect(issueReceipt(issuer, { ...input, kind: 'denial' })).rejects.toMatchObject({ name: 'BugError' });
    expect(issuer.store.all).toEqual([]);
  });

  it('notes a key before it signs, and retires the one before', async () => {
    await issueReceipt(issuer, input);
    const next = { ...issuer, signer: newSigner() };
    await issueReceipt(next, { ...input, fact: 'received/2' });
    const [first, second] = await issuer.history.all();
    expect(issuer.stated.map(({ name }) => name)).toEqual([
      `key-added|${first!.key.kid}`,
      `key-added|${second!.key.kid}`,
      `key-retired|${first!.key.kid}`,
    ]);
    expect(publishedKeys(await issuer.history.all(), second!.key, []).map(({ status }) => status)).toEqual(['retired', 'active']);
  });
});

describe('a key in public', () => {
  it('is a JWK with its use, and nothing private', async () => {
    const key = keyFromSpki(await signer.publicKey());
    expect(Object.keys(key).toSorted()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x', 'y']);
    const keys = publishedKeys([], key, []);
    const published = { issuer: 'https://privacy.shop.example', keys, logs: [] };
    expect(privacyReceipts(published)).toEqual({ ...published, keys: [{ ...key, status: 'active' }] });
  });

  it('is on P-256 or refused', () => {
    const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-384' });
    expect(() => keyFromSpki(publicKey.export({ format: 'der', type: 'spki' }))).toThrow('A receipt key is on the curve P-256');
  });
});
