/** Links and codes: one purpose each, one spelling each, and nothing typed makes them fail otherwise than as wrong. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newId } from '../../lib/domain/ids.ts';
import { codeMatches, keyedHash, makeToken, type Purpose, readToken, requestInToken, verificationCode } from '../../lib/domain/tokens.ts';

const PURPOSES: Purpose[] = ['status', 'verify', 'person', 'download', 'callback'];
const SECRET = Buffer.from('secret');
const requestId = fc.integer({ min: 0, max: 2 ** 45 }).map((at) => newId('req', at));
const purpose = fc.constantFrom(...PURPOSES);
const scope = fc.string();
const BASE64URL = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

describe('a token', () => {
  it('is always 43 characters that fit into a path, and opens the request it was made for', () => {
    fc.assert(
      fc.property(requestId, purpose, scope, (id, of, narrowed) => {
        const token = makeToken(SECRET, of, { id, scope: narrowed });
        expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
        expect(requestInToken(token)).toBe(id);
        expect(readToken(SECRET, of, { token, scope: narrowed })).toBe(id);
      }),
    );
  });

  it('opens nothing for another purpose, another scope or another secret', () => {
    fc.assert(
      fc.property(requestId, purpose, purpose, scope, scope, (id, made, asked, one, other) => {
        const token = makeToken(SECRET, made, { id, scope: one });
        const opened = readToken(SECRET, asked, { token, scope: other });
        expect(opened).toBe(made === asked && one === other ? id : undefined);
        expect(readToken(Buffer.from('other'), made, { token, scope: one })).toBeUndefined();
      }),
    );
  });

  it('opens nothing with any one character changed', () => {
    fc.assert(
      fc.property(requestId, fc.nat(42), fc.constantFrom(...BASE64URL), (id, place, character) => {
        const token = makeToken(SECRET, 'person', { id });
        fc.pre(token[place] !== character);
        const changed = token.slice(0, place) + character + token.slice(place + 1);
        expect(readToken(SECRET, 'person', { token: changed })).toBeUndefined();
      }),
      { numRuns: 2000 },
    );
  });

  it('is none for whatever else stands in a link', () => {
    fc.assert(fc.property(fc.string({ maxLength: 60 }), (token) => void expect(readToken(SECRET, 'status', { token })).toBeUndefined()));
  });
});

describe('a code', () => {
  it('has six digits, the same for the same round, and matches with spaces and dashes', () => {
    fc.assert(
      fc.property(requestId, fc.integer({ min: 1, max: 6 }), (id, round) => {
        const code = verificationCode(SECRET, { id, round });
        expect(code).toMatch(/^\d{6}$/);
        expect(verificationCode(SECRET, { id, round })).toBe(code);
        expect(codeMatches(` ${code.slice(0, 3)} - ${code.slice(3)}\n`, code)).toBe(true);
      }),
    );
  });

  it('is simply wrong whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
        fc.pre(typed.replaceAll(/[\s\-–]/g, '') !== '123456');
        expect(codeMatches(typed, '123456')).toBe(false);
      }),
    );
    for (const typed of ['１２３４５６', '123456é', 'éééééééééééééééé', '1234567', '12345', '', '123456'.repeat(1000)])
      expect(codeMatches(typed, '123456')).toBe(false);
  });
});

describe('a keyed hash', () => {
  it('tells kinds apart and does not show the value', () => {
    const hash = keyedHash(SECRET, 'subject', 'a@example.org');
    expect(hash).not.toBe(keyedHash(SECRET, 'mail', 'a@example.org'));
    expect(hash).toMatch(/^[A-Za-z0-9_-]{43}$/);
  });
});
