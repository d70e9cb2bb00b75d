/** decide-appeal: by somebody else than the first time, with reasons, told as the law wants it, and then carried out. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Request } from '../../lib/domain/request.ts';
import type { Right } from '../../lib/domain/rights.ts';
import { readPayload, type ReceiptPayload } from '../../lib/receipts/payload.ts';
import { payloadOf } from '../../lib/receipts/payload-of.ts';
import { chooseLate } from '../../lib/steps/choose-late.ts';
import { completeTask } from '../../lib/steps/complete-task.ts';
import { decideAppeal, decisionWait } from '../../lib/steps/decide-appeal.ts';
import { recordWave } from '../../lib/steps/record-wave.ts';
import { sweep } from '../../lib/steps/sweep.ts';
import { atEveryEffect, handOut, submit, untilItWaits, untilPlanned } from '../walk.ts';
import { DAY, HOUR, openWorlds, type TestWorld, type Worlds } from '../world.ts';
import { appeal, byHand, decide, decidedAppeal, goOn, load, refuse, refusedDeletion, untilDecision, virginian } from './appeal-story.ts';

let worlds: Worlds;
let world: TestWorld;
beforeAll(async () => {
  worlds = await openWorlds();
});
afterAll(async () => worlds.close());
beforeEach(async () => {
  world = await worlds.open(virginian());
});

const letters = async ({ id }: Request): Promise<{ subject: string; text: string }[]> =>
  (await world.mails(id)).map(({ parsed }) => ({ subject: parsed.subject!, text: parsed.text! }));

async function receipts({ id }: Request): Promise<ReceiptPayload[]> {
  const { receipts: issued } = await load(world, id);
  return await Promise.all(issued.map(async ({ receiptId }) => readPayload(payloadOf((await world.receipts.get(receiptId))!.jws))));
}

/** An appeal that waits for its decision. */
async function waiting(more: Parameters<typeof refusedDeletion>[1] = {}): Promise<{ original: Request; taken: Request }> {
  const original = await refusedDeletion(world, more);
  const taken = await appeal(world, original, 'You have the wrong person.');
  await untilDecision(world, taken);
  return { original, taken: await load(world, taken.id) };
}

describe('an answer that stands', () => {
  it('is told with reasons, by whom it was decided, and whom one can turn to', async () => {
    const { original, taken } = await waiting();
    await decide(world, taken, { granted: [], reason: 'You asked eleven times in two months' });
    await goOn(world, taken);

    expect(await load(world, taken.id)).toMatchObject({ state: 'denied', rights: ['appeal'] });
    const { subject, text } = (await letters(taken)).at(-1)!;
    expect(subject).toBe(`Our decision on ${original.reference} stands: appeal ${taken.reference}`);
    expect(text).toContain('and do not change it. You asked us to delete your data: we will not do that.');
    expect(text).toContain('Our reasons: You asked eleven times in two months.');
    expect(text).toContain('This was decided by somebody who did not make the first decision.');
    expect(text).toContain('- Submit a complaint to the Attorney General of Virginia');
    expect(text).not.toContain('supervisory authority');
    expect(text).not.toContain('/appeal');
    const receipt = (await receipts(taken)).at(-1)!;
    expect(receipt).toMatchObject({
      kind: 'denial',
      scope: 'full',
      appeal: { of: original.reference, decision: { granted: [], stands: ['erasure'], reason: 'You asked eleven times in two months' } },
      grounds: [{ law: 'Va. Code 59.1-577(C)', text: 'You asked eleven times in two months' }],
      remedies: { complaint: { name: 'Attorney General of Virginia' } },
    });
    expect(receipt.remedies).not.toHaveProperty('appeal');
  });

  it('is told in German', async () => {
    const { original, taken } = await waiting({ lang: 'de' });
    await decide(world, taken, { granted: [], reason: 'Sie haben elfmal gefragt' });
    await goOn(world, taken);

    const { subject, text } = (await letters(taken)).at(-1)!;
    expect(subject).toBe(`Unsere Entscheidung zu ${original.reference} bleibt bestehen: Einspruch ${taken.reference}`);
    expect(text).toContain('Unsere Gründe: Sie haben elfmal gefragt.');
    expect(text).toContain('- Beschweren Sie sich bei der zuständigen Stelle: Attorney General of Virginia');
  });
});

