/** Mails that did not arrive: somebody is told why, and the same letter goes to another address or by post. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { RequestId } from '../../lib/domain/ids.ts';
import type { Request } from '../../lib/domain/request.ts';
import { completeTask } from '../../lib/steps/complete-task.ts';
import { openPerson } from '../../lib/steps/casework.ts';
import { failedMailOf, printInstead, sendCorrected } from '../../lib/steps/failed-mail.ts';
import { mailEvents } from '../../lib/steps/mail-events.ts';
import { readPaperLetter } from '../../lib/steps/post-letter.ts';
import { recordPosted } from '../../lib/steps/record-posted.ts';
import { confirmByLink } from '../../lib/steps/confirm-address.ts';
import { sweep } from '../../lib/steps/sweep.ts';
import { openSystemWork } from '../../lib/steps/system-work.ts';
import { withdrawRequest } from '../../lib/steps/withdraw-request.ts';
import type { CaseRecord } from '../../lib/stores/request-store.ts';
import { atEveryEffect, submit, untilAsked, verifyLink, walk } from '../walk.ts';
import { DAY, HOUR, openWorlds, PERSON_EMAIL, type TestWorld, type Worlds } from '../world.ts';

let worlds: Worlds;
let world: TestWorld;
beforeAll(async () => {
  worlds = await openWorlds();
});
afterAll(async () => worlds.close());
beforeEach(async () => {
  world = await worlds.open();
});

const caseOf = async (id: RequestId): Promise<CaseRecord> => (await world.requests.loadCase(id))!;

/** A report as SES sends it, of which we read a little. */
function report(id: RequestId, mailId: string, detail: object = {}, type = 'Email Bounced') {
  const mail = {
    tags: { request: [id], mail: [mailId], 'ses:operation': ['SendRawEmail'] },
    destination: [PERSON_EMAIL, 'other@example.org'],
  };
  return { 'detail-type': type, source: 'aws.ses', detail: { eventType: 'Bounce', mail, ...detail } };
}

const FULL = {
  bounce: { bounceType: 'Transient', bounceSubType: 'MailboxFull', bouncedRecipients: [{ emailAddress: PERSON_EMAIL, status: '5.2.2' }] },
};

/** A mail about a fact came back. */
async function failed(request: Request, kind: string, detail: object = FULL) {
  const { mailId } = (await caseOf(request.id)).mails.find((mail) => mail.kind === kind)!;
  await mailEvents(report(request.id, mailId, detail), world);
  const task = (await caseOf(request.id)).tasks.find((one) => one.kind === 'mail-failed' && one.doneAt === undefined)!;
  return { requestId: request.id, taskId: task.taskId, mailId, by: 'anton' };
}

const bounced = async (id: RequestId) => (await caseOf(id)).events.filter(({ type }) => type === 'mail-bounced').map(({ data }) => data);

