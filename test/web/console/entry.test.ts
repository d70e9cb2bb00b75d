/** Entering a request: the form, what is shown back with its date, the papers, and that two presses enter once. */
import { describe, expect, it } from 'vitest';
import type { Seat } from './desk-fixture.ts';
import { seats, wordsOf } from './desk-fixture.ts';
import { tokenIn } from './staff-browser.ts';

const seat = seats();
const PATH = '/staff/new';

const FIELDS = {
  channel: 'post',
  on: '2026-11-13',
  rights: ['access', 'erasure'],
  name: 'Mara Winter',
  address: 'Am Linden 1\r\n\r\n 10117  Berlin ',
  residence: 'DE',
  lang: 'pl',
  note: 'Wszystko, co <b>macie</b>.',
  'identifiers.customerNumber': 'C-1042',
};
const PDF = new File(['%PDF-1.7 the letter'], 'list od Mary.pdf', { type: 'application/pdf' });

const MB = 2 ** 20;
const sized = (bytes: number): File => new File([new Uint8Array(bytes)], 'a.pdf', { type: 'application/pdf' });

const hidden = (html: string, name: string): string => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';

/** Presses a button of the check page, with files. */
async function press({ browser }: Seat, html: string, { step = 'confirm', files = [] as File[] } = {}) {
  const body = new FormData();
  for (const [, name, value] of html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/g)) {
    body.append(name!, value!.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', "'"));
  }
  body.set('token', tokenIn(html));
  body.set('step', step);
  for (const file of files.length === 0 ? [new File([], '')] : files) body.append('scan', file);
  return await browser.raw(PATH, { method: 'POST', body, headers: { 'sec-fetch-site': 'same-origin' } });
}

const entries = ({ world }: Seat) =>
  world.calls.filter(({ name }) => name === 'enterRequest').map(({ input }) => input as Record<string, unknown>);

describe('the form', () => {
  it('is one click away for whoever may enter, and begins with today and the first language of the company', async () => {
    const at = await seat(['agent']);
    expect((await at.browser.get('/staff')).html).toContain('<a href="/staff/new">Enter a request</a>');
    const page = await at.browser.get(PATH);
    expect(page.html).toContain('name="on" type="date" value="2026-11-20"');
    expect(page.html).toContain('<option value="en" selected>English</option>');
    for (const lang of ['de', 'fr', 'es', 'it', 'nl', 'pt', 'pl', 'sv']) expect(page.html).toContain(`<option value="${lang}">`);
    expect(page.html).toContain('value="complaint"');
    expect(page.html).not.toContain('value="appeal"');
    expect((await (await seat(['viewer'])).browser.get('/staff')).html).not.toContain('/staff/new');
  });

  it('says everything that is wrong at once, and keeps what was typed', async () => {
    const at = await seat(['agent']);
    const page = await at.browser.post(PATH, {
      name: 'Mara',
      email: 'mara@nowhere',
      on: '2026-13-01',
      'onBehalfOf.name': 'Eva',
      lang: 'xx',
    });
    expect(page.status).toBe(400);
    expect(page.html).toContain('<title>Error: Enter a request');
    const words = wordsOf(page.html);
    for (const message of [
      'Choose one',
      'Enter a date such as 2026-03-12',
      'Choose at least one',
      'Enter an address such as name@example.com',
      'Give both, the name and why they may ask, or neither',
    ])
      expect(words).toContain(message);
    expect(page.html).toContain('value="Mara"');
    expect(entries(at)).toEqual([]);
  });

  it.each<[string, Record<string, string | string[]>, string]>([
    ['a day to come', { on: '2026-11-21' }, 'That day has not come yet'],
    ['a day before the first law', { on: '2016-11-13' }, 'none of the laws was in force'],
    ['nobody to answer to', { address: ' ' }, 'Give an e-mail address or a postal address'],
    ['a number alone, for a letter', { address: '', phone: '030 1' }, 'Give an e-mail address or a postal address'],
    ['an endless address', { address: 'x\n'.repeat(7) }, 'six lines'],
    ['an endless name', { name: 'x'.repeat(201) }, 'Name: keep it under 200 characters'],
    ['endless words', { note: 'x'.repeat(4001) }, 'In their words: keep it under 4000 characters'],
    ['a place that is none', { residence: 'Narnia' }, 'Choose one'],
    ['a way that is none', { channel: 'web' }, 'Choose one'],
    ['a brand that is none', { brand: 'kiosk' }, 'Choose one'],
    ['a right that begins elsewhere', { rights: 'appeal' }, 'Choose at least one'],
  ])('does not take %s', async (_, more, message) => {
    const at = await seat(['agent']);
    const page = await at.browser.post(PATH, { ...FIELDS, ...more, step: 'confirm', key: 'a-key-of-mine' });
    expect(page.status).toBe(400);
    expect(wordsOf(page.html)).toContain(message);
    expect(entries(at)).toEqual([]);
  });

  it('takes a number alone of somebody who called', async () => {
    const at = await seat(['agent']);
    const page = await at.browser.post(PATH, { ...FIELDS, channel: 'phone', address: '', phone: '030 1' });
    expect(page.status).toBe(200);
    expect(wordsOf(page.html)).toContain('No address: every letter becomes a task, for you to read out.');
  });
});

