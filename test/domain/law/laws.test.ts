/** What the laws grant, which text of them holds, which clock answers what, and which laws a request falls under. */
import { describe, expect, it } from 'vitest';
import { ALL_LAWS } from '../../../lib/domain/law/all-laws.ts';
import { lawsFor } from '../../../lib/domain/law/choose-laws.ts';
import { LAW_IDS } from '../../../lib/domain/law/law-ids.ts';
import { fullCite } from '../../../lib/domain/law/law.ts';
import { articleOf, calendarFor, clockFor, grants, lawById, lawOf, lawOn, notGiven } from '../../../lib/domain/law/laws.ts';
import { RIGHTS, type Right } from '../../../lib/domain/rights.ts';

const GDPR = lawById('eu-gdpr');
const CCPA = lawById('us-ca-ccpa');
const TODAY = '2026-11-22';

const granted = (id: string, on = TODAY): Right[] => RIGHTS.filter((right) => grants(lawById(id), right, on));

describe('the rights', () => {
  it('are granted with their article', () => {
    expect(articleOf(GDPR, 'access')).toBe('GDPR Art. 15');
    expect(articleOf(CCPA, 'erasure')).toBe('Cal. Civ. Code 1798.105');
    expect(articleOf(CCPA, 'opt-out')).toBe('Cal. Civ. Code 1798.120');
    expect(articleOf(GDPR, 'complaint')).toBe('GDPR Art. 77(1)');
    expect(articleOf(lawById('us-va'), 'appeal')).toBe('Va. Code 59.1-577(C)');
    expect(articleOf(GDPR, 'opt-out-of-sale')).toBeUndefined();
  });

  it('differ from law to law', () => {
    const european = ['access', 'portability', 'erasure', 'rectification', 'restriction', 'objection', 'withdraw-consent', 'complaint'];
    const state = ['access', 'portability', 'erasure', 'rectification', 'opt-out', 'opt-out-of-sale', 'opt-out-of-targeted-ads'];
    expect(granted('eu-gdpr')).toEqual(european);
    expect(granted('us-ca-ccpa')).toEqual([...state.slice(0, 6), 'limit', 'complaint']);
    expect(granted('us-va')).toEqual([...state, 'opt-out-of-profiling', 'appeal', 'complaint']);
    expect(granted('us-ia')).toEqual([...state.filter((right) => right !== 'rectification'), 'appeal', 'complaint']);
    expect(granted('us-nv')).toEqual(['opt-out', 'opt-out-of-sale', 'complaint']);
    expect(granted('au-app')).toEqual(['access', 'rectification', 'complaint']);
  });

  it('begin on a day of their own: Utah corrects since July 2026, Quebec ports since September 2024', () => {
    expect([granted('us-ut', '2026-06-30'), granted('us-ut', '2026-07-01')].map((all) => all.includes('rectification'))).toEqual([
      false,
      true,
    ]);
    expect([granted('ca-qc-law25', '2024-09-21'), granted('ca-qc-law25', '2024-09-22')].map((all) => all.includes('portability'))).toEqual([
      false,
      true,
    ]);
  });

  it('are none under an act that is only enacted', () => {
    for (const id of LAW_IDS.filter((each) => lawById(each).enactedOnly)) expect(granted(id, '2030-01-01')).toEqual(['complaint']);
    expect(LAW_IDS.filter((id) => lawById(id).enactedOnly)).toEqual(['us-ok', 'us-la', 'us-al', 'us-vt']);
  });
});

describe('the text of a law', () => {
  it('is the one of the day of receipt', () => {
    expect(lawOn('uk-gdpr', '2026-02-04')?.pauses.identity?.status).toBe('toBeConfirmed');
    expect(lawOn('uk-gdpr', '2026-02-05')?.pauses.identity?.cite).toBe('Art. 12A(2)(b), 12(6)(b)');
    expect(lawOn('us-in', '2025-12-31')).toBeUndefined();
    expect(lawOf({ law: 'us-in', receivedOn: '2025-12-31' }).id).toBe('us-in');
  });

  it('fails for an id nobody wrote down', () => {
    expect(() => lawById('xx-none')).toThrow('There is no law "xx-none"');
  });
});

describe('the clock', () => {
  const amount = (id: string, duty: 'respond' | 'access-drop' | 'act', about: { right: Right | 'drop'; on: string }): number | undefined =>
    clockFor(lawOf({ law: id, receivedOn: about.on }), duty, about)?.period?.amount;

  it('of a right comes before the one for all', () => {
    expect(clockFor(lawById('kr-pipa'), 'respond', { right: 'access', on: TODAY })?.cite).toBe('Decree 41(4)');
    expect(clockFor(lawById('kr-pipa'), 'respond', { right: 'erasure', on: TODAY })?.cite).toBe('Decree 43(3)');
    expect(amount('br-lgpd', 'respond', { right: 'access', on: TODAY })).toBe(15);
    expect(amount('br-lgpd', 'respond', { right: 'erasure', on: TODAY })).toBeUndefined();
    expect(amount('us-ca-ccpa', 'act', { right: 'opt-out', on: TODAY })).toBe(15);
  });

  it('changes with the day: data brokers look every 45 days, and every 30 from 2027', () => {
    expect(amount('us-ca-delete-act', 'access-drop', { right: 'drop', on: '2026-12-31' })).toBe(45);
    expect(amount('us-ca-delete-act', 'access-drop', { right: 'drop', on: '2027-01-01' })).toBe(30);
  });
});

