/** The letter with a question: complete in every language, the same as text and HTML, and nothing in it but what staff wrote. */
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../lib/domain/languages.ts';
import type { Question } from '../../lib/domain/law/law.ts';
import type { QuestionText } from '../../lib/domain/question-text.ts';
import { type Letter, letterHtml, letterText } from '../../lib/mail/letter.ts';
import { questionLetter } from '../../lib/mail/letters/ask/question-letter.ts';
import { company } from '../company.ts';
import { told } from '../domain/request-sample.ts';

const STATUS = 'https://privacy.shop.example/status/token';
const TEXTS: Record<Question, QuestionText> = {
  identity: { words: 'When did you open <the account>?', reason: 'A shared mailbox' },
  clarification: { words: 'Which account?\n\nThe old one or the new one?' },
  fee: { words: 'Please pay it within ten days.', reason: 'The ninth request', fee: { amount: '1234.50', currency: 'EUR' } },
};

const letterIn = (lang: string, about: Question): Letter =>
  questionLetter(
    { ...told([{ type: 'verified' }]), lang },
    { configuration: company(), statusUrl: STATUS, text: TEXTS[about], asking: { about, on: '2026-03-05' } },
  );

const CASES = LANGUAGES.flatMap((lang) => (['identity', 'clarification', 'fee'] as const).map((about) => [lang, about] as const));

describe.each(CASES)('in %s about %s', (lang, about) => {
  const letter = letterIn(lang, about);
  const text = letterText(letter);

  it('holds the words of staff, escaped in HTML, each paragraph for itself', () => {
    const paragraphs = letter.blocks.filter(({ kind }) => kind === 'paragraph').map((block) => ('text' in block ? block.text : ''));
    for (const part of TEXTS[about].words.split('\n\n')) expect(paragraphs).toContain(part);
    expect(letterHtml(letter, lang)).not.toContain('<the account>');
  });

  it('leads to the page of the request, names the reference, and has nothing of it in its subject but that', () => {
    const { reference } = told([]);
    expect(letter.blocks).toContainEqual({ kind: 'link', text: expect.any(String) as string, url: STATUS });
    expect(text).toContain(reference);
    expect(letter.subject).toContain(reference);
    expect(letter.subject).not.toContain(TEXTS[about].words.slice(0, 8));
  });

  it('keeps doubts to ourselves, and gives the reason for a fee', () => {
    expect(text).not.toContain('A shared mailbox');
    expect(text.includes('The ninth request')).toBe(about === 'fee');
  });
});

describe('the amount of a fee', () => {
  it('is written as the language writes it', () => {
    expect(letterText(letterIn('en', 'fee'))).toContain('€1,234.50');
    expect(letterText(letterIn('de', 'fee'))).toMatch(/1\.234,50\s€/);
  });
});

describe('the time', () => {
  it('is never said to stand still where the law lets it run', () => {
    expect(letterText(letterIn('en', 'identity'))).toContain('Until you answer, the time for our answer does not run.');
    for (const about of ['clarification', 'fee'] as const) {
      expect(letterText(letterIn('en', about))).toContain(
        'This question does not change the date: we answer by 2 April 2026 at the latest.',
      );
      expect(letterText(letterIn('de', about))).toContain('Die Frage ändert nichts am Datum: Wir antworten spätestens am 2. April 2026.');
    }
  });
});
