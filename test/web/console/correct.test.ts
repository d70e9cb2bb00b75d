/** Correcting a receipt on the staff pages: what it says, what holds instead, read as the person will read it, then confirmed. */
import { describe, expect, it } from 'vitest';
import { bareId } from '../../../lib/domain/ids.ts';
import type { Request } from '../../../lib/domain/request.ts';
import { seats, wordsOf } from './desk-fixture.ts';
import { TOLD } from './world.ts';

const seat = seats();

const ofRequest = ({ id }: Request): string => `/staff/requests/${id}`;
/** The address at which the n-th receipt is corrected. */
const path = (request: Request, n: number): string => `${ofRequest(request)}/correct/${request.receipts[n]!.receiptId}`;
const RIGHT = { text: 'Wir haben 12 Einträge gelöscht.', reason: 'Ein System war doppelt gezählt.' };

describe('the receipts of a request', () => {
  it('stand on its page, each with the one that took its place, and the way to correct it', async () => {
    const { browser, cases } = await seat(['reviewer']);
    const { html } = await browser.get(ofRequest(cases.corrected));
    const [wrong, right, late] = cases.corrected.receipts;
    const rows = html.slice(html.indexOf('<section id="receipts">')).split('<tr').slice(2, 5);
    expect(rows[0]).toContain(`corrected by <a href="http://127.0.0.1:4400/receipts/${bareId(right!.receiptId)}">`);
    expect(rows[0]).toContain('This receipt has been corrected already.');
    expect(rows[1]).toContain(`corrects <a href="http://127.0.0.1:4400/receipts/${bareId(wrong!.receiptId)}">`);
    expect(rows[1]).toMatch(/<a href="[^"]+\/correct\/[^"]+" aria-label="Correct the receipt correction of [^"]+">Correct<\/a>/);
    expect(rows[2]).toContain('being corrected');
    expect(rows[2]).toContain(bareId(late!.receiptId));
    expect(html.match(/\/correct\//g)).toHaveLength(1);
  });

  it('tell in the history who corrected what and why', async () => {
    const { browser, cases } = await seat(['viewer']);
    const words = wordsOf((await browser.get(ofRequest(cases.corrected))).html);
    expect(words).toContain('Receipt to be corrected');
    expect(words).toContain('by staff-reviewer To say: Wir haben nichts gelöscht. Reason: Ein Name war verwechselt.');
  });

  it('are corrected by reviewers: an agent sees why not, and may not post', async () => {
    const { browser, cases, world } = await seat(['agent']);
    expect(wordsOf((await browser.get(ofRequest(cases.corrected))).html)).toContain('Needs the role reviewer.');
    expect((await browser.get(path(cases.corrected, 1))).status).toBe(403);
    expect((await browser.post(path(cases.corrected, 1), { ...RIGHT, step: 'confirm' })).status).toBe(403);
    expect(world.calls).toEqual([]);
  });

  it('cannot be corrected once the person’s address is purged, which the page says', async () => {
    const { browser, cases, world } = await seat(['reviewer']);
    const gone = { purgedAt: '2026-11-20T09:00:00Z', irrecoverableFrom: '2026-11-27T09:00:00Z' };
    world.happen(cases.corrected.id, { type: 'purged', data: gone });
    const { html } = await browser.get(ofRequest(cases.corrected));
    expect(html).not.toContain('/correct/');
    expect(wordsOf(html)).toContain('The personal data has been purged.');
    const page = await browser.get(path(cases.corrected, 1));
    expect(page.status).toBe(409);
    expect(wordsOf(page.html)).toContain('The personal data has been purged.');
  });
});

describe('a correction', () => {
  it('begins with the words of the receipt, in the language of the person', async () => {
    const { browser, cases } = await seat(['reviewer']);
    const { html } = await browser.get(path(cases.corrected, 1));
    expect(html).toContain(`<blockquote class="letter" lang="de">${TOLD}</blockquote>`);
    expect(html).toContain(`>${TOLD}</textarea>`);
    expect(wordsOf(html)).toContain('The person reads German.');
  });

  it('is recorded only after the mail and the receipt were shown as the person will read them', async () => {
    const { browser, cases, world } = await seat(['reviewer']);
    const check = await browser.post(path(cases.corrected, 1), RIGHT);
    expect(check.status).toBe(200);
    expect(world.calls).toEqual([]);
    const words = wordsOf(check.html);
    expect(words).toContain(`Subject: Wir berichtigen eine Quittung: Antrag ${cases.corrected.reference}`);
    expect(words).toContain(`Was falsch war: ${RIGHT.reason} Richtig ist: ${RIGHT.text}`);
    expect(words).toContain(`/receipts/${bareId(cases.corrected.receipts[1]!.receiptId)}`);
    const done = await browser.post(path(cases.corrected, 1), { ...RIGHT, step: 'confirm' });
    expect(wordsOf(done.html)).toContain('The correction is recorded and goes out within the hour');
    const { receiptId } = cases.corrected.receipts[1]!;
    expect(world.calls).toMatchObject([
      { name: 'correct', input: { id: cases.corrected.id, receiptId, ...RIGHT, by: { sub: 'staff-reviewer' } } },
    ]);
  });

  it('gives the form back with the words typed when they are to be changed', async () => {
    const { browser, cases, world } = await seat(['reviewer']);
    const { html } = await browser.post(path(cases.corrected, 1), { ...RIGHT, step: 'change' });
    expect(html).toContain(`>${RIGHT.text}</textarea>`);
    expect(html).toContain(`>${RIGHT.reason}</textarea>`);
    expect(world.calls).toEqual([]);
  });

  it.each([
    [{ reason: 'x' }, 'Write what holds instead'],
    [{ text: TOLD, reason: 'x' }, 'That is what the receipt says already'],
    [{ text: 'x'.repeat(4_001), reason: 'x' }, 'Keep the text under 4,000 characters'],
    [{ text: 'Right.', reason: ' ' }, 'Give a reason'],
    [{ text: 'Right.', step: 'confirm' }, 'Give a reason'],
  ])('is not taken from %j', async (fields, message) => {
    const { browser, cases, world } = await seat(['reviewer']);
    const page = await browser.post(path(cases.corrected, 1), fields as Record<string, string>);
    expect(page.status).toBe(400);
    expect(page.html).toContain('<title>Error: ');
    expect(wordsOf(page.html)).toContain(message);
    expect(world.calls).toEqual([]);
  });

  it('of a receipt that was corrected is refused in words, and of one that is not of this request not found', async () => {
    const { browser, cases } = await seat(['reviewer']);
    for (const n of [0, 2]) {
      const page = await browser.get(path(cases.corrected, n));
      expect(page.status).toBe(409);
      expect(wordsOf(page.html)).toContain('If the correction is wrong too, correct that one.');
    }
    const elsewhere = `${ofRequest(cases.closed)}/correct/${cases.corrected.receipts[1]!.receiptId}`;
    expect((await browser.get(elsewhere)).status).toBe(404);
    expect((await browser.get(`${ofRequest(cases.corrected)}/correct/nonsense`)).status).toBe(404);
  });
});