describe('the laws of a request', () => {
  const berlin = { laws: ['eu-gdpr', 'us-ca-ccpa', 'us-va', 'uk-gdpr'], controllerCountry: 'DE-BE', on: TODAY };
  const ids = (choice: Parameters<typeof lawsFor>[0]): string[] => lawsFor(choice).map(({ id }) => id);

  it.each([
    ['US-CA', ['eu-gdpr', 'us-ca-ccpa']],
    ['FR', ['eu-gdpr']],
    ['DE-BY', ['eu-gdpr']],
    ['NO', ['eu-gdpr']],
    ['GB-SCT', ['eu-gdpr', 'uk-gdpr']],
    ['BR', ['eu-gdpr']],
    ['US', ['eu-gdpr', 'us-ca-ccpa', 'us-va']],
    [undefined, ['eu-gdpr']],
  ])('are, for somebody in %s writing to a company in Berlin, %j', (residence, laws) => {
    expect(ids({ ...berlin, residence })).toEqual(laws);
  });

  it('are all of a company whose own law protects nobody else, if the residence is not known', () => {
    expect(ids({ laws: ['us-ca-ccpa', 'us-va'], controllerCountry: 'US-CA', on: TODAY })).toEqual(['us-ca-ccpa', 'us-va']);
  });

  it('are never one the company did not declare, nor one that is not in force yet', () => {
    expect(ids({ laws: ['eu-gdpr'], controllerCountry: 'DE', residence: 'US-CA', on: TODAY })).toEqual(['eu-gdpr']);
    expect(ids({ laws: ['us-va', 'us-ok'], controllerCountry: 'US-OK', residence: 'US-OK', on: TODAY })).toEqual(['us-va']);
  });

  it('are those to come where none is in force yet: whoever asks is answered, and told that there is no right so far', () => {
    expect(ids({ laws: ['us-ok', 'us-vt'], controllerCountry: 'US-OK', residence: 'US-OK', on: TODAY })).toEqual(['us-ok']);
    expect(notGiven(['access'], lawsFor({ laws: ['us-ok'], controllerCountry: 'US-OK', on: TODAY }), TODAY)).toEqual(['access']);
  });

  it('are both where a province has its own beside the federal one', () => {
    expect(ids({ laws: ['ca-pipeda', 'ca-qc-law25'], controllerCountry: 'CA', residence: 'CA-QC', on: TODAY })).toHaveLength(2);
    expect(ids({ laws: ['ca-pipeda', 'ca-qc-law25'], controllerCountry: 'CA', residence: 'CA-ON', on: TODAY })).toEqual(['ca-pipeda']);
  });
});

it('counts with the holidays of the controller in Europe, with its own in California, and with weekends where the law does not hold', () => {
  expect(calendarFor(GDPR, { country: 'DE-BE' }).id).toBe('DE-BE');
  expect(calendarFor(CCPA, { country: 'DE-BE' }).id).toBe('US-CA');
  expect(calendarFor(lawById('uk-gdpr'), { country: 'DE-BE' }).id).toBe('none');
  expect(calendarFor(lawById('us-va'), { country: 'US-VA' }).id).toBe('none');
});

it('names the source of a citation, in every part of it', () => {
  expect(fullCite(GDPR, 'Art. 12(3)')).toBe('GDPR Art. 12(3)');
  expect(fullCite(CCPA, '11 CCR 7021(b); 1798.145(h)(1)')).toBe('11 CCR 7021(b); Cal. Civ. Code 1798.145(h)(1)');
  expect(fullCite(lawById('ca-pipeda'), 's.8(3)')).toBe('PIPEDA s.8(3)');
});

it('calls every law by a name of its own', () => {
  const names = LAW_IDS.map((id) => lawById(id).shortName);
  expect(new Set(names).size).toBe(LAW_IDS.length);
});

it('shows no citation that is a sentence or a place where we looked', () => {
  const cites = [...JSON.stringify(ALL_LAWS).matchAll(/"cite":"((?:[^"\\]|\\.)*)"/g)].map(([, cite]) => cite ?? '');
  expect(cites.filter((cite) => cite.length > 90 || cite === '-' || /README|find_string|http|memory/i.test(cite))).toEqual([]);
  expect(cites.length).toBeGreaterThan(500);
});
