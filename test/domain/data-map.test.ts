/** The data map: columns inherit from their dataset, and portability is what was provided on consent or contract. */
import { describe, expect, it } from 'vitest';
import { type Dataset, fullColumns, isPortable, textIn } from '../../lib/domain/data-map.ts';

const dataset: Dataset = {
  label: { en: 'Orders' },
  purpose: { en: 'To sell' },
  legalBasis: 'contract',
  recipients: ['Carrier'],
  transfers: [],
  retention: { en: 'a year' },
  columns: {
    total: { category: 'purchase', disclose: 'value', provided: 'observed', about: 'person' },
    score: { category: 'profile', disclose: 'value', provided: 'derived', about: 'person', legalBasis: 'consent', recipients: [] },
    hint: { category: 'profile', disclose: 'value', provided: 'given', about: 'person', legalBasis: 'legitimate-interests' },
  },
  erasure: { how: 'delete' },
};

describe('columns', () => {
  it('inherit what they do not say themselves', () => {
    const [total, score] = fullColumns(dataset);
    expect(total).toMatchObject({ name: 'total', purpose: { en: 'To sell' }, legalBasis: 'contract', recipients: ['Carrier'] });
    expect(score).toMatchObject({ name: 'score', legalBasis: 'consent', recipients: [] });
  });

  it('are portable when the person provided them on consent or contract', () => {
    expect(
      fullColumns(dataset)
        .filter(isPortable)
        .map(({ name }) => name),
    ).toEqual(['total']);
  });

  it('read in the wanted language, else in English', () => {
    expect(textIn({ en: 'Orders', de: 'Bestellungen' }, 'de')).toBe('Bestellungen');
    expect(textIn({ en: 'Orders' }, 'de')).toBe('Orders');
  });
});
