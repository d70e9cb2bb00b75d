/** The figures of the shipped laws are those of the research. */
import { expect, it } from 'vitest';
import { ALL_LAWS } from '../../../lib/domain/law/all-laws.ts';
import { LAW_IDS } from '../../../lib/domain/law/law-ids.ts';
import { figureProblems } from './figures.ts';
import { source } from './source.ts';

if (source === undefined) console.warn('The figures of the laws were not compared: ../shared/data/regimes.json is not there');

it.skipIf(source === undefined)('every figure of every law equals the source data', () => {
  expect(source && figureProblems(ALL_LAWS, source)).toEqual([]);
});

it('all laws have a text, each under its own id, and no two texts of a law hold on one day', () => {
  for (const id of LAW_IDS) {
    const texts = ALL_LAWS[id];
    expect(texts.map((law) => law.id)).toEqual(texts.map(() => id));
    expect(texts.length).toBeGreaterThan(0);
    for (const [place, next] of texts.slice(1).entries())
      expect(texts[place]?.validTo ?? '9999').toSatisfy((end: string) => end < next.validFrom!);
  }
});