describe('what an appeal grants', () => {
  it('is announced, and then carried out by the same request with a receipt of its own', async () => {
    const { original, taken } = await waiting();
    await decide(world, taken, { granted: ['erasure'], reason: 'You were right about the account' });
    await goOn(world, taken);

    const done = await load(world, taken.id);
    expect(done).toMatchObject({ state: 'answered', rights: ['appeal', 'erasure'], passes: ['act', 'erase'], dueOn: taken.dueOn });
    expect(done.outcomes.map(({ system, outcome }) => `${system} ${outcome}`)).toEqual(['shop retained', 'crm deleted']);
    expect((await receipts(taken)).map(({ kind }) => kind)).toEqual(['request', 'fulfilment', 'deletion']);
    const [, granted, deleted] = await letters(taken);
    expect(granted!.subject).toBe(`We changed our decision on ${original.reference}: appeal ${taken.reference}`);
    expect(granted!.text).toContain('You asked us to delete your data: we will do that by 1 May 2026, and you will get a receipt for it.');
    expect(granted!.text).toContain('Our reasons: You were right about the account.');
    expect(granted!.text).toContain('we begin now, and write to you when it is done');
    expect(deleted!.subject).toBe(`Your data was deleted: receipt for ${taken.reference}`);
    expect((await world.requests.loadCase(taken.id))!.events.filter(({ type }) => type === 'planned')).toHaveLength(1);
  });

  it('may be a part: the rest stands, with reasons and remedies', async () => {
    const original = await submit(world, { rights: ['access', 'erasure'], residence: 'US-VA' });
    await untilPlanned(world, original);
    await refuse(world, original, 'access');
    await refuse(world, original, 'erasure');
    await untilItWaits(world, original);
    const decided = await decidedAppeal(world, await load(world, original.id), { granted: ['access'], reason: 'A copy harms nobody' });

    expect(decided).toMatchObject({ state: 'answered', rights: ['appeal', 'access'] });
    expect((await receipts(decided)).map(({ kind }) => kind)).toEqual(['request', 'denial', 'fulfilment']);
    const [, told, ready] = await letters(decided);
    expect(told!.subject).toBe(`We changed our decision on ${original.reference} in part: appeal ${decided.reference}`);
    expect(told!.text).toContain('You asked us to see the data we hold about you: we will do that by 1 May 2026');
    expect(told!.text).toContain('You also asked us to delete your data: there we do not change our decision.');
    expect(told!.text).toContain('Attorney General of Virginia');
    expect(ready!.subject).toContain(`request ${decided.reference}`);
  });

  it('is done by a person where no machine can do it, after the decision was told', async () => {
    const original = await submit(world, { rights: ['rectification'], residence: 'US-VA' });
    await untilPlanned(world, original);
    await refuse(world, original, 'rectification');
    await untilItWaits(world, original);
    const taken = await appeal(world, original);
    await untilDecision(world, taken);
    await decide(world, taken, { granted: ['rectification'], reason: 'The birthday was wrong indeed' });

    const next = await handOut(world, taken.id, { pass: 'act', round: 1 });
    expect(next).toMatchObject({ next: 'stage', pass: 'act', round: 2 });
    await byHand(world, taken.id, next);
    const { tasks } = (await world.requests.loadCase(taken.id))!;
    const open = tasks.find(({ doneAt }) => doneAt === undefined)!;
    expect(await completeTask(world, { requestId: taken.id, taskId: open.taskId, outcome: 'done', by: 'rita' })).toEqual({ ok: true });
    expect(await handOut(world, taken.id, { pass: 'act', round: 2 })).toMatchObject({ next: 'end' });

    expect((await receipts(taken)).map(({ text }) => text.split('.')[0])).toEqual([
      expect.stringContaining('we received your appeal'),
      expect.stringContaining('We looked again'),
      'We have done what you asked: to correct your data',
    ]);
  });
});

