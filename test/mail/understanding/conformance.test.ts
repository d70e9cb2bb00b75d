/** The letters people send, and our own: how many are understood exactly, and how many a person has to read. */
import { describe, expect, it } from 'vitest';
import { conformanceLetters } from './conformance-letters.ts';
import { figuresOf } from './figures.ts';
import { OWN_LETTERS } from './own-letters/own-letters.ts';

const shipped = conformanceLetters();
if (shipped === undefined)
  console.warn('SKIPPED: ../shared/conformance/letters is not there; the figures of real letters are not checked.');

describe.skipIf(shipped === undefined)('real letters', () => {
  const { letters, exact, handed, wrong, deletions } = figuresOf(shipped ?? []);

  it('are understood exactly or handed to a person, at least 97 in 100', () => {
    expect(letters).toBeGreaterThan(100);
    expect(wrong / letters).toBeLessThanOrEqual(0.03);
    expect(exact / letters).toBeGreaterThanOrEqual(0.95);
  });

  it('are handed to a person less than 5 times in 100', () => {
    expect(handed / letters).toBeLessThan(0.05);
  });

  it('ask for no deletion where none was meant', () => {
    expect(deletions).toBe(0);
  });
});

describe.each(Object.entries(OWN_LETTERS))('letters of our own in %s', (lang, own) => {
  const figures = figuresOf(own.map(({ text, asks }) => ({ lang, text, labels: asks })));

  it('are never misunderstood without a person, and ask for no deletion that was not meant', () => {
    expect(own.length).toBeGreaterThanOrEqual(10);
    expect(figures).toMatchObject({ wrong: 0, deletions: 0 });
  });

  it('are handed to a person at most 15 times in 100', () => {
    expect(figures.handed / figures.letters).toBeLessThanOrEqual(0.15);
  });
});
