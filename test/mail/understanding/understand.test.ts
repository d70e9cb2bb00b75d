/** What a reader would see in a letter besides the rights: the law, who writes, for whom, and which words said so. */
import { describe, expect, it } from 'vitest';
import { understand } from '../../../lib/mail/understanding/understand.ts';

/** The passages as rule and words. */
const shown = (text: string): string[] => understand(text).passages.map(({ from, to, rule }) => `${rule} = ${text.slice(from, to)}`);

describe('the law of a letter', () => {
  it.each([
    ['Under Article 15 UK GDPR I want access to my data.', 'uk-gdpr', ['access']],
    ['I request access to my data under section 45 of the Data Protection Act 2018.', 'uk-gdpr', ['access']],
    ['Nach § 17 KDG verlange ich Auskunft.', 'eu-gdpr', ['access']],
    ['Ich beantrage nach § 21 DSG-EKD die Löschung meiner Daten.', 'eu-gdpr', ['erasure']],
    ['Nach dem Schweizer DSG (Art. 25) verlange ich Auskunft über meine Daten.', 'ch-fadp', ['access']],
    ['Com base na LGPD, art. 18, incisos II e VI, solicito acesso aos meus dados e a sua eliminação.', 'br-lgpd', ['access', 'erasure']],
    ['I request deletion of my data under Cal. Civ. Code § 1798.105.', 'us-ca-ccpa', ['erasure']],
    ['Under the Virginia Consumer Data Protection Act, delete my data please.', 'us-va', ['erasure']],
    ['Zgodnie z artykułem 15 RODO proszę o kopię moich danych.', 'eu-gdpr', ['access']],
    ['Please delete my account.', undefined, ['erasure']],
  ])('%s', (text, law, rights) => {
    expect(understand(text)).toMatchObject({ rights });
    expect(understand(text).law).toBe(law);
  });

  it('tells the ways of opting out apart only where its law does', () => {
    expect(understand('Under the CCPA: do not sell my personal information.').rights).toEqual(['opt-out-of-sale']);
    expect(understand('Do not sell my personal information.').rights).toEqual(['opt-out']);
    expect(understand('Under the GDPR: do not sell my personal information.').rights).toEqual(['objection']);
  });
});

describe('what is only mentioned', () => {
  it.each([
    ['a threat', 'Please send me a copy of my data. Otherwise I will lodge a complaint with the authority.', ['access']],
    ['a reservation', 'Please delete my account. I reserve the right to lodge a complaint under Article 77 GDPR.', ['erasure']],
    [
      'an information',
      'I request access to my data (Art. 15 GDPR), including the existence of the right to erasure (Art. 17), rectification and objection.',
      ['access'],
    ],
    ['a consent taken back in case it was given', 'Please erase all my data. If I have given consent, I withdraw it.', ['erasure']],
    [
      'a restriction until an objection is decided',
      'I object to the processing of my data and ask you to restrict the processing until it is verified whose grounds override (Art. 18(1)(d) GDPR).',
      ['objection'],
    ],
    ['a consequence', 'I object to marketing. Please tell me if this will result in the deletion of my account.', ['objection']],
  ])('is not asked: %s', (_, text, rights) => {
    expect(understand(text).rights).toEqual(rights);
  });

  it('has a person read what is asked and denied in the same letter', () => {
    expect(understand('Please delete my account. But do not delete my account before June.').needsPerson).toBe(true);
  });
});

describe('who writes', () => {
  it('reads labelled lines in any language', () => {
    const lines = [
      'Bitte löschen Sie mein Konto.',
      'Name: Kim Muster',
      'Kundennummer: K-4711',
      'E-Mail: kim@example.org',
      'Telefonszám: 1',
      'Adres: Voorbeeldstraat 3',
      'Τηλέφωνο: 210 000',
      'Benutzername: kimm',
    ];
    expect(understand(lines.join('\n')).identifiers).toEqual({
      name: 'Kim Muster',
      'customer-number': 'K-4711',
      email: 'kim@example.org',
      address: 'Voorbeeldstraat 3',
      phone: '210 000',
      username: 'kimm',
    });
  });

  it('reads a customer number in a sentence, and an address anywhere', () => {
    const { identifiers } = understand('Please delete my account, my customer number is A-48213. Write to pat@example.org.');
    expect(identifiers).toEqual({ 'customer-number': 'A-48213', email: 'pat@example.org' });
  });

  it.each([
    ['agent', 'On behalf of our client we request access under Art. 15 GDPR.'],
    ['guardian', 'Ich bin die Mutter. Bitte löschen Sie das Profil von meinem Sohn und alle meine Daten.'],
    ['heir', 'Mon père est décédé. Veuillez supprimer son compte et toutes mes données.'],
  ])('tells that an %s writes', (relation, text) => {
    expect(understand(text).onBehalf).toEqual({ relation });
  });
});

describe('what decided', () => {
  it('is shown as it was written, with its rule', () => {
    expect(shown('Bitte lösche\u00ADn Sie mein Konto nach Art. 17 DSGVO.')).toEqual([
      'words:de:erasure = lösche\u00ADn Sie mein Konto',
      'article:eu-gdpr:17 = Art. 17',
    ]);
  });

  it('is not what was quoted', () => {
    expect(understand('Am 3. Mai 2026 schrieb Kim:\n> Bitte löschen Sie mein Konto.\n\nDanke, das war alles.')).toMatchObject({
      rights: [],
      needsPerson: true,
      passages: [],
    });
  });
});

describe('a language without a lexicon', () => {
  it.each([
    ['da', 'Hej, jeg vil gerne have slettet min konto og alle mine oplysninger. Venlig hilsen'],
    ['ru', 'Здравствуйте, удалите мой аккаунт и все мои данные. Спасибо, это очень важно.'],
    ['ja', '私の個人データをすべて削除してください。'],
    ['und', 'Xyzzy plugh.'],
  ])('is named %s, and a person reads the letter', (language, text) => {
    expect(understand(text)).toMatchObject({ language, needsPerson: true });
  });

  it('still shows the articles that it cites', () => {
    expect(shown('Jeg vil gerne have slettet min konto, jf. artikel 17 GDPR.')).toEqual([]);
  });
});
