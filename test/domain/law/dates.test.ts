/** Every date the engine gives follows from the research, counted once more without the engine. */
import { expect, it } from 'vitest';
import { ALL_LAWS } from '../../../lib/domain/law/all-laws.ts';
import { CASES, dateProblems } from './dates.ts';
import { source } from './source.ts';

if (source === undefined) console.warn('The dates of the laws were not compared: ../shared/data/regimes.json is not there');

it.skipIf(source === undefined)(`every date of every regime, right and duty is the re-derived one in ${CASES.length} cases each`, () => {
  expect(source && dateProblems(ALL_LAWS, source)).toEqual([]);
});
