/** Writing to a person: the form, the letter before it goes, and what is shown of it afterwards. */
import { describe, expect, it } from 'vitest';
import type { Request } from '../../../lib/domain/request.ts';
import { seats, wordsOf } from './desk-fixture.ts';

const seat = seats();
const pathOf = ({ id }: Pick<Request, 'id'>): string => `/staff/requests/${id}/write`;
const TEXT = { subject: 'Ihr <Paket>', words: 'Es ist gefunden.\n\nEs kommt morgen.' };

const unconfirmed = { dueOn: '2026-12-02', received: { lang: 'de' } };

describe('the form', () => {
  it('says in which language to write, and that an address nobody confirmed may be a stranger’s', async () => {
    const { browser, world } = await seat(['agent']);
    const request = world.add(unconfirmed);
    const words = wordsOf((await browser.get(pathOf(request))).html);
    expect(words).toContain('The person reads German. Write in that language.');
    expect(words).toContain('Write nothing that a stranger may not read.');
    world.happen(request.id, { type: 'verified', data: { method: 'code' } });
    expect(wordsOf((await browser.get(pathOf(request))).html)).not.toContain('stranger');
  });

  it.each<[Record<string, string>, string]>([
    [{ words: 'Hello.' }, 'Write a subject'],
    [{ subject: 'Hello' }, 'Write the message'],
    [{ subject: 'x'.repeat(121), words: 'Hello.' }, 'Keep the subject under 120 characters'],
    [{ subject: 'Hello', words: 'x'.repeat(8001), step: 'confirm' }, 'Keep the message under 8,000 characters'],
  ])('does not take %j', async (fields, message) => {
    const { browser, world, cases } = await seat(['agent']);
    const page = await browser.post(pathOf(cases.failed), fields);
    expect(page.status).toBe(400);
    expect(page.html).toContain('<title>Error: Write to the person');
    expect(wordsOf(page.html)).toContain(message);
    expect(world.calls).toEqual([]);
  });

  it('is closed for a request that has ended, and open for a letter that nobody has sorted', async () => {
    const { browser, world, cases } = await seat(['reviewer']);
    expect((await browser.get(pathOf(cases.closed))).status).toBe(409);
    const letter = world.add({ dueOn: '2026-12-02', received: { channel: 'email', letter: { mail: 'm', authenticated: true } } });
    expect((await browser.get(pathOf(letter))).status).toBe(200);
  });
});

describe('the message', () => {
  it('is shown as the person will read it, recorded once confirmed, and then on the page and in the timeline', async () => {
    const { browser, world } = await seat(['agent']);
    const request = world.add(unconfirmed);
    const check = await browser.post(pathOf(request), TEXT);
    expect(check.status).toBe(200);
    expect(check.html).toContain('<blockquote class="letter" lang="de">Ihr &lt;Paket&gt;: Q-');
    expect(wordsOf(check.html)).toContain('Es ist gefunden. Es kommt morgen.');
    expect(wordsOf(check.html)).toContain(`Ihr Zeichen ist ${request.reference}.`);
    expect(wordsOf(check.html)).toContain('http://127.0.0.1:4400/status/…');
    expect(world.calls).toEqual([]);
    expect((await browser.post(pathOf(request), { ...TEXT, step: 'change' })).html).toContain('value="Ihr &lt;Paket&gt;"');
    const done = await browser.post(pathOf(request), { ...TEXT, step: 'confirm' });
    expect(done.path).toBe(`/staff/requests/${request.id}?done=wrote`);
    expect(world.calls).toMatchObject([{ name: 'writePerson', input: { id: request.id, text: TEXT, by: { sub: 'staff-agent' } } }]);
    const words = wordsOf(done.html);
    expect(words).toContain('The message is written and goes out within the hour.');
    expect(words).toContain('Message to the person written');
    expect(words).toContain('Goes out within the hour');
    expect(words).toContain('The words are shown with the personal details');
  });

  it('shows its words with the personal details, to whoever may see those', async () => {
    const { browser, world } = await seat(['agent']);
    const by = 'staff-agent';
    const writtenAt = '2026-11-20T09:00:00Z';
    const request = world.add({
      ...unconfirmed,
      since: [
        { type: 'written', data: { number: 1, by, sealed: 'SEALED-MESSAGE' }, hoursAgo: 2 },
        { type: 'wrote', data: { number: 1, mailId: 'm' }, hoursAgo: 1 },
      ],
      parts: { messages: [{ number: 1, by, writtenAt, text: TEXT }] },
    });
    const before = await browser.get(`/staff/requests/${request.id}`);
    expect(before.html).not.toContain('gefunden');
    const shown = await browser.post(`/staff/requests/${request.id}/person`, {});
    expect(shown.html).toContain('1. Ihr &lt;Paket&gt;');
    expect(shown.html).toContain('Es ist gefunden.');
    expect(shown.html).not.toContain('Goes out within the hour');
  });
});