describe('a report', () => {
  it('says why, in codes and without the address', async () => {
    const request = await submit(world);
    await untilAsked(world, request);
    const { taskId, mailId } = await failed(request, 'acknowledgement');
    expect(await bounced(request.id)).toEqual([{ mailId, kind: 'bounce', type: 'Transient', subType: 'MailboxFull' }]);
    expect(failedMailOf(await caseOf(request.id), taskId)).toMatchObject({
      mail: { kind: 'acknowledgement' },
      failure: { kind: 'bounce' },
    });
    expect(JSON.stringify(await world.tables.requests.partition(`REQ#${request.id}`))).not.toContain('mustermann');
  });

  it.each([
    ['nothing about why', {}, {}],
    ['a reason that is no code', { bounce: { bounceType: `<${PERSON_EMAIL}>`, bounceSubType: 7, new: [] } }, {}],
    ['a reason that is no object', { bounce: 'later' }, {}],
    ['half a reason', { bounce: { bounceType: 'Permanent' } }, { type: 'Permanent' }],
  ])('with %s opens a task too', async (_, detail, why) => {
    const request = await submit(world);
    await untilAsked(world, request);
    const { mailId } = await failed(request, 'acknowledgement', detail);
    expect(await bounced(request.id)).toEqual([{ mailId, kind: 'bounce', ...why }]);
  });

  it('twice and in any order is one task for a bounce and one for a complaint', async () => {
    const request = await submit(world);
    await untilAsked(world, request);
    const { mailId } = await failed(request, 'acknowledgement');
    await failed(request, 'acknowledgement', { bounce: { bounceType: 'Permanent', bounceSubType: 'General' } });
    const complaint = { complaint: { complaintFeedbackType: 'abuse', complaintSubType: null } };
    await mailEvents(report(request.id, mailId, complaint, 'Email Complaint Received'), world);
    expect(await bounced(request.id)).toEqual([
      { mailId, kind: 'bounce', type: 'Transient', subType: 'MailboxFull' },
      { mailId, kind: 'complaint', type: 'abuse' },
    ]);
    expect((await caseOf(request.id)).request.tasks.filter(({ kind }) => kind === 'mail-failed')).toHaveLength(2);
  });

  it('about a mail nobody knows, and after everything was purged, opens a task that can be ended', async () => {
    const request = await submit(world);
    await untilAsked(world, request);
    await withdrawRequest(world, request.id, 'person');
    for (const hours of [1, 2, 3]) {
      world.pass(hours * HOUR);
      await sweep({}, world);
    }
    expect(await world.caseKeys.exists(request.id)).toBe(false);
    const mending = await failed(request, 'acknowledgement');
    expect(await sendCorrected(world, { ...mending, email: 'erika@example.org' })).toEqual({ ok: false, reason: 'purged' });
    expect(await printInstead(world, mending)).toEqual({ ok: false, reason: 'purged' });
    expect(await completeTask(world, { ...mending, outcome: 'done', reason: 'by phone' })).toEqual({ ok: true });
    await mailEvents(report(request.id, 'nobody-knows'), world);
    const [task] = (await caseOf(request.id)).request.tasks;
    expect(failedMailOf(await caseOf(request.id), task!.taskId)).toBeUndefined();
    expect(await printInstead(world, { ...mending, taskId: task!.taskId })).toEqual({ ok: false, reason: 'unknown' });
    world.pass(DAY);
    expect(await sweep({}, world)).toMatchObject({ failed: 0 });
  });
});

describe('to a corrected address', () => {
  it('the same letter goes once, with what was attached, and everything that follows', async () => {
    const request = await submit(world);
    await untilAsked(world, request);
    const mending = await failed(request, 'acknowledgement');
    expect(await sendCorrected(world, { ...mending, email: 'no address' })).toEqual({ ok: false, reason: 'address-wrong' });
    expect(await sendCorrected(world, { ...mending, email: 'erika.m@example.org' })).toEqual({ ok: true });
    expect(await sendCorrected(world, { ...mending, email: 'erika.m@example.org' })).toEqual({ ok: false, reason: 'already-done' });
    world.pass(HOUR);
    for (const again of [1, 2]) {
      expect(await sweep({}, world)).toMatchObject({ failed: 0 });
      world.pass(again * HOUR);
    }
    const mails = await world.mails(request.id);
    const first = mails.find(({ mailId }) => mailId === mending.mailId);
    const sent = mails.filter(({ recipients }) => recipients.includes('erika.m@example.org'));
    expect(sent).toHaveLength(1);
    expect(sent[0]!.parsed.text).toBe(first!.parsed.text);
    expect(sent[0]!.parsed.attachments.map(({ filename }) => filename)).toEqual(first!.parsed.attachments.map(({ filename }) => filename));
    const { request: now, events } = await caseOf(request.id);
    expect(openPerson(now, await world.caseKeys.open(request.id))).toMatchObject({ email: 'erika.m@example.org' });
    expect(events.filter(({ type }) => type === 'address-given' || type === 'mail-again')).toHaveLength(2);
    expect(JSON.stringify(events)).not.toContain('erika.m');
  });

  it('systems look for it only if it came before the confirmation', async () => {
    const soughtBy = async (requestId: RequestId, pass: 'export' | 'erase') =>
      (await openSystemWork(world, { requestId, system: 'shop', pass, round: 1 })).subject.identifiers['email'];
    const confirmed = await walk(world, { rights: ['access', 'erasure'] });
    await sendCorrected(world, { ...(await failed(confirmed, 'fulfilment#export#1')), email: 'somebody.else@example.org' });
    expect(await soughtBy(confirmed.id, 'erase')).toEqual([PERSON_EMAIL]);
    const mistyped = await submit(world);
    await untilAsked(world, mistyped);
    await sendCorrected(world, { ...(await failed(mistyped, 'verification#1')), email: 'erika.m@example.org' });
    await confirmByLink(world, verifyLink(mistyped.id));
    expect(await soughtBy(mistyped.id, 'export')).toEqual(['erika.m@example.org']);
  });

  it('it goes out wherever the act was cut off, once somebody acts again', async () => {
    const request = await submit(world);
    await untilAsked(world, request);
    const mending = await failed(request, 'acknowledgement');
    const act = async (to: TestWorld) => await sendCorrected(to, { ...mending, email: 'erika.m@example.org' });
    const effects = await atEveryEffect(world, {
      act,
      look: async (again) => {
        world = again.reopen();
        await act(world);
        world.pass(HOUR);
        const arrived = async () => (await world.mails(request.id)).filter(({ recipients }) => recipients.includes('erika.m@example.org'));
        const before = (await arrived()).length;
        expect(await sweep({}, world)).toMatchObject({ failed: 0 });
        expect(await arrived()).toHaveLength(before + 1);
        expect((await caseOf(request.id)).request.tasks.some(({ kind }) => kind === 'mail-failed')).toBe(false);
      },
    });
    expect(effects).toBeGreaterThan(4);
  });

  it('that bounces too is a task again', async () => {
    const request = await submit(world);
    await untilAsked(world, request);
    await sendCorrected(world, { ...(await failed(request, 'acknowledgement')), email: 'erika.m@example.org' });
    world.pass(HOUR);
    await sweep({}, world);
    const again = (await caseOf(request.id)).mails.find(({ kind }) => kind.startsWith('acknowledgement#again'))!;
    expect(await printInstead(world, await failed(request, again.kind))).toEqual({ ok: true });
  });
});

