/** What staff do: tasks, reviews, late choices, identity, resume and withdraw, with everything that can be wrong about them. */
import { describe, expect, it } from 'vitest';
import type { Request } from '../../../lib/domain/request.ts';
import type { TaskKind } from '../../../lib/domain/request-events.ts';
import { seats, wordsOf } from './desk-fixture.ts';

const seat = seats();

function taskPath(request: Request, kind: TaskKind = 'system-failed'): string {
  const task = request.tasks.find((open) => open.kind === kind)!;
  return `/staff/requests/${request.id}/tasks/${task.taskId}`;
}

describe('a failed system', () => {
  it('is asked again at once', async () => {
    const { browser, cases, world } = await seat(['agent']);
    const page = await browser.post(taskPath(cases.failed), { outcome: 'retry' });
    expect(page.path).toBe(`/staff/requests/${cases.failed.id}?done=task-retry`);
    expect(wordsOf(page.html)).toContain('The system is being asked again.');
    expect(world.calls).toEqual([
      {
        name: 'completeTask',
        input: {
          id: cases.failed.id,
          taskId: cases.failed.tasks[0]!.taskId,
          outcome: 'retry',
          by: { sub: 'staff-agent', name: 'Ada Keller', roles: ['agent'] },
        },
      },
    ]);
  });

  it('is left out only after the words the person will read were shown and confirmed', async () => {
    const { browser, cases, world } = await seat(['agent']);
    const reason = 'Dieses System wurde <im Mai> abgeschaltet.\nEs enthält nichts mehr.';
    const check = await browser.post(taskPath(cases.failed), { outcome: 'skip', reason });
    expect(check.status).toBe(200);
    expect(world.calls).toEqual([]);
    expect(check.html).toContain(
      '<blockquote class="letter" lang="de">Dieses System wurde &lt;im Mai&gt; abgeschaltet.\nEs enthält nichts mehr.</blockquote>',
    );
    expect(wordsOf(check.html)).toContain('The person reads German.');
    await browser.post(taskPath(cases.failed), { outcome: 'skip', reason, step: 'confirm' });
    expect(world.calls).toMatchObject([{ name: 'completeTask', input: { outcome: 'skip', reason } }]);
  });

  it('gives the form back with the words typed when they are to be changed', async () => {
    const { browser, cases, world } = await seat(['agent']);
    const page = await browser.post(taskPath(cases.failed), { outcome: 'skip', reason: 'Nicht mehr in Betrieb', step: 'change' });
    expect(page.html).toContain('>Nicht mehr in Betrieb</textarea>');
    expect(page.html).toMatch(/value="skip" checked/);
    expect(world.calls).toEqual([]);
  });

  it('stays open at once, unless words for the person are to be shown first', async () => {
    const { browser, cases, world } = await seat(['agent']);
    const check = await browser.post(taskPath(cases.failed), { outcome: 'outstanding', reason: 'Kommt im Januar.' });
    expect(check.html).toContain('Kommt im Januar.</blockquote>');
    expect(world.calls).toEqual([]);
    await browser.post(taskPath(cases.failed), { outcome: 'outstanding' });
    expect(world.calls).toHaveLength(1);
  });

  it.each([
    [{}, 'Choose how it shall go on'],
    [{ outcome: 'explode' }, 'Choose how it shall go on'],
    [{ outcome: 'done' }, 'Choose how it shall go on'],
    [{ outcome: 'skip', reason: '  \n ' }, 'Give a reason'],
    [{ outcome: 'skip', reason: 'x'.repeat(1_001) }, 'Keep the reason under 1,000 characters'],
    [{ outcome: 'skip', step: 'confirm' }, 'Give a reason'],
  ])('is not decided by %j', async (fields, message) => {
    const { browser, cases, world } = await seat(['agent']);
    const page = await browser.post(taskPath(cases.failed), fields as Record<string, string>);
    expect(page.status).toBe(400);
    expect(page.html).toContain('<title>Error: ');
    expect(wordsOf(page.html)).toContain(`There is a problem ${message}`);
    expect(world.calls).toEqual([]);
  });

  it('takes a double click as one', async () => {
    const { browser, cases, world } = await seat(['agent']);
    await browser.post(taskPath(cases.failed), { outcome: 'outstanding' });
    const again = await browser.post(taskPath(cases.failed), { outcome: 'outstanding' });
    expect(again.path).toContain('?done=task-outstanding');
    expect(world.calls).toHaveLength(1);
  });

  it('tells whoever comes second that it is done, and does nothing', async () => {
    const { browser, cases, world } = await seat(['agent']);
    await browser.get(taskPath(cases.failed));
    const { taskId } = cases.failed.tasks[0]!;
    world.happen(cases.failed.id, { type: 'task-done', data: { taskId, by: 'somebody-else', outcome: 'retry' } });
    const page = await browser.post(taskPath(cases.failed), { outcome: 'retry' });
    expect(page.status).toBe(409);
    expect(wordsOf(page.html)).toContain('already done');
    expect((await browser.get(taskPath(cases.failed))).status).toBe(409);
    expect(world.calls).toEqual([]);
  });

  it('shows why the port refused, in words', async () => {
    const { browser, cases, world } = await seat(['agent']);
    world.port.completeTask = () => Promise.resolve({ ok: false, reason: 'already-done' });
    expect(wordsOf((await browser.post(taskPath(cases.failed), { outcome: 'retry' })).html)).toContain('Somebody has done it already.');
    world.port.completeTask = () => Promise.resolve({ ok: false, reason: 'ConditionalCheckFailed' });
    const page = await browser.post(taskPath(cases.failed), { outcome: 'retry' });
    expect(page.status).toBe(409);
    expect(wordsOf(page.html)).toContain('The request has changed since you opened the page.');
  });

  it('can be looked at, not decided, by a viewer', async () => {
    const { browser, cases } = await seat(['viewer']);
    const { html } = await browser.get(taskPath(cases.failed));
    expect(html).toMatch(/disabled aria-describedby="submit-reason">Continue<\/button><span[^>]*>Needs the role agent\./);
  });
});

