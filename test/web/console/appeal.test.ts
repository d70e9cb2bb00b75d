/** Deciding an appeal: the first answer in view, the person's words on demand, and nobody looking at their own decision. */
import { describe, expect, it } from 'vitest';
import { addAppeal } from './appeal-case.ts';
import { seats, wordsOf } from './desk-fixture.ts';

const seat = seats();
const REASON = 'Das Konto gehörte Ihnen doch.';

describe('the page of an appeal', () => {
  it('shows the first answer with its grounds, who gave it, and on what the appeal rests', async () => {
    const { world, browser } = await seat(['reviewer']);
    const { original, path } = addAppeal(world);

    const page = await browser.get(path);
    const words = wordsOf(page.html);
    expect(page.html).toContain(`href="/staff/requests/${original.id}">${original.reference}</a>`);
    expect(words).toContain('First answer ' + original.reference);
    expect(words).toContain('Denied');
    expect(words).toContain('Refused Deletion');
    expect(words).toContain('Your request is repetitive. (Va. Code 59.1-577(B)(3))');
    expect(words).toContain('Asked eleven times');
    expect(words).toContain('Decided by somebody-else');
    expect(words).toContain('Rests on Va. Code 59.1-577(C)');
  });

  it('is where the task leads, from the task list, the request and the board', async () => {
    const { world, browser } = await seat(['reviewer']);
    const { original, appeal, path } = addAppeal(world);

    expect((await browser.get(path.replace(/\/appeal$/, ''))).path).toBe(path);
    expect(wordsOf((await browser.get('/staff/tasks')).html)).toContain('Decide the appeal');
    const request = await browser.get(`/staff/requests/${appeal.id}`);
    expect(wordsOf(request.html)).toContain(`Appeal of ${original.reference}`);
    expect(wordsOf(request.html)).toContain('Decide the appeal');
    expect(wordsOf((await browser.get(`/staff/requests/${original.id}`)).html)).toContain(`Appeals ${appeal.reference}`);
    const board = await browser.get('/staff?cursor=8');
    expect(wordsOf(board.html)).toContain(`Appeal Appeal of ${original.reference}`);
  });

  it('shows the words of the person once they are asked for, keeps what was typed, and records who looked', async () => {
    const { world, browser } = await seat(['reviewer']);
    const { path } = addAppeal(world);
    expect((await browser.get(path)).html).not.toContain('Only orders');

    const page = await browser.post(path, { step: 'words', decision: 'uphold', reason: REASON });

    expect(page.html).toContain('<blockquote class="letter" lang="de">Only orders &lt;b&gt;since&lt;/b&gt; 2024, please.</blockquote>');
    expect(page.html).toContain(REASON);
    expect(world.calls).toMatchObject([{ name: 'reveal' }]);
  });

  it('can be decided also when the record of the first answer is gone', async () => {
    const { world, browser } = await seat(['reviewer']);
    const { original, path } = addAppeal(world, { gone: true });
    const words = wordsOf((await browser.get(path)).html);
    expect(words).toContain(`First answer ${original.reference} Its record has been erased.`);
    expect(words).toContain('Decided by somebody-else');
  });
});

