/** A withdrawn request ends with one signed receipt and a mail about it, at once or by the sweep, and its data wait for that. */
import assert from 'node:assert/strict';
import { describe, expect, it } from 'vitest';
import { bareId } from '../../lib/domain/ids.ts';
import type { Request } from '../../lib/domain/request.ts';
import { makeToken } from '../../lib/domain/tokens.ts';
import { issueReceipt } from '../../lib/receipts/issue.ts';
import { type ClosureReceipt, readPayload } from '../../lib/receipts/payload.ts';
import { payloadOf } from '../../lib/receipts/payload-of.ts';
import { closeStopped } from '../../lib/steps/close-withdrawn.ts';
import { openIssuer } from '../../lib/steps/issuing.ts';
import { sweep } from '../../lib/steps/sweep.ts';
import { withdrawRequest } from '../../lib/steps/withdraw-request.ts';
import { atEveryEffect, crashes, submit, untilAsked, untilPlanned } from '../walk.ts';
import { DAY, HOUR, MINUTE, PERSON_EMAIL, SECRET, type TestWorld } from '../world.ts';
import { caseOf, load, moveTo, world } from './sweep-world.ts';

/** What EventBridge delivers once the execution was stopped. */
const aborted = ({ id }: Request): unknown => ({
  detail: { name: bareId(id), status: 'ABORTED', startDate: world.now() - DAY, stopDate: world.now() },
});

const closures = async (id: Request['id'], on = world) =>
  (await on.receipts.ofCase(id))
    .map(({ jws }) => readPayload(payloadOf(jws)))
    .filter((payload): payload is ClosureReceipt => payload.kind === 'closure');

const closureMails = async (id: Request['id']) =>
  (await world.mails(id)).filter(({ parsed }) => /was withdrawn|zurückgezogen/.test(parsed.subject!));

/** Withdrawn by the person, and reported by Step Functions. */
async function withdrawn(request: Request): Promise<void> {
  await withdrawRequest(world, request.id, 'person');
  await closeStopped(aborted(request), world);
}

