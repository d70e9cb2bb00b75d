/** A wrong receipt is set right by another one: issued once, mailed, corrected in its turn, and never after the address is gone. */
import { describe, expect, it } from 'vitest';
import { bareId, type ReceiptId } from '../../lib/domain/ids.ts';
import type { Request } from '../../lib/domain/request.ts';
import { makeToken } from '../../lib/domain/tokens.ts';
import { chainHash } from '../../lib/receipts/issue.ts';
import { type CorrectionReceipt, readPayload } from '../../lib/receipts/payload.ts';
import { payloadOf } from '../../lib/receipts/payload-of.ts';
import { acknowledge } from '../../lib/steps/acknowledge.ts';
import { askCorrection, type Correction } from '../../lib/steps/correct-receipt.ts';
import { sweep } from '../../lib/steps/sweep.ts';
import { atEveryEffect, submit, walk } from '../walk.ts';
import { DAY, HOUR, PERSON_EMAIL, SECRET, type TestWorld } from '../world.ts';
import { caseOf, load, moveTo, sweepAt, world } from './sweep-world.ts';

const WORDS = { text: 'We hold nothing about you in the shop.', reason: 'A name was mixed up.', by: 'renate' };

const ask = (request: Request, receiptId: ReceiptId, more: Partial<Correction> = {}, on: TestWorld = world) =>
  askCorrection(on, { requestId: request.id, receiptId, ...WORDS, ...more });

const correctionMails = async (id: Request['id']) =>
  (await world.mails(id)).filter(({ parsed }) => /We correct a receipt|berichtigen eine Quittung/.test(parsed.subject!));

async function correctionsOf(id: Request['id']): Promise<CorrectionReceipt[]> {
  const payloads = (await world.receipts.ofCase(id)).map(({ jws }) => readPayload(payloadOf(jws)));
  return payloads.filter((payload): payload is CorrectionReceipt => payload.kind === 'correction');
}

/** An answered request and its answer's receipt. */
async function answered(): Promise<{ request: Request; wrong: ReceiptId }> {
  const request = await walk(world);
  return { request, wrong: request.receipts.at(-1)!.receiptId };
}

async function sweepSoon(): Promise<void> {
  world.pass(HOUR);
  expect(await sweep({}, world)).toMatchObject({ failed: 0 });
}

