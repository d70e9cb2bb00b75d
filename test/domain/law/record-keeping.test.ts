/** How long a record is kept: a law's own time holds, the company's where there is none, and the longest of several. */
import { describe, expect, it } from 'vitest';
import { DEFAULT_POLICIES } from '../../../lib/domain/config/default-policies.ts';
import { LAW_IDS } from '../../../lib/domain/law/law-ids.ts';
import { lawById } from '../../../lib/domain/law/laws.ts';
import { longestRecordYears, recordYears } from '../../../lib/domain/law/record-keeping.ts';

const receivedOn = '2026-11-01';
const keeping = (laws: string[], years: number): number =>
  recordYears({ laws, receivedOn }, { policies: { ...DEFAULT_POLICIES, recordYears: years } });

describe('the record of a request', () => {
  it('is kept for the 24 months of California, whatever the company does elsewhere', () => {
    expect([1, 2, 7].map((years) => keeping(['us-ca-ccpa'], years))).toEqual([2, 2, 2]);
  });

  it('is kept as long as the company says where the law names no time', () => {
    expect([1, 3, 30].map((years) => keeping(['eu-gdpr'], years))).toEqual([1, 3, 30]);
  });

  it('is kept for the longest time where several laws apply', () => {
    expect(keeping(['eu-gdpr', 'us-ca-ccpa'], 1)).toBe(2);
    expect(keeping(['eu-gdpr', 'us-ca-ccpa'], 3)).toBe(3);
  });

  it('is announced with the longest time any law of the company can ask for', () => {
    const policies = { ...DEFAULT_POLICIES, recordYears: 1 };
    expect(longestRecordYears({ laws: ['eu-gdpr', 'us-co'], policies }, receivedOn)).toBe(2);
    expect(longestRecordYears({ laws: ['us-vt'], policies }, receivedOn)).toBe(1);
  });

  it('is never cut short: every law that names a time names it in months', () => {
    const clocks = LAW_IDS.flatMap((id) => lawById(id).clocks).filter(({ duty }) => duty === 'record');
    expect(clocks.length).toBeGreaterThan(0);
    expect(clocks.filter(({ period }) => period?.unit !== 'month')).toEqual([]);
  });
});
