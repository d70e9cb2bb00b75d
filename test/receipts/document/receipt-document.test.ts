/** What receipts say to people: every kind in words, and whatever else was ever signed as far as it can be read. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../../lib/domain/languages.ts';
import { receiptDocument } from '../../../lib/receipts/document/receipt-document.ts';
import type { Line, ReceiptDocument } from '../../../lib/receipts/document/document.ts';
import { receiptWordsDe } from '../../../lib/receipts/document/words/de.ts';
import { receiptWordsEn } from '../../../lib/receipts/document/words/en.ts';
import { anyPayload } from './any-payload.ts';
import { saidBy } from './said.ts';
import { acknowledgementIn, deletionOf, denialIn, otherKinds } from './sample-payloads.ts';

const zone = 'Europe/Berlin';
const textOf = (lines: readonly Line[]): string => lines.map((line) => line.map(({ text }) => text).join('')).join(' | ');

function factsOf({ facts }: ReceiptDocument): Record<string, string> {
  return Object.fromEntries(facts.map(({ term, lines }) => [term, textOf(lines)]));
}

const documentOf = (kind: string): ReceiptDocument => {
  const payload = otherKinds().find((one) => one.kind === kind);
  return receiptDocument(payload!, { zone });
};

describe('the document of a receipt', () => {
  it('is in the language of the receipt, or in the one asked for, with the sentence as it was signed', () => {
    const own = receiptDocument(deletionOf(3, 'de'), { zone });
    expect([own.lang, own.title]).toEqual(['de', 'Quittung über die Löschung']);
    const read = receiptDocument(deletionOf(3, 'de'), { zone, lang: 'en' });
    expect([read.lang, read.title, read.statement.lang]).toEqual(['en', 'Receipt of the deletion', 'de']);
    expect(read.statement.text).toBe(own.statement.text);
    expect(receiptDocument({ ...deletionOf(3), lang: 'tlh' }, { zone }).lang).toBe('en');
  });

  it('of a deletion has a row for each system and what is kept', () => {
    const { sections } = receiptDocument(deletionOf(3), { zone });
    const [systems, kept] = sections;
    const table = systems!.blocks[0]!;
    expect(table.kind === 'table' && table.rows.map((row) => row.map(textOf))).toEqual([
      ['Shop', 'Deleted and checked', '3', '28 November 2026, 16:00, asked again 16:04'],
      ['Customer care', 'Deleted and checked', '40', '28 November 2026, 16:00, asked again 16:04'],
      ['Shop: Invoices', 'Kept, as the law demands', '69', '28 November 2026, 16:00, asked again 16:04'],
    ]);
    expect(kept!.title).toBe('What is kept, and why');
    expect(saidBy(receiptDocument(deletionOf(3), { zone })).join(' ')).toContain(
      'Shop: Invoices  (§ 147 AO): Tax law makes us keep invoices',
    );
  });

  it('of a request has the count behind its date', () => {
    const { facts } = receiptDocument(acknowledgementIn('en'), { zone });
    expect(facts.find(({ term }) => term === 'How the date is counted')).toMatchObject({
      lines: [[{ text: 'Art. 12(3) GDPR' }]],
      steps: [/Sunday/, /one month/, /working day/].map((said) => expect.stringMatching(said) as string),
    });
  });

  it('of a refusal has reasons, offers and remedies, with links to pages of the web alone', () => {
    const said = saidBy(receiptDocument(denialIn('en'), { zone })).join(' ');
    for (const part of ['legal claims', '(GDPR Art. 17(3)(e))', 'lawsuit', 'Parcel Post', 'Ask again', 'within 45 days', 'go to court'])
      expect(said).toContain(part);
    const payload = { ...denialIn('en'), remedies: { complaint: { name: 'X', url: 'javascript:alert(1)' } } };
    const { sections } = receiptDocument(payload, { zone });
    expect(JSON.stringify(sections)).not.toContain('javascript:');
  });

  it('of an extension has the old and the new date and why', () => {
    const document = documentOf('extension');
    expect(factsOf(document)).toMatchObject({ 'Date until now': '1 December 2026', 'New date': '1 February 2027' });
    expect(saidBy(document)).toContain('Your data are in an archive on paper.');
  });

  it('of an answer in part says so, with the files and what is still to come', () => {
    const document = documentOf('fulfilment');
    expect(document.notice).toMatch(/answer in part/);
    expect(factsOf(document)).toMatchObject({ Files: 'your-data-1.zip (4.2 MB) | can be downloaded until 28 December 2026' });
    expect(saidBy(document)).toContain('expected 20 December 2026');
  });

  it('of a consent has each purpose with the decision, and how to withdraw', () => {
    const document = documentOf('consent');
    expect(factsOf(document)).toMatchObject({ 'Notice you were shown': 'notice-2026-10, version 3' });
    const said = saidBy(document);
    for (const part of ['You said yes', 'You said no', 'By: email', 'Kept: 12 months, Germany, Ireland', 'consent, GDPR Art. 6(1)(a)'])
      expect(said).toContain(part);
    expect(JSON.stringify(document.facts)).toContain('https://privacy.shop.example/w/token');
  });

  it('of a closure and of a correction says what ended and what was wrong', () => {
    expect(factsOf(documentOf('closure'))).toMatchObject({
      'How it ended': 'We erased the working data of the request',
      'Working data erased': '28 November 2026, cannot be restored from 5 December 2026',
    });
    expect(factsOf(documentOf('correction'))).toMatchObject({
      'Corrects the receipt': '019a8f2c-3b7a-7c41-9d55-0f6a2e8b4c05',
      'Why it was corrected': 'One record had been counted in the wrong system.',
    });
  });

  it('of a decided appeal says what is done after all and what stands', () => {
    const appeal = { of: 'Q-7F3K-9M2X', decision: { granted: ['erasure'], stands: ['access'], reason: 'We looked again.' } };
    expect(factsOf(receiptDocument({ ...denialIn('en'), appeal }, { zone }))).toMatchObject({
      'Appeal against our answer to': 'Q-7F3K-9M2X',
      'We do after all': 'Deletion of your data',
      'Our answer stands for': 'A copy of your data',
      'Our reasons': 'We looked again.',
    });
  });

  it('shows codes it does not know as they were signed', () => {
    const { title, facts } = receiptDocument(
      { kind: 'novelty', request: { rights: ['new-right'], law: 'mars-law', dueOn: 'soon' } },
      { zone },
    );
    expect([title, ...facts.map(({ lines }) => textOf(lines))]).toEqual(['novelty', 'New-right', 'soon', 'mars-law']);
  });

  it('can be made of anything', () => {
    fc.assert(
      fc.property(anyPayload, fc.constantFrom(...LANGUAGES, 'constructor'), (payload, lang) => {
        const { title, sections } = receiptDocument(payload, { lang, zone });
        return typeof title === 'string' && Array.isArray(sections);
      }),
      { numRuns: 500 },
    );
  });
});

/** Every text of a catalog by its path. */
function texts(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => texts(inner, `${path}.${key}`));
}

it('the German words of receipts are German', () => {
  const german = new Map(texts(receiptWordsDe));
  const same = new Set(['System', 'California Consumer Privacy Act (CCPA)']);
  expect(texts(receiptWordsEn).filter(([path, text]) => german.get(path) === text && !same.has(text))).toEqual([]);
});
