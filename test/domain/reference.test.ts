/** References: read over the phone, and every slip of one hand noticed. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readReference, referenceFrom } from '../../lib/domain/reference.ts';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const reference = fc.uint8Array({ minLength: 5, maxLength: 5 }).map(referenceFrom);
/** Positions of the eight characters in `Q-XXXX-XXXX`. */
const PLACES = [2, 3, 4, 5, 7, 8, 9, 10] as const;

const withAt = (text: string, place: number, character: string): string => text.slice(0, place) + character + text.slice(place + 1);

describe('a reference', () => {
  it('has the form Q-XXXX-XXXX and reads as itself', () => {
    fc.assert(
      fc.property(reference, (made) => {
        expect(made).toMatch(/^Q-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
        expect(readReference(made)).toBe(made);
      }),
    );
  });

  it('is refused with any one character wrong', () => {
    fc.assert(
      fc.property(reference, (made) => {
        for (const place of PLACES) {
          for (const wrong of ALPHABET.replace(made[place]!, '')) expect(readReference(withAt(made, place, wrong))).toBeUndefined();
        }
      }),
      { numRuns: 30 },
    );
  });

  it('is refused with any two neighbours swapped', () => {
    fc.assert(
      fc.property(reference, fc.integer({ min: 0, max: 6 }), (made, at) => {
        const [one, other] = [PLACES[at]!, PLACES[at + 1]!];
        fc.pre(made[one] !== made[other]);
        const swapped = withAt(withAt(made, one, made[other]!), other, made[one]!);
        expect(readReference(swapped)).toBeUndefined();
      }),
      { numRuns: 500 },
    );
  });

  it('is read in any case, with O for 0 and I or L for 1, with spaces and dashes anywhere or without its Q', () => {
    fc.assert(
      fc.property(reference, (made) => {
        const typed = [
          made.toLowerCase(),
          made.replaceAll('0', 'o').replaceAll('1', 'l'),
          made.replaceAll('1', 'I'),
          ` ${[...made].join(' ')} `,
          made.slice(2),
        ];
        for (const one of typed) expect(readReference(one)).toBe(made);
      }),
    );
  });

  it('is read without its Q also when it begins with one', () => {
    const bytes = fc
      .uint8Array({ minLength: 5, maxLength: 5 })
      .map(referenceFrom)
      .filter((made) => made[2] === 'Q');
    fc.assert(
      fc.property(bytes, (made) => void expect(readReference(made.slice(2))).toBe(made)),
      { numRuns: 5 },
    );
  });

  it.each(['', 'Q', 'Q-1234', 'Q-12345678-9', 'Q-UUUU-UUUU', '🦊🦊🦊🦊🦊🦊🦊🦊', '٠١٢٣٤٥٦٧'])('is not %j', (typed) => {
    expect(readReference(typed)).toBeUndefined();
  });
});
