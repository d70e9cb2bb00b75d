/** What holds for every letter, whatever is in it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { understand } from '../../../lib/mail/understanding/understand.ts';
import { conformanceLetters } from './conformance-letters.ts';
import { OWN_LETTERS } from './own-letters/own-letters.ts';

const TEXTS = [
  ...Object.values(OWN_LETTERS).flatMap((letters) => letters.map(({ text }) => text)),
  ...(conformanceLetters() ?? []).map(({ text }) => text),
];
/** The same letters every time. */
const seed = Number(process.env.QUITTANCE_SEED ?? 6);
const letter = fc.constantFrom(...TEXTS);
/** What is asked, without where it stands. */
const gist = (text: string): object => {
  const { rights, kind, language, needsPerson } = understand(text);
  return { rights, kind, language, needsPerson };
};
const marked = (text: string): string => text.replaceAll(/^/gm, '> ');
const PIECES = [
  'Art. 15',
  '§',
  '(',
  ')',
  ':',
  '>',
  '\n',
  ' ',
  '.',
  '-',
  'delete my data',
  'nicht',
  'GDPR',
  '@',
  '\u00AD',
  '\u0301',
  '1.',
  'On 3 May Kim wrote:',
  '💥',
  '\u0000',
  '\uD800',
];
const hostile = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary', maxLength: 4 })), { maxLength: 60 })
  .map((parts) => parts.join(''));

describe('any text', () => {
  it('is read without a fault, its passages in order and within it', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const { confidence, passages } = understand(text);
        expect(confidence).toBeGreaterThanOrEqual(0);
        expect(confidence).toBeLessThanOrEqual(1);
        for (const { from, to } of passages) expect(0 <= from && from < to && to <= text.length).toBe(true);
        expect(passages.map(({ from }) => from)).toEqual(passages.map(({ from }) => from).toSorted((a, b) => a - b));
      }),
      { numRuns: 300, seed },
    );
  });
});

describe('any letter', () => {
  it('asks nothing more when an earlier letter is quoted below', () => {
    fc.assert(
      fc.property(letter, letter, (text, earlier) => {
        const { rights, kind } = understand(text);
        expect(understand(`${text}\n\n${marked(earlier)}`)).toMatchObject({ rights, kind });
        expect(understand(`${text}\n\nOn 3 May 2026 at 10:00, Kim <kim@example.org> wrote:\n\n${earlier}`)).toMatchObject({ rights, kind });
        expect(understand(`${text}\n\n-----Original Message-----\nFrom: kim@example.org\n${earlier}`)).toMatchObject({ rights, kind });
      }),
      { numRuns: 60, seed },
    );
  });

  it('asks the same with accents written apart, and with soft hyphens and invisible characters in its words', () => {
    fc.assert(
      fc.property(letter, fc.constantFrom('\u00AD', '\u200B', '\uFEFF'), (text, invisible) => {
        expect(gist(text.normalize('NFD'))).toEqual(gist(text.normalize('NFC')));
        expect(gist(text.replaceAll(/(\p{L}{3})(?=\p{L}{2})/gu, `$1${invisible}`))).toEqual(gist(text));
      }),
      { numRuns: 60, seed },
    );
  });

  it('shows the words that decided, where they stand as they were written', () => {
    fc.assert(
      fc.property(letter, (text) => {
        for (const { from, to, rule } of understand(text).passages) {
          const passage = text.slice(from, to);
          expect(passage).toMatch(/^[\p{L}\d§][^]*[\p{L}\p{M}\d]$/u);
          if (rule.startsWith('article:')) expect(passage).toContain(rule.split(':')[2]!);
        }
      }),
      { numRuns: 60, seed },
    );
  });

  it('asks for no deletion because of a paragraph about something else before it', () => {
    const CHAT = [
      'The weather was fine and we went to the lake, all of us.',
      'Der Garten blüht, und die Katze schläft.',
      'Our order 5512 came late. The box was open.',
    ];
    fc.assert(
      fc.property(letter, fc.constantFrom(...CHAT), (text, chat) => {
        if (!understand(text).rights.includes('erasure')) expect(understand(`${chat}\n\n${text}`).rights).not.toContain('erasure');
      }),
      { numRuns: 60, seed },
    );
  });
});

describe('a letter without end', () => {
  const HOSTILE = [
    'a ',
    'please delete my data ',
    'do not delete my data ',
    '(',
    '1.',
    'a@',
    '\n',
    '> ',
    'art 15 ',
    'GDPR ',
    'if not ',
    'x: ',
    'On 1 wrote:\n',
  ];

  it('is cut, and a person reads it', () => {
    const long = `Please delete my account. ${'we were at the shop. '.repeat(10_000)}`;
    expect(understand(long)).toMatchObject({ rights: ['erasure'], needsPerson: true });
  });

  it.each(HOSTILE)('costs no more than its length: %j', (piece) => {
    const cost = (length: number): number => {
      const text = piece.repeat(length / piece.length);
      const begun = process.cpuUsage();
      understand(text);
      return process.cpuUsage(begun).user;
    };
    cost(10_000);
    // Four times as long: sixteen times would be quadratic; the rest is for a busy machine.
    expect(cost(40_000)).toBeLessThan(12 * cost(10_000) + 100_000);
  });
});
