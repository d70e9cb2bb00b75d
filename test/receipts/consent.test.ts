/** Receipts of consents: what they say to the person, and what they never say. */
import { describe, expect, it } from 'vitest';
import { type InEveryLanguage, LANGUAGES } from '../../lib/domain/languages.ts';
import { buildConsentReceipt, type ConsentRecord } from '../../lib/receipts/build-consent.ts';
import { type ConsentReceipt, readPayload } from '../../lib/receipts/payload.ts';
import { RECORD } from './every-kind.ts';
import { contextWith, FRAME } from './world.ts';

const { configuration, baseUrl, subjectRef } = contextWith();
const [newsletter, ads] = RECORD.decisions as [ConsentRecord['decisions'][number], ConsentRecord['decisions'][number]];

/** How a sentence begins that says on which day. */
const ON: InEveryLanguage<string> = { en: 'On', de: 'Am', fr: 'Le', es: 'El', it: 'Il', nl: 'Op', pt: 'Em', pl: 'W dniu', sv: 'Den' };

const built = (record: Partial<ConsentRecord> = {}): ConsentReceipt =>
  buildConsentReceipt({ configuration, baseUrl, subjectRef, record: { ...RECORD, ...record } }, FRAME);

describe('the receipt of a consent', () => {
  it('says to what the person said yes and no, and how to take it back', () => {
    expect(built().text).toBe(
      'On 21 November 2026 you said yes: “Send you our newsletter” (by email and by text message), until 21 November 2027. ' +
        'On 21 November 2026 you said no: “Show you personal adverts”. ' +
        'At https://privacy.shop.example/w/1 you can take back your consent at any time (one click, no sign-in).',
    );
  });

  it('says it in German to those who were asked in German', () => {
    const decisions = [{ ...newsletter, purpose: { id: 'newsletter', label: 'Unser Newsletter' }, channels: ['email', 'fax'] }];
    const withdraw = { url: 'https://privacy.shop.example/w/1' };
    expect(built({ lang: 'de', decisions, withdraw })).toMatchObject({
      lang: 'de',
      text:
        'Am 21. November 2026 haben Sie Ja gesagt: „Unser Newsletter“ (per E-Mail und fax), bis zum 21. November 2027. ' +
        'Unter https://privacy.shop.example/w/1 können Sie Ihre Einwilligung jederzeit widerrufen.',
    });
  });

  it('fits its schema, has no request, and names the authority without an appeal', () => {
    const receipt = built({ residence: 'US-VA' });
    expect(readPayload(receipt)).toEqual(receipt);
    expect(receipt).not.toHaveProperty('request');
    expect(receipt.remedies.complaint?.name).toBe('Berliner Beauftragte für Datenschutz und Informationsfreiheit');
    expect(receipt.remedies).not.toHaveProperty('appeal');
  });

  it('holds what ISO/IEC TS 27560 and Kantara want of a consent', () => {
    expect(built()).toMatchObject({
      jurisdiction: 'DE-BE',
      conformsTo: ['https://w3id.org/dpv/schema/dpv-27560#receipt-eu-gdpr', 'KI-CR-v1.1.0-mappable'],
      decisions: RECORD.decisions,
      notice: RECORD.notice,
      collection: RECORD.collection,
      withdraw: RECORD.withdraw,
      verify: { log: 'privacy.shop.example/log/2026' },
    });
    const american = [{ ...newsletter, legalBasis: 'dpv:Consent' as const }];
    expect(built({ decisions: american }).conformsTo[0]).toBe('https://w3id.org/dpv/schema/dpv-27560#receipt');
  });

  it('is given where anything is given, else in the state of the latest decision', () => {
    const withdrawn = { ...newsletter, status: 'dpv:ConsentWithdrawn' as const, at: '2026-11-22T08:00:00Z' };
    expect(built().status).toBe('dpv:ConsentGiven');
    expect(built({ decisions: [ads, withdrawn] }).status).toBe('dpv:ConsentWithdrawn');
    expect(built({ decisions: [withdrawn, { ...ads, status: 'dpv:RenewedConsentGiven' }] }).status).toBe('dpv:RenewedConsentGiven');
  });

  it('offers no way back where nothing holds', () => {
    expect(built({ decisions: [ads] }).text).not.toContain('take back');
  });

  it.each(LANGUAGES)('has a whole sentence for every state (%s)', (lang) => {
    const { status } = readPayload(built());
    expect(status).toBe('dpv:ConsentGiven');
    const states = [
      'dpv:ConsentRequested',
      'dpv:ConsentRequestDeferred',
      'dpv:ConsentGiven',
      'dpv:RenewedConsentGiven',
      'dpv:ConsentRefused',
      'dpv:ConsentWithdrawn',
      'dpv:ConsentRevoked',
      'dpv:ConsentExpired',
      'dpv:ConsentInvalidated',
      'dpv:ConsentUnknown',
    ] as const;
    const texts = states.map((state) => built({ lang, decisions: [{ ...ads, status: state }] }).text);
    expect(new Set(texts).size).toBe(states.length);
    for (const text of texts) expect(text).toMatch(new RegExp(`^${ON[lang]} .*\\.$`));
  });

  it.each([
    ['a purpose that DPV does not know', { ...newsletter, purpose: { ...newsletter.purpose, dpv: 'dpv:Spam' } }],
    ['a state that is none', { ...newsletter, status: 'dpv:RequestFulfilled' }],
    ['no data', { ...newsletter, data: [] }],
    ['the address of the person', { ...newsletter, email: 'erika@example.org' }],
  ])('is not signed with %s', (_, decision) => {
    expect(() => readPayload({ ...built(), decisions: [decision] })).toThrow('does not fit its schema: decisions.0');
  });
});
