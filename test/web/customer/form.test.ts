/** The request form, from the first question to the confirmation, with everything people get wrong. */
import { describe, expect, it } from 'vitest';
import { get, headingOf, hiddenOf, openWorld, post, type Fields } from './browse.ts';
import { ANSWERS } from './every-page.ts';

const { behalf: _, 'onBehalfOf.name': __, 'onBehalfOf.relation': ___, ...FOR_ONESELF } = ANSWERS;

/** Fields of the page's form with what is typed into it. */
function answering(html: string, typed: Fields): Fields {
  return { ...hiddenOf(html), ...typed };
}

function keyOf(html: string): string {
  return hiddenOf(html)['key']![0]!;
}

describe('the form', () => {
  it('asks one question per page and ends on a page with reference and date', async () => {
    const { app, port } = openWorld();
    const rights = await get(app, '/request/rights');
    expect(headingOf(rights.html)).toBe('What would you like to ask for?');
    const where = await post(app, '/request/rights', { rights: ['access', 'erasure'] });
    expect(headingOf(where.html)).toBe('Where do you live?');
    const who = await post(app, '/request/where', answering(where.html, { residence: 'DE' }));
    expect(headingOf(who.html)).toBe('Whose data is it?');
    const check = await post(app, '/request/who', answering(who.html, { email: ' Anna@Example.com ', name: 'Anna' }));
    expect(headingOf(check.html)).toBe('Check your answers before you send');
    const sent = await post(app, '/request/check', hiddenOf(check.html));
    expect(sent.status).toBe(303);
    expect(port.submissions).toEqual([
      {
        rights: ['access', 'erasure'],
        person: { email: 'Anna@Example.com', name: 'Anna', identifiers: {} },
        residence: 'DE',
        lang: 'en',
        channel: 'web',
        idempotencyKey: `form:${keyOf(check.html)}`,
      },
    ]);
    const confirmation = await get(app, sent.headers.get('location')!);
    expect(confirmation.text).toMatch(/We have your request .* Reference Q-[0-9A-Z]{4}-[0-9A-Z]{4} We answer by Monday, 21 December 2026/);
    expect(confirmation.text).toContain('code of six digits to Anna@Example.com');
    expect(confirmation.text).toContain('Dr. Ada Weber');
    expect(confirmation.text).toContain('Berliner Beauftragte für Datenschutz und Informationsfreiheit');
  });

  it('asks who asks only when somebody asks for someone else', async () => {
    const { app, port } = openWorld();
    const page = await post(app, '/request/who', ANSWERS);
    expect(headingOf(page.html)).toBe('Asking for someone else');
    const check = await post(
      app,
      '/request/for-someone-else',
      answering(page.html, { 'onBehalfOf.name': 'Per', 'onBehalfOf.relation': 'Parent' }),
    );
    await post(app, '/request/check', hiddenOf(check.html));
    expect(port.submissions[0]!.person.onBehalfOf).toEqual({ name: 'Per', relation: 'Parent' });
  });

  it('shows the date it promises and what the law makes us keep before anything is sent', async () => {
    const { app, port } = openWorld();
    const check = await post(app, '/request/who', FOR_ONESELF);
    expect(check.text).toContain('We will answer by Monday, 21 December 2026');
    expect(check.text).toContain('Central European Time');
    expect(check.text).toContain('Invoices (§ 147 AO): Tax law makes us keep invoices for eight years.');
    expect(check.text).toContain('Deletion cannot be undone');
    expect(port.submissions).toEqual([]);
    const accessOnly = await post(app, '/request/who', { ...FOR_ONESELF, rights: 'access' });
    expect(accessOnly.text).not.toContain('Tax law');
  });

  it('sends once when the button is pressed twice', async () => {
    const { app, port } = openWorld();
    const check = await post(app, '/request/who', FOR_ONESELF);
    const first = await post(app, '/request/check', hiddenOf(check.html));
    const second = await post(app, '/request/check', hiddenOf(check.html));
    expect(second.headers.get('location')).toBe(first.headers.get('location'));
    expect(port.submissions).toHaveLength(1);
  });

  it('asks to check again when the same page sends other answers', async () => {
    const { app, port } = openWorld();
    const check = await post(app, '/request/who', FOR_ONESELF);
    await post(app, '/request/check', hiddenOf(check.html));
    const other = await post(app, '/request/check', { ...hiddenOf(check.html), name: 'Somebody Else' });
    expect(other.status).toBe(400);
    expect(other.text).toContain('You already sent other answers from this page');
    expect(keyOf(other.html)).not.toBe(keyOf(check.html));
    expect(port.submissions).toHaveLength(1);
  });

  it('goes back with the answers, and from "Change" returns to the check page', async () => {
    const { app } = openWorld();
    const check = await post(app, '/request/who', FOR_ONESELF);
    const who = await post(app, '/request/check', { ...hiddenOf(check.html), go: 'to:who' });
    expect(headingOf(who.html)).toBe('Whose data is it?');
    expect(who.html).toContain('value="anna.lindqvist@example.com"');
    const again = await post(app, '/request/who', answering(who.html, { email: 'new@example.com' }));
    expect(headingOf(again.html)).toBe('Check your answers before you send');
    expect(again.text).toContain('new@example.com');
    const back = await post(app, '/request/who', { ...FOR_ONESELF, go: 'back' });
    expect(headingOf(back.html)).toBe('Where do you live?');
    expect(back.html).toContain('<option value="DE" selected>');
  });

  it('keeps the answers when the language is switched', async () => {
    const { app } = openWorld();
    const german = await post(app, '/request/who', { ...FOR_ONESELF, go: 'lang:de' });
    expect(headingOf(german.html)).toBe('Um wessen Daten geht es?');
    expect(german.html).toContain('value="Anna Lindqvist"');
    const check = await post(app, '/request/who', answering(german.html, { email: 'a@example.com' }));
    expect(headingOf(check.html)).toBe('Prüfen Sie Ihre Antworten vor dem Absenden');
    expect(check.text).toContain('Wir antworten bis zum Montag, 21. Dezember 2026');
  });

  it('sends people who come to a later page to the first', async () => {
    const { app } = openWorld();
    const page = await get(app, '/request/check');
    expect([page.status, page.headers.get('location')]).toEqual([303, '/request/rights']);
  });
});

