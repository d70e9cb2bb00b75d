/** Mails on the staff pages: what came and went, a mail with its warnings and files, and mails that were set aside. */
import { describe, expect, it } from 'vitest';
import type { Role } from '../../../lib/web/console/port.ts';
import { seats, wordsOf } from './desk-fixture.ts';
import { addLetter, addReply, mailOf } from './letter-cases.ts';
import { addBounced } from './post-cases.ts';

const seat = seats();

async function opened(roles: Role[] = ['agent']) {
  const seated = await seat(roles);
  const request = addReply(seated.world);
  return { ...seated, request, path: `/staff/requests/${request.id}/mails/reply-1` };
}

describe('the mails of a request', () => {
  it('stand on its page, those that came and those that went, oldest first', async () => {
    const { browser, request, path } = await opened();
    const { html } = await browser.get(`/staff/requests/${request.id}`);
    const rows = html.slice(html.indexOf('<section id="mails">')).split('<tr').slice(2, 4);
    expect(rows[0]).toContain('Acknowledgement');
    expect(wordsOf(`<main>${rows[0]}</main>`)).toContain('out');
    expect(rows[1]).toContain(`<a href="${path}">Reply</a>`);
    expect(rows[1]).toContain('It does not come from the person’s address');
    expect(rows[1]).toContain('4 files attached');
  });

  it('say which came back', async () => {
    const { browser, world } = await seat(['viewer']);
    const request = addBounced(world, { type: 'Permanent', subType: 'General' });
    const [panel] = /<section id="mails">.*?<\/table>/s.exec((await browser.get(`/staff/requests/${request.id}`)).html)!;
    expect(panel).toContain('undeliverable');
    expect(panel).not.toContain('Sent ');
  });

  it('are named to a viewer, and opened by nobody who may not see who the person is', async () => {
    const { browser, request, path, world } = await opened(['viewer']);
    const { html } = await browser.get(`/staff/requests/${request.id}`);
    const [panel] = /<section id="mails">.*?<\/table>/s.exec(html)!;
    expect([panel.includes('Reply'), panel.includes('href')]).toEqual([true, false]);
    for (const more of ['', '/raw', '/papers/0']) expect((await browser.get(path + more)).status).toBe(403);
    expect(world.calls).toEqual([]);
  });
});

describe('a mail', () => {
  it('says plainly that somebody else wrote it, where answers would go, and what staff may do', async () => {
    const { browser, path } = await opened();
    const { html } = await browser.get(path);
    const words = wordsOf(html);
    expect(words).toContain('It does not come from the person’s address Somebody else may have written it.');
    expect(words).toContain('jon@elsewhere.example The domain vouches for the address.');
    expect(words).toContain('Wants answers at other@elsewhere.example');
    expect(words).toContain('Re: your request Please stop.');
    expect(words).toContain('Record an answer');
    expect(words).toContain('2 more files are only in the mail as it came.');
    expect(words).not.toContain('What the rules made of it');
  });

  it('is read by a button, which ends its task', async () => {
    const { browser, path, request, world } = await opened();
    const { taskId } = request.tasks[0]!;
    const task = `/staff/requests/${request.id}/tasks/${taskId}`;
    expect((await browser.get(task)).path).toBe(path);
    expect((await browser.get(path)).html).toContain(`action="${task}"`);
    expect(wordsOf((await browser.get('/staff/tasks')).html)).not.toContain('unexpected fault');
    const page = await browser.post(task, { outcome: 'done' });
    expect(page.path).toBe(`/staff/requests/${request.id}?done=task-done`);
    expect(world.request(request.id).tasks).toEqual([]);
    expect((await browser.get(path)).html).not.toContain('Read, and done');
  });

  it('that asks for something new begins a request of its own', async () => {
    const { browser, path, request, world } = await opened();
    const { html } = await browser.get(path);
    expect(wordsOf(html)).toContain('Does it ask for something new?');
    expect((await browser.post(path, {})).path).toBe(`/staff/requests/${request.id}`);
    expect(world.calls).toContainEqual({
      name: 'beginFromMail',
      input: { id: request.id, mail: 'reply-1', by: expect.any(String) as string },
    });
    const viewer = await opened(['viewer']);
    expect((await viewer.browser.post(path, {})).status).toBe(403);
  });

  it('shows a reviewer why the task is not theirs', async () => {
    const { browser, path } = await opened(['reviewer']);
    expect(wordsOf((await browser.get(path)).html)).toContain('Needs the role agent.');
  });

  it('says when it comes from the person, and when nobody vouches for that', async () => {
    const { browser, world } = await seat(['agent']);
    const request = addLetter(world, mailOf({}));
    world.cases.get(request.id)!.inbox!['again'] = mailOf({ text: 'And?' });
    world.happen(request.id, {
      type: 'mail-received',
      data: { mail: 'again', kind: 'follow-up', authenticated: false, fromPerson: true, papers: 0 },
    });
    const words = wordsOf((await browser.get(`/staff/requests/${request.id}/mails/again`)).html);
    expect(words).toContain('It comes from the address of the person who asks.');
    expect(words).toContain('Nobody vouches for this address');
    expect(words).toContain('How sure they are');
  });

  it('that is not of this request is not found, nor a file it does not have', async () => {
    const { browser, path, cases } = await opened();
    for (const wrong of [
      path.replace('reply-1', 'letter-1'),
      `/staff/requests/${cases.failed.id}/mails/reply-1`,
      `${path}/papers/4`,
      `${path}/papers/00`,
      `${path}/papers/x`,
    ])
      expect((await browser.get(wrong)).status, wrong).toBe(404);
  });
});

