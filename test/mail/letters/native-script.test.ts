/** Every text in every language is of that language: nothing left in English, no fact lost, spelled as it is spelled there. */
import { describe, expect, it } from 'vitest';
import { type InEveryLanguage, LANGUAGES, type Language } from '../../../lib/domain/languages.ts';
import { spellingOf } from '../../../lib/domain/spelling.ts';
import { everyText, type Texts } from './every-text.ts';
import { DAYS } from './sample-letters.ts';

const ALL = new Map(await Promise.all(LANGUAGES.map(async (lang) => [lang, await everyText(lang)] as const)));
const ENGLISH = ALL.get('en')!;
const FOREIGN = [...ALL.keys()].filter((lang) => lang !== 'en');
const CATALOGS = [...ALL].flatMap(([lang, catalogs]) => Object.entries(catalogs).map(([name, texts]) => [lang, name, texts] as const));
const TRANSLATED = CATALOGS.filter(([lang]) => lang !== 'en');

/** What is called the same everywhere. */
const NAMES = /California Consumer Privacy Act|https:\S+|receipt\.jws|SHA-256|opt-out|\bX[A-Z]+\b/g;

/** Words that no other of our languages has. */
const ONLY_ENGLISH = /\b(?:the|and|your|you|with|this|that|which|have|our|because|been|what|who|they|from|request|receipt|answer)\b/i;

/** Letters that a page of each language cannot do without. */
const LETTERS: InEveryLanguage<readonly RegExp[]> = {
  en: [/[a-z]/],
  de: [/ä/, /ö/, /ü/, /ß/],
  fr: [/é/, /è/, /à/, /ê/, /ç/],
  es: [/á/, /é/, /í/, /ó/, /ú/, /ñ/],
  it: [/à/, /è/, /é/, /ì/, /ò/, /ù/],
  nl: [/[ëéï]/],
  pt: [/á/, /ã/, /ç/, /é/, /ê/, /í/, /ó/, /õ/],
  pl: [/ą/, /ć/, /ę/, /ł/, /ń/, /ó/, /ś/, /ź/, /ż/],
  sv: [/å/, /ä/, /ö/],
};

const words = (text: string): string[] => text.replaceAll(NAMES, ' ').match(/\p{L}{2,}/gu) ?? [];
const plain = (text: string): string => words(text).join(' ');
const found = (texts: Texts, what: RegExp): string[] =>
  Object.entries(texts).flatMap(([key, text]) => (what.test(text) ? [`${key}: ${text}`] : []));

/** What was inserted: names, numbers; and the days, spelled. */
function factsIn(text: string, lang: string): Set<string> {
  const { date } = spellingOf(lang);
  const days = Object.entries(DAYS).flatMap(([name, on]) => (text.includes(date(on)) ? [`day ${name}`] : []));
  const rest = Object.values(DAYS).reduce((left, on) => left.replaceAll(date(on), ' '), text);
  return new Set([...days, ...(rest.match(/\bX[A-Z]+\b|\d+/g) ?? [])]);
}

