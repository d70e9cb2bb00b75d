/** One request as staff see it: what is next, why the date, what may be done and why not, and who the person is on demand. */
import { describe, expect, it } from 'vitest';
import { markOf } from '../../../lib/web/console/progress-table.ts';
import { seats, wordsOf } from './desk-fixture.ts';
import type { Happened } from './world.ts';

const seat = seats();
const at = '2026-11-20T08:00:00Z';

describe('a request', () => {
  it('says on top what to do next', async () => {
    const { browser, cases } = await seat(['agent']);
    const next = async (id: string): Promise<string> => wordsOf((await browser.get(`/staff/requests/${id}`)).html).slice(0, 260);
    expect(await next(cases.failed.id)).toContain('Next A system failed: Customer care The system did not accept our credentials');
    expect(await next(cases.parked.id)).toContain('It stopped at “Package”: Something happened that should not be possible.');
    expect(await next(cases.waiting.id)).toContain('the person has been asked to confirm');
    expect(await next(cases.closed.id)).toContain('Nothing is left to do');
  });

  it('explains its date step by step', async () => {
    const { browser, cases } = await seat(['viewer']);
    const words = wordsOf((await browser.get(`/staff/requests/${cases.failed.id}`)).html);
    expect(words).toContain('Friday, 20 November 2026 due today');
    expect(words).toContain('Counted from receipt on 20 October 2026 under GDPR Art. 12(3).');
    expect(words).toContain('Counting 1 month from there gives Friday, 20 November 2026 (GDPR Art. 12(3); Reg. 1182/71 Art. 3(2)(c)).');
  });

  it('shows every other date of its clock with the count behind it', async () => {
    const { browser, cases } = await seat(['viewer']);
    const words = wordsOf((await browser.get(`/staff/requests/${cases.failed.id}`)).html);
    const all = words.slice(words.indexOf('All dates'));
    expect(all).toContain('GDPR: Copy of data + Deletion Give notice of an extension Friday, 20 November 2026');
    expect(all).toContain('Answer, if extended Wednesday, 20 January 2027');
    expect(all).toContain('Counting 1 month and another 2 months from there gives');
    expect(all).toContain('Refuse Friday, 20 November 2026');
  });

  it('names the other laws that apply, the strictest leading, and marks figures that are to be confirmed', async () => {
    const { browser, world } = await seat(['viewer'], { empty: true });
    const laws = ['us-va', 'eu-gdpr', 'br-lgpd', 'jp-appi'];
    const request = world.add({ dueOn: '2026-12-04', received: { laws, receivedAt: '2026-11-19T10:00:00Z' } });
    const words = wordsOf((await browser.get(`/staff/requests/${request.id}`)).html);
    expect(words).toContain(
      'Due Friday, 4 December 2026 14 days left to be confirmed Counted from receipt on 19 November 2026 under LGPD Art. 19, II.',
    );
    const [eu, va] = [
      words.indexOf('GDPR: Copy of data Answer Monday, 21 December 2026'),
      words.indexOf('Virginia CDPA: Copy of data Answer'),
    ];
    expect(eu).toBeGreaterThan(0);
    expect(va).toBeGreaterThan(eu);
    expect(words.slice(va)).toMatch(/^Virginia CDPA: Copy of data Answer Sunday, 3 January 2027 to be confirmed/);
  });

  it('shows that the time stands still, not a date, while a question is open', async () => {
    const { browser, world } = await seat(['viewer'], { empty: true });
    const asked: Happened = {
      type: 'asked',
      data: { number: 1, about: 'identity', sealed: 'SEALED', by: 'anna', mailId: 'asked#1' },
      hoursAgo: 24,
    };
    const request = world.add({ dueOn: '2026-12-10', received: { receivedAt: '2026-11-10T10:00:00Z' }, since: [asked] });
    const words = wordsOf((await browser.get(`/staff/requests/${request.id}`)).html);
    expect(words).toContain(
      'Due paused, 22 days left to be confirmed Paused since 19 November 2026, 22 days left: we are waiting for you to confirm who you are (GDPR Art. 12(6); EDPB 01/2022 para 159).',
    );
    expect(words).not.toContain('10 December 2026 20 days left');
    expect(wordsOf((await browser.get('/staff')).html)).toContain('Waiting for the person 1');
    expect(wordsOf((await browser.get('/staff')).html)).toContain('paused, 22 days left');
    expect(await (await browser.raw('/staff/requests.csv')).text()).toContain(`${request.reference},,22,waiting,`);
  });

  it('disables what cannot be done and says why, hiding nothing', async () => {
    const { browser, cases } = await seat(['agent']);
    const { html } = await browser.get(`/staff/requests/${cases.failed.id}`);
    const acts = /<ul class="acts">([\s\S]*?)<\/ul>/.exec(html)![1]!;
    expect(acts.match(/<li>/g)).toHaveLength(10);
    expect(acts).toMatch(
      /disabled aria-describedby="act-resume-reason">Resume<\/button><span[^>]*>The request is running; there is nothing to resume\./,
    );
    expect(acts).toMatch(/aria-describedby="act-extend-reason">Extend the time<\/button><span[^>]*>Needs the role reviewer\./);
    expect(acts).toMatch(/<a [^>]*href="[^"]+\/withdraw">Withdraw/);
  });

  it('shows each system with phases, attempts and the fault in words', async () => {
    const { browser, cases } = await seat(['viewer']);
    const words = wordsOf((await browser.get(`/staff/requests/${cases.failed.id}`)).html);
    expect(words).toContain('Shop Copy done done – not needed – not needed 1 exported 214 rows found');
    expect(words).toContain('Customer care Copy failed not yet');
    expect(words).toContain('5 The system did not accept our credentials system-credentials');
  });

  it('lists the mails with the one that is not sent yet', async () => {
    const { browser, cases } = await seat(['viewer']);
    const words = wordsOf((await browser.get(`/staff/requests/${cases.failed.id}`)).html);
    expect(words).toContain('2 November 2026, 10:31 out Confirm your address Not sent yet');
  });

  it('tells what happened as an ordered list, newest first', async () => {
    const { browser, cases } = await seat(['viewer']);
    const { html } = await browser.get(`/staff/requests/${cases.late.id}`);
    const list = /<ol class="timeline">([\s\S]*?)<\/ol>/.exec(html)![1]!;
    expect(list.indexOf('Asked staff to choose')).toBeLessThan(list.indexOf('Request received'));
    expect(list.match(/<time datetime="/g)).toHaveLength(list.match(/<li/g)!.length);
  });

  it('shows the result of an act once, and nothing for a result it does not know', async () => {
    const { browser, cases } = await seat(['viewer']);
    expect((await browser.get(`/staff/requests/${cases.failed.id}?done=withdrawn`)).html).toContain('The request is withdrawn.');
    expect((await browser.get(`/staff/requests/${cases.failed.id}?done=constructor`)).html).not.toContain('banner-success');
  });
});

describe('the person', () => {
  it('stays hidden until asked for, and the asking is recorded', async () => {
    const { browser, cases, world } = await seat(['agent']);
    const path = `/staff/requests/${cases.failed.id}`;
    expect((await browser.get(path)).html).not.toContain('Mara');
    expect(world.calls).toEqual([]);
    const shown = await browser.post(`${path}/person`, {});
    expect(wordsOf(shown.html)).toContain('E-mail mara.winter@mail.example Name Mara Winter Customer number C-1042');
    expect(shown.html).toContain('Only orders &lt;b&gt;since&lt;/b&gt; 2024');
    expect(world.calls).toEqual([{ name: 'reveal', input: { id: cases.failed.id, by: 'staff-agent' } }]);
    expect((await browser.get(path)).html).not.toContain('Mara');
  });

  it('is nowhere in the events', async () => {
    const { browser, cases } = await seat(['viewer']);
    const response = await browser.raw(`/staff/requests/${cases.failed.id}/events.json`);
    const text = await response.text();
    expect(response.headers.get('content-type')).toContain('application/json');
    expect(JSON.parse(text)).toHaveLength(7);
    expect(text).not.toContain('SEALED');
    expect(text).not.toContain('Mara');
  });

  it('cannot be shown once purged', async () => {
    const { browser, cases, world } = await seat(['agent']);
    world.happen(cases.closed.id, { type: 'purged', data: { purgedAt: at, irrecoverableFrom: at } });
    const { html } = await browser.get(`/staff/requests/${cases.closed.id}`);
    expect(html).toMatch(/disabled aria-describedby="show-person-reason"/);
    expect(wordsOf(html)).toContain('The personal details have been purged.');
  });
});

describe('where a system stands in a phase', () => {
  const base = { system: 'shop', attempts: 1, at };

  it('is done before, at it now, not yet after', () => {
    const progress = { ...base, pass: 'erase', phase: 'erase' } as const;
    expect(['find', 'export', 'erase', 'verify'].map((phase) => markOf(progress, phase as 'find'))).toEqual([
      'done',
      'none',
      'now',
      'next',
    ]);
  });

  it('failed where the last fault is', () => {
    expect(markOf({ ...base, pass: 'erase', phase: 'verify', lastError: 'system-nonsense' }, 'verify')).toBe('failed');
  });

  it('needs no more phases when nothing was found or it was left out', () => {
    expect(markOf({ ...base, pass: 'erase', phase: 'done', outcome: 'not-found' }, 'find')).toBe('done');
    expect(markOf({ ...base, pass: 'erase', phase: 'done', outcome: 'not-found' }, 'verify')).toBe('none');
    expect(markOf({ ...base, pass: 'erase', phase: 'done', outcome: 'deleted' }, 'verify')).toBe('done');
  });
});
