/** What every receipt of the family has, and what none of them ever says. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../lib/domain/languages.ts';
import { dpvRecord } from '../../lib/receipts/export/dpv.ts';
import { kantaraReceipt } from '../../lib/receipts/export/kantara.ts';
import { buildRequestReceipt } from '../../lib/receipts/build-request.ts';
import { isReceiptKind } from '../../lib/receipts/family.ts';
import { readPayload } from '../../lib/receipts/payload.ts';
import { subjectRef } from '../../lib/receipts/subject.ts';
import { everyKind } from './every-kind.ts';
import { contextWith, FRAME } from './world.ts';

const KINDS = ['consent', 'request', 'extension', 'fulfilment', 'deletion', 'denial', 'closure', 'correction'];

describe('every kind', () => {
  it('is built by these tests, and nothing else is of the family', () => {
    expect([...new Set(everyKind('en').map(({ kind }) => kind))].toSorted()).toEqual(KINDS.toSorted());
    expect(KINDS.every(isReceiptKind)).toBe(true);
    expect(isReceiptKind('warranty')).toBe(false);
  });

  it.each(LANGUAGES)('fits its schema and speaks in whole sentences (%s)', (lang) => {
    for (const receipt of everyKind(lang)) {
      expect(readPayload(receipt)).toEqual(receipt);
      expect(receipt).toMatchObject({ v: 1, lang, nonce: FRAME.nonce, issuedAt: FRAME.issuedAt });
      expect(receipt.text).toMatch(/\.$/);
      expect(receipt.text).not.toMatch(/undefined|NaN|\.\.|\s\s|\d{4}-\d{2}-/);
    }
  });

  it('names remedies, contact, place and the log of its year', () => {
    for (const receipt of everyKind('en')) {
      expect(receipt.remedies.complaint?.name).toBeTruthy();
      expect(receipt.issuer.contact).toEqual({ email: 'dpo@shop.example', url: 'https://shop.example' });
      expect(receipt.jurisdiction).toBe('request' in receipt && receipt.request.law === 'us-va' ? 'US-VA' : 'DE-BE');
      expect(receipt.verify).toEqual({
        url: `https://privacy.shop.example/verify?id=${receipt.id}`,
        log: 'privacy.shop.example/log/2026',
      });
    }
  });

  it('is in the log of the year (UTC) in which it was issued, under the host with its port', () => {
    const context = { ...contextWith(), baseUrl: 'http://localhost:8080' };
    const logOf = (issuedAt: string): string | undefined => buildRequestReceipt(context, { ...FRAME, issuedAt }).verify.log;
    expect(logOf('2026-12-31T23:59:59.999Z')).toBe('localhost:8080/log/2026');
    expect(logOf('2027-01-01T00:00:00.000Z')).toBe('localhost:8080/log/2027');
  });

  it.each([
    ['an id that is no UUIDv7', { id: '7f3b6c1e-2f43-4b8e-9d55-0f6a2e8b4c01' }],
    ['a nonce of 15 bytes', { nonce: 'ZfuflwUxh0K1FOySvNmj' }],
    ['a nonce that is not canonical', { nonce: 'ZfuflwUxh0K1FOySvNmjox' }],
    ['a hash of another length', { prev: `sha256:${'A'.repeat(42)}` }],
    ['a person who is named', { subject: { ref: 'erika@example.org' } }],
    ['a field nobody knows', { email: 'erika@example.org' }],
    ['another version', { v: 2 }],
  ])('is not signed with %s', (_, change) => {
    for (const receipt of everyKind('en')) expect(() => readPayload({ ...receipt, ...change })).toThrow('does not fit its schema');
  });
});

/** A person nobody can be mistaken for. */
const person = fc.record({
  name: fc.tuple(fc.uuid(), fc.uuid()).map(([first, last]) => `${first} ${last}`),
  email: fc.tuple(fc.uuid(), fc.uuid()).map(([local, domain]) => `${local}@${domain}.example`),
  identifiers: fc.dictionary(fc.constantFrom('customerNumber', 'phone', 'iban'), fc.uuid(), { minKeys: 1 }),
  note: fc.uuid(),
  salt: fc.uint8Array({ minLength: 32, maxLength: 32 }),
});

describe('no receipt says who it is about', () => {
  it('in no kind, no language and no export, whatever is known of the person', () => {
    fc.assert(
      fc.property(person, fc.constantFrom(...LANGUAGES), ({ salt, ...known }, lang) => {
        const asked = { number: 1, about: 'clarification' as const, by: 'staff-7b1e', sealed: known.note, answer: known.note };
        const receipts = everyKind(lang, { sealed: JSON.stringify(known), subject: known.email, questions: [asked] }).map((receipt) => ({
          ...receipt,
          subject: { ref: subjectRef(salt, known.email) },
        }));
        const exports = receipts.flatMap((receipt) => [
          dpvRecord(receipt),
          ...(receipt.kind === 'consent' ? [kantaraReceipt(receipt)] : []),
        ]);
        const told = JSON.stringify([receipts, exports]).toLowerCase();
        const { name, email, identifiers, note } = known;
        const secrets = [...name.split(' '), ...email.split('@'), ...Object.values(identifiers), note];
        for (const secret of secrets) expect(told).not.toContain(secret.toLowerCase());
        expect(told).not.toContain('staff-7b1e');
      }),
      { numRuns: 25 },
    );
  });
});
