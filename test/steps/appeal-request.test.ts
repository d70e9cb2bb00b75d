/** appeal-request: one appeal however often it is sent, wherever it breaks off, and only where a law has one. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { appealable } from '../../lib/domain/appeal.ts';
import type { Request } from '../../lib/domain/request.ts';
import { acknowledge } from '../../lib/steps/acknowledge.ts';
import { appealRequest } from '../../lib/steps/appeal-request.ts';
import { openPerson } from '../../lib/steps/casework.ts';
import { sweep } from '../../lib/steps/sweep.ts';
import { withdrawRequest } from '../../lib/steps/withdraw-request.ts';
import { company } from '../company.ts';
import { atEveryEffect, endSilence, handOut, submit, untilAsked } from '../walk.ts';
import { DAY, HOUR, openWorlds, PERSON_EMAIL, type TestWorld, type Worlds } from '../world.ts';
import { appeal, decide, decidedAppeal, goOn, load, refusedDeletion, untilDecision, virginian } from './appeal-story.ts';

let worlds: Worlds;
let world: TestWorld;
beforeAll(async () => {
  worlds = await openWorlds();
});
afterAll(async () => worlds.close());
beforeEach(async () => {
  world = await worlds.open(virginian());
});

const letter = async (request: Request): Promise<{ subject: string; text: string }> => {
  const { parsed } = (await world.mails(request.id)).at(-1)!;
  return { subject: parsed.subject!, text: parsed.text! };
};

describe('an appeal', () => {
  it('is a request of its own: its reference, its law, its clock, the details of the person sealed anew', async () => {
    const original = await refusedDeletion(world);
    world.pass(10 * DAY);

    const taken = await load(world, (await appeal(world, original, 'You have the wrong person.')).id);

    expect(taken).toMatchObject({
      rights: ['appeal'],
      laws: ['us-va'],
      residence: 'US-VA',
      lang: 'en',
      channel: 'web',
      verification: 'link',
    });
    expect(taken.appealOf).toEqual({ id: original.id, reference: original.reference, refused: ['erasure'], deciders: ['rita'] });
    expect(taken.reference).not.toBe(original.reference);
    // 60 days from its own receipt, Va. Code 59.1-577(C).
    expect([taken.receivedOn, taken.dueOn]).toEqual(['2026-03-12', '2026-05-11']);
    expect(taken.clock.leading.deadline.basis).toBe('Va. Code 59.1-577(C)');
    expect(taken.sealed).not.toBe(original.sealed);
    expect(openPerson(taken, await world.caseKeys.open(taken.id))).toEqual({
      email: PERSON_EMAIL,
      identifiers: {},
      note: 'You have the wrong person.',
    });
    expect((await load(world, original.id)).appeals).toEqual([{ id: taken.id, reference: taken.reference }]);
  });

  it('is acknowledged by a letter and a receipt that name the request it is about', async () => {
    const original = await refusedDeletion(world);
    const taken = await appeal(world, original);
    await untilDecision(world, taken);

    const { subject, text } = await letter(taken);
    expect(subject).toBe(`We received your appeal ${taken.reference}: a decision by 1 May 2026`);
    expect(text).toContain(`you asked us to look again at our answer to your request ${original.reference}`);
    expect(text).toContain('Somebody who did not make the first decision makes this one.');
    const { jws } = (await world.receipts.get((await load(world, taken.id)).receipts[0]!.receiptId))!;
    const receipt = JSON.parse(Buffer.from(jws.split('.')[1]!, 'base64url').toString()) as Record<string, unknown>;
    expect(receipt).toMatchObject({ kind: 'request', appeal: { of: original.reference }, clock: { rule: '60 days from receipt' } });
    expect(receipt['text']).toContain(`your appeal against our answer to your request ${original.reference}`);
  });

  it('is acknowledged in German', async () => {
    const original = await refusedDeletion(world, { lang: 'de' });
    const taken = await appeal(world, original);
    await untilDecision(world, taken);

    const { subject, text } = await letter(taken);
    expect(subject).toBe(`Ihr Einspruch ${taken.reference} ist eingegangen: Entscheidung bis 1. Mai 2026`);
    expect(text).toContain(`unsere Antwort auf Ihren Antrag ${original.reference} noch einmal zu prüfen`);
  });

  it('is one however often its button is pressed', async () => {
    const original = await refusedDeletion(world);

    const both = await Promise.all([1, 2].map(() => appealRequest(world, { requestId: original.id, words: 'Look again.' })));
    const later = await appealRequest(world, { requestId: original.id, words: 'Look again.' });

    const ids = [...both, later].map((one) => (one.ok ? one.appeal.id : one.reason));
    expect(new Set(ids).size).toBe(1);
    expect((await load(world, original.id)).appeals.map(({ id }) => id)).toEqual([ids[0]]);
  });

  it('with other words while one is open is not taken in, and its sender is told which one is open', async () => {
    const original = await refusedDeletion(world);
    const taken = await appeal(world, original, 'First words.');

    const { id, reference } = taken;
    expect(await appealRequest(world, { requestId: original.id, words: 'Other words.' })).toEqual({
      ok: false,
      reason: 'under-way',
      appeal: { id, reference },
    });
  });

  it('can be sent again after it was withdrawn, and is then another one', async () => {
    const original = await refusedDeletion(world);
    const first = await appeal(world, original);
    await withdrawRequest(world, first.id, 'person');

    const second = await appeal(world, original);

    expect(second.id).not.toBe(first.id);
    expect((await load(world, original.id)).appeals).toHaveLength(2);
  });

  it('is decided once per answer; what comes next is the authority', async () => {
    const original = await refusedDeletion(world);
    const decided = await decidedAppeal(world, original, { granted: [], reason: 'Nothing new' });

    const { id, reference } = decided;
    expect(await appealRequest(world, { requestId: original.id })).toEqual({ ok: false, reason: 'decided', appeal: { id, reference } });
    expect(appealable(decided, '2026-03-03')).toEqual({ ok: false, reason: 'is-appeal' });
  });

  it('is not possible where nothing was refused, nor after the details were destroyed', async () => {
    const answered = await submit(world, { residence: 'US-VA' });
    expect(await appealRequest(world, { requestId: answered.id })).toEqual({ ok: false, reason: 'nothing-refused' });

    const original = await refusedDeletion(world);
    await world.caseKeys.destroy(original.id);
    expect(await appealRequest(world, { requestId: original.id })).toEqual({ ok: false, reason: 'purged' });
  });

  it.each([
    ['California', 'US-CA'],
    ['Utah', 'US-UT'],
    ['the GDPR', 'DE'],
  ])('is not taken in under the law of %s, which has none', async (_, residence) => {
    const original = await refusedDeletion(world, { residence });

    expect(await appealRequest(world, { requestId: original.id })).toEqual({ ok: false, reason: 'no-appeal' });
    expect((await world.mails(original.id)).map(({ parsed }) => parsed.text).join('')).not.toContain('/appeal');
  });

  it('is decided under the law that has it, also where another one applies as well', async () => {
    const berlin = await worlds.open(company({ laws: ['eu-gdpr', 'us-va'] }));
    const original = await refusedDeletion(berlin);
    expect(original.laws).toEqual(['eu-gdpr', 'us-va']);

    const taken = await appeal(berlin, original);

    expect(taken).toMatchObject({ laws: ['us-va'], law: 'us-va' });
  });

  it('is open to whoever never confirmed the address: the link came to their mailbox', async () => {
    const request = await submit(world, { residence: 'US-VA' });
    await untilAsked(world, request);
    world.pass(40 * DAY);
    await endSilence(world, request);
    await handOut(world, request.id, { pass: 'none', round: 1 });
    const original = await load(world, request.id);
    expect(original).toMatchObject({ state: 'denied' });

    expect(await appeal(world, original)).toMatchObject({ appealOf: { refused: ['access'], deciders: ['law'] } });
  });

  it('is offered in the denial by a link to the page of the person', async () => {
    const original = await refusedDeletion(world);

    const denial = (await world.mails(original.id)).find(({ parsed }) => parsed.subject!.startsWith('We could not do'))!;
    expect(denial.parsed.text).toMatch(
      /Ask us to look at our decision again\nhttps:\/\/privacy\.shop\.example\/status\/[\w-]{43}\/appeal\n/,
    );
  });

  it('breaks off anywhere and is whole again after the sweep, or after the button is pressed once more', async () => {
    const original = await refusedDeletion(world);
    const effects = await atEveryEffect(world, {
      act: (to) => appealRequest(to, { requestId: original.id, words: 'Look again.' }),
      look: async (again) => {
        world = again.reopen();
        world.pass(HOUR);
        await sweep({}, world);
        const { appeals } = await load(world, original.id);
        const taken = await appeal(world, original, 'Look again.');
        if (appeals.length > 0) expect(appeals).toEqual([{ id: taken.id, reference: taken.reference }]);
        expect((await load(world, original.id)).appeals).toEqual([{ id: taken.id, reference: taken.reference }]);
        expect(await world.machine.state(taken.id, 1)).toBe('running');
        expect((await load(world, taken.id)).verifiedAt).toBeDefined();
      },
    });
    expect(effects).toBeGreaterThan(7);
  });

  it('that was taken in and not linked is linked by its acknowledgement', async () => {
    const original = await refusedDeletion(world);
    // Every write but the first event is lost: the execution is started by the sweep.
    const effects = await atEveryEffect(world, {
      act: (to) => appealRequest(to, { requestId: original.id }),
      look: async (again) => {
        world = again.reopen();
        const begun = (await world.requests.dueForSweep(0, '2027-01-01T00:00:00Z')).items.concat(
          (await world.requests.dueForSweep(1, '2027-01-01T00:00:00Z')).items,
        );
        const id = begun.find((one) => one !== original.id);
        if (id === undefined) return;
        await acknowledge({ requestId: id }, world);
        expect((await load(world, original.id)).appeals.map((one) => one.id)).toEqual([id]);
        expect(await load(world, id)).toMatchObject({ verification: 'link' });
      },
    });
    expect(effects).toBeGreaterThan(7);
  });

  it('goes on when the record of the original has been erased meanwhile', async () => {
    const original = await refusedDeletion(world);
    const taken = await appeal(world, original);
    await world.requests.beginErasing(original.id);

    await untilDecision(world, taken);
    expect(await decide(world, taken, { granted: ['erasure'], reason: 'Mistaken', by: 'rita' })).toMatchObject({
      reason: 'decided-before',
    });
    await decide(world, taken, { granted: [], reason: 'The reason stands' });
    await goOn(world, taken);

    expect(await load(world, taken.id)).toMatchObject({ state: 'denied' });
    expect((await letter(taken)).text).toContain(original.reference);
  });

  it('is erased without a trace in the original, which still names it', async () => {
    const original = await refusedDeletion(world);
    const taken = await decidedAppeal(world, original, { granted: [], reason: 'Nothing new' });
    await world.requests.beginErasing(taken.id);

    const { id, reference } = taken;
    expect((await load(world, original.id)).appeals).toEqual([{ id, reference }]);
    expect(await appealRequest(world, { requestId: original.id })).toMatchObject({ ok: false, reason: 'decided' });
  });
});