describe('the decision', () => {
  it('is shown as the person will read it before it is recorded', async () => {
    const { world, browser } = await seat(['reviewer']);
    const { path } = addAppeal(world);

    const check = await browser.post(path, { decision: 'grant', reason: REASON });
    expect(world.calls).toEqual([]);
    expect(wordsOf(check.html)).toContain('Granted: Deletion');
    expect(check.html).toContain(`<blockquote class="letter" lang="de">${REASON}</blockquote>`);

    const done = await browser.post(path, { decision: 'grant', granted: 'erasure', reason: REASON, step: 'confirm' });
    expect(done.path).toContain('?done=appeal-granted');
    expect(wordsOf(done.html)).toContain('The appeal is granted.');
    expect(world.calls).toMatchObject([{ name: 'decideAppeal', input: { granted: ['erasure'], reason: REASON } }]);
  });

  it('may grant a part', async () => {
    const { world, browser } = await seat(['reviewer']);
    const { path } = addAppeal(world, { refused: ['access', 'erasure'] });

    const check = await browser.post(path, { decision: 'grant', granted: 'access', reason: REASON });
    expect(wordsOf(check.html)).toContain('Granted: Copy of data. The answer stands: Deletion');
    await browser.post(path, { decision: 'grant', granted: 'access', reason: REASON, step: 'confirm' });
    expect(world.calls).toMatchObject([{ input: { granted: ['access'] } }]);
  });

  it('may be that the answer stands', async () => {
    const { world, browser } = await seat(['reviewer']);
    const { path } = addAppeal(world);
    const done = await browser.post(path, { decision: 'uphold', reason: REASON, step: 'confirm' });
    expect(done.path).toContain('?done=appeal-upheld');
    expect(world.calls).toMatchObject([{ input: { granted: [], reason: REASON } }]);
  });

  it.each<[string, Record<string, string>, string]>([
    ['nothing is chosen', { reason: REASON }, 'Choose what you decide'],
    ['there is no reason', { decision: 'uphold', reason: ' ' }, 'Give a reason'],
    ['nothing is granted by a grant', { decision: 'grant', reason: REASON }, 'Choose at least one right that is granted'],
  ])('is not taken where %s', async (_, fields, message) => {
    const { world, browser } = await seat(['reviewer']);
    const { path } = addAppeal(world, { refused: ['access', 'erasure'] });
    const page = await browser.post(path, { ...fields, step: 'confirm' });
    expect(page.status).toBe(400);
    expect(wordsOf(page.html)).toContain(message);
    expect(world.calls).toEqual([]);
  });

  it('is closed to whoever decided the first time: the page says so with the article, and the server refuses', async () => {
    const { world, browser } = await seat(['reviewer']);
    const { path } = addAppeal(world, { deciders: ['staff-reviewer'] });

    const page = await browser.get(path);
    expect(page.html).toMatch(/<button[^>]*disabled[^>]*aria-describedby="submit-reason"/);
    const why =
      'You decided against the person in the request this appeal is about. Somebody else looks at it again. (Va. Code 59.1-577(C))';
    expect(wordsOf(page.html)).toContain(why);
    const tried = await browser.post(path, { decision: 'uphold', reason: REASON, step: 'confirm' });
    expect(tried.status).toBe(409);
    expect(wordsOf(tried.html)).toContain(why);
    expect(world.calls).toEqual([]);
  });

  it('is closed to other roles, which may look', async () => {
    const { world, browser } = await seat(['agent']);
    const { path } = addAppeal(world);
    expect(wordsOf((await browser.get(path)).html)).toContain('Needs the role reviewer.');
    expect((await browser.post(path, { decision: 'uphold', reason: REASON, step: 'confirm' })).status).toBe(403);
  });

  it('is not asked for where the task is another one, or is done', async () => {
    const { world, cases, browser } = await seat(['reviewer']);
    const other = `/staff/requests/${cases.act.id}/tasks/${cases.act.tasks[0]!.taskId}/appeal`;
    expect((await browser.get(other)).status).toBe(409);
    const { path } = addAppeal(world);
    await browser.post(path, { decision: 'uphold', reason: REASON, step: 'confirm' });
    expect((await browser.get(path)).status).toBe(409);
  });

  it('is asked for in German', async () => {
    const { world, browser } = await seat(['reviewer']);
    const { path } = addAppeal(world, { deciders: ['law'] });
    const words = wordsOf((await browser.get(path, { 'accept-language': 'de' })).html);
    expect(words).toContain('Über den Einspruch');
    expect(words).toContain('Entschieden von den Regeln des Gesetzes, automatisch');
  });
});
