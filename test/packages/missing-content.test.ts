/** The law's checklist before anything is written. */
import { describe, expect, it } from 'vitest';
import { missingContent } from '../../lib/packages/missing-content.ts';
import { planParts } from '../../lib/packages/plan-parts.ts';
import { writePart } from '../../lib/packages/write-part.ts';
import type { Dataset } from '../../lib/domain/data-map.ts';
import { sampleContent } from './sample-content.ts';

/** The sample with the customer dataset changed. */
function withCustomers(change: Partial<Dataset>) {
  const content = sampleContent();
  const { shop, ...others } = content.configuration.systems;
  const [customers, ...rest] = shop!.datasets;
  const systems = { ...others, shop: { ...shop!, datasets: [{ ...customers!, ...change }, ...rest] } };
  return { ...content, configuration: { ...content.configuration, systems } };
}

describe('missingContent', () => {
  it('is silent when everything can be said', () => {
    expect(missingContent(sampleContent())).toBeUndefined();
    expect(missingContent(sampleContent({ request: { law: 'us-ca-ccpa' } }))).toBeUndefined();
  });

  it.each([
    ['purposes', { purpose: { en: ' ' } }],
    ['recipients', { recipients: ['Nobody Declared'] }],
    ['retention_or_criteria', { retention: { en: '' } }],
    ['transfer_safeguards', { transfers: [{ country: 'US', safeguard: '' }] }],
  ] as const)('names %s with the article and the column that leaves it unsaid', (item, change) => {
    const missing = missingContent(withCustomers(change as Partial<Dataset>))!;
    expect(missing.reason).toBe('missing-content');
    expect(new Set(missing.items.map((one) => one.item))).toEqual(new Set([item]));
    for (const { law, article, path } of missing.items) {
      expect([law, article, path]).toEqual([
        'eu-gdpr',
        expect.stringMatching(/^GDPR Art\. 15/),
        expect.stringMatching(/^systems\.shop\.datasets\.customers\.columns\./),
      ]);
    }
  });

  it('asks for California what California asks for', () => {
    const content = withCustomers({ retention: { en: '' }, purpose: { en: '' } });
    const missing = missingContent({ ...content, request: { ...content.request, laws: ['us-ca-ccpa'] } })!;
    expect(new Set(missing.items.map((one) => one.item))).toEqual(new Set(['purposes']));
  });

  it('asks for what each of several laws wants, once for each', () => {
    const content = withCustomers({ retention: { en: '' }, purpose: { en: '' } });
    const missing = missingContent({ ...content, request: { ...content.request, laws: ['eu-gdpr', 'us-ca-ccpa', 'us-va'] } })!;
    expect(new Set(missing.items.map(({ law, item }) => `${law} ${item}`))).toEqual(
      new Set(['eu-gdpr purposes', 'eu-gdpr retention_or_criteria', 'us-ca-ccpa purposes']),
    );
  });

  it('asks for what the European list wants where a law has none, without an article that is not its own', () => {
    const content = withCustomers({ retention: { en: '' } });
    const missing = missingContent({ ...content, request: { ...content.request, laws: ['br-lgpd'] } })!;
    expect(missing.items[0]).toEqual({
      law: 'br-lgpd',
      item: 'retention_or_criteria',
      path: 'systems.shop.datasets.customers.columns.id',
    });
  });

  it('asks for nothing that answers a right which was refused', () => {
    const content = withCustomers({ retention: { en: '' } });
    const refusals = [{ rights: ['access' as const], scope: 'partial' as const, by: 'renate', grounds: [], at: '2026-11-05T00:00:00Z' }];
    expect(missingContent({ ...content, request: { ...content.request, refusals } })).toBeUndefined();
  });

  it('does not look at datasets without rows', () => {
    const content = withCustomers({ purpose: { en: '' } });
    expect(missingContent({ ...content, pages: content.pages.filter((page) => page.dataset !== 'customers') })).toBeUndefined();
  });

  it('blocks writing, as a task for a person', () => {
    const content = withCustomers({ purpose: { en: '' } });
    const parts = planParts(content);
    const write = (): unknown => writePart(content, parts[0]!, parts);
    expect(write).toThrow(expect.objectContaining({ name: 'PermanentError', code: 'configuration' }));
    expect(write).toThrow('eu-gdpr purposes, GDPR Art. 15(1)(a) (systems.shop.datasets.customers.columns.id)');
  });
});