describe('the decision', () => {
  it('is not made by whoever refused the first time', async () => {
    const { taken } = await waiting();

    expect(await decide(world, taken, { granted: ['erasure'], reason: 'Fine', by: 'rita' })).toEqual({
      ok: false,
      reason: 'decided-before',
      article: 'Va. Code 59.1-577(C)',
    });
    expect(await load(world, taken.id)).not.toHaveProperty('appealDecision');
  });

  it('is not made by whoever left out a system', async () => {
    const request = await submit(world, { rights: ['access'], residence: 'US-VA' });
    const stage = await untilPlanned(world, request);
    world.systems['crm']!.fails.find = [new TypeError('down')];
    await untilItWaits(world, request, stage);
    const [task] = (await world.requests.loadCase(request.id))!.request.tasks;
    await completeTask(world, { requestId: request.id, taskId: task!.taskId, outcome: 'skip', by: 'sven', reason: 'It is being retired' });
    await recordWave({ requestId: request.id, pass: 'export', round: 1, wave: 2 }, world);
    await handOut(world, request.id, { pass: 'export', round: 1 });
    const taken = await appeal(world, request);
    await untilDecision(world, taken);

    expect(taken.appealOf).toMatchObject({ refused: ['access'], deciders: ['sven'] });
    expect(await decide(world, taken, { granted: ['access'], reason: 'Fine', by: 'sven' })).toMatchObject({ reason: 'decided-before' });
    expect(await decide(world, taken, { granted: ['access'], reason: 'Fine' })).toEqual({ ok: true });
  });

  it.each<[string, { granted: Right[]; reason: string }, string]>([
    ['without a reason', { granted: ['erasure'], reason: ' ' }, 'reason-needed'],
    ['for a right that was not refused', { granted: ['access'], reason: 'Fine' }, 'right-not-refused'],
  ])('is not taken %s', async (_, decision, reason) => {
    const { taken } = await waiting();
    expect(await decide(world, taken, decision)).toEqual({ ok: false, reason });
  });

  it('is not replaced by ending the task', async () => {
    const { taken } = await waiting();
    const input = { requestId: taken.id, taskId: decisionWait(taken), by: 'dora' };
    for (const outcome of ['done', 'refused'] as const) {
      expect(await completeTask(world, { ...input, outcome, reason: 'No' })).toEqual({ ok: false, reason: 'not-for-this-task' });
    }
  });

  it('counts once: pressed twice it is one, and who decides otherwise is told', async () => {
    const { taken } = await waiting();
    const decision = { granted: ['erasure'] as Right[], reason: 'You were right' };

    expect(await decide(world, taken, decision)).toEqual({ ok: true });
    expect(await decide(world, taken, decision)).toEqual({ ok: true });
    expect(await decide(world, taken, { granted: [], reason: 'No', by: 'dirk' })).toEqual({ ok: false, reason: 'already-done' });
    expect(world.machine.told.filter(({ token }) => token === 'act-act-1')).toHaveLength(1);
  });

  it('knows neither a request that is none nor one that is no appeal', async () => {
    const { original, taken } = await waiting();
    const decision = { granted: [], reason: 'No', by: 'dora' };
    const taskId = decisionWait(taken);
    expect(await decideAppeal(world, { ...decision, requestId: 'req_none', taskId })).toEqual({ ok: false, reason: 'unknown' });
    expect(await decideAppeal(world, { ...decision, requestId: original.id, taskId })).toEqual({ ok: false, reason: 'unknown' });
  });

  it('breaks off anywhere: whatever was recorded reaches the machine by the sweep', async () => {
    const { taken } = await waiting();
    const by = { requestId: taken.id, taskId: decisionWait(taken), by: 'dora' };
    const effects = await atEveryEffect(world, {
      act: (to) => decideAppeal(to, { ...by, granted: ['erasure'], reason: 'You were right' }),
      look: async (again) => {
        again.pass(HOUR);
        world = again.reopen();
        await sweep({}, world);
        const { appealDecision } = await load(world, taken.id);
        const told = world.machine.told.filter(({ token }) => token === 'act-act-1');
        expect(told).toHaveLength(appealDecision === undefined ? 0 : 1);
      },
    });
    expect(effects).toBeGreaterThan(3);
  });

  it('goes through whatever the crash, up to the deletion that it grants', async () => {
    const original = await refusedDeletion(world);
    world.fuse.blowAtEach('after');
    const done = await decidedAppeal(world, original, { granted: ['erasure'], reason: 'You were right' });

    expect(done).toMatchObject({ state: 'answered' });
    expect((await receipts(done)).map(({ kind }) => kind)).toEqual(['request', 'fulfilment', 'deletion']);
  });
});

describe('the time for a decision', () => {
  it('is put off under the law of Colorado once the person has been told why, counted from the receipt of the appeal', async () => {
    const { taken } = await waiting({ residence: 'US-CO' });
    expect(taken.dueOn).toBe('2026-04-16');
    world.pass(30 * DAY);

    const chosen = {
      requestId: taken.id,
      choice: 'extend' as const,
      by: 'dora',
      ground: 'complexity',
      reason: 'Three systems must be searched',
    };
    expect(await chooseLate(world, chosen)).toEqual({ ok: true });
    world.pass(HOUR);
    await sweep({}, world);

    const extended = await load(world, taken.id);
    // 45 + 60 days from 2 March.
    expect([extended.extended, extended.dueOn]).toEqual([true, '2026-06-15']);
    const { subject, text } = (await letters(taken)).at(-1)!;
    expect(subject).toContain('15 June 2026');
    expect(text).toContain('Three systems must be searched');
    expect((await receipts(taken)).at(-1)).toMatchObject({ kind: 'extension', clock: { from: '2026-04-16', to: '2026-06-15' } });
  });

  it('is not put off under the law of Virginia, which knows no such thing', async () => {
    const { taken } = await waiting();
    const chosen = { requestId: taken.id, choice: 'extend' as const, by: 'dora', ground: 'complexity', reason: 'Much to do' };
    expect(await chooseLate(world, chosen)).toMatchObject({ ok: false, reason: 'law-knows-no-extension' });
  });
});