describe('other tasks', () => {
  it('by hand: done at once, refused only with a reason that was shown', async () => {
    const { browser, cases, world } = await seat(['agent']);
    expect((await browser.post(taskPath(cases.act, 'act'), { outcome: 'refused' })).status).toBe(400);
    const check = await browser.post(taskPath(cases.act, 'act'), { outcome: 'refused', reason: 'The address is right as it is.' });
    expect(wordsOf(check.html)).toContain('In the answer and on the status page: The address is right as it is.');
    expect(world.calls).toEqual([]);
    expect((await browser.post(taskPath(cases.act, 'act'), { outcome: 'done' })).path).toContain('?done=task-done');
  });

  it('a mail: the person was reached another way, and how', async () => {
    const { browser, cases, world } = await seat(['agent']);
    expect((await browser.post(taskPath(cases.mail, 'mail-failed'), { outcome: 'done' })).status).toBe(400);
    await browser.post(taskPath(cases.mail, 'mail-failed'), { outcome: 'done', reason: 'Letter sent on 20 November' });
    expect(world.calls).toMatchObject([{ input: { outcome: 'done', reason: 'Letter sent on 20 November' } }]);
  });

  it('lead to the page that decides them', async () => {
    const { browser, cases } = await seat(['reviewer']);
    expect((await browser.get(taskPath(cases.review, 'review'))).path).toMatch(/\/review$/);
    expect((await browser.get(taskPath(cases.late, 'late-choice'))).path).toBe(`/staff/requests/${cases.late.id}/late`);
  });

  it('of a kind decided elsewhere cannot be completed by a forged post', async () => {
    const { browser, cases, world } = await seat(['agent']);
    for (const outcome of ['done', 'skip', 'retry']) {
      expect((await browser.post(taskPath(cases.review, 'review'), { outcome, reason: 'x' })).status).toBe(400);
    }
    expect(world.calls).toEqual([]);
  });
});