describe('wrong answers', () => {
  const cases: { name: string; question: string; typed: Fields; field: string; message: string }[] = [
    { name: 'nothing chosen', question: 'rights', typed: { rights: '' }, field: 'rights', message: 'Choose at least one thing to ask for' },
    {
      name: 'a right that is none',
      question: 'rights',
      typed: { rights: 'everything' },
      field: 'rights',
      message: 'Choose only from the rights offered',
    },
    { name: 'no address', question: 'who', typed: { email: ' ' }, field: 'email', message: 'Enter an email address' },
    {
      name: 'half an address',
      question: 'who',
      typed: { email: 'anna@' },
      field: 'email',
      message: 'Enter an email address in the form name@example.com',
    },
    {
      name: 'an address SES cannot reach',
      question: 'who',
      typed: { email: 'änna@example.com' },
      field: 'email',
      message: 'made of plain letters',
    },
    {
      name: 'a very long name',
      question: 'who',
      typed: { name: 'n'.repeat(201) },
      field: 'name',
      message: '[^<]*: write at most 200 characters',
    },
    {
      name: 'a very long number',
      question: 'who',
      typed: { 'identifiers.customerNumber': '9'.repeat(201) },
      field: 'identifiers-customerNumber',
      message: '[^<]*: write at most 200 characters',
    },
    {
      name: 'a very long note',
      question: 'who',
      typed: { note: 'n'.repeat(501) },
      field: 'note',
      message: 'Something in particular\\?: write at most 500 characters',
    },
    { name: 'no place', question: 'where', typed: { residence: '' }, field: 'residence', message: 'Choose where you live' },
    {
      name: 'a place that is none',
      question: 'where',
      typed: { residence: 'US-XX' },
      field: 'residence',
      message: 'Choose a place from the list',
    },
    {
      name: 'no agent',
      question: 'for-someone-else',
      typed: { 'onBehalfOf.name': ' ' },
      field: 'onBehalfOf-name',
      message: 'Enter your full name',
    },
    {
      name: 'no relation',
      question: 'for-someone-else',
      typed: { 'onBehalfOf.relation': '' },
      field: 'onBehalfOf-relation',
      message: 'Say why you may ask for them',
    },
  ];

  it.each(cases)('names the field and keeps what was typed: $name', async ({ question, typed, field, message }) => {
    const { app, port } = openWorld();
    const page = await post(app, `/request/${question}`, { ...ANSWERS, ...typed });
    expect(page.status).toBe(400);
    expect(page.html).toMatch(/<title>Error: /);
    expect(page.html).toMatch(new RegExp(`class="error-summary" role="alert"[^]*<a href="#${field}">[^<]*${message}`));
    expect(page.html).toMatch(new RegExp(`id="${field}"`));
    expect(page.html).toMatch(new RegExp(`<p id="${field}-error" class="error-message">[^]*${message}`));
    for (const value of Object.values(typed)) {
      if (value !== '' && !['everything', 'US-XX', ' '].includes(value as string)) expect(page.html).toContain(value);
    }
    expect(port.submissions).toEqual([]);
  });

  it('leads to the first wrong question when a forged check page is sent', async () => {
    const { app, port } = openWorld();
    const page = await post(app, '/request/check', { ...FOR_ONESELF, residence: '', email: 'wrong', key: 'forged-key-1' });
    expect(page.status).toBe(400);
    expect(headingOf(page.html)).toBe('Where do you live?');
    expect(port.submissions).toEqual([]);
  });

  it('escapes what is typed', async () => {
    const { app } = openWorld();
    const page = await post(app, '/request/who', { ...FOR_ONESELF, name: '"><script>alert(1)</script>', email: '<img src=x>' });
    expect(page.html).not.toContain('<script>alert');
    expect(page.html).not.toContain('<img');
  });

  it('turns line breaks into spaces, so that nothing typed becomes another line of a mail', async () => {
    const { app, port } = openWorld();
    const check = await post(app, '/request/who', { ...FOR_ONESELF, name: 'Anna\r\nBcc: all@example.com' });
    await post(app, '/request/check', { ...hiddenOf(check.html), name: 'Anna\r\nBcc: all@example.com' });
    expect(port.submissions[0]!.person.name).toBe('Anna Bcc: all@example.com');
  });

  it('refuses programs that fill in the hidden field, with a way for people', async () => {
    const { app, port } = openWorld();
    const page = await post(app, '/request/check', { ...FOR_ONESELF, website: 'https://spam.example' });
    expect(page.status).toBe(400);
    expect(page.text).toContain('If you are a person, please write to us: privacy@muster.example');
    expect(port.submissions).toEqual([]);
  });

  it('says when there are too many requests, and when to come back', async () => {
    const { app, port } = openWorld();
    port.tooMany = true;
    const page = await post(app, '/request/check', FOR_ONESELF);
    expect([page.status, page.headers.get('retry-after')]).toEqual([429, '3600']);
    expect(page.text).toContain('Nothing was sent');
  });

  it('takes no more than any form asks for', async () => {
    const { app } = openWorld();
    const page = await post(app, '/request/who', { note: 'x'.repeat(70_000) });
    expect([page.status, headingOf(page.html)]).toEqual([413, 'That is too much']);
  });

  it('says sorry without details when something breaks, and tells the log without the URL', async () => {
    const { app, port, faults } = openWorld();
    port.broken = true;
    const page = await post(app, '/request/check', FOR_ONESELF);
    expect([page.status, headingOf(page.html)]).toEqual([500, 'Sorry, there is a problem']);
    expect(page.text).not.toContain('broken for the test');
    expect(faults).toHaveLength(1);
  });
});