describe('a file that came with a mail', () => {
  it('is saved and never shown, whatever it says it is', async () => {
    const { browser, path, world } = await opened();
    const response = await browser.raw(`${path}/papers/0`);
    expect(await response.text()).toBe('%PDF');
    expect(
      Object.fromEntries(
        ['content-type', 'x-content-type-options', 'content-security-policy', 'cache-control'].map((name) => [
          name,
          response.headers.get(name),
        ]),
      ),
    ).toEqual({
      'content-type': 'application/octet-stream',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
      'cache-control': 'no-store',
    });
    expect(response.headers.get('content-disposition')).toBe(
      `attachment; filename="Ausweis _Kopie__ _.pdf"; filename*=UTF-8''Ausweis%20%22Kopie%22%3B%20%C3%A4.pdf`,
    );
    expect(world.calls.at(-1)).toEqual({
      name: 'mailFile',
      input: { id: expect.any(String) as string, mail: 'reply-1', by: 'staff-agent', paper: 0 },
    });
  });

  it.each([
    ['a\r\nSet-Cookie: x=1.pdf', 'a__Set-Cookie_ x_1.pdf', 'a__Set-Cookie%3A%20x%3D1.pdf'],
    ['\u202Egpj.exe', '_gpj.exe', '_gpj.exe'],
    ['../../etc/passwd', '__.._etc_passwd', '__.._etc_passwd'],
    ["it's (1)*.pdf", 'it_s _1__.pdf', 'it%27s%20%281%29%2A.pdf'],
  ])('has a name that does nothing else: %j', async (name, plain, full) => {
    const { browser, path, world, request } = await opened();
    world.cases.get(request.id)!.inbox!['reply-1']!.kept.papers[0]!.name = name;
    const { headers } = await browser.raw(`${path}/papers/0`);
    const said = headers.get('content-disposition')!;
    expect(said).toContain(`filename="${plain}"`);
    expect(said).toContain(`filename*=UTF-8''${full}`);
    expect(headers.get('set-cookie') ?? '').not.toContain('x=1');
  });

  it('carries a warning where it is a program or an archive', async () => {
    const { browser, path } = await opened();
    const { html } = await browser.get(path);
    const rows = html.slice(html.indexOf('What is attached')).split('<tr').slice(2);
    expect(rows[1]).toContain('Open with care: nobody looked inside');
    expect(rows[2]).toContain('Do not open: it can run on your computer');
    for (const harmless of [rows[0], rows[3]]) expect(harmless).not.toMatch(/Open with care|Do not open/);
  });
});

