/** answer-question: what waits while a question is open, and who ends it. */
import { describe, expect, it } from 'vitest';
import { answerQuestion, type Answer } from '../../lib/steps/answer-question.ts';
import { awaitAnswer } from '../../lib/steps/await-answer.ts';
import { completeTask } from '../../lib/steps/complete-task.ts';
import { decideReview } from '../../lib/steps/decide-review.ts';
import { handToPerson } from '../../lib/steps/hand-to-person.ts';
import { planSystems } from '../../lib/steps/plan-systems.ts';
import { openWords } from '../../lib/steps/question-words.ts';
import { reviewAndRedact } from '../../lib/steps/review-and-redact.ts';
import { sweep } from '../../lib/steps/sweep.ts';
import { withdrawRequest } from '../../lib/steps/withdraw-request.ts';
import { atEveryEffect, runWaves, submit, untilItWaits, untilPlanned } from '../walk.ts';
import { HOUR } from '../world.ts';
import { answer, ask, asked, caseOf, load, moveTo, openTask, planned, toldTo, typesOf, world } from './question-world.ts';

describe('while a question is open', () => {
  it('nothing is collected or erased, from the moment it is written until staff have read the answer', async () => {
    const request = await planned({ rights: ['access', 'erasure'] });
    await ask(request.id);
    expect(await planSystems({ requestId: request.id }, world)).toMatchObject({ next: 'await-answer' });
    await awaitAnswer({ requestId: request.id, taskToken: 'answer-token' }, world);
    await sweep({}, world);
    expect(toldTo('answer-token')).toEqual([]);
    await answer(request.id);
    expect((await openTask(request.id, 'read-answer'))?.dueOn).toBe('2026-04-02');
    expect(toldTo('answer-token')).toEqual([]);
    expect(await planSystems({ requestId: request.id }, world)).toMatchObject({ next: 'await-answer' });
    expect(await answer(request.id, { by: 'anton' })).toEqual({ ok: true });
    expect(toldTo('answer-token')).toEqual([{ token: 'answer-token', output: { outcome: 'done' } }]);
    expect(await openTask(request.id, 'read-answer')).toBeUndefined();
    expect(await untilItWaits(world, request)).toMatchObject({ next: 'await-fetch' });
  });

  it('one wait is enough for a second question that is written while the first is waited for', async () => {
    const request = await planned();
    await ask(request.id);
    await awaitAnswer({ requestId: request.id, taskToken: 'answer-token' }, world);
    await ask(request.id, 'identity');
    await sweep({}, world);
    await answer(request.id, { by: 'anton' });
    expect(toldTo('answer-token')).toEqual([]);
    await answer(request.id, { number: 2, by: 'anton', reason: 'Called back.' });
    expect(toldTo('answer-token')).toHaveLength(1);
  });

  it('a review cannot be decided', async () => {
    world.systems['shop']!.rows['messages'] = [{ id: 1, customer_id: 42, text: 'hello', about_whom: 'Jon' }];
    const request = await submit(world);
    const stage = await untilPlanned(world, request);
    await runWaves(world, request.id, stage);
    await reviewAndRedact({ requestId: request.id, round: 1, taskToken: 'review-token' }, world);
    await ask(request.id);
    const { taskId } = (await openTask(request.id, 'review'))!;
    const decide = () => decideReview(world, { requestId: request.id, taskId, released: [], by: 'renate' });
    expect(await decide()).toEqual({ ok: false, reason: 'question-open' });
    await sweep({}, world);
    await answer(request.id, { by: 'anton' });
    expect(await decide()).toEqual({ ok: true });
  });

  it('work by hand cannot be called done, though it can be refused', async () => {
    const request = await planned({ rights: ['rectification'] });
    const hand = {
      requestId: request.id,
      system: '',
      pass: 'act' as const,
      round: 1,
      kind: 'act' as const,
      scope: 'act',
      error: '',
      taskToken: 't',
    };
    await handToPerson(hand, world);
    await ask(request.id);
    const { taskId } = (await openTask(request.id, 'act'))!;
    const end = (outcome: 'done' | 'refused') =>
      completeTask(world, { requestId: request.id, taskId, outcome, by: 'anton', reason: 'It is right.' });
    expect(await end('done')).toEqual({ ok: false, reason: 'question-open' });
    expect(await end('refused')).toEqual({ ok: true });
  });

  it('the person can still withdraw', async () => {
    const request = await asked();
    expect(await withdrawRequest(world, request.id, 'person')).toEqual({ ok: true });
    expect(await answer(request.id)).toEqual({ ok: false, reason: 'wrong-state' });
  });
});

