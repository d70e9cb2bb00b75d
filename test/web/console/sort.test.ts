/** A letter on the staff pages: what it says with its passages marked, what to beware of, and what a person makes of it. */
import { describe, expect, it } from 'vitest';
import type { Request } from '../../../lib/domain/request.ts';
import { type Seat, seats, wordsOf } from './desk-fixture.ts';
import { addLetter, mailOf, SUBJECT, TEXT } from './letter-cases.ts';

const seat = seats();

const pathOf = (request: Request): string => `/staff/requests/${request.id}/tasks/${request.tasks[0]!.taskId}/letter`;

async function open(more: Parameters<typeof mailOf>[0] = {}, facts: Parameters<typeof addLetter>[2] = {}) {
  const seated = await seat(['agent']);
  const request = addLetter(seated.world, mailOf(more), facts);
  const path = pathOf(request);
  const page = await seated.browser.get(path);
  return { ...seated, request, path, page, words: wordsOf(page.html) };
}

/** The marks of a page: text, and what each says. */
const marksIn = (html: string) =>
  [...html.matchAll(/<mark>(.*?)<span class="mark-note"> \[(.*?)\]<\/span><\/mark>/gs)].map(([, text, says]) => [text, says]);

const changes = ({ world }: Seat) => world.calls.filter(({ name }) => name !== 'mail');

