/** assess-request, plan-systems, review, package-response, issue-receipt, deliver, await-fetch, fetch-package: the answer. */
import { createHash } from 'node:crypto';
import { GetObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { RequestId } from '../../lib/domain/ids.ts';
import type { Request } from '../../lib/domain/request.ts';
import { makeToken } from '../../lib/domain/tokens.ts';
import { readPayload, type ReceiptPayload } from '../../lib/receipts/payload.ts';
import { assessRequest } from '../../lib/steps/assess-request.ts';
import { chooseLate } from '../../lib/steps/choose-late.ts';
import { recordWave } from '../../lib/steps/record-wave.ts';
import { awaitFetch, endFetch } from '../../lib/steps/await-fetch.ts';
import { confirmByLink } from '../../lib/steps/confirm-address.ts';
import { decideReview } from '../../lib/steps/decide-review.ts';
import { deliver } from '../../lib/steps/deliver.ts';
import { openDownload, presignPart } from '../../lib/steps/fetch-package.ts';
import { issueReceipt } from '../../lib/steps/issue-receipt.ts';
import { packageResponse } from '../../lib/steps/package-response.ts';
import { planSystems } from '../../lib/steps/plan-systems.ts';
import { readWithheld } from '../../lib/steps/read-withheld.ts';
import { reviewAndRedact } from '../../lib/steps/review-and-redact.ts';
import { sweep } from '../../lib/steps/sweep.ts';
import { waitId } from '../../lib/steps/waiting.ts';
import { withdrawRequest } from '../../lib/steps/withdraw-request.ts';
import { deliveryKey } from '../../lib/stores/delivery-key.ts';
import { keys, PREFIX } from '../../lib/stores/keys.ts';
import { company } from '../company.ts';
import { BUCKETS } from '../small-cloud.ts';
import { atEveryEffect, endSilence, handOut, runWaves, submit, untilAsked, untilItWaits, untilPlanned, verifyLink, walk } from '../walk.ts';
import { HOUR, openWorlds, PERSON_EMAIL, SECRET, type TestWorld, type Worlds } from '../world.ts';

let worlds: Worlds;
let world: TestWorld;
beforeAll(async () => {
  worlds = await openWorlds();
});
afterAll(async () => worlds.close());
beforeEach(async () => {
  world = await worlds.open();
});

const load = async (id: RequestId): Promise<Request> => (await world.requests.load(id))!;
const downloadToken = (id: RequestId): string => makeToken(SECRET, 'download', { id });

async function receiptsOf(id: RequestId): Promise<ReceiptPayload[]> {
  const { receipts } = await load(id);
  const stored = await Promise.all(receipts.map(({ receiptId }) => world.receipts.get(receiptId)));
  return stored.map((receipt) => readPayload(JSON.parse(Buffer.from(receipt!.jws.split('.')[1]!, 'base64url').toString())));
}

describe('assess-request', () => {
  it('proceeds once the person is known, and decides only once', async () => {
    const request = await submit(world);
    await untilAsked(world, request);
    await confirmByLink(world, verifyLink(request.id));
    await assessRequest({ requestId: request.id, silent: false }, world);
    expect((await load(request.id)).grounds).toEqual([]);
    expect((await world.requests.loadCase(request.id))!.events.filter(({ type }) => type === 'assessed')).toHaveLength(1);
  });

  it.each([
    ['DE', 'en', ['GDPR Art. 11(2), 12(2)']],
    ['US-CA', 'en', ['GDPR Art. 11(2), 12(2)', '11 CCR 7062(c)']],
    ['DE', 'de', ['GDPR Art. 11(2), 12(2)']],
  ])('denies a silent request from %s in %s, citing the law', async (residence, lang, cites) => {
    const request = await submit(world, { residence, lang });
    await untilAsked(world, request);
    expect(await endSilence(world, request)).toMatchObject({ next: 'stage', pass: 'none', round: 1 });
    expect(await handOut(world, request.id, { pass: 'none', round: 1 })).toMatchObject({ next: 'end' });
    expect(await load(request.id)).toMatchObject({ state: 'denied' });
    const [, denial] = await receiptsOf(request.id);
    expect(denial).toMatchObject({
      kind: 'denial',
      scope: 'full',
      lang,
      grounds: cites.map((law) => ({ code: 'justifications:IdentityVerificationFailure', law })),
    });
    const mail = (await world.mails(request.id)).at(-1)!;
    expect(mail.parsed.text).toMatch(lang === 'de' ? /Was Sie tun können/ : /What you can do/);
  });

  it('refuses a right that the law does not know, with the article of what it does know', async () => {
    const request = await submit(world, { rights: ['opt-out-of-sale'], residence: 'DE' });
    expect(await untilAsked(world, request)).toMatchObject({ next: 'stage', pass: 'none', round: 1 });
    expect((await load(request.id)).grounds).toMatchObject([{ code: 'right_not_granted' }]);
  });

  it('notes an open request of the same person for the same, and no other', async () => {
    const [first, other, stranger] = [
      await submit(world),
      await submit(world, { rights: ['erasure'] }),
      await submit(world, { person: { email: 'x@example.org', identifiers: {} } }),
    ];
    for (const request of [first, other, stranger]) await untilAsked(world, request);
    const second = await submit(world);
    await untilPlanned(world, second);
    const assessed = (await world.requests.loadCase(second.id))!.events.find(({ type }) => type === 'assessed');
    expect(assessed!.data).toMatchObject({ duplicates: [first.id], notes: ['duplicate'] });
  });
});

describe('plan-systems', () => {
  it('plans once and goes on where the events stand', async () => {
    const request = await submit(world);
    const first = await untilPlanned(world, request);
    expect(first).toMatchObject({ next: 'stage', pass: 'export', round: 1, systems: ['shop'], wave: 1 });
    expect(await planSystems({ requestId: request.id }, world.reopen())).toEqual(first);
    expect((await load(request.id)).waves).toEqual([['shop'], ['crm']]);
  });
});

describe('a review', () => {
  async function inReview(): Promise<Request> {
    world.systems['shop']!.rows['messages'] = [
      { id: 1, customer_id: 42, text: 'Hello', about_whom: 'Hans Hidden' },
      { id: 2, customer_id: 42, text: 'Again', about_whom: null },
    ];
    const request = await submit(world);
    const { review } = await runWaves(world, request.id, await untilPlanned(world, request));
    expect(review).toBe(true);
    await reviewAndRedact({ requestId: request.id, round: 1, taskToken: 'review-1' }, world);
    return request;
  }

  it('waits for a person, and runs twice with one task', async () => {
    const request = await inReview();
    await reviewAndRedact({ requestId: request.id, round: 1, taskToken: 'review-2' }, world);
    expect((await load(request.id)).state).toBe('in-review');
    expect((await world.requests.openTasks({ limit: 5 })).items).toHaveLength(1);
    expect(await readWithheld(world, request.id)).toEqual([
      { system: 'shop', dataset: 'messages', column: 'about_whom', rows: 1, samples: ['Hans Hidden'] },
    ]);
  });

  it('releases what the reviewer named among the withheld, and nothing else', async () => {
    const request = await inReview();
    const taskId = waitId(request, 'review', 'review#1');
    const decide = (released: string[], by = 'renate') => decideReview(world, { requestId: request.id, taskId, released, by });
    expect(await decide(['shop/messages/about_whom', 'shop/customers/password_hash'])).toEqual({ ok: true });
    expect((await load(request.id)).released).toEqual(['shop/messages/about_whom']);
    expect(await decide([], 'other')).toEqual({ ok: false, reason: 'already-done' });
    expect(world.machine.told.at(-1)).toEqual({ token: 'review-1', output: { outcome: 'done' } });
  });

  it('decided by two at once counts once, and the slower one is told', async () => {
    const request = await inReview();
    const taskId = waitId(request, 'review', 'review#1');
    const decisions = await Promise.all(
      [['shop/messages/about_whom'], []].map((released, who) =>
        decideReview(world.reopen(), { requestId: request.id, taskId, released, by: `reviewer-${who}` }),
      ),
    );
    expect(decisions.filter(({ ok }) => ok)).toHaveLength(1);
    const winner = decisions.findIndex(({ ok }) => ok);
    expect((await load(request.id)).released).toEqual(winner === 0 ? ['shop/messages/about_whom'] : []);
  });

  it('is finished by the sweep, or by the next reviewer, wherever a crash cuts the decision off', async () => {
    const request = await inReview();
    const taskId = waitId(request, 'review', 'review#1');
    const decide = (to: TestWorld, released: string[]) => decideReview(to, { requestId: request.id, taskId, released, by: 'renate' });
    const look = async (again: TestWorld): Promise<void> => {
      // Nothing was recorded yet: the reviewer presses the button again.
      const decided = (await again.requests.loadCase(request.id))!.events.some(({ type }) => type === 'reviewed');
      if (!decided) await decide(again, ['shop/messages/about_whom']);
      else if (again.fuse.effects.length % 2 === 0) await decide(again, []);
      again.pass(25 * HOUR);
      await sweep({}, again.reopen());
      expect(again.machine.told.filter(({ token }) => token === 'review-1')).toHaveLength(1);
      expect((await again.requests.load(request.id))!.released).toEqual(['shop/messages/about_whom']);
    };
    expect(await atEveryEffect(world, { act: (to) => decide(to, ['shop/messages/about_whom']), look })).toBeGreaterThan(3);
  });

  it('of a task that never was is unknown', async () => {
    const request = await submit(world);
    expect(await decideReview(world, { requestId: request.id, taskId: 'task_x', released: [], by: 'renate' })).toEqual({
      ok: false,
      reason: 'unknown',
    });
  });
});

async function partBytes(id: RequestId, round: number, name: string): Promise<Buffer> {
  const { Body } = await world.clients.s3.send(new GetObjectCommand({ Bucket: BUCKETS.delivery, Key: deliveryKey(id, round, name) }));
  return Buffer.from(await Body!.transformToByteArray());
}

describe('package-response', () => {
  it('builds the same bytes again, and records the package once', async () => {
    const request = await submit(world);
    await runWaves(world, request.id, await untilPlanned(world, request));
    const build = (to: TestWorld) => packageResponse({ requestId: request.id, round: 1, part: 1 }, to);
    expect(await build(world)).toEqual({ more: false });
    const [part] = (await load(request.id)).package!.parts;
    const first = await partBytes(request.id, 1, part!.name);
    world.pass(3 * HOUR);
    await build(world.reopen());
    expect((await partBytes(request.id, 1, part!.name)).equals(first)).toBe(true);
    expect((await load(request.id)).package!.parts).toEqual([part]);
    expect(first.length).toBe(part!.bytes);
  });

  it('is a proper answer when nothing was found', async () => {
    for (const system of Object.values(world.systems)) system.rows = {};
    const request = await walk(world);
    expect(request).toMatchObject({ state: 'answered', package: { empty: true } });
    expect((await receiptsOf(request.id)).at(-1)).toMatchObject({
      kind: 'fulfilment',
      systems: [{ outcome: 'not-found' }, { outcome: 'not-found' }],
    });
  });

  it('comes in parts that each are built by a call of their own', async () => {
    world = await worlds.open(company({ policies: { partBytes: 1024 * 1024 } }));
    world.systems['shop']!.rows['orders'] = Array.from({ length: 8 }, (_, id) => ({ id, customer_id: 42, total: 'x'.repeat(150_000) }));
    const request = await walk(world);
    expect(request.package!.parts.length).toBeGreaterThan(1);
    // One hash for all parts: that of the first alone would say nothing about the others.
    const items = (await world.requests.table.partition(keys.request(request.id), PREFIX.part)) as {
      name?: string;
      manifestSha256?: string;
    }[];
    expect(items).toHaveLength(request.package!.parts.length);
    const lines = items.map(({ name, manifestSha256 }) => `${manifestSha256}  ${name}\n`).join('');
    expect(request.package!.manifestSha256).toBe(createHash('sha256').update(lines).digest('hex'));
    for (const [place, part] of request.package!.parts.entries()) {
      const opened = await presignPart(world, { token: downloadToken(request.id), part: place + 1 });
      expect(Buffer.from(await (await fetch((opened as { url: string }).url)).arrayBuffer()).length).toBe(part.bytes);
    }
  });

  it('is not built for a request that was withdrawn meanwhile', async () => {
    const request = await submit(world);
    await runWaves(world, request.id, await untilPlanned(world, request));
    await withdrawRequest(world, request.id, 'person');
    await expect(packageResponse({ requestId: request.id, round: 1, part: 1 }, world)).rejects.toMatchObject({ name: 'PermanentError' });
  });
});

describe('issue-receipt and deliver', () => {
  it('run twice, sign once, mail once', async () => {
    const request = await walk(world);
    const before = (await world.requests.loadCase(request.id))!.events;
    const stage = { requestId: request.id, pass: 'export' as const, round: 1 };
    await issueReceipt(stage, world.reopen());
    expect(await deliver(stage, world.reopen())).toMatchObject({ next: 'end' });
    expect((await world.requests.loadCase(request.id))!.events).toEqual(before);
    expect((await receiptsOf(request.id)).map(({ kind }) => kind)).toEqual(['request', 'fulfilment']);
    expect(await world.mails(request.id)).toHaveLength(3);
  });

  it('chain the receipts and name every system with what it did', async () => {
    const request = await walk(world, { rights: ['erasure'] });
    const [first, deletion] = await receiptsOf(request.id);
    expect(first!.prev).toBeUndefined();
    expect(deletion!.prev).toMatch(/^sha256:/);
    expect(deletion).toMatchObject({ kind: 'deletion', scope: 'partial', interim: false, totals: { retained: 3, failed: 0 } });
  });

  it('put nothing personal into mail or receipt', async () => {
    const request = await walk(world, {
      rights: ['access', 'erasure'],
      person: { email: PERSON_EMAIL, name: 'Erika Mustermann', identifiers: {} },
    });
    const mails = await world.mails(request.id);
    const words = mails.map(({ parsed }) => `${parsed.subject} ${parsed.text} ${parsed.html}`).join();
    expect(words + JSON.stringify(await receiptsOf(request.id))).not.toMatch(/Mustermann|Erika|mustermann|called about|19\.90|\$2b/);
    expect(worlds.logged()).not.toMatch(/mustermann/i);
  });

  it('fail loudly where there is no receipt to deliver', async () => {
    const request = await submit(world);
    await expect(deliver({ requestId: request.id, pass: 'export', round: 1 }, world)).rejects.toMatchObject({ name: 'BugError' });
  });

  it('do nothing for a request that was withdrawn before', async () => {
    const request = await submit(world);
    await runWaves(world, request.id, await untilPlanned(world, request));
    await packageResponse({ requestId: request.id, round: 1, part: 1 }, world);
    await withdrawRequest(world, request.id, 'person');
    const stage = { requestId: request.id, pass: 'export' as const, round: 1 };
    await expect(issueReceipt(stage, world)).rejects.toMatchObject({ name: 'PermanentError' });
    await expect(deliver(stage, world)).rejects.toThrow();
    expect(await load(request.id)).toMatchObject({ state: 'withdrawn', deliveries: [] });
    expect(await world.mails(request.id)).toHaveLength(2);
  });
});

describe('await-fetch', () => {
  const waiting = async (): Promise<Request> => walk(world, { rights: ['access', 'erasure'] });

  it('holds the deletion until the copy was fetched; one click more starts nothing twice', async () => {
    const request = await waiting();
    expect(world.systems['shop']!.rows['customers']).toHaveLength(1);
    expect(world.machine.told.map(({ token }) => token)).toEqual(['verify-token']);
    await Promise.all([1, 2, 3].map(() => presignPart(world, { token: downloadToken(request.id), part: 1 })));
    expect(world.machine.told.map(({ token }) => token)).toEqual(['verify-token', 'fetch-token']);
    expect(await planSystems({ requestId: request.id }, world)).toMatchObject({ next: 'stage', pass: 'erase' });
    expect((await openDownload(world, downloadToken(request.id))).ok).toBe(true);
  });

  it('ends when the person waives it, or when the time is up', async () => {
    const request = await waiting();
    await endFetch(world, request.id, 'waived');
    expect(await planSystems({ requestId: request.id }, world)).toMatchObject({ pass: 'erase' });
    world = await worlds.open();
    const other = await waiting();
    const { fetchSeconds } = await planSystems({ requestId: other.id }, world);
    world.pass((fetchSeconds - 1) * 1000);
    expect(await planSystems({ requestId: other.id }, world)).toMatchObject({ next: 'await-fetch' });
    world.pass(1000);
    expect(await planSystems({ requestId: other.id }, world)).toMatchObject({ next: 'stage', pass: 'erase' });
    expect((await load(other.id)).fetchEnded).toBe('window-ended');
  });

  it('goes on at once when the copy was fetched before it began to wait', async () => {
    const request = await submit(world, { rights: ['access', 'erasure'] });
    const next = await untilPlanned(world, request);
    await runWaves(world, request.id, next);
    await handOut(world, request.id, { pass: 'export', round: 1 });
    await presignPart(world, { token: downloadToken(request.id), part: 1 });
    await awaitFetch({ requestId: request.id, taskToken: 'late' }, world);
    expect(world.machine.told.at(-1)).toEqual({ token: 'late', output: { outcome: 'done' } });
  });

  it('is finished by the sweep wherever a crash cuts the click off', async () => {
    const request = await waiting();
    const look = async (again: TestWorld): Promise<void> => {
      // Nothing was recorded yet: the person clicks again.
      const clicked = (await again.requests.loadCase(request.id))!.events.some(({ type }) => type === 'package-fetched');
      if (!clicked) await presignPart(again, { token: downloadToken(request.id), part: 1 });
      again.pass(25 * HOUR);
      await sweep({}, again.reopen());
      expect(await again.requests.load(request.id)).toMatchObject({ fetchEnded: 'fetched' });
      expect(again.machine.told.map(({ token }) => token)).toContain('fetch-token');
    };
    expect(
      await atEveryEffect(world, { act: (to) => presignPart(to, { token: downloadToken(request.id), part: 1 }), look }),
    ).toBeGreaterThan(3);
  });
});

describe('fetch-package', () => {
  it('opens by its own link only, and only while there is something to open', async () => {
    const request = await walk(world);
    for (const token of ['', 'x', makeToken(SECRET, 'status', { id: request.id }), makeToken(SECRET, 'person', { id: request.id })]) {
      expect(await openDownload(world, token)).toEqual({ ok: false, reason: 'unknown' });
    }
    const fresh = await submit(world);
    expect(await openDownload(world, downloadToken(fresh.id))).toEqual({ ok: false, reason: 'not-ready' });
    for (const part of [0, 2, -1, 1.5, Number.NaN])
      expect(await presignPart(world, { token: downloadToken(request.id), part })).toEqual({ ok: false, reason: 'unknown' });
  });

  it('works to the last second of the window and not a second longer', async () => {
    const request = await walk(world);
    const download = await openDownload(world, downloadToken(request.id));
    expect(download).toMatchObject({ ok: true, until: '2026-04-01' });
    world.goTo('2026-04-01T21:59:59Z');
    expect((await presignPart(world, { token: downloadToken(request.id), part: 1 })).ok).toBe(true);
    world.goTo('2026-04-01T22:00:00Z');
    expect(await presignPart(world, { token: downloadToken(request.id), part: 1 })).toEqual({ ok: false, reason: 'ended' });
  });

  it('records the first click on each part only', async () => {
    const request = await walk(world);
    for (let click = 0; click < 3; click += 1) await presignPart(world, { token: downloadToken(request.id), part: 1 });
    expect((await world.requests.loadCase(request.id))!.events.filter(({ type }) => type === 'package-fetched')).toHaveLength(1);
  });

  it('keeps the first answer open beside the supplementary one, and erases only when both were fetched', async () => {
    const request = await submit(world, { rights: ['access', 'erasure'] });
    const stage = await untilPlanned(world, request);
    world.systems['crm']!.fails.find = [new TypeError('down')];
    expect((await runWaves(world, request.id, stage)).waiting).toBe(true);
    expect(await chooseLate(world, { requestId: request.id, choice: 'interim', by: 'anton' })).toEqual({ ok: true });
    await recordWave({ requestId: request.id, pass: 'export', round: 1, wave: 2 }, world);
    await untilItWaits(world, request, await handOut(world, request.id, { pass: 'export', round: 1 }));
    const { deliveries } = await load(request.id);
    expect(deliveries.map(({ round, outstanding }) => [round, outstanding])).toEqual([
      [1, ['crm']],
      [2, []],
    ]);
    const download = await openDownload(world, downloadToken(request.id));
    expect(download.ok && download.parts.map(({ number, round }) => [number, round])).toEqual([
      [1, 1],
      [2, 2],
    ]);
    await presignPart(world, { token: downloadToken(request.id), part: 2 });
    expect((await load(request.id)).fetchEnded).toBeUndefined();
    const opened = await presignPart(world, { token: downloadToken(request.id), part: 1 });
    expect((await fetch((opened as { url: string }).url)).status).toBe(200);
    expect((await load(request.id)).fetchEnded).toBe('fetched');
    const [, first, second] = await receiptsOf(request.id);
    expect(first).toMatchObject({ kind: 'fulfilment', interim: true, outstanding: [{ id: 'crm' }] });
    expect(second).toMatchObject({ kind: 'fulfilment', interim: false, outstanding: [] });
  });
});
