/** Grounds: every code of every law has words, counts under its own law only, and says where the law says so. */
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../../lib/domain/languages.ts';
import { ALL_LAWS } from '../../../lib/domain/law/all-laws.ts';
import type { Law } from '../../../lib/domain/law/law.ts';
import { lawOn } from '../../../lib/domain/law/laws.ts';
import { citationOf, exemptionOf, exemptionsFor, needsReason, PROVISION, prohibitionOf } from '../../../lib/domain/refusal/grounds.ts';
import { en } from '../../../lib/domain/refusal/words/en.ts';
import { groundSentence } from '../../../lib/domain/refusal/words/words.ts';

const TEXTS: Law[] = Object.values(ALL_LAWS).flat();
const CODES = new Set(TEXTS.flatMap(({ exemptions }) => Object.values(exemptions).flatMap((items) => items.map(({ code }) => code))));
const law = (id: string): Law => lawOn(id, '2026-11-02')!;

describe('the words of grounds', () => {
  it('leave no code of any law without a sentence, in any language', () => {
    expect(CODES.size).toBeGreaterThan(50);
    for (const lang of LANGUAGES) expect([...CODES].filter((code) => groundSentence(lang, code) === undefined)).toEqual([]);
  });

  it('hold no code that no law knows, but the provision named by hand', () => {
    expect(Object.keys(en).filter((code) => !CODES.has(code))).toEqual([PROVISION]);
  });

  it.each(LANGUAGES)('are whole sentences without codes or legal shorthand (%s)', (lang) => {
    for (const code of Object.keys(en)) {
      const text = groundSentence(lang, code);
      expect(text, code).toMatch(/^\p{Lu}.*\.$/su);
      expect(text, code).not.toMatch(/_|§|\bArt\.|CCR/);
    }
  });

  it('are English in a language that has none', () => {
    expect(groundSentence('xx', 'legal_claims')).toBe('We need these data to establish, exercise or defend legal claims.');
    expect(groundSentence('en', 'nonsense')).toBeUndefined();
  });

  it('use the terms of the GDPR in each language', () => {
    const sentences = (code: string): Record<string, string | undefined> =>
      Object.fromEntries(LANGUAGES.map((lang) => [lang, groundSentence(lang, code)]));
    expect(sentences('manifestly_unfounded_or_excessive')).toEqual({
      en: 'Your request is manifestly unfounded or excessive.',
      de: 'Ihre Anfrage ist offenkundig unbegründet oder exzessiv.',
      fr: 'Votre demande est manifestement infondée ou excessive.',
      es: 'Su solicitud es manifiestamente infundada o excesiva.',
      it: 'La Sua richiesta è manifestamente infondata o eccessiva.',
      nl: 'Uw verzoek is kennelijk ongegrond of buitensporig.',
      pt: 'O seu pedido é manifestamente infundado ou excessivo.',
      pl: 'Państwa wniosek jest ewidentnie nieuzasadniony lub nadmierny.',
      sv: 'Din begäran är uppenbart ogrundad eller orimlig.',
    });
  });

  it('need no code with a remark in it', () => {
    for (const code of CODES) expect(code).toMatch(/^[a-z_]+$/);
  });
});

describe('an exemption', () => {
  it('is known for its right or for any, and not for another right', () => {
    const gdpr = law('eu-gdpr');
    expect(exemptionOf(gdpr, 'erasure', { code: 'legal_claims' })?.cite).toBe('Art. 17(3)(e)');
    expect(exemptionOf(gdpr, 'objection', { code: 'legal_claims' })?.cite).toBe('Art. 21(1)');
    expect(exemptionOf(gdpr, 'access', { code: 'legal_claims' })).toBeUndefined();
    expect(exemptionOf(gdpr, 'access', { code: 'manifestly_unfounded' })?.cite).toBe('Art. 12(5)');
  });

  it('of the opt-out of sale holds for an opt-out in general', () => {
    expect(exemptionsFor(law('us-ca-ccpa'), 'opt-out')[0]?.code).toBe('vehicle_or_vessel_warranty');
    expect(exemptionsFor(law('us-ca-ccpa'), 'limit').map(({ code }) => code)).not.toContain('vehicle_or_vessel_warranty');
  });

  it('is named by its provision only where none is listed for the right', () => {
    const provision = { code: PROVISION, provision: ' s. 9(3)(a) ' };
    expect(exemptionOf(law('ca-pipeda'), 'access', provision)).toEqual({ code: PROVISION, cite: 's. 9(3)(a)' });
    expect(exemptionOf(law('ca-pipeda'), 'access', { code: PROVISION, provision: ' ' })).toBeUndefined();
    expect(exemptionOf(law('eu-gdpr'), 'access', provision)).toBeUndefined();
  });

  it('names its source, and another law never', () => {
    const cites = (id: string, code: string): string =>
      citationOf(
        law(id),
        law(id).exemptions.any.find((item) => item.code === code)!,
      );
    expect(cites('eu-gdpr', 'excessive_or_repetitive')).toBe('GDPR Art. 12(5)');
    expect(cites('us-ca-ccpa', 'trade_secrets')).toBe('Cal. Civ. Code 1798.100(f)');
    expect(cites('us-va', 'unauthenticated')).toBe('Va. Code 59.1-577(B)(4)');
    expect(cites('us-co', 'unauthenticated')).toBe(law('us-co').citation);
    expect(cites('us-tx', 'entity_or_data_level_exemptions')).toBe(law('us-tx').citation);
  });

  it('needs words for the case where it does not explain itself, must be named, or the law wants the basis in detail', () => {
    const gdpr = law('eu-gdpr');
    const ccpa = law('us-ca-ccpa');
    const needs = (one: Law, right: 'access' | 'erasure', code: string): boolean =>
      needsReason(one, right, exemptionOf(one, right, { code })!);
    expect(needs(gdpr, 'erasure', 'legal_claims')).toBe(false);
    expect(needs(gdpr, 'erasure', 'legal_obligation_or_public_task')).toBe(true);
    expect(needs(gdpr, 'access', 'manifestly_unfounded')).toBe(true);
    expect(needs(ccpa, 'erasure', 'legal_claims')).toBe(true);
    expect(needs(ccpa, 'access', 'legal_claims')).toBe(false);
    expect(needs(ccpa, 'access', 'student_records_and_tests')).toBe(true);
  });

  it('is none where the law forbids the refusal', () => {
    expect(prohibitionOf(law('eu-gdpr'), 'direct_marketing_no_exception')).toBe('GDPR Art. 21(3)');
    expect(prohibitionOf(law('eu-gdpr'), 'legal_claims')).toBeUndefined();
  });
});
