/** Every page is valid HTML, says what it is, and holds nothing inline. */
import { HtmlValidate } from 'html-validate';
import { beforeAll, describe, expect, it } from 'vitest';
import { headingOf } from './browse.ts';
import { everyPage, type Rendered } from './every-page.ts';

const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:document'],
  // Attribute-free style and line ends are the formatter's business, not the reader's.
  rules: {
    'no-trailing-whitespace': 'off',
    // The formatter's business, in templates too.
    'void-style': 'off',
    'long-title': 'off',
    'require-sri': ['error', { target: 'crossorigin' }],
    // The error summary stands above the h1, as in the GOV.UK design system.
    'heading-level': ['error', { minInitialRank: 'h2' }],
    // Several rights are several values of one field.
    'form-dup-name': ['error', { shared: ['radio', 'button', 'reset', 'submit', 'checkbox'] }],
  },
});

const pages = new Map<string, Rendered>();

beforeAll(async () => {
  for (const page of await everyPage()) pages.set(page.name, page);
});

describe('every customer page', () => {
  it('is valid HTML', async () => {
    const faults: string[] = [];
    for (const { name, html } of pages.values()) {
      const report = await validator.validateString(html);
      for (const { messages } of report.results)
        faults.push(...messages.map(({ ruleId, message, line }) => `${name}:${line} ${ruleId}: ${message}`));
    }
    expect(faults).toEqual([]);
  });

  it('has one h1, which its title names, and a language', () => {
    for (const { name, html } of pages.values()) {
      const title = /<title>([^<]*)<\/title>/.exec(html)?.[1] ?? '';
      expect(headingOf(html), name).not.toBe('');
      expect(title, name).toMatch(/ – Muster &amp; Söhne GmbH$/);
      expect(html, name).toMatch(
        name.endsWith('-de') || name === 'receipt-denial' ? /<html lang="de" dir="ltr">/ : /<html lang="en" dir="ltr">/,
      );
    }
  });

  it('holds no inline style and no inline script', () => {
    for (const { name, html } of pages.values()) {
      expect(html, name).not.toMatch(/<style|\sstyle=|\son\w+="/);
      expect(html.replaceAll(/<script src="[^"]+" defer><\/script>/g, ''), name).not.toContain('<script');
    }
  });

  it('shows no code where words belong', () => {
    for (const { name, html } of pages.values()) {
      const text = html.replaceAll(/<[^>]+>/g, ' ');
      expect(text, name).not.toMatch(/\bundefined\b|\[object |\bNaN\b|awaiting-verification|eu-gdpr/);
    }
  });
});