describe('the files of a mail', () => {
  it('are named with the day until which they are kept, and without a link once they are erased', async () => {
    const { browser, path, world, request } = await opened();
    expect(wordsOf((await browser.get(path)).html)).toContain('Files are erased 30 days after they came');
    world.happen(request.id, { type: 'papers-erased', data: { mail: 'reply-1' } });
    const { html } = await browser.get(path);
    expect(wordsOf(html)).toContain('Erased on 20 November 2026');
    expect(html).toContain('rechnung.exe');
    expect(html).not.toMatch(/href="[^"]*\/(?:papers|raw)[/"]/);
  });
});

describe('mails that were set aside', () => {
  it('are listed with time, size and why they lie there, the newest first, in pages', async () => {
    const { browser } = await seat(['agent']);
    const { html } = await browser.get('/staff/mail');
    expect(html.indexOf('A virus was found in it')).toBeGreaterThan(0);
    expect(html.indexOf('A virus was found in it')).toBeLessThan(html.indexOf('A machine wrote it, and it asks for nothing'));
    expect(html.indexOf('ses-2')).toBeLessThan(html.indexOf('ses-1'));
    expect(wordsOf(html)).toContain('9.4 MB');
    expect(html).toContain('href="/staff/mail?after=ses-2"');
    const second = (await browser.get('/staff/mail?after=ses-2')).html;
    expect(wordsOf(second)).toContain('Not known');
    expect([second.includes('ses-3'), second.includes('ses-1"')]).toEqual([true, false]);
  });

  it('open as files, with the name of who opened them', async () => {
    const { browser, world } = await seat(['agent']);
    const response = await browser.raw('/staff/mail/ses-1');
    expect(await response.text()).toBe('Subject: chairs');
    expect(response.headers.get('content-disposition')).toContain('filename="ses-1.eml.txt"');
    expect(response.headers.get('content-type')).toBe('application/octet-stream');
    expect(world.calls).toEqual([{ name: 'aside', input: { messageId: 'ses-1', by: 'staff-agent' } }]);
    for (const wrong of ['ses-9', '..%2Fin%2Fx', 'a%20b']) expect((await browser.get(`/staff/mail/${wrong}`)).status).toBe(404);
  });

  it('that are larger than a function may answer come in parts that make the whole', async () => {
    const { browser, world } = await seat(['agent']);
    const whole = world.asides!.get('ses-2')!.raw.map((_, at) => at % 251);
    world.asides!.set('ses-2', { at: '2026-11-20T07:00:00Z', raw: whole });
    const { html } = await browser.get('/staff/mail/ses-2');
    expect(wordsOf(html)).toContain('copy /b part-1+part-2+part-3 whole');
    const parts = await Promise.all(
      [1, 2, 3].map(async (part) => Buffer.from(await (await browser.raw(`/staff/mail/ses-2?part=${part}`)).arrayBuffer())),
    );
    expect(Math.max(...parts.map(({ length }) => length))).toBeLessThan(4.5 * 1024 * 1024);
    expect(Buffer.concat(parts).equals(Buffer.from(whole))).toBe(true);
    expect(wordsOf((await browser.get('/staff/mail/ses-2?part=4')).html)).toContain('Part 3 of 3');
  });

  it('are put back by who finds a request in them, once', async () => {
    const { browser, world } = await seat(['reviewer']);
    await browser.get('/staff/mail');
    const page = await browser.post('/staff/mail/ses-1', {});
    expect(wordsOf(page.html)).toContain('Within the hour it is among the tasks');
    expect(page.html).not.toContain('ses-1');
    expect(wordsOf((await browser.post('/staff/mail/ses-1', {})).html)).toContain('This mail is not here any more');
    expect(world.calls.filter(({ name }) => name === 'putBack')).toHaveLength(2);
  });

  it('are nobody’s without a mailbox: no link leads to them, and there is no page', async () => {
    const { browser, world } = await seat(['agent']);
    delete (world.port as { aside?: unknown }).aside;
    expect((await browser.get('/staff')).html).not.toContain('/staff/mail');
    for (const path of ['/staff/mail', '/staff/mail/ses-1']) expect((await browser.get(path)).status).toBe(404);
    expect((await browser.post('/staff/mail/ses-1', {})).status).toBe(404);
  });

  it('are not for viewers', async () => {
    const { browser } = await seat(['viewer', 'admin']);
    expect((await browser.get('/staff')).html).not.toContain('href="/staff/mail"');
    expect((await browser.get('/staff/mail')).status).toBe(403);
  });
});
