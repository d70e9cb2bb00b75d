/** Refusals under every law: what each wants said is there, and without one item nothing is signed. */
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../lib/domain/languages.ts';
import { ALL_LAWS } from '../../lib/domain/law/all-laws.ts';
import { LAW_IDS } from '../../lib/domain/law/law-ids.ts';
import type { Law } from '../../lib/domain/law/law.ts';
import { grants } from '../../lib/domain/law/laws.ts';
import { decideRefusal } from '../../lib/domain/refusal/decide.ts';
import { exemptionsFor, PROVISION } from '../../lib/domain/refusal/grounds.ts';
import { silenceGrounds } from '../../lib/domain/refusal/unidentified.ts';
import { NOT_GRANTED } from '../../lib/domain/refusal/without-exemption.ts';
import { RIGHTS, type Right } from '../../lib/domain/rights.ts';
import type { Request } from '../../lib/domain/request.ts';
import { buildDenialReceipt, type ToldRefusal } from '../../lib/receipts/build-denial.ts';
import { missingFromDenial } from '../../lib/receipts/denial-checklist.ts';
import { type DenialReceipt, readPayload } from '../../lib/receipts/payload.ts';
import { sentencesIn } from '../../lib/receipts/sentences/sentences.ts';
import { company } from '../company.ts';
import { sampleRequest } from '../sample-request.ts';
import { contextWith, FRAME } from './world.ts';

const TEXTS: Law[] = LAW_IDS.flatMap((id) => [...ALL_LAWS[id]]);
const REASON = 'The tax office is auditing the year 2024.';

/** A day on which the text holds. */
const dayOf = ({ validFrom, validTo }: Law): string =>
  validTo ?? (validFrom !== undefined && validFrom > '2026-11-02' ? validFrom : '2026-11-02');

function requestUnder(law: Law, more: Partial<Request> = {}): Request {
  const { id, reference } = contextWith().request;
  const given = { id, reference, law: law.id, rights: ['access' as Right], receivedAt: `${dayOf(law)}T09:00:00.000Z`, ...more };
  return sampleRequest(given, { ...company(), policies: company().policies });
}

const granted = (law: Law): Right[] =>
  RIGHTS.filter((right) => right !== 'complaint' && right !== 'appeal' && grants(law, right, dayOf(law)));

/** A right refused with every exemption the law knows for it. */
function refusedUnder(law: Law, right: Right, lang = 'en'): { request: Request; told: ToldRefusal } {
  const request = requestUnder(law, { rights: [right], lang });
  const codes = exemptionsFor(law, right).map(({ code }) => code);
  const grounds =
    codes.length > 0
      ? [...new Set(codes)].map((code) => ({ law: law.id, code }))
      : [{ law: law.id, code: PROVISION, provision: 's. 9(3)' }];
  const open = { rights: [right], systems: [] };
  const decided = decideRefusal(request, { open, items: [{ right, grounds }], reason: REASON });
  if (!decided.ok) throw new Error(JSON.stringify(decided));
  return { request, told: { rights: [right], grounds: decided.grounds, reason: REASON } };
}

const receiptOf = (request: Request, refusals: ToldRefusal[], scope: 'full' | 'partial' = 'full'): DenialReceipt =>
  buildDenialReceipt({ ...contextWith(), configuration: company(), request, scope, refusals }, FRAME);

describe('a refusal under every law', () => {
  const cases = TEXTS.flatMap((law) => granted(law).map((right) => [`${law.id} ${law.validFrom ?? ''} ${right}`, law, right] as const));

  it('is tested for all laws that grant something', () => {
    const without = LAW_IDS.filter((id) => !cases.some(([, law]) => law.id === id));
    expect(LAW_IDS).toHaveLength(40);
    expect(without).toEqual(LAW_IDS.filter((id) => ALL_LAWS[id].every((law) => law.enactedOnly === true || granted(law).length === 0)));
  });

  it.each(cases)('%s: says all the law wants, in every language', (_, law, right) => {
    for (const lang of LANGUAGES) {
      const { request, told } = refusedUnder(law, right, lang);
      const receipt = receiptOf(request, [told]);
      expect(missingFromDenial(law, receipt)).toEqual([]);
      expect(readPayload(receipt)).toEqual(receipt);
      expect(receipt.text).not.toMatch(/undefined|\bnull\b|\.\.|\(\)/);
      for (const { law: cite } of receipt.grounds) expect(receipt.text).toContain(cite);
    }
  });

  it.each(TEXTS.map((law) => [`${law.id} ${law.validFrom ?? ''}`, law] as const))('%s: silence says so too', (_, law) => {
    const rights = granted(law);
    const request = requestUnder(law, { rights: rights.length > 0 ? rights : ['access'] });
    const text = sentencesIn('en').say.silence;
    const grounds = rights.length > 0 ? silenceGrounds(request, { rights, text }) : [{ code: NOT_GRANTED, law: law.citation, text }];
    expect(missingFromDenial(law, receiptOf(request, [{ rights: request.rights, grounds }]))).toEqual([]);
  });
});