describe.each(CATALOGS)('in %s: %s', (_lang, _name, texts) => {
  it('leaves no gap where a word should be', () => {
    expect(found(texts, /undefined|\bnull\b|NaN|\[object|\$\{/)).toEqual([]);
    expect(found(texts, /^\s*$|^\s|\s$/)).toEqual([]);
  });

  it('has no date in figures', () => {
    expect(found(texts, /\d{4}-\d\d-\d\d|\d\d?[./]\d\d?[./]\d{2}/)).toEqual([]);
  });

  it('has one space between words, none before a full stop or a comma, none inside parentheses', () => {
    expect(found(texts, /\s\s|\s[.,)]|\(\s|\.\.|,,/)).toEqual([]);
  });

  it('is written in Latin script', () => {
    expect(found(texts, /[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u)).toEqual([]);
  });
});

describe.each(TRANSLATED)('in %s: %s', (lang, name, texts) => {
  const english = ENGLISH[name]!;

  it('has all that English has; more only where a language has more forms, or names for more laws', () => {
    expect(Object.keys(english).filter((key) => texts[key] === undefined)).toEqual([]);
    const own = Object.keys(texts).filter((key) => english[key] === undefined);
    expect(own.filter((key) => !/^words\.(?:laws|durations)\./.test(key))).toEqual([]);
  });

  it('is not the English text', () => {
    const same = Object.entries(english).filter(([key, text]) => words(text).length > 2 && plain(text) === plain(texts[key]!));
    expect(same).toEqual([]);
  });

  it('has no English words left', () => {
    const cleaned = Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, text.replaceAll(NAMES, ' ')]));
    expect(found(cleaned, ONLY_ENGLISH)).toEqual([]);
  });

  it('tells every fact of the English, the days as the language spells them', () => {
    const lost = Object.entries(english).flatMap(([key, text]) => {
      const told = factsIn(texts[key]!, lang);
      return [...factsIn(text, 'en')].filter((fact) => !told.has(fact)).map((fact) => `${key}: ${fact}`);
    });
    expect(lost).toEqual([]);
  });

  it('tells nothing that the English does not', () => {
    const added = Object.entries(english).flatMap(([key, text]) => {
      const told = factsIn(text, 'en');
      return [...factsIn(texts[key]!, lang)].filter((fact) => !told.has(fact)).map((fact) => `${key}: ${fact}`);
    });
    expect(added).toEqual([]);
  });
});

describe('a language', () => {
  it.each(LANGUAGES)('%s is written with its own letters', (lang) => {
    const page = JSON.stringify(ALL.get(lang)).toLowerCase();
    expect(LETTERS[lang].filter((letter) => !letter.test(page))).toEqual([]);
  });

  it.each(FOREIGN)('%s does not borrow a sentence from another language', (lang) => {
    const sentences = (of: Language): string[] =>
      Object.values(ALL.get(of)!).flatMap((texts) =>
        Object.values(texts)
          .map(plain)
          .filter((text) => text.split(' ').length > 4),
      );
    const others = new Set(FOREIGN.filter((other) => other !== lang).flatMap(sentences));
    expect(sentences(lang).filter((text) => others.has(text))).toEqual([]);
  });

  it.each(LANGUAGES)('%s has a form for every number', (lang) => {
    const rules = new Intl.PluralRules(lang);
    const forms = new Set(Array.from({ length: 200 }, (_, number) => rules.select(number)));
    for (const unit of ['D', 'M', 'Y'])
      for (const form of forms) expect(ALL.get(lang)!['words']).toHaveProperty([`words.durations.${unit}.${form}`]);
  });

  it.each(FOREIGN)('%s names the months', (lang) => {
    const page = JSON.stringify(ALL.get(lang));
    for (const on of Object.values(DAYS)) expect(page).toContain(spellingOf(lang).date(on));
  });
});

describe('grammar around a date', () => {
  const texts = (lang: Language): string =>
    Object.values(ALL.get(lang) ?? {})
      .flatMap((catalog) => Object.values(catalog))
      .join('\n');

  it('elides the article before "otto" and "undici" in Italian', () => {
    expect(texts('it').match(/(?:\b[Ii]|\b[ad]a|\ba|\bde|\bne)l (?:8|11) [a-z].*/g) ?? []).toEqual([]);
  });

  it('writes "r." after every Polish date, and no full stop after that', () => {
    expect(texts('pl').match(/\d \p{L}+ \d{4}\b(?! r\.).*|r\.\..*/gu) ?? []).toEqual([]);
  });

  it('keeps French signs with the word before them', () => {
    expect(texts('fr').match(/.* [;:!?»].*|.*« .*/g) ?? []).toEqual([]);
  });

  it('sets the one narrow space before and within French signs, and no other', () => {
    const signs = texts('fr')
      .replaceAll(/https:\S+/g, '')
      .match(/.*(?:[^\s\d][;:!?»]|\u00a0[;:!?»]|«(?!\u202f)).*/gu);
    expect(signs ?? []).toEqual([]);
  });

  it('sets no article before a French or Spanish date twice', () => {
    expect(`${texts('fr')}\n${texts('es')}`).not.toMatch(/\b(?:le le|de le|à le|el el|de el|a el) \d/);
  });
});