describe('answer-question', () => {
  it('takes the first answer, the same once more, and no other', async () => {
    const request = await asked();
    expect(await answer(request.id)).toEqual({ ok: true });
    expect(await answer(request.id)).toEqual({ ok: true });
    expect(await answer(request.id, { words: 'No, the other one.' })).toEqual({ ok: false, reason: 'already-answered' });
    expect((await typesOf(request.id)).filter((type) => type === 'answered')).toHaveLength(1);
    expect((await world.requests.openTasks({ limit: 9 })).items).toHaveLength(1);
  });

  it('keeps what was answered under the key of the case', async () => {
    const request = await asked();
    await answer(request.id);
    expect(JSON.stringify((await caseOf(request.id)).events)).not.toContain('2024');
    const { answer: sealed } = (await load(request.id)).questions[0]!;
    expect(openWords(await world.caseKeys.open(request.id), sealed!, { kind: 'answer', number: 1 })).toEqual({ words: 'The one of 2024.' });
  });

  it.each<[string, Partial<Answer>, string]>([
    ['no words', { words: ' ' }, 'words-missing'],
    ['words without end', { words: 'x'.repeat(4001) }, 'too-long'],
    ['an answer to what was not asked', { number: 2 }, 'no-question'],
    ['an answer about nothing', { requestId: 'req_x' }, 'unknown'],
    ['a reason without end', { by: 'anton', reason: 'x'.repeat(1001) }, 'too-long'],
  ])('refuses %s', async (_what, more, reason) => {
    const request = await asked();
    expect(await answer(request.id, more)).toEqual({ ok: false, reason });
    expect((await load(request.id)).questions[0]!.answeredAt).toBeUndefined();
  });

  it('answers nothing that was not mailed yet', async () => {
    const request = await planned();
    await ask(request.id);
    expect(await answer(request.id)).toEqual({ ok: false, reason: 'no-question' });
  });

  it('ends doubts about who asks only for a reason on record, also after the person has written', async () => {
    const request = await asked({}, 'identity');
    await answer(request.id);
    expect(await answer(request.id, { by: 'anton' })).toEqual({ ok: false, reason: 'reason-needed' });
    expect(await answer(request.id, { by: 'anton', reason: 'The month is right.' })).toEqual({ ok: true });
    expect(await answer(request.id, { by: 'ada', reason: 'The month is right.' })).toEqual({ ok: false, reason: 'already-answered' });
    expect((await load(request.id)).questions[0]).toMatchObject({ answeredBy: 'person', settledAt: expect.any(String) as string });
  });

  it('takes a fee as paid only from staff', async () => {
    const request = await asked({}, 'fee');
    expect(await answer(request.id)).toEqual({ ok: false, reason: 'no-question' });
    expect(await answer(request.id, { by: 'anton', words: '' })).toEqual({ ok: true });
    expect((await load(request.id)).questions[0]!.settledAt).toBeDefined();
  });

  it.each<[string, Partial<Answer>]>([
    ['the person', {}],
    ['staff', { by: 'anton' }],
  ])('by %s is finished by the sweep wherever a crash cuts it off', async (_who, more) => {
    const request = await asked();
    await awaitAnswer({ requestId: request.id, taskToken: 'answer-token' }, world);
    const effects = await atEveryEffect(world, {
      act: (to) => answerQuestion(to, { requestId: request.id, number: 1, by: 'person', words: 'The one of 2024.', ...more }),
      look: async (again) => {
        again.pass(HOUR);
        moveTo(again.reopen());
        expect(await sweep({}, world)).toMatchObject({ failed: 0 });
        const { answeredAt, settledAt } = (await load(request.id)).questions[0]!;
        expect((await openTask(request.id, 'read-answer')) !== undefined).toBe(answeredAt !== undefined && settledAt === undefined);
        expect(toldTo('answer-token')).toHaveLength(settledAt === undefined ? 0 : 1);
      },
    });
    expect(effects).toBeGreaterThan(2);
  });

  it('is read once wherever a crash cuts the reading off', async () => {
    const request = await asked();
    await awaitAnswer({ requestId: request.id, taskToken: 'answer-token' }, world);
    await answer(request.id);
    await atEveryEffect(world, {
      act: (to) => answerQuestion(to, { requestId: request.id, number: 1, by: 'anton' }),
      look: async (again) => {
        again.pass(HOUR);
        moveTo(again.reopen());
        await sweep({}, world);
        const { settledAt } = (await load(request.id)).questions[0]!;
        expect((await openTask(request.id, 'read-answer')) === undefined).toBe(settledAt !== undefined);
        expect(toldTo('answer-token')).toHaveLength(settledAt === undefined ? 0 : 1);
      },
    });
  });
});
