/** Letters that the rules were not made for: what they cannot read a person reads, and nothing is deleted by mistake. */
import { describe, expect, it } from 'vitest';
import { understand } from '../../../lib/mail/understanding/understand.ts';
import { DELETIONS, NO_DELETIONS } from './blind-letters/deletions.ts';
import { BLIND_LETTERS } from './blind-letters/letters.ts';
import { figuresOf } from './figures.ts';

describe('letters by somebody who did not know the rules', () => {
  const { letters, exact, handed, wrong, deletions } = figuresOf(BLIND_LETTERS);

  it('are never misunderstood without a person, and ask for no deletion that was not meant', () => {
    expect({ wrong, deletions }).toEqual({ wrong: 0, deletions: 0 });
  });

  it('are understood exactly four times in five, and handed to a person at most three times in twenty', () => {
    expect(exact / letters).toBeGreaterThan(0.8);
    expect(handed / letters).toBeLessThanOrEqual(0.15);
  });
});

describe('a deletion', () => {
  it('is found in few words of every language', () => {
    const { letters, exact, wrong } = figuresOf(DELETIONS);
    expect(wrong).toBe(0);
    expect(exact / letters).toBeGreaterThan(0.85);
  });

  it.each(NO_DELETIONS)('is not asked for: $text', ({ text }) => {
    expect(understand(text).rights).not.toContain('erasure');
  });

  it('is not named for a person to confirm where it is not sure, but its words are marked', () => {
    const { rights, needsPerson, passages } = understand('Die Bestätigung der Löschung meiner Daten hätte ich gern.');
    expect({ rights, needsPerson }).toEqual({ rights: [], needsPerson: true });
    expect(passages.map(({ right }) => right)).toEqual(['erasure']);
  });
});
