/** Rights: what has to be done for each, in which order, and who must be known. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actionOf, isRight, needsVerification, passesOf, RIGHTS } from '../../lib/domain/rights.ts';

const rights = fc.subarray([...RIGHTS], { minLength: 1 });

describe('rights', () => {
  it('are the listed codes and nothing else', () => {
    for (const right of RIGHTS) expect(isRight(right)).toBe(true);
    for (const wrong of ['', 'Access', 'delete', 'toString', '__proto__', 'access ']) expect(isRight(wrong)).toBe(false);
  });

  it('hand out before they erase, whatever the order in which they were asked', () => {
    fc.assert(
      fc.property(rights, (asked) => {
        const passes = passesOf(asked);
        expect(new Set(passes)).toEqual(new Set(asked.map(actionOf)));
        expect(passes).toEqual(['at-once', 'act', 'export', 'erase'].filter((pass) => (passes as string[]).includes(pass)));
      }),
    );
  });

  it.each(['opt-out', 'opt-out-of-sale', 'limit', 'objection', 'withdraw-consent', 'complaint'] as const)(
    'need no verification for %s alone',
    (right) => {
      expect(needsVerification([right])).toBe(false);
    },
  );

  it.each(['access', 'portability', 'erasure', 'rectification', 'restriction', 'appeal'] as const)(
    'need verification for %s, also beside others',
    (right) => {
      expect(needsVerification([right])).toBe(true);
      expect(needsVerification(['opt-out', right])).toBe(true);
    },
  );
});