describe('a review', () => {
  it('shows what was held back, escaped, with samples', async () => {
    const { browser, cases } = await seat(['reviewer']);
    const { html } = await browser.get(`${taskPath(cases.review, 'review')}/review`);
    expect(wordsOf(html)).toContain('Release “author” Shop · messages · 12 rows held back Samples Jon Fischer');
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(html).toMatch(/<label for="release-2">Release “colleague”/);
  });

  it('shows no sample to an agent', async () => {
    const { browser, cases, world } = await seat(['agent']);
    const page = await browser.get(taskPath(cases.review, 'review'));
    expect(page.status).toBe(403);
    expect(page.html).not.toContain('Jon Fischer');
    expect(world.calls).toEqual([]);
  });

  it('releases what is ticked and nothing else', async () => {
    const { browser, cases, world } = await seat(['reviewer']);
    const page = await browser.post(`${taskPath(cases.review, 'review')}/review`, { release: ['crm/notes/colleague'] });
    expect(page.path).toContain('?done=reviewed');
    expect(world.calls.at(-1)).toMatchObject({
      name: 'decideReview',
      input: { released: ['crm/notes/colleague'], by: { sub: 'staff-reviewer' } },
    });
  });

  it('may release nothing', async () => {
    const { browser, cases, world } = await seat(['reviewer']);
    await browser.post(`${taskPath(cases.review, 'review')}/review`, {});
    expect(world.calls.at(-1)).toMatchObject({ name: 'decideReview', input: { released: [] } });
  });

  it('does not release a column that is not held back', async () => {
    const { browser, cases, world } = await seat(['reviewer']);
    const page = await browser.post(`${taskPath(cases.review, 'review')}/review`, {
      release: ['crm/notes/colleague', 'shop/customers/password'],
    });
    expect(page.status).toBe(400);
    expect(page.html).toContain('One of the columns is not held back here.');
    expect(page.html).toMatch(/value="crm\/notes\/colleague" checked/);
    expect(world.calls.some(({ name }) => name === 'decideReview')).toBe(false);
  });

  it('is no way to end another kind of task', async () => {
    const { browser, cases, world } = await seat(['reviewer']);
    expect((await browser.post(`${taskPath(cases.failed)}/review`, {})).status).toBe(409);
    expect(world.calls).toEqual([]);
  });
});

describe('the choice for late systems', () => {
  const path = (request: Request): string => `/staff/requests/${request.id}/late`;

  it('names the late systems and offers what the law allows', async () => {
    const { browser, cases } = await seat(['reviewer']);
    const words = wordsOf((await browser.get(path(cases.late))).html);
    expect(words).toContain('these systems have not answered: Customer care.');
    expect(words).toContain('Answer in part now');
    expect(words).toContain('would then be due on 2 February 2027 (GDPR Art. 12(3)).');
  });

  it('answers in part at once', async () => {
    const { browser, cases, world } = await seat(['reviewer']);
    expect((await browser.post(path(cases.late), { choice: 'interim', ground: 'complexity' })).path).toContain('?done=interim');
    expect(world.calls).toMatchObject([{ name: 'chooseLate', input: { choice: 'interim' } }]);
    expect(world.calls[0]!.input).not.toHaveProperty('ground');
  });

  it('shows words for an interim answer before they are sent', async () => {
    const { browser, cases, world } = await seat(['reviewer']);
    const check = await browser.post(path(cases.late), { choice: 'interim', reason: 'The archive follows.' });
    expect(check.html).toContain('The archive follows.</blockquote>');
    expect(world.calls).toEqual([]);
  });

  it('extends on a ground of the law, with a reason that was shown first', async () => {
    const { browser, cases, world } = await seat(['reviewer']);
    const fields = { choice: 'extend', ground: 'complexity', reason: 'Nine systems must be searched by hand.' };
    const check = await browser.post(path(cases.late), fields);
    expect(wordsOf(check.html)).toContain('Nine systems must be searched by hand.');
    expect(world.calls).toEqual([]);
    const page = await browser.post(path(cases.late), { ...fields, step: 'confirm' });
    expect(world.calls).toMatchObject([
      { input: { choice: 'extend', ground: 'complexity', reason: 'Nine systems must be searched by hand.' } },
    ]);
    expect(wordsOf(page.html)).toContain('Extended once');
  });

  it.each([
    [{}, 'Choose what the person receives'],
    [{ choice: 'wait' }, 'Choose what the person receives'],
    [{ choice: 'extend', reason: 'Busy' }, 'Choose a ground the law knows'],
    [{ choice: 'extend', ground: 'holidays', reason: 'Busy', step: 'confirm' }, 'Choose a ground the law knows'],
    [{ choice: 'extend', ground: 'complexity' }, 'Give a reason'],
    [{ choice: 'refuse-part', step: 'confirm' }, 'Give a reason'],
  ])('is not made by %j', async (fields, message) => {
    const { browser, cases, world } = await seat(['reviewer']);
    const page = await browser.post(path(cases.late), fields as Record<string, string>);
    expect(page.status).toBe(400);
    expect(wordsOf(page.html)).toContain(message);
    expect(world.calls).toEqual([]);
  });

  it('offers no second extension and refuses one that is posted', async () => {
    const { browser, cases, world } = await seat(['reviewer']);
    world.happen(cases.late.id, {
      type: 'extended',
      data: { by: 'x', ground: 'complexity', reason: 'x', dueOn: '2027-02-02', tooLateAt: '2027-02-02T23:00:00Z' },
    });
    expect((await browser.get(path(cases.late))).html).not.toContain('value="extend"');
    const page = await browser.post(path(cases.late), { choice: 'extend', ground: 'complexity', reason: 'More', step: 'confirm' });
    expect(page.status).toBe(400);
    expect(world.calls).toEqual([]);
    expect(wordsOf((await browser.get(`/staff/requests/${cases.late.id}`)).html)).toContain('the law allows no second time');
  });

  it('offers no extension once it is too late to tell the person', async () => {
    const { browser, cases, world } = await seat(['reviewer']);
    const words = wordsOf((await browser.get(`/staff/requests/${cases.parked.id}`)).html);
    expect(words).toContain('The person had to be told of an extension by 18 November 2026.');
    const page = await browser.post(path(cases.parked), { choice: 'extend', ground: 'complexity', reason: 'More', step: 'confirm' });
    expect(page.status).toBe(409);
    expect(world.calls).toEqual([]);
  });

  it('knows no extension for a Californian opt-out', async () => {
    const { browser, cases } = await seat(['reviewer']);
    expect((await browser.get(path(cases.californian))).status).toBe(409);
    expect(wordsOf((await browser.get(`/staff/requests/${cases.californian.id}`)).html)).toContain(
      'The law of this request knows no extension.',
    );
  });
});

