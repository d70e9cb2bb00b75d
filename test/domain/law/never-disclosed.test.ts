/** What laws forbid to show is known by a category of the data map. */
import { describe, expect, it } from 'vitest';
import { LAW_IDS } from '../../../lib/domain/law/law-ids.ts';
import { lawById } from '../../../lib/domain/law/laws.ts';
import { articlesAgainst, categoryOf } from '../../../lib/domain/law/never-disclosed.ts';

describe('values that may not be shown', () => {
  it('have a category each, whichever law lists them', () => {
    const values = LAW_IDS.flatMap((id) => lawById(id).neverDisclose?.values ?? []);
    expect(values.length).toBeGreaterThan(10);
    expect(values.filter((value) => categoryOf(value) === undefined)).toEqual([]);
  });

  it('may not be shown under the laws that say so, and under no other', () => {
    const laws = ['eu-gdpr', 'us-ca-ccpa', 'us-mn'].map(lawById);
    expect(articlesAgainst(laws, 'government-id')).toEqual(['11 CCR 7024(d)', 'Minn. Stat. 325M.14 subd. 4(i)']);
    expect(articlesAgainst(laws, 'security-question')).toEqual(['11 CCR 7024(d)']);
    expect(articlesAgainst(laws, 'contact')).toEqual([]);
    expect(articlesAgainst([lawById('eu-gdpr')], 'government-id')).toEqual([]);
  });
});
