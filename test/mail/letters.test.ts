/** Letters: complete in every language, the same words as text and as HTML, and nothing personal in them. */
import { describe, expect, it } from 'vitest';
import { type InEveryLanguage, LANGUAGES } from '../../lib/domain/languages.ts';
import { RIGHTS } from '../../lib/domain/rights.ts';
import { type Letter, letterHtml, letterText, mailed } from '../../lib/mail/letter.ts';
import type { LetterFacts, Remedies } from '../../lib/mail/letters/catalog.ts';
import { denialLettersIn } from '../../lib/mail/letters/denial-letters.ts';
import { receiptLettersIn } from '../../lib/mail/letters/receipt-letters.ts';
import { asName, civilDate, factsOf, lettersIn } from '../../lib/mail/letters/letters.ts';
import { spellingOf } from '../../lib/domain/spelling.ts';
import { company } from '../company.ts';
import { told } from '../domain/request-sample.ts';
import { PERSON_EMAIL } from '../world.ts';

const STATUS = 'https://privacy.shop.example/status/token';
const FACTS: LetterFacts = factsOf(told([]), { configuration: company(), statusUrl: STATUS });
const SENTENCE = 'We found 3 records in 2 systems.';
const RECEIPT = 'https://privacy.shop.example/receipts/1';
const DOWNLOAD = 'https://privacy.shop.example/download/token';

const REPLY = 'mailto:dpo@shop.example';
const REMEDIES: Remedies = {
  complaint: {
    name: 'Authority',
    url: 'https://authority.example',
    form: 'https://authority.example/form',
    also: [{ name: 'the Commissioner', within: 'P6M' }],
  },
  court: true,
  reply: REPLY,
  appeal: { within: 'P45D', extension: 'P60D' },
  controller: { acknowledgedWithin: 'P30D' },
};

/** Every letter there is, in every turn it takes. */
function allOf(lang: string): Record<string, Letter> {
  const letters = lettersIn(lang);
  const remedies = letters.remedies(REMEDIES);
  const denial = { ...FACTS, sentences: [SENTENCE], categories: [], remedies, receiptUrl: RECEIPT, full: true };
  const verification = { ...FACTS, verifyUrl: 'https://privacy.shop.example/verify-address/token', code: '042042', untilOn: '2026-03-28' };
  const ready = { ...FACTS, downloadUrl: DOWNLOAD, untilOn: '2026-04-01', sentence: SENTENCE };
  return {
    acknowledgement: letters.acknowledgement({ ...FACTS, mustVerify: true }),
    'acknowledgement without verification': letters.acknowledgement({ ...FACTS, mustVerify: false }),
    verification: letters.verification({ ...verification, reminder: false }),
    reminder: letters.verification({ ...verification, reminder: true }),
    ready: letters.ready({ ...ready, interim: false }),
    'interim, before a deletion': letters.ready({ ...ready, interim: true, erasureFrom: '2026-03-29' }),
    deletion: letters.deletion({ ...FACTS, sentence: SENTENCE, receiptUrl: RECEIPT, interim: false }),
    'interim deletion': letters.deletion({ ...FACTS, sentence: SENTENCE, receiptUrl: RECEIPT, interim: true }),
    answered: letters.answered({ ...FACTS, sentence: SENTENCE, receiptUrl: RECEIPT }),
    denial: denialLettersIn(lang).denial(denial),
    'denial in part, with all that goes with it': denialLettersIn(lang).denial({
      ...denial,
      full: false,
      categories: ['purchase (for: to run the shop)'],
      againUrl: 'https://privacy.shop.example/request/rights?right=access',
      optOutUrl: 'https://privacy.shop.example/request/rights?right=opt-out-of-sale',
      appealUrl: `${STATUS}/appeal`,
      nonRetaliation: 'We may not treat you worse because you asked.',
    }),
    newLink: letters.newLink({ ...FACTS, downloadUrl: DOWNLOAD, untilOn: '2026-04-01' }),
    extension: letters.extension({ ...FACTS, reason: 'There are many systems.', newDueOn: '2026-06-02', law: 'GDPR Art. 12(3)', remedies }),
    withdrawn: receiptLettersIn(lang).withdrawn({ ...FACTS, sentence: SENTENCE, receiptUrl: RECEIPT }),
    correction: receiptLettersIn(lang).correction({ ...FACTS, sentence: SENTENCE, receiptUrl: RECEIPT, wrongUrl: `${RECEIPT}-wrong` }),
  };
}

