/** A letter on paper says nothing that is true of a mail alone, in any language: somebody who has no address for mail reads it. */
import { describe, expect, it } from 'vitest';
import { type InEveryLanguage, LANGUAGES, type Language } from '../../../lib/domain/languages.ts';
import { type Letter, letterText, onPaper } from '../../../lib/mail/letter.ts';
import { sentencesIn } from '../../../lib/receipts/sentences/sentences.ts';
import { decisionLetters, type Letters, neutralLetters, ordinaryLetters, staffLetters } from './sample-letters.ts';

/** What is said of mails and screens: the mail itself, answering it, forwarding it, what is attached to it, links, clicks. */
const OF_MAIL: InEveryLanguage<RegExp> = {
  en: /e-?mail|\bmail|inbox|\brepl(?:y|ies)\b|\blinks?\b|click|attach|forward|receipt\.jws/i,
  de: /e-?mail|postfach|\blinks?\b|klick|anhang|angehängt|antworten sie auf|leiten sie|receipt\.jws/i,
  fr: /e-?mail|courriel|\bmail|\bliens?\b|clique|répond(?:ez|re) à ce|transférer|receipt\.jws/i,
  es: /e-?mail|correo(?! postal)|buzón|enlace|\bclic|responda a est|reenv|receipt\.jws/i,
  it: /e-?mail|casella|\blink\b|clicc|risponda a quest|inoltr|receipt\.jws/i,
  nl: /e-?mail|mailbox|link\b|klik|antwoord op deze|stuur .* niet door|receipt\.jws/i,
  pt: /e-?mail|\blinks?\b|cli(?:que|car)|respond\p{L}* a este|encaminhe|receipt\.jws/iu,
  pl: /e-?mail|skrzynk|\blink|klikn|t[ęej]j? wiadomoś|przekazywać|receipt\.jws/i,
  sv: /mejl|e-?post|länk|klick|svara på det här|vidarebefordra|bifogade filen|receipt\.jws/i,
};

/** Where the address is that letters are answered to. */
const ADDRESS: InEveryLanguage<string> = {
  en: 'at the top of this letter',
  de: 'oben auf diesem Brief',
  fr: 'en haut de cette lettre',
  es: 'al principio de esta carta',
  it: "all'inizio di questa lettera",
  nl: 'boven aan deze brief',
  pt: 'no início desta carta',
  pl: 'u góry tego listu',
  sv: 'högst upp i det här brevet',
};

/** Goes to a company that is named in the configuration with its address for mail. */
const NEVER_POSTED = ['to the controller'];
/** The end of other letters. */
const PARTS = ['what you can do'];

function posted(lang: Language): [string, Letter][] {
  const all: Letters = { ...ordinaryLetters(lang), ...decisionLetters(lang), ...neutralLetters(lang), ...staffLetters(lang) };
  return Object.entries(all).filter(([name]) => !NEVER_POSTED.includes(name));
}

const said = (letter: Letter): string => `${letter.subject}\n${letterText(letter)}`.replaceAll(/https:\S+/g, '');

describe.each(LANGUAGES)('on paper, in %s', (lang) => {
  const letters = posted(lang);
  const whole = letters.filter(([name]) => !PARTS.includes(name));

  it.each(letters)('%s says nothing of a mail', (_, letter) => {
    expect(said(onPaper(letter)).match(OF_MAIL[lang])).toBeNull();
  });

  it.each(whole)('%s says where to write, as its mail says that one can reply', (_, letter) => {
    expect(said(onPaper(letter))).toContain(ADDRESS[lang]);
    expect(said(letter)).not.toContain(ADDRESS[lang]);
    expect(said(letter)).toMatch(OF_MAIL[lang]);
  });

  it.each(whole)('%s tells the reference, and has every address and code of its mail', (_, letter) => {
    const paper = onPaper(letter);
    const leads = ({ blocks }: Letter): unknown[] => blocks.filter(({ kind }) => kind === 'link' || kind === 'code');
    expect(leads(paper)).toEqual(leads(letter));
    expect(said(paper)).toMatch(/XREFERENCE|Q-[\w-]+/);
  });

  it('brings sentences of receipts that are true on paper', () => {
    const { say } = sentencesIn(lang);
    const sentences = [
      say.copyReady({ records: 17, systems: 4, until: '2026-08-11' }),
      say.nothingFound({ systems: 4, until: '2026-08-11' }),
      say.extended({ dueOn: '2026-12-03', law: 'XLAW', reasons: ['XREASON'] }),
      say.remedies({ authority: 'XAUTHORITY', court: true, reply: 'XREPLY' }),
      say.passedOn({ held: ['XHELD'], to: 'XTO', contact: 'XCONTACT', on: '2026-08-11' }),
      say.silence,
    ];
    expect(sentences.join('\n').match(OF_MAIL[lang])).toBeNull();
  });
});
