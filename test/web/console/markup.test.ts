/** The markup of every staff page: valid HTML, one heading of the first rank, and texts in both languages. */
import { HtmlValidate } from 'html-validate';
import { beforeAll, describe, expect, it } from 'vitest';
import { de } from '../../../lib/web/console/messages/de.ts';
import { en } from '../../../lib/web/console/messages/en.ts';
import { seats } from './desk-fixture.ts';
import { EVERYBODY, everyStaffPage } from './staff-pages.ts';

const seat = seats();
const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:document'],
  rules: {
    // The doctype and void tags as the shared shell writes them; breakable long titles are for people to judge.
    'doctype-style': 'off',
    'void-style': 'off',
    // Our own files, from our own origin, named by their content.
    'require-sri': 'off',
    'long-title': 'off',
    'no-trailing-whitespace': 'off',
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'submit'] }],
    // The error summary stands before the heading, as the GOV.UK design system has it.
    'heading-level': ['error', { minInitialRank: 'h2' }],
    // Scroll frames are regions by role, so that they may take the focus.
    'prefer-native-element': ['error', { exclude: ['region'] }],
  },
});

let pages: Map<string, string>;
let german: Map<string, string>;

beforeAll(async () => {
  pages = await everyStaffPage(await seat(EVERYBODY));
  german = await everyStaffPage(await seat(EVERYBODY), { 'accept-language': 'de' });
});

describe('every staff page', () => {
  it('is valid HTML', async () => {
    for (const [name, html] of [...pages, ...german]) {
      const { results } = await validator.validateString(html);
      const faults = results.flatMap(({ messages }) => messages.map(({ ruleId, message, line }) => `${name}:${line} ${ruleId} ${message}`));
      expect(faults, name).toEqual([]);
    }
  });

  it('has one first heading, and a title that begins with what it is', () => {
    for (const [name, html] of pages) {
      expect(html.match(/<h1[ >]/g), name).toHaveLength(1);
      expect(/<title>(.+) – Staff<\/title>/.exec(html)?.[1], name).toBeTruthy();
    }
  });

  it('leaves no text empty or unresolved', () => {
    for (const [name, html] of [...pages, ...german]) expect(html, name).not.toMatch(/\bundefined\b|\[object|=> /);
  });

  it('is in the language it says', () => {
    for (const [name, html] of german) expect(html, name).toContain('<html lang="de"');
  });
});

describe('the catalogs', () => {
  function textsOf(catalog: object, path = ''): [string, unknown][] {
    return Object.entries(catalog).flatMap(([key, value]) =>
      typeof value === 'object' && value !== null
        ? textsOf(value as object, `${path}.${key}`)
        : [[`${path}.${key}`, value] as [string, unknown]],
    );
  }

  it('have the same texts, none empty', () => {
    const [english, translated] = [textsOf(en), textsOf(de)];
    expect(translated.map(([path]) => path).sort()).toEqual(english.map(([path]) => path).sort());
    for (const [path, text] of [...english, ...translated]) expect(text, path).toBeTruthy();
  });
});
