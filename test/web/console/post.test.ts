/** Letters to post and mails that did not arrive, on the staff pages. */
import { describe, expect, it } from 'vitest';
import type { EventData } from '../../../lib/domain/request-events.ts';
import type { Request } from '../../../lib/domain/request.ts';
import { seats, wordsOf } from './desk-fixture.ts';
import { addBounced, addPost } from './post-cases.ts';

const seat = seats();
const at = (request: Request, rest: string): string => `/staff/requests/${request.id}/tasks/${request.tasks[0]!.taskId}${rest}`;

describe('a letter to post', () => {
  it('says what it is, whom it goes to, and what is printed, also once its request has ended', async () => {
    const { browser, world } = await seat(['agent']);
    const request = addPost(world);
    const { html, path } = await browser.get(at(request, ''));
    expect(path).toBe(at(request, '/post'));
    const words = wordsOf(html);
    for (const said of [
      'Print and post a letter',
      'Answer with receipt',
      '16 November 2026',
      'Mara <b>Winter</b> Heidestraße 17 51147 Köln',
    ])
      expect(words.replaceAll('&lt;', '<').replaceAll('&gt;', '>')).toContain(said);
    for (const href of ['/post/letter', '/post/files/0', '/post/copy']) expect(html).toContain(`href="${at(request, href)}"`);
    expect(world.calls).toMatchObject([{ name: 'letter', input: { by: 'staff-agent' } }]);
    expect((await browser.get('/staff/tasks')).html).toContain(request.reference);
    expect(wordsOf((await browser.get(`/staff/requests/${request.id}`)).html)).toContain('Posted on 17 November 2026');
  });

  it('is handed out as a PDF, with what goes with it, and leads to the copy', async () => {
    const { browser, world } = await seat(['agent']);
    const request = addPost(world);
    for (const [rest, name] of [
      ['/post/letter', 'Q-letter.pdf'],
      ['/post/files/0', 'receipt.pdf'],
    ] as const) {
      const file = await browser.raw(at(request, rest));
      expect([file.status, file.headers.get('content-type'), file.headers.get('content-disposition')]).toEqual([
        200,
        'application/pdf',
        `attachment; filename="${name}"`,
      ]);
      expect(await file.text()).toBe('%PDF-1.7');
    }
    expect((await browser.raw(at(request, '/post/copy'))).headers.get('location')).toBe('https://shop.example/download/token');
    for (const rest of ['/post/files/1', '/post/files/x']) expect((await browser.get(at(request, rest))).status).toBe(404);
  });

  it('is posted on a day that has come and is not before it was written', async () => {
    const { browser, world } = await seat(['agent']);
    const request = addPost(world);
    await browser.get(at(request, '/post'));
    for (const [on, said] of [
      ['', 'Give the day'],
      ['2026-02-30x', 'Give the day'],
      ['2026-11-21', 'has not come yet'],
      ['2026-11-15', 'written later'],
    ] as const) {
      const { status, html } = await browser.post(at(request, '/post'), { act: 'posted', on });
      expect([status, wordsOf(html).includes(said)]).toEqual([400, true]);
      if (on !== '') expect(html).toContain(`value="${on}"`);
    }
    const done = await browser.post(at(request, '/post'), { act: 'posted', on: '2026-11-19' });
    expect(done.path).toBe(`/staff/requests/${request.id}?done=posted`);
    expect(world.calls.at(-1)).toMatchObject({ name: 'recordPosted', input: { on: '2026-11-19' } });
    const again = await browser.post(at(request, '/post'), { act: 'posted', on: '2026-11-19' });
    expect(again.path).toBe(done.path);
    expect((await browser.post(at(request, '/post'), { act: 'posted', on: '2026-11-18' })).status).toBe(409);
  });

  it('is told from other letters of its request', async () => {
    const { browser, world } = await seat(['viewer']);
    const { html } = await browser.get(`/staff/requests/${addPost(world).id}`);
    const [tasks] = /<section id="tasks">.*?<\/table>/s.exec(html)!;
    expect(wordsOf(`<main>${tasks}</main>`)).toContain('Print and post a letter Answer with receipt');
  });

  it('asks for an address where nobody knows one, and takes a better one', async () => {
    const { browser, world } = await seat(['agent']);
    const request = addPost(world, { paper: { to: [], enclosures: [], hasCopy: false } });
    const { html } = await browser.get(at(request, '/post'));
    expect(wordsOf(html)).toContain('Nobody knows where the person lives');
    expect(html).not.toContain('/post/copy');
    for (const address of [' \n ', 'x'.repeat(81), 'a\n'.repeat(9)])
      expect((await browser.post(at(request, '/post'), { act: 'address', address })).status).toBe(400);
    await browser.post(at(request, '/post'), { act: 'address', address: 'Heidestraße 17\r\n\r\n 51147 Köln ' });
    expect(world.calls.find(({ name }) => name === 'giveAddress')).toMatchObject({ input: { lines: ['Heidestraße 17', '51147 Köln'] } });
  });

  it('that was purged can only be said to have been posted', async () => {
    const { browser, world } = await seat(['agent']);
    const { id } = addPost(world);
    const letters = world.cases.get(id)!.letters!;
    delete letters['letter-1']!.paper;
    const { html } = await browser.get(at(world.request(id), '/post'));
    expect(wordsOf(html)).toContain('have been purged');
    expect(html).not.toContain('/post/letter');
    expect((await browser.get(at(world.request(id), '/post/letter'))).status).toBe(404);
  });
});

