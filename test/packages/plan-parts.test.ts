/** Splitting a package in parts. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PageRef } from '../../lib/packages/content.ts';
import { planParts } from '../../lib/packages/plan-parts.ts';
import { sampleContent } from './sample-content.ts';

const DATASETS = [
  { system: 'shop', dataset: 'customers' },
  { system: 'shop', dataset: 'orders' },
  { system: 'crm', dataset: 'messages' },
];

function pagesOf(sizes: { of: number; bytes: number }[]): PageRef[] {
  return sizes.map(({ of, bytes }, index) => ({ ...DATASETS[of]!, key: String(index), rows: 1, bytes }));
}

function planned(pages: PageRef[], partBytes: number) {
  const { configuration } = sampleContent();
  return planParts(
    sampleContent({
      request: { rights: ['access'] },
      configuration: { policies: { ...configuration.policies, partBytes } },
      content: { pages },
    }),
  );
}

const sizes = fc.array(fc.record({ of: fc.nat(2), bytes: fc.integer({ min: 1, max: 500 }) }), { maxLength: 40 });

describe('planParts', () => {
  it('makes one part even when there is nothing but the page itself', () => {
    expect(planned([], 1000)).toEqual([{ number: 1, name: 'Q-7K2M-9XQ1.zip', chunks: [] }]);
  });

  it('puts every page into exactly one part, in the order of export, and keeps to the limit', () => {
    fc.assert(
      fc.property(sizes, (given) => {
        const pages = pagesOf(given);
        const parts = planned(pages, 1000);
        const chunks = parts.flatMap((part) => part.chunks);
        for (const each of DATASETS) {
          const own = ({ system, dataset }: { system: string; dataset: string }): boolean =>
            system === each.system && dataset === each.dataset;
          expect(chunks.filter(own).flatMap((chunk) => chunk.pages)).toEqual(pages.filter(own));
          expect(chunks.filter(own).map((chunk) => chunk.number)).toEqual(chunks.filter(own).map((_, index) => index + 1));
        }
        // Each row is written twice, as JSON and as CSV.
        for (const part of parts) {
          const bytes = part.chunks.flatMap((chunk) => chunk.pages).reduce((sum, page) => sum + 2 * page.bytes, 0);
          expect(bytes).toBeLessThanOrEqual(1000);
        }
      }),
    );
  });

  it('is the same however often it is asked', () => {
    fc.assert(
      fc.property(sizes, (given) => {
        expect(planned(pagesOf(given), 1000)).toEqual(planned(pagesOf(given), 1000));
      }),
    );
  });

  it('gives a page larger than the limit a part of its own', () => {
    const parts = planned(
      pagesOf([
        { of: 0, bytes: 10 },
        { of: 0, bytes: 9999 },
        { of: 1, bytes: 10 },
      ]),
      1000,
    );
    expect(parts.map((part) => part.chunks.flatMap((chunk) => chunk.pages.map((page) => page.bytes)))).toEqual([[10], [9999], [10]]);
    expect(parts.map((part) => part.name)).toEqual([
      'Q-7K2M-9XQ1-part-1-of-3.zip',
      'Q-7K2M-9XQ1-part-2-of-3.zip',
      'Q-7K2M-9XQ1-part-3-of-3.zip',
    ]);
  });

  it('halves the rows per part when the portable set is written too', () => {
    const pages = pagesOf([
      { of: 1, bytes: 300 },
      { of: 1, bytes: 300 },
    ]);
    const { configuration } = sampleContent();
    const policies = { ...configuration.policies, partBytes: 1200 };
    const both = planParts(sampleContent({ configuration: { policies }, content: { pages } }));
    expect([planned(pages, 1200).length, both.length]).toEqual([1, 2]);
  });

  it('refuses pages of a dataset that nobody declared', () => {
    expect(() => planned([{ system: 'shop', dataset: 'gossip', key: 'x', rows: 1, bytes: 1 }], 1000)).toThrow('does not know');
  });
});