describe('the checklist', () => {
  /** Takes one thing out of a receipt that was complete. */
  const WITHOUT: Record<string, (receipt: DenialReceipt) => DenialReceipt> = {
    'the rights': ({ rights: _rights, ...receipt }) => receipt,
    'the reasons': (receipt) => ({ ...receipt, text: receipt.text.replaceAll(receipt.grounds[0]!.text.replace(/\.$/, ''), '') }),
    'the authority': ({ remedies: { complaint: _complaint, ...remedies }, ...receipt }) => ({ ...receipt, remedies }),
    'the remedies in words': (receipt) => ({ ...receipt, text: receipt.text.replace('write to us', '') }),
    'the court': (receipt) => ({ ...receipt, remedies: { ...receipt.remedies, court: false } }),
    'the appeal': ({ remedies: { appeal: _appeal, ...remedies }, ...receipt }) => ({ ...receipt, remedies }),
    'the complaint to us': ({ remedies: { controller: _controller, ...remedies }, ...receipt }) => ({ ...receipt, remedies }),
    'the time to complain': ({ remedies, ...receipt }) => ({
      ...receipt,
      remedies: { ...remedies, complaint: { name: remedies.complaint!.name } },
    }),
    'no retaliation': ({ remedies: { nonRetaliation: _none, ...remedies }, ...receipt }) => ({ ...receipt, remedies }),
    'the words for this case': ({ reason: _reason, ...receipt }) => receipt,
    'the offers': ({ offers: _offers, ...receipt }) => receipt,
  };

  /** Codes that are missing, by what was taken out. */
  const missing = (id: Law['id'], right: Right, without: string): string[] => {
    const law = ALL_LAWS[id].at(-1)!;
    const { request, told } = refusedUnder(law, right);
    return missingFromDenial(law, WITHOUT[without]!(receiptOf(request, [told])));
  };

  it.each([
    ['eu-gdpr', 'erasure', 'the reasons', ['reasons']],
    ['eu-gdpr', 'erasure', 'the authority', ['right_to_complain_to_supervisory_authority', 'judicial_remedy']],
    ['eu-gdpr', 'erasure', 'the court', ['right_to_complain_to_supervisory_authority', 'judicial_remedy']],
    ['eu-gdpr', 'erasure', 'the remedies in words', ['right_to_complain_to_supervisory_authority', 'judicial_remedy']],
    ['uk-gdpr', 'access', 'the complaint to us', expect.arrayContaining(['right_to_complain_to_controller'])],
    ['uk-gdpr', 'access', 'the authority', expect.arrayContaining(['right_to_complain_to_ico'])],
    ['us-va', 'access', 'the appeal', ['how_to_appeal']],
    ['us-mn', 'access', 'the reasons', ['justification', 'reasons']],
    ['kr-pipa', 'access', 'the rights', ['fact']],
    ['jp-appi', 'access', 'the rights', ['that_it_is_refused_without_delay']],
    ['sg-pdpa', 'access', 'the rights', ['rejection']],
    ['br-lgpd', 'erasure', 'the reasons', ['reasons_of_fact_or_law', 'reasons']],
    ['ca-pipeda', 'access', 'the time to complain', expect.arrayContaining(['time_to_complain'])],
    ['ca-qc-law25', 'access', 'the time to complain', expect.arrayContaining(['time_limit_for_them'])],
    ['us-ca-ccpa', 'erasure', 'the words for this case', ['for_deletion_detailed_explanation_of_the_basis_unless_prohibited_by_law']],
    ['us-ca-ccpa', 'access', 'no retaliation', expect.arrayContaining(['no_retaliation'])],
  ] as const)('%s %s misses %s', (id, right, without, codes) => {
    expect(missing(id, right, without)).toEqual(codes);
  });

  it('does not let an unknown item of a law pass', () => {
    const law = ALL_LAWS['th-pdpa'][0]!;
    const { request, told } = refusedUnder(law, 'access');
    const strict: Law = { ...law, refusal: { ...law.refusal!, mustState: ['name_of_the_minister'] } };
    expect(missingFromDenial(strict, receiptOf(request, [told]))).toEqual(['name_of_the_minister']);
  });

  it('keeps what lacks an item from being signed', () => {
    const law = ALL_LAWS['us-ca-ccpa'][0]!;
    const { request, told } = refusedUnder(law, 'erasure');
    expect(() => receiptOf(request, [{ ...told, reason: undefined }])).toThrow('us-ca-ccpa for_deletion_detailed_explanation');
  });
});

