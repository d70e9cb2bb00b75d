/** Letters about what somebody else must answer: complete in every language, nothing personal in them. */
import { describe, expect, it } from 'vitest';
import { type InEveryLanguage, LANGUAGES } from '../../lib/domain/languages.ts';
import { spellingOf } from '../../lib/domain/spelling.ts';
import { letterText } from '../../lib/mail/letter.ts';
import { factsOf, lettersIn } from '../../lib/mail/letters/letters.ts';
import { passOnLettersIn } from '../../lib/mail/letters/pass-on-letters.ts';
import { company } from '../company.ts';
import { told } from '../domain/request-sample.ts';

const URL = 'https://privacy.shop.example/passed-on/token';
const FACTS = factsOf(told([]), { configuration: company(), statusUrl: 'https://privacy.shop.example/status/token' });

/** That we answer, as each language says it. */
const ANSWERS: InEveryLanguage<string> = {
  en: 'Größe GmbH will answer',
  de: 'Größe GmbH antwortet',
  fr: 'Größe GmbH répondra',
  es: 'Größe GmbH responderá',
  it: 'Größe GmbH risponderà',
  nl: 'Größe GmbH antwoordt',
  pt: 'Größe GmbH responderá',
  pl: 'Größe GmbH odpowie',
  sv: 'Größe GmbH svarar',
};

describe.each(LANGUAGES)('in %s', (lang) => {
  const { date, list } = spellingOf(lang);

  it('the letter to a controller says what it is about, since when, and where to see who asks', () => {
    const letter = passOnLettersIn(lang).toController({ ...FACTS, held: ['Tills', 'Stock'], url: URL });
    const text = letterText(letter);
    expect(letter.subject).toContain(FACTS.reference);
    expect(text).toContain(list(['Tills', 'Stock']));
    expect(text).toContain(URL);
    expect(text).toContain(date('2026-03-02'));
    expect(text).not.toContain(FACTS.statusUrl);
    expect(text).not.toMatch(/undefined|\d{4}-\d{2}-\d{2}/);
  });

  it('the letter to the person names who must answer and promises nothing of ours', () => {
    const letter = passOnLettersIn(lang).toPerson({ ...FACTS, sentence: 'Kiosk AG must answer you.' });
    const text = letterText(letter);
    expect(text).toContain('Kiosk AG must answer you.');
    expect(text).toContain(FACTS.statusUrl);
    expect(letter.subject + text).not.toContain(ANSWERS[lang]);
    expect(letter.subject + text).not.toContain('undefined');
  });

  it('the acknowledgement names what others must answer beside what we do', () => {
    const text = letterText(lettersIn(lang).acknowledgement({ ...FACTS, mustVerify: true, passedOn: ['Hotel SA answers for Rooms.'] }));
    expect(text).toContain('Hotel SA answers for Rooms.');
    expect(text).toContain(ANSWERS[lang]);
  });
});

it('other languages get English', () => {
  expect(passOnLettersIn('xx')).toBe(passOnLettersIn('en'));
});