describe('by post', () => {
  it('the letter becomes a task, and counts as sent on the day it is posted', async () => {
    const request = await walk(world, {
      rights: ['access'],
      person: { email: PERSON_EMAIL, address: ['Heidestraße 17', '51147 Köln'], identifiers: {} },
    });
    expect(request.closedAt).toBeDefined();
    const mending = await failed(request, 'fulfilment#export#1');
    const { requestId, mailId } = mending;
    expect(await printInstead(world, mending)).toEqual({ ok: true });
    expect(await printInstead(world, mending)).toEqual({ ok: false, reason: 'already-done' });
    const [task] = (await caseOf(requestId)).request.tasks;
    expect(task).toMatchObject({ kind: 'post', code: mailId });
    expect(await readPaperLetter(world, await caseOf(requestId), mailId)).toMatchObject({
      to: ['Heidestraße 17', '51147 Köln'],
      enclosures: ['receipt.pdf'],
      copyUrl: expect.stringContaining('/download/') as string,
    });
    world.pass(DAY);
    await sweep({}, world);
    expect(await world.mails(requestId)).toHaveLength((await caseOf(requestId)).mails.length);
    expect(await recordPosted(world, { requestId, taskId: task!.taskId, on: '2026-03-03', by: 'anton' })).toEqual({ ok: true });
    expect((await caseOf(requestId)).mails.find((mail) => mail.mailId === mailId)).toMatchObject({ paper: true, sentAt: '2026-03-03' });
  });

  it('is handed on wherever the act was cut off', async () => {
    const request = await submit(world);
    await untilAsked(world, request);
    const mending = await failed(request, 'acknowledgement');
    const effects = await atEveryEffect(world, {
      act: async (again) => await printInstead(again, mending),
      look: async (again) => {
        world = again.reopen();
        world.pass(HOUR);
        expect(await sweep({}, world)).toMatchObject({ failed: 0 });
        const { tasks, mails } = await caseOf(request.id);
        const paper = mails.some((mail) => mail.mailId === mending.mailId && mail.paper === true);
        expect(tasks.some(({ kind }) => kind === 'post')).toBe(paper);
        const open = tasks.filter(({ kind, doneAt }) => kind === 'mail-failed' && doneAt === undefined);
        if (open.length > 0) expect(await printInstead(world, mending)).toEqual({ ok: true });
        expect((await caseOf(request.id)).request.tasks.map(({ kind }) => kind).toSorted()).toEqual(['post', 'verify']);
      },
    });
    expect(effects).toBeGreaterThan(3);
  });
});
