/** The engine against executions recorded on AWS. Runs where the recordings are present. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { replay } from './states-language.ts';
import { sameValue } from './states-language-match.ts';

const file = join(import.meta.dirname, '../../../shared/conformance/states-language/recordings.json.gz');
const present = existsSync(file);
if (!present) console.warn('SKIPPED: the States Language recordings are not present (../shared/conformance)');

describe('the States Language engine', () => {
  it.runIf(present)(
    'does what AWS did in every recording, at most 5 % excused by design',
    async () => {
      const { passed, failed, excepted } = await replay(file);
      const excused = [...excepted.values()].reduce((sum, count) => sum + count, 0);
      expect(failed).toEqual([]);
      expect(passed).toBeGreaterThan(50);
      expect(excused / (passed + excused)).toBeLessThanOrEqual(0.05);
    },
    60_000,
  );
});

describe('the comparison', () => {
  it.each([
    ['a', 'b'],
    [[1, 2], [1]],
    [{ a: 1 }, { a: 1, b: 2 }],
    [{ a: 1, b: 2 }, { a: 1 }],
    ['x-<mask>', 'y-1'],
    [0, '0'],
    [null, undefined],
  ])('tells %j from %j', (expected, actual) => {
    expect(sameValue(expected, actual)).toBe(false);
  });

  it.each([
    ['x-<mask>-y', 'x-1-y'],
    ['date', '2016-03-14T01:59:00Z'],
    [
      { Error: 'E', Cause: 'c' },
      { Error: 'E', Cause: 'other' },
    ],
  ])('takes %j for %j', (expected, actual) => {
    expect(sameValue(expected, actual)).toBe(true);
  });
});