describe('a withdrawal', () => {
  it('is answered at once by a mail with the receipt: who withdrew, when, and what becomes of the data', async () => {
    const request = await submit(world);
    await untilPlanned(world, request);
    world.pass(HOUR);
    const at = new Date(world.now()).toISOString();
    await withdrawn(request);
    const [mail, ...more] = await closureMails(request.id);
    expect(more).toEqual([]);
    expect(mail!.recipients).toEqual([PERSON_EMAIL]);
    const [receipt] = await closures(request.id);
    expect(receipt).toMatchObject({ status: 'dpv:RequestUnfulfilled', closure: { reason: 'withdrawn', at } });
    expect(receipt!.text).toMatch(
      /^On 2 March 2026 the request Q-\S+ was withdrawn by whoever sent it\. .*at the latest on 2 April 2026, we delete the data/,
    );
    expect(mail!.parsed.text).toContain(receipt!.text);
    expect(mail!.parsed.text).toContain(makeToken(SECRET, 'person', { id: request.id }));
    expect(mail!.parsed.text).toContain(`/receipts/${receipt!.id}`);
    const attached = mail!.parsed.attachments.find(({ filename }) => filename === 'receipt.jws');
    expect(Buffer.from(attached!.content as ArrayBuffer).toString()).toBe((await world.receipts.ofCase(request.id)).at(-1)!.jws);
    expect((await load(request.id)).receipts.map(({ kind }) => kind)).toEqual(['request', 'closure']);
  });

  it('is the last that is promised: an answer that was under way is not signed behind it, a deletion that happened is', async () => {
    const request = await submit(world);
    await untilPlanned(world, request);
    await withdrawn(request);
    const issuer = await openIssuer(world);
    const late = (kind: 'extension' | 'deletion'): Promise<unknown> => {
      const fact = { requestId: request.id, kind, fact: 'late', receivedAtMs: Date.parse(request.receivedAt) };
      return issueReceipt(issuer, { ...fact, build: () => assert.fail(`asked to build the ${kind}`) });
    };
    await expect(late('extension')).rejects.toThrow('The case has ended with a receipt');
    await expect(late('deletion')).rejects.toThrow('asked to build the deletion');
  });

  it('by staff says so, and is in the language of the person', async () => {
    const request = await submit(world, { lang: 'de' });
    await untilPlanned(world, request);
    await withdrawRequest(world, request.id, 'staff');
    await closeStopped(aborted(request), world);
    const [receipt] = await closures(request.id);
    expect(receipt!.lang).toBe('de');
    expect((await closureMails(request.id))[0]!.parsed.subject).toBe(`Antrag ${request.reference} wurde zurückgezogen`);
    const other = await submit(world, { lang: 'de' });
    await withdrawn(other);
    const [byPerson] = await closures(other.id);
    expect(byPerson!.text.replace(other.reference, request.reference)).not.toBe(receipt!.text);
  });

  it('of an address that was never confirmed opens no more than whoever sent the form may see', async () => {
    const request = await submit(world);
    await untilAsked(world, request);
    await withdrawn(request);
    const [mail] = await closureMails(request.id);
    expect(mail!.parsed.text).toContain(makeToken(SECRET, 'status', { id: request.id }));
    expect(mail!.parsed.text).not.toContain(makeToken(SECRET, 'person', { id: request.id }));
  });

  it('before anything was mailed has its receipt as the first of the case', async () => {
    const request = await submit(world);
    await withdrawn(request);
    const [receipt] = await closures(request.id);
    expect(receipt!.prev).toBeUndefined();
    expect(await closureMails(request.id)).toHaveLength(1);
  });

  it('that is reported more than once, and found by the sweep too, is told once', async () => {
    const request = await submit(world);
    await untilPlanned(world, request);
    await withdrawRequest(world, request.id, 'person');
    await Promise.all([closeStopped(aborted(request), world), closeStopped(aborted(request), world.reopen()), sweep({}, world.reopen())]);
    await closeStopped(aborted(request), world.reopen());
    expect(await closures(request.id)).toHaveLength(1);
    expect(await closureMails(request.id)).toHaveLength(1);
  });

  it('whose report is lost is told by the next sweep, before anything is purged', async () => {
    const request = await submit(world);
    await untilPlanned(world, request);
    await withdrawRequest(world, request.id, 'person');
    world.pass(2 * HOUR);
    expect(await sweep({}, world)).toMatchObject({ failed: 0 });
    expect(await closureMails(request.id)).toHaveLength(1);
    expect((await load(request.id)).purgedAt).toBeDefined();
  });

  it('is told once wherever a crash cuts it off', async () => {
    const request = await submit(world);
    await untilPlanned(world, request);
    // What was mailed stays mailed, also where the world begins anew.
    let before = 0;
    const act = async (to: TestWorld): Promise<void> => {
      before = (await closureMails(request.id)).length;
      await withdrawRequest(to, request.id, 'person');
      await closeStopped(aborted(request), to);
    };
    const look = async (again: TestWorld): Promise<void> => {
      moveTo(again.reopen());
      world.pass(20 * MINUTE);
      expect(await sweep({}, world)).toMatchObject({ failed: 0 });
      world.pass(HOUR);
      expect(await sweep({}, world)).toMatchObject({ failed: 0 });
      const { state, receipts } = await load(request.id);
      // Nothing was recorded yet: the person presses again.
      if (state !== 'withdrawn') return expect(await world.machine.state(request.id)).toBe('running');
      expect(receipts.filter(({ kind }) => kind === 'closure').length).toBe(2);
      expect((await closures(request.id)).map(({ closure }) => closure.reason)).toEqual(['withdrawn', 'purged']);
      const mails = (await closureMails(request.id)).slice(before);
      expect(new Set(mails.map(({ mailId }) => mailId)).size).toBe(1);
      expect(mails.length).toBeLessThanOrEqual(2);
    };
    expect(await atEveryEffect(world, { act, look })).toBeGreaterThan(8);
  });

  it('that a crash cut off between its two events is finished by the sweep', async () => {
    const request = await submit(world);
    await untilPlanned(world, request);
    const append = world.requests.append;
    world.requests.append = async (id, event) => {
      if (event.type === 'closed') throw new TypeError('down');
      return await append(id, event);
    };
    await withdrawRequest(world, request.id, 'person').catch(() => undefined);
    world.requests.append = append;
    expect((await load(request.id)).state).toBe('in-progress');
    world.pass(HOUR);
    await sweep({}, world.reopen());
    expect((await load(request.id)).state).toBe('withdrawn');
    expect(await world.machine.state(request.id)).toBe('ended');
  });
});