describe('what is shown back', () => {
  it('is everything, with the date it will be due and the law that sets it, before anything is recorded', async () => {
    const at = await seat(['agent']);
    const page = await at.browser.post(PATH, FIELDS);
    expect(page.status).toBe(200);
    const words = wordsOf(page.html);
    expect(words).toContain('Check before it is recorded');
    expect(words).toContain('On paper, 13 November 2026');
    expect(words).toContain('Am Linden 1 10117 Berlin');
    expect(words).toContain('every letter becomes a task to print and post');
    expect(words).toContain('It will be due on Monday, 14 December 2026');
    expect(words).toContain('Counted from 13 November 2026 under GDPR');
    expect(words).toContain('Polish');
    expect(page.html).toContain('Wszystko, co &lt;b&gt;macie&lt;/b&gt;.');
    expect(entries(at)).toEqual([]);
    const back = await press(at, page.html, { step: 'change' });
    expect(await back.text()).toContain('value="C-1042"');
  });

  it('warns of a date that has passed, and of one that leaves no time to confirm', async () => {
    const at = await seat(['agent']);
    const late = await at.browser.post(PATH, { ...FIELDS, on: '2026-09-01' });
    expect(wordsOf(late.html)).toContain('That date has passed.');
    const near = await at.browser.post(PATH, { ...FIELDS, on: '2026-10-21' });
    expect(wordsOf(near.html)).toContain('only an hour to confirm who they are');
  });

  it('says what no law gives, and lets it be entered', async () => {
    const at = await seat(['agent']);
    const page = await at.browser.post(PATH, { ...FIELDS, rights: ['opt-out-of-sale'] });
    expect(wordsOf(page.html)).toContain('None of the laws gives a part of this');
    expect((await press(at, page.html)).status).toBe(303);
  });
});

describe('a company with several names', () => {
  const party = { name: 'Kiosk AG', address: 'Am Kiosk 1, Bonn', country: 'DE', email: 'privacy@kiosk.example' };
  const brands = {
    books: { label: { en: 'Lindenhof' }, role: 'controller' as const },
    kiosk: { label: { en: 'Kiosk' }, role: 'processor' as const, controller: party },
  };

  it('is asked which of them it is about, and told who has to answer', async () => {
    const at = await seat(['agent']);
    at.world.port.configuration = { ...at.world.port.configuration, brands };
    expect((await at.browser.get(PATH)).html).toContain('<option value="kiosk">Kiosk</option>');
    const own = await at.browser.post(PATH, { ...FIELDS, brand: 'books' });
    expect(wordsOf(own.html)).toContain('Which name is it about? Lindenhof');
    expect(wordsOf(own.html)).toContain('It will be due on');
    const theirs = await at.browser.post(PATH, { ...FIELDS, brand: 'kiosk' });
    expect(wordsOf(theirs.html)).toContain('It goes to Kiosk AG');
    expect(wordsOf(theirs.html)).not.toContain('It will be due on');
    await press(at, theirs.html);
    expect(entries(at)).toMatchObject([{ brand: 'kiosk' }]);
  });
});