describe('the letter', () => {
  it('is shown with the passages marked where they stand, each with what it says', async () => {
    const { page } = await open();
    expect(marksIn(page.html)).toEqual([
      ['Auskunft', 'Copy of data'],
      ['Art. 15', 'Copy of data'],
      ['Auskunft über alle Daten, die Sie über mich gespeichert', 'Copy of data'],
      ['Löschen Sie bitte außerdem alle meine Daten', 'Deletion'],
    ]);
  });

  it('is text and nothing else: no markup, no links, nothing lost', async () => {
    const { page } = await open();
    const letter = /<blockquote class="letter"[^>]*>(.*?)<\/blockquote>/s.exec(page.html)![1]!;
    const plain = letter.replaceAll(/<span class="mark-note">.*?<\/span>/gs, '').replaceAll(/<\/?(?:mark|strong)>/g, '');
    const escaped = (text: string): string =>
      text.replaceAll(/[&<>"']/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[c]!);
    expect(plain).toBe(`${escaped(SUBJECT)}\n\n${escaped(TEXT)}`);
    expect(page.html).not.toMatch(/<a[^>]*mara\.example/);
    expect(page.html).toContain('Mara &lt;b&gt;Winter&lt;/b&gt;');
    expect(page.html).toContain('<blockquote class="letter" lang="de">');
  });

  it('has passages that overlap as one mark that says both', async () => {
    const passages = [
      { from: 0, to: 8, rule: 'words:de:access', right: 'access' as const },
      { from: 4, to: 12, rule: 'words:de:erasure', right: 'erasure' as const },
      { from: 20, to: 24, rule: 'words:de:agent' },
      { from: 29, to: 999, rule: 'words:de:follow-up', right: 'follow-up' as const },
    ];
    const understood = { ...mailOf({}).kept.understood!, passages };
    const { page } = await open({ subject: 'One two three', text: 'four five six seven', understood });
    expect(marksIn(page.html)).toEqual([
      ['One two thre', 'Copy of data, Deletion'],
      ['five', 'writes for somebody else'],
      ['seven', 'asks about an earlier request'],
    ]);
  });

  it('says who wrote, when it came, by when it must be answered and why, and warns of an address nobody vouches for', async () => {
    const { words } = await open();
    expect(words).toContain('Nobody vouches for this address');
    expect(words).toContain('mara.winter@mail.example The domain does not vouch for the address.');
    expect(words).toMatch(/Arrived 18 November 2026/);
    expect(words).toMatch(/Due .*November 2026|Due .*December 2026/);
    expect(words).toContain('so the shortest time of all counts');
  });

  it('does not warn of an address that its domain vouches for', async () => {
    const { words } = await open({}, { authenticated: true });
    expect(words).not.toContain('Nobody vouches');
    expect(words).toContain('The domain vouches for the address.');
  });

  it('tells what the rules made of it and why a person is asked', async () => {
    const understood = { ...mailOf({}).kept.understood!, needsPerson: true, onBehalf: { relation: 'heir' as const } };
    const { words } = await open({ understood }, { mute: true });
    expect(words).toContain('They found A request: Copy of data + Deletion');
    expect(words).toContain('Language German');
    expect(words).toContain('How sure they are Not sure enough to go on without you');
    expect(words).toContain('The rules are not sure enough. A machine sent it');
    expect(words).toContain('It seems to be about somebody who has died.');
    expect(words).toContain('Nobody has been told that it came');
  });

  it('tells what it says of the person, and what is ticked', async () => {
    const { words } = await open({ text: 'Auskunft, bitte.\nKundennummer: 4711\nE-Mail: mara@home.example' });
    expect(words).toContain('What it tells of the person Customer number: 4711 E-mail address: mara@home.example');
    expect(words).toContain('What the rules found is ticked; the passages are marked in the letter.');
    expect((await open({ text: 'Hello.', subject: 'Hello' })).words).not.toContain('passages are marked');
  });

  it('keeps the bracket of what it cites within the mark', async () => {
    const { page } = await open({ subject: 'Access', text: 'Under Article 15(3) GDPR I ask for a copy.' });
    expect(marksIn(page.html)).toContainEqual(['Article 15(3)', 'Copy of data']);
  });

  it('is sorted on a page to which its mail and its request lead; other acts wait for that', async () => {
    const { browser, request, path } = await open();
    const mail = await browser.get(`/staff/requests/${request.id}/mails/letter-1`);
    expect(wordsOf(mail.html)).toContain('Nobody has said yet what this letter asks for. Read a letter and sort it');
    expect(mail.html).toContain(`<a href="${path}">`);
    const words = wordsOf((await browser.get(`/staff/requests/${request.id}`)).html);
    expect(words).toContain('The letter has to be read and sorted first.');
    expect(words).not.toContain('answered or refused already');
  });

  it('that could not be read says why, and is there as it came', async () => {
    const { words, page, browser, request } = await open({ unreadable: 'too-many-parts', subject: '', text: '', from: undefined as never });
    expect(words).toContain('This mail could not be read It is made of too many parts.');
    expect(words).not.toContain('Nobody vouches');
    const raw = `/staff/requests/${request.id}/mails/letter-1/raw`;
    expect(page.html).toContain(`href="${raw}"`);
    const { headers } = await browser.get(raw);
    expect(headers.get('content-disposition')).toContain(`filename="${request.reference}-letter-1.eml"`);
  });

  it('is recorded as a look at personal details', async () => {
    const { world, request } = await open();
    expect(world.calls).toEqual([{ name: 'mail', input: { id: request.id, mail: 'letter-1', by: 'staff-agent' } }]);
  });

  it('is opened from its task, and no other task opens as a letter', async () => {
    const { browser, request, path, cases } = await open();
    const { taskId } = request.tasks[0]!;
    expect((await browser.get(`/staff/requests/${request.id}/tasks/${taskId}`)).path).toBe(path);
    expect((await browser.get('/staff/tasks')).html).toContain(`href="${path}"`);
    expect((await browser.get(`/staff/requests/${cases.failed.id}/tasks/${cases.failed.tasks[0]!.taskId}/letter`)).status).toBe(404);
  });

  it('is not read by whoever may not see personal details', async () => {
    const { world, browser } = await seat(['viewer', 'admin']);
    const request = addLetter(world, mailOf({}));
    expect((await browser.get(pathOf(request))).status).toBe(403);
    expect((await browser.post(pathOf(request), { right: 'access' })).status).toBe(403);
    expect((await browser.post(`${pathOf(request)}/dismiss`, { reason: 'x' })).status).toBe(403);
    expect(world.calls).toEqual([]);
  });
});

describe('the board', () => {
  it('says of a letter that it has not been read yet, and leads to it', async () => {
    const { browser, request } = await open();
    const board = wordsOf((await browser.get('/staff?law=eu-gdpr')).html) + wordsOf((await browser.get('/staff?cursor=8')).html);
    expect(`${board}${wordsOf((await browser.get('/staff?cursor=4')).html)}`).toContain('not read yet');
    const { html } = await browser.get(`/staff/requests/${request.id}`);
    expect(html).toContain(`<a href="${pathOf(request)}">Read a letter and sort it</a>`);
    expect(wordsOf(html)).toContain('Asked for not read yet');
  });
});

describe('what it asks for', () => {
  it('is proposed as the rules found it', async () => {
    const { page } = await open();
    expect([...page.html.matchAll(/name="right" type="checkbox" value="([\w-]+)" checked/g)].map(([, right]) => right)).toEqual([
      'access',
      'erasure',
    ]);
    expect(page.html).toContain('<option value="eu-gdpr" selected>');
    expect(page.html.match(/name="right"/g)).toHaveLength(14);
  });

  it('is what the person says, and the request goes on', async () => {
    const { browser, world, path, request, ...rest } = await open();
    const fields = { right: ['erasure', 'objection', 'nonsense'], residence: 'US-CA', cited: 'us-ca-ccpa', onBehalf: 'yes' };
    const page = await browser.post(path, fields);
    expect(page.path).toBe(`/staff/requests/${request.id}?done=sorted`);
    expect(wordsOf(page.html)).toContain('The letter is sorted.');
    expect(wordsOf(page.html)).toContain('Asked for Deletion + Objection');
    expect(changes({ world, browser, ...rest })).toMatchObject([
      {
        name: 'sortLetter',
        input: { rights: ['erasure', 'objection'], residence: 'US-CA', cited: 'us-ca-ccpa', onBehalf: true, by: { sub: 'staff-agent' } },
      },
    ]);
    expect((await browser.post(path, fields)).status).toBe(409);
  });

  it('leaves a word about who writes for somebody else, until the identity is confirmed', async () => {
    const { browser, world, request } = await open();
    const by = 'staff-agent';
    const sorted = { by, rights: ['access' as const], law: 'eu-gdpr', laws: ['eu-gdpr'] };
    const said = async (): Promise<boolean> =>
      wordsOf((await browser.get(`/staff/requests/${request.id}`)).html).includes('See whether they may before you confirm');
    world.happen(request.id, { type: 'sorted', data: { ...sorted, onBehalf: true } });
    expect(await said()).toBe(true);
    world.happen(request.id, { type: 'sorted', data: sorted });
    expect(await said()).toBe(false);
  });

  it('leaves out what was not said', async () => {
    const { browser, world, path, request } = await open();
    await browser.post(path, { right: 'access', residence: '', cited: 'br-lgpd' });
    const { input } = world.calls.find(({ name }) => name === 'sortLetter')!;
    expect(input).toEqual({ id: request.id, by: expect.objectContaining({ sub: 'staff-agent' }) as unknown, rights: ['access'] });
  });

  it('must be something: the letter stays where it is, with what was chosen', async () => {
    const { browser, path, world, ...rest } = await open();
    const page = await browser.post(path, { residence: 'FR', onBehalf: 'yes' });
    expect(page.status).toBe(400);
    expect(page.html).toContain('<title>Error: ');
    expect(page.html).toContain('href="#right"');
    expect(wordsOf(page.html)).toContain('Choose at least one right');
    expect(page.html).toContain('<option value="FR" selected>');
    expect(page.html).toMatch(/name="onBehalf" type="checkbox" value="yes" checked/);
    expect(changes({ world, browser, ...rest })).toEqual([]);
  });
});

describe('a letter that asks for nothing', () => {
  it('is closed with a reason for the record', async () => {
    const { browser, path, world, request } = await open();
    const without = await browser.post(`${path}/dismiss`, { reason: ' ' });
    expect([without.status, wordsOf(without.html).includes('Give a reason')]).toEqual([400, true]);
    const page = await browser.post(`${path}/dismiss`, { reason: 'Advertisement.' });
    expect(page.path).toBe(`/staff/requests/${request.id}?done=dismissed`);
    for (const said of ['Not a request', 'Nothing is left to do', 'Asked for Nothing']) expect(wordsOf(page.html)).toContain(said);
    expect(world.calls.at(-1)).toMatchObject({ name: 'dismissLetter', input: { id: request.id, reason: 'Advertisement.' } });
  });
});