describe('the data of a withdrawn request', () => {
  it('wait for the mail that cannot go out, looked at every hour, and at most as long as an answer would be kept', async () => {
    const request = await submit(world);
    await untilPlanned(world, request);
    await withdrawRequest(world, request.id, 'person');
    const { send } = world.postOffice;
    world.postOffice.send = async () => {
      throw new TypeError('down');
    };
    world.pass(3 * HOUR);
    expect(await sweep({}, world)).toMatchObject({ looked: 1, failed: 1 });
    expect(await sweep({}, world)).toMatchObject({ looked: 1, failed: 1 });
    expect((await load(request.id)).purgedAt).toBeUndefined();
    // The receipt is there, and the status page links it.
    expect((await load(request.id)).receipts.at(-1)!.kind).toBe('closure');
    world.postOffice.send = send;
    world.pass(HOUR);
    expect(await sweep({}, world)).toMatchObject({ failed: 0 });
    expect(await closureMails(request.id)).toHaveLength(1);
    expect((await load(request.id)).purgedAt).toBeDefined();
  });

  it('go in the end also when nobody can be told', async () => {
    const request = await submit(world);
    await withdrawRequest(world, request.id, 'person');
    world.postOffice.send = async () => {
      throw new TypeError('down');
    };
    world.pass(29 * DAY);
    await sweep({}, world);
    expect((await load(request.id)).purgedAt).toBeUndefined();
    world.pass(2 * DAY);
    await sweep({}, world);
    expect((await load(request.id)).purgedAt).toBeDefined();
    expect(await world.caseKeys.exists(request.id)).toBe(false);
    world.pass(HOUR);
    expect(await sweep({}, world)).toMatchObject({ failed: 0 });
  });

  it('are named gone by the last receipt, which follows the others and names the person as they do', async () => {
    const request = await submit(world);
    await untilPlanned(world, request);
    await withdrawn(request);
    world.pass(2 * HOUR);
    await sweep({}, world);
    const { purgedAt, irrecoverableFrom } = await load(request.id);
    const [first, last] = await closures(request.id);
    expect(last).toMatchObject({ closure: { reason: 'purged', at: purgedAt, purgedAt, irrecoverableFrom }, subject: first!.subject });
    expect(last!.prev).toMatch(/^sha256:/);
    expect((await closureMails(request.id)).length).toBe(1);
    expect((await caseOf(request.id)).events.at(-1)).toMatchObject({ type: 'receipt-issued', data: { kind: 'closure' } });
  });

  it('that were purged get no mail any more, however late the report of the withdrawal comes', async () => {
    const request = await submit(world);
    await withdrawn(request);
    world.pass(2 * HOUR);
    await sweep({}, world);
    const before = (await world.mails(request.id)).length;
    expect(await crashes(world, () => closeStopped(aborted(request), world.reopen()))).toBe(false);
    expect(await world.mails(request.id)).toHaveLength(before);
  });
});