describe('the confirmation', () => {
  it('records the entry with its papers, and leads to the request', async () => {
    const at = await seat(['agent']);
    const check = await at.browser.post(PATH, FIELDS);
    const second = new File([new Uint8Array([0xff, 0xd8, 0xff])], 'koperta\r\n.jpg', { type: 'image/jpeg' });
    const done = await press(at, check.html, { files: [PDF, second] });
    expect(done.status).toBe(303);
    const [entry, ...more] = entries(at);
    expect(more).toEqual([]);
    expect(entry).toMatchObject({
      channel: 'post',
      on: '2026-11-13',
      rights: ['access', 'erasure'],
      residence: 'DE',
      lang: 'pl',
      by: { sub: 'staff-agent' },
      person: {
        name: 'Mara Winter',
        address: ['Am Linden 1', '10117 Berlin'],
        identifiers: { customerNumber: 'C-1042' },
        note: FIELDS.note,
      },
      papers: [
        { name: 'list od Mary.pdf', type: 'application/pdf', content: new Uint8Array(await PDF.arrayBuffer()) },
        { type: 'image/jpeg', content: new Uint8Array([0xff, 0xd8, 0xff]) },
      ],
    });
    expect(JSON.stringify(entry)).not.toMatch(/\\r|\\n/);
    const page = await at.browser.get(done.headers.get('location')!);
    expect(wordsOf(page.html)).toContain('The request is entered. The person is being told that it is here');
    expect(wordsOf(page.html)).toContain('entered by staff-agent');
    expect(wordsOf(page.html)).toContain('Came by post');
  });

  it('pressed twice enters once', async () => {
    const at = await seat(['reviewer']);
    const before = at.world.cases.size;
    const check = await at.browser.post(PATH, FIELDS);
    const [one, two] = [await press(at, check.html), await press(at, check.html)];
    expect(one.headers.get('location')).toBe(two.headers.get('location'));
    expect(at.world.cases.size).toBe(before + 1);
  });

  it('without the key of the page that shows everything back is shown back first', async () => {
    const at = await seat(['agent']);
    const page = await at.browser.post(PATH, { ...FIELDS, step: 'confirm' });
    expect(wordsOf(page.html)).toContain('Nothing is recorded yet.');
    expect(hidden(page.html, 'key')).toMatch(/^[\w-]{36}$/);
    expect(entries(at)).toEqual([]);
  });

  it.each<[string, () => File[], string]>([
    ['a program', () => [new File(['MZ\x90'], 'letter.pdf', { type: 'application/pdf' })], '“letter.pdf” is neither a PDF nor a picture'],
    ['an archive', () => [new File(['PK\x03\x04'], 'letter.zip', { type: 'application/zip' })], '“letter.zip” is neither'],
    ['a byte more than 4 MB', () => [sized(2 * MB), sized(2 * MB + 1)], 'more than 4 MB'],
    ['a heap of files', () => Array.from({ length: 21 }, () => PDF), 'at most 20 files'],
  ])('does not take %s, and keeps the rest', async (_, files, message) => {
    const at = await seat(['agent']);
    const check = await at.browser.post(PATH, FIELDS);
    const page = await press(at, check.html, { files: files() });
    expect(page.status).toBe(400);
    const text = await page.text();
    expect(hidden(text, 'name')).toBe('Mara Winter');
    expect(text).toContain(message);
    expect(entries(at)).toEqual([]);
  });

  it('takes 4 MB, which no other form of these pages does; far more is turned away unread', async () => {
    const at = await seat(['agent']);
    const check = await at.browser.post(PATH, FIELDS);
    const far = await press(at, check.html, { files: [sized(5 * MB)] });
    expect(far.status).toBe(413);
    expect(await far.text()).toContain('files may have 4 MB together');
    expect((await press(at, check.html, { files: [sized(4 * MB)] })).status).toBe(303);
    const other = await at.browser.post(`/staff/requests/${at.cases.failed.id}/write`, { subject: 'x', words: 'x'.repeat(100_000) });
    expect(other.status).toBe(413);
  });
});