const CASES = LANGUAGES.flatMap((lang) => Object.entries(allOf(lang)).map(([name, letter]) => [lang, name, letter] as const));

/** What is read where this is written in HTML. */
function unescaped(html: string): string {
  return html.replaceAll('&amp;', '&').replaceAll('&#39;', "'").replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>');
}

/** The words of the HTML without its markup. */
const wordsOf = (html: string): string => unescaped(html.slice(html.indexOf('<body>')).replaceAll(/<[^>]*>/g, ' ')).replaceAll(/\s+/g, ' ');

describe.each(CASES)('in %s: %s', (lang, _name, letter) => {
  const text = letterText(letter);
  const html = letterHtml(letter, lang);

  it('says the same as text and as HTML', () => {
    const words = wordsOf(html);
    for (const block of letter.blocks) {
      const texts = block.kind === 'list' ? block.items.map(mailed) : block.kind === 'code' ? [block.code] : [block.text];
      for (const one of texts) {
        expect(text).toContain(one);
        expect(words).toContain(one.replaceAll(/\s+/g, ' '));
      }
      if (block.kind === 'link') {
        expect(text).toContain(block.url);
        expect(html).toContain(`href="${block.url}"`);
      }
    }
    for (const line of letter.signature) {
      expect(text).toContain(line);
      expect(words).toContain(line);
    }
  });

  it('names language, direction and subject, has a real heading and no image, script or style sheet', () => {
    expect(html).toMatch(new RegExp(`<html lang="${lang}" dir="ltr">`));
    expect(unescaped(html)).toContain(`<title>${letter.subject}</title>`);
    expect(html.match(/<h1[ >]/g)).toHaveLength(1);
    expect(html).not.toMatch(/<(img|script|link|style|iframe|object)\b/i);
    expect(html).not.toMatch(/\bon\w+=/i);
  });

  it('carries reference, status and who writes, and nothing about the person', () => {
    expect(letter.subject + text).toContain(FACTS.reference);
    expect(text).toContain(STATUS);
    expect(text).toContain('Größe GmbH');
    expect(text + html).not.toContain(PERSON_EMAIL);
    expect(text + html).not.toMatch(/mustermann/i);
  });

  it('leaves no gap where a word should be, and spells every date out', () => {
    expect(text + html).not.toMatch(/undefined|\bnull\b|NaN|\[object|\$\{/);
    expect(text + letter.subject).not.toMatch(/\d{4}-\d{2}-\d{2}/);
  });
});

/** What each language calls a court, and how it asks for a reply. */
const REMEDY_WORDS: InEveryLanguage<{ court: string; reply: string }> = {
  en: { court: 'Go to court', reply: 'Reply to this mail' },
  de: { court: 'Gericht', reply: 'Antworten Sie' },
  fr: { court: 'tribunal', reply: 'Répondez à cet e-mail' },
  es: { court: 'tribunales', reply: 'Responda a este correo' },
  it: { court: 'giudice', reply: 'Risponda a questa e-mail' },
  nl: { court: 'rechter', reply: 'Antwoord op deze e-mail' },
  pt: { court: 'tribunal', reply: 'Responder a este e-mail' },
  pl: { court: 'sądu', reply: 'odpowiedzieć na tę wiadomość' },
  sv: { court: 'domstol', reply: 'Svara på det här mejlet' },
};

describe('a denial', () => {
  it.each(LANGUAGES)('names the remedies in %s: a reply, the authority, the court', (lang) => {
    const text = letterText(allOf(lang)['denial']!);
    expect(text).toContain('Authority, https://authority.example/form');
    expect(text).toContain(REMEDY_WORDS[lang].court);
    expect(text).toContain(REMEDY_WORDS[lang].reply);
  });

  it('says for each remedy what to do, and by when', () => {
    expect(lettersIn('en').remedies(REMEDIES).map(mailed)).toEqual([
      'Reply to this mail: a person will look at the case.',
      'Appeal: reply to this mail and say that you appeal. Somebody who did not make this decision answers within 45 days, or up to 60 days later if we tell you why.',
      'Complain to us about how we dealt with your request: reply to this mail. We acknowledge your complaint within 30 days.',
      'Complain to the authority: Authority, https://authority.example/form',
      'Complain to the authority: Commissioner. Do that within 6 months.',
      'Go to court.',
    ]);
    expect(lettersIn('de').remedies(REMEDIES).slice(1, 3).map(mailed)).toEqual([
      'Legen Sie Einspruch ein: Antworten Sie auf diese E-Mail, dass Sie Einspruch einlegen. Jemand, der nicht entschieden hat, antwortet innerhalb von 45 Tagen, oder innerhalb von weiteren 60 Tagen, wenn wir Ihnen sagen, warum.',
      'Beschweren Sie sich bei uns darüber, wie wir mit Ihrem Antrag umgegangen sind: Antworten Sie auf diese E-Mail. Den Eingang bestätigen wir innerhalb von 30 Tagen.',
    ]);
  });

  it.each(LANGUAGES)('offers in %s what goes with it as links, and says in the subject whether it is all or a part', (lang) => {
    const { denial, 'denial in part, with all that goes with it': part } = allOf(lang);
    const links = part!.blocks.flatMap((block) => (block.kind === 'link' ? [block.url] : []));
    expect(links.slice(0, 3)).toEqual([
      'https://privacy.shop.example/request/rights?right=access',
      'https://privacy.shop.example/request/rights?right=opt-out-of-sale',
      `${STATUS}/appeal`,
    ]);
    expect(letterText(part!)).toContain('purchase (for: to run the shop)');
    expect(part!.subject).not.toBe(denial!.subject);
  });

  it('does not send anyone to a court or an authority the law does not name', () => {
    expect(lettersIn('en').remedies({ court: false, reply: REPLY })).toHaveLength(1);
  });
});

describe('wording', () => {
  it.each(LANGUAGES)('knows every right in %s', (lang) => {
    for (const right of RIGHTS) {
      const text = letterText(lettersIn(lang).acknowledgement({ ...FACTS, rights: [right], mustVerify: true }));
      expect(text).not.toContain('undefined');
    }
  });

  it('falls back to English', () => {
    expect(lettersIn('xx')).toBe(lettersIn('en'));
  });

  it('spells dates and lists, never 03/12', () => {
    expect(spellingOf('en').date('2026-12-03')).toBe('3 December 2026');
    expect(spellingOf('de').date('2026-12-03')).toBe('3. Dezember 2026');
    expect(spellingOf('en').list(['a', 'b', 'c'])).toBe('a, b and c');
    expect(spellingOf('de').list(['a', 'b'])).toBe('a und b');
  });

  it('counts days where the company is', () => {
    expect(civilDate('2026-03-02T23:30:00Z', 'Europe/Berlin')).toBe('2026-03-03');
    expect(civilDate('2026-03-02T23:30:00Z', 'America/Los_Angeles')).toBe('2026-03-02');
  });

  it.each([
    ['Anwältin Dr. M. O’Neil-Öz (Kanzlei Öz & Co)', 'Anwältin Dr. M. O’Neil-Öz (Kanzlei Öz & Co)'],
    ['Your bank: pay at https://evil.example/now', 'Your bank pay at https evil. example now'],
    ['<b>win</b> me@evil.example', 'b win b me evil. example'],
    ['x'.repeat(200), 'x'.repeat(80)],
  ])('makes no message and no link of the name %j that a stranger typed', (typed, mailed) => {
    expect(asName(typed)).toBe(mailed);
  });

  it('escapes whatever staff typed', () => {
    const letter = lettersIn('en').extension({
      ...FACTS,
      reason: '<script>alert(1)</script> & "more"',
      newDueOn: '2026-06-02',
      law: 'GDPR Art. 12(3)',
      remedies: [],
    });
    expect(letterHtml(letter, 'en')).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;more&quot;');
  });
});