describe('a correction', () => {
  it('is issued within the hour as a receipt of its own that names the wrong one, and mailed with it', async () => {
    const { request, wrong } = await answered();
    const before = (await world.receipts.ofCase(request.id)).find(({ id }) => id === wrong)!;
    expect(await ask(request, wrong)).toEqual({ ok: true });
    await sweepSoon();
    const [receipt] = await correctionsOf(request.id);
    expect(receipt).toMatchObject({
      supersedes: { id: bareId(wrong), sha256: chainHash(before.jws) },
      reason: WORDS.reason,
      prev: chainHash(before.jws),
      subject: readPayload(payloadOf(before.jws)).subject,
    });
    expect(receipt!.text).toContain(WORDS.text);
    const [mail, ...more] = await correctionMails(request.id);
    expect(more).toEqual([]);
    expect(mail!.recipients).toEqual([PERSON_EMAIL]);
    for (const said of [WORDS.text, WORDS.reason, `/receipts/${bareId(wrong)}`, `/receipts/${receipt!.id}`, request.reference])
      expect(mail!.parsed.text).toContain(said);
    expect(mail!.parsed.text).toContain(makeToken(SECRET, 'person', { id: request.id }));
    expect(mail!.parsed.attachments.map(({ filename }) => filename)).toContain('receipt.jws');
    // The wrong one stays, byte for byte.
    expect((await world.receipts.ofCase(request.id)).find(({ id }) => id === wrong)!.jws).toBe(before.jws);
    expect((await load(request.id)).receipts.at(-1)).toMatchObject({ kind: 'correction', supersedes: wrong });
    expect((await load(request.id)).state).toBe('answered');
  });

  it('then leaves the sweep to the date of the purge again', async () => {
    const { request, wrong } = await answered();
    const purge = await sweepAt(request.id);
    await ask(request, wrong);
    expect((await sweepAt(request.id))! < purge!).toBe(true);
    await sweepSoon();
    expect(await sweepAt(request.id)).toBe(purge);
  });

  it('of an open request goes out while the request goes on', async () => {
    const request = await submit(world, { lang: 'de' });
    await sweepSoon();
    await acknowledge({ requestId: request.id }, world);
    const [acknowledged] = (await load(request.id)).receipts;
    await ask(request, acknowledged!.receiptId, { text: 'Wir antworten bis zum 1. April.', reason: 'Falsches Datum.' });
    await sweepSoon();
    const [mail] = await correctionMails(request.id);
    expect(mail!.parsed.subject).toBe(`Wir berichtigen eine Quittung: Antrag ${request.reference}`);
    // Nobody has confirmed the address.
    expect(mail!.parsed.text).toContain(makeToken(SECRET, 'status', { id: request.id }));
    expect((await load(request.id)).closedAt).toBeUndefined();
  });

  it('can be corrected in its turn, and the first receipt cannot be corrected twice', async () => {
    const { request, wrong } = await answered();
    await ask(request, wrong);
    expect(await ask(request, wrong)).toEqual({ ok: true });
    expect(await ask(request, wrong, { text: 'Something else.' })).toEqual({ ok: false, reason: 'corrected-before' });
    await sweepSoon();
    const { receiptId: first } = (await load(request.id)).receipts.at(-1)!;
    expect(await ask(request, first, { text: 'We hold one order.' })).toEqual({ ok: true });
    await sweepSoon();
    expect((await correctionsOf(request.id)).map(({ supersedes }) => supersedes.id)).toEqual([bareId(wrong), bareId(first)]);
    expect(await correctionMails(request.id)).toHaveLength(2);
  });

  it('of two that are asked at the same time is the first, and the other is told so', async () => {
    const { request, wrong } = await answered();
    const both = await Promise.all([ask(request, wrong), ask(request, wrong, { text: 'Something else.' }, world.reopen())]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toEqual({ ok: false, reason: 'corrected-before' });
    expect((await load(request.id)).corrections).toHaveLength(1);
  });

  it.each([
    [{ text: ' ' }, 'reason-needed'],
    [{ reason: '' }, 'reason-needed'],
    [{ receiptId: 'rcp_x' }, 'no-receipt'],
    [{ requestId: 'req_x' }, 'unknown'],
  ] as [Partial<Correction>, string][])('is not taken from %j', async (more, reason) => {
    const { request, wrong } = await answered();
    expect(await ask(request, wrong, more)).toEqual({ ok: false, reason });
    expect((await load(request.id)).corrections).toEqual([]);
  });

  it('is issued and mailed once wherever a crash cuts it off', async () => {
    const { request, wrong } = await answered();
    let before = 0;
    const act = async (to: TestWorld): Promise<void> => {
      before = (await correctionMails(request.id)).length;
      await ask(request, wrong, {}, to);
      to.pass(HOUR);
      await sweep({}, to);
    };
    const look = async (again: TestWorld): Promise<void> => {
      moveTo(again.reopen());
      await sweepSoon();
      const asked = (await load(request.id)).corrections.length;
      expect(await correctionsOf(request.id)).toHaveLength(asked);
      expect((await load(request.id)).receipts.filter(({ kind }) => kind === 'correction')).toHaveLength(asked);
      const mails = (await correctionMails(request.id)).slice(before);
      expect(new Set(mails.map(({ mailId }) => mailId)).size).toBe(asked);
      expect(mails.length).toBeLessThanOrEqual(2);
    };
    expect(await atEveryEffect(world, { act, look })).toBeGreaterThan(6);
  });
});

describe('the purge', () => {
  it('waits for a correction that is asked on its eve and cannot be mailed, but not for ever', async () => {
    const { request, wrong } = await answered();
    world.goTo('2026-04-01T20:00:00Z');
    await ask(request, wrong);
    const { send } = world.postOffice;
    world.postOffice.send = async () => {
      throw new TypeError('down');
    };
    world.pass(DAY);
    expect(await sweep({}, world)).toMatchObject({ failed: 1 });
    expect((await load(request.id)).purgedAt).toBeUndefined();
    world.postOffice.send = send;
    await sweepSoon();
    expect(await correctionMails(request.id)).toHaveLength(1);
    expect((await load(request.id)).purgedAt).toBeDefined();
    expect((await load(request.id)).receipts.map(({ kind }) => kind)).toEqual(['request', 'fulfilment', 'correction', 'closure']);
  });

  it('ends what can be corrected: nobody knows the address any more', async () => {
    const { request, wrong } = await answered();
    world.goTo('2026-04-03T00:00:00Z');
    await sweep({}, world);
    expect(await ask(request, wrong)).toEqual({ ok: false, reason: 'purged' });
  });

  it('of a case that nobody could be written to leaves the correction as a receipt without a mail', async () => {
    const { request, wrong } = await answered();
    world.goTo('2026-04-01T20:00:00Z');
    await ask(request, wrong);
    world.postOffice.send = async () => {
      throw new TypeError('down');
    };
    world.pass(31 * DAY);
    await sweep({}, world);
    expect((await load(request.id)).purgedAt).toBeDefined();
    await sweepSoon();
    expect(await correctionsOf(request.id)).toHaveLength(1);
    expect((await caseOf(request.id)).mails.filter(({ kind }) => kind.startsWith('correction'))).toEqual([]);
    // Nothing is left to do until the record ends.
    expect(await sweepAt(request.id)).toMatch(/^2029-/);
  });
});