describe('a refusal of several rights', () => {
  const eu = ALL_LAWS['eu-gdpr'][0]!;
  const ground = (right: Right, text: string, law: string) => ({ code: 'x', law, text, under: 'eu-gdpr', right });

  it('says which reason is for which right', () => {
    const request = requestUnder(eu, { rights: ['access', 'erasure'] });
    const grounds = [
      ground('access', 'It is about others.', 'GDPR Art. 15(4)'),
      ground('erasure', 'There is a lawsuit.', 'GDPR Art. 17(3)(e)'),
    ];
    expect(receiptOf(request, [{ rights: ['access', 'erasure'], grounds }]).text).toContain(
      'Our reasons for not doing this (to see the data we hold about you): It is about others (GDPR Art. 15(4)). ' +
        'Our reasons for not doing this (to delete your data): There is a lawsuit (GDPR Art. 17(3)(e)).',
    );
  });

  it('says a reason once that is for all of them', () => {
    const request = requestUnder(eu, { rights: ['access', 'erasure'], lang: 'de' });
    const grounds = [ground('access', 'Das ist exzessiv.', 'GDPR Art. 12(5)'), ground('erasure', 'Das ist exzessiv.', 'GDPR Art. 12(5)')];
    const { text } = receiptOf(request, [{ rights: ['access', 'erasure'], grounds }]);
    expect(text.match(/exzessiv/g)).toHaveLength(1);
    expect(text).toContain('Das ist exzessiv (GDPR Art. 12(5)). ');
  });
});

describe('a refusal under several laws', () => {
  const both = { laws: ['eu-gdpr', 'us-ca-ccpa'], rights: ['erasure' as Right], residence: 'DE-BY' };
  const eu = ALL_LAWS['eu-gdpr'][0]!;
  const refuse = (request: Request): ToldRefusal => {
    const grounds = request.laws.map((law) => ({ law, code: 'legal_claims' }));
    const decided = decideRefusal(request, {
      open: { rights: ['erasure'], systems: [] },
      items: [{ right: 'erasure', grounds }],
      reason: REASON,
    });
    if (!decided.ok) throw new Error(JSON.stringify(decided));
    return { rights: ['erasure'], grounds: decided.grounds, reason: REASON };
  };

  it('says each reason once, with the article of every law', () => {
    const request = requestUnder(eu, both);
    expect(receiptOf(request, [refuse(request)]).text).toContain(
      'We need these data to establish, exercise or defend legal claims (GDPR Art. 17(3)(e); Cal. Civ. Code 1798.145(a)(1)(E)). ' + REASON,
    );
  });

  it('names the authorities, court and protections of every law under which it was refused, and of no other', () => {
    const request = requestUnder(eu, both);
    const { remedies } = receiptOf(request, [refuse(request)]);
    expect([remedies.complaint, ...(remedies.complaint?.also ?? [])].map((one) => one?.name)).toEqual([
      expect.stringContaining('Berlin'),
      expect.stringContaining('California Privacy Protection Agency'),
      expect.stringContaining('Attorney General'),
    ]);
    expect(remedies).toMatchObject({ court: true, nonRetaliation: 'We may not treat you worse because you asked.' });
    const { grounds } = refuse(request);
    const european = receiptOf(request, [
      { rights: ['erasure'], grounds: grounds.filter(({ under }) => under === 'eu-gdpr'), reason: REASON },
    ]);
    expect(european.remedies).toMatchObject({ court: true });
    expect(european.remedies.nonRetaliation).toBeUndefined();
    expect(european.remedies.complaint?.also).toBeUndefined();
  });
});

describe('a refusal in California', () => {
  const ccpa = ALL_LAWS['us-ca-ccpa'][0]!;

  it('of a deletion promises to use what is kept for nothing else, and offers the opt-out by a link to its form', () => {
    const { request, told } = refusedUnder(ccpa, 'erasure');
    const receipt = receiptOf(request, [told]);
    expect(receipt.offers).toEqual({
      keptForNothingElse: true,
      optOut: 'https://privacy.shop.example/request/rights?right=opt-out-of-sale',
    });
    expect(receipt.text).toContain('We use the data that we keep for nothing else than the reason given here.');
    expect(receipt.text).toContain(
      'You can ask us not to sell or share your data: https://privacy.shop.example/request/rights?right=opt-out-of-sale',
    );
  });

  it('offers no opt-out to somebody who opts out by the same request', () => {
    const { request, told } = refusedUnder(ccpa, 'erasure');
    const receipt = receiptOf({ ...request, rights: ['erasure', 'opt-out-of-sale'] }, [told], 'partial');
    expect(receipt.offers).toEqual({ keptForNothingElse: true });
  });

  it('of access to somebody unknown tells the categories of data, the same to everybody, and how to ask again', () => {
    const request = requestUnder(ccpa, { rights: ['access'] });
    const grounds = silenceGrounds(request, { rights: ['access'], text: sentencesIn('en').say.silence });
    const { offers, text } = receiptOf(request, [{ rights: ['access'], grounds }]);
    expect(offers).toMatchObject({
      optOut: expect.stringContaining('right=opt-out-of-sale'),
      again: 'https://privacy.shop.example/request/rights?right=access',
    });
    expect(offers?.categories?.map(({ category }) => category)).toEqual([
      'technical',
      'contact',
      'name',
      'credentials',
      'purchase',
      'correspondence',
    ]);
    expect(text).toContain('purchase (for: To run the shop; from: you; disclosed to nobody)');
    expect(text).not.toMatch(/Erika|example\.org/);
  });

  it('of something else offers nothing of the kind', () => {
    const { request, told } = refusedUnder(ccpa, 'rectification');
    expect(receiptOf(request, [told]).offers).toBeUndefined();
  });
});