describe('a mail that did not arrive', () => {
  it('says which and why', async () => {
    const { browser, world } = await seat(['viewer']);
    const request = addBounced(world, { type: 'Transient', subType: 'MailboxFull' });
    const { html, path } = await browser.get(at(request, ''));
    expect(path).toBe(at(request, '/mail'));
    for (const said of [
      'Acknowledgement',
      'The mailbox is full',
      'tried again and again',
      'Send it to another address',
      'Print and post it',
    ])
      expect(wordsOf(html)).toContain(said);
    expect(html).toContain('Needs the role agent');
  });

  it.each<[string, Partial<EventData['mail-bounced']>, string]>([
    ['without a reason', {}, 'does not say why'],
    ['with a reason nobody knew', { type: 'Permanent', subType: 'MoonPhase' }, 'MoonPhase'],
    ['because it was reported as spam', { kind: 'complaint', type: 'abuse' }, 'That stops nothing the law wants told'],
  ])('%s has a page too', async (_, failure, said) => {
    const { browser, world } = await seat(['agent']);
    expect(wordsOf((await browser.get(at(addBounced(world, failure), '/mail'))).html)).toContain(said);
  });

  it.each([
    [
      'goes to another address',
      { way: 'corrected', email: 'mara@new.example' },
      'sendCorrected',
      { email: 'mara@new.example' },
      'mail-again',
    ],
    ['goes by post', { way: 'print' }, 'printInstead', {}, 'to-post'],
    ['was told otherwise', { way: 'told', reason: 'By phone' }, 'completeTask', { outcome: 'done', reason: 'By phone' }, 'task-done'],
  ])('%s', async (_, fields, name, input, done) => {
    const { browser, world } = await seat(['agent']);
    const request = addBounced(world);
    await browser.get(at(request, '/mail'));
    const { path } = await browser.post(at(request, '/mail'), fields);
    expect(path).toBe(`/staff/requests/${request.id}?done=${done}`);
    expect(world.calls.at(-1)).toMatchObject({ name, input: { taskId: request.tasks[0]!.taskId, ...input } });
  });

  it.each([
    ['without a choice', { way: '' }],
    ['to no address', { way: 'corrected', email: 'mara' }],
    ['told, nobody says how', { way: 'told', reason: ' ' }],
  ])('%s is asked again, what was typed is kept', async (_, fields) => {
    const { browser, world } = await seat(['agent']);
    const request = addBounced(world);
    await browser.get(at(request, '/mail'));
    const { status, html } = await browser.post(at(request, '/mail'), { email: 'kept', ...fields });
    expect(status).toBe(400);
    expect(html).toContain(`value="${'email' in fields ? fields.email : 'kept'}"`);
    expect(world.calls).toEqual([]);
  });

  it.each([
    ['that went to somebody else', 'passed-on#Partner'],
    ['that went to staff', 'reminder#due#1'],
  ])('%s is sent to the person by nobody', async (_, kind) => {
    const { browser, world } = await seat(['agent']);
    const request = addBounced(world, {}, kind);
    const { html } = await browser.get(at(request, '/mail'));
    expect(wordsOf(html)).not.toContain('Print and post it');
    expect((await browser.post(at(request, '/mail'), { way: 'print' })).status).toBe(400);
  });
});