describe('plain acts', () => {
  it('confirm an identity with how', async () => {
    const { browser, cases, world } = await seat(['agent']);
    const path = `/staff/requests/${cases.waiting.id}/identity`;
    expect((await browser.post(path, { reason: '' })).status).toBe(400);
    expect((await browser.post(path, { reason: 'Called back' })).path).toContain('?done=identity');
    expect(world.calls).toMatchObject([{ name: 'confirmIdentity', input: { reason: 'Called back' } }]);
    const again = await browser.post(path, { reason: 'Called back' });
    expect(again.status).toBe(409);
    expect(world.calls).toHaveLength(1);
  });

  it('resume what was stopped, and nothing else', async () => {
    const { browser, cases, world } = await seat(['admin']);
    expect(wordsOf((await browser.get(`/staff/requests/${cases.parked.id}/resume`)).html)).toContain('It stopped at “Package”');
    expect((await browser.post(`/staff/requests/${cases.parked.id}/resume`, {})).path).toContain('?done=resumed');
    expect((await browser.post(`/staff/requests/${cases.parked.id}/resume`, {})).status).toBe(409);
    expect((await browser.get(`/staff/requests/${cases.failed.id}/resume`)).status).toBe(409);
    expect(world.calls).toHaveLength(1);
  });

  it('withdraw after a warning, once', async () => {
    const { browser, cases, world } = await seat(['agent']);
    const path = `/staff/requests/${cases.mail.id}/withdraw`;
    expect(wordsOf((await browser.get(path)).html)).toContain('This cannot be undone.');
    expect((await browser.post(path, {})).path).toContain('?done=withdrawn');
    expect((await browser.post(path, {})).status).toBe(409);
    expect(world.calls).toHaveLength(1);
  });

  it('are refused on a request that is not there', async () => {
    const { browser } = await seat(['agent', 'admin']);
    for (const act of ['identity', 'resume', 'withdraw']) {
      expect((await browser.post(`/staff/requests/req_01890000-0000-7000-8000-000000000000/${act}`, {})).status).toBe(404);
    }
  });
});
