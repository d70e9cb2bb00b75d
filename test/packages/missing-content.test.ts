/** The law's checklist before anything is written. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checklistFor } from '../../lib/packages/checklists.ts';
import { missingContent } from '../../lib/packages/missing-content.ts';
import { planParts } from '../../lib/packages/plan-parts.ts';
import { writePart } from '../../lib/packages/write-part.ts';
import type { Dataset } from '../../lib/domain/data-map.ts';
import { sampleContent } from './sample-content.ts';

const REGIMES = new URL('../../../shared/data/regimes.json', import.meta.url);

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
    expect(missing).toMatchObject({ reason: 'missing-content', law: 'eu-gdpr' });
    expect(missing.items.map((one) => one.item)).toContain(item);
    expect(missing.items.every((one) => one.path.startsWith('shop/customers/') && one.cite.startsWith('Art. '))).toBe(true);
  });

  it('asks for California what California asks for', () => {
    const content = withCustomers({ retention: { en: '' }, purpose: { en: '' } });
    const missing = missingContent({ ...content, request: { ...content.request, law: 'us-ca-ccpa' } })!;
    expect(new Set(missing.items.map((one) => one.item))).toEqual(new Set(['purposes']));
  });

  it('does not look at datasets without rows', () => {
    const content = withCustomers({ purpose: { en: '' } });
    expect(missingContent({ ...content, pages: content.pages.filter((page) => page.dataset !== 'customers') })).toBeUndefined();
  });

  it('blocks writing, as a task for a person', () => {
    const content = withCustomers({ purpose: { en: '' } });
    const parts = planParts(content);
    expect(() => writePart(content, parts[0]!, parts)).toThrow(expect.objectContaining({ name: 'PermanentError', code: 'configuration' }));
  });
});

describe('the checklists', () => {
  it.skipIf(!existsSync(REGIMES))('have every item that the law data list for an answer to an access request', () => {
    const { responseContent } = JSON.parse(readFileSync(REGIMES, 'utf8')) as {
      responseContent: { access: Record<string, { items: string[][] }> };
    };
    for (const law of ['eu-gdpr', 'us-ca-ccpa']) {
      expect(checklistFor(law, ['access']).map(({ id }) => id)).toEqual(responseContent.access[law]!.items.map(([id]) => id));
    }
  });
});
