/** enter-request: what came by post or phone is a request since the day on which it came. */
import { describe, expect, it } from 'vitest';
import { openPerson } from '../../lib/steps/casework.ts';
import { enterRequest, type Entry, receivedAtOf } from '../../lib/steps/enter-request.ts';
import { openMail, paperKey } from '../../lib/steps/kept-mail.ts';
import { sweep } from '../../lib/steps/sweep.ts';
import { confirmIdentity } from '../../lib/steps/confirm-address.ts';
import { withdrawRequest } from '../../lib/steps/withdraw-request.ts';
import { atEveryEffect, untilAsked } from '../walk.ts';
import { DAY, HOUR, PERSON_EMAIL } from '../world.ts';
import { caseOf, load, moveTo, typesOf, world, worlds } from './question-world.ts';

const PERSON = { name: 'Erika Mustermann', address: ['Am Linden 1', '10117 Berlin'], identifiers: {}, note: 'Alles, was Sie haben.' };
const PDF = { name: 'Brief.pdf', type: 'application/pdf', content: Buffer.from('%PDF-1.7 the letter') };

const entry = (more: Partial<Entry> = {}): Entry => ({
  by: 'anton',
  key: 'key-of-a-form',
  channel: 'post',
  on: '2026-02-27',
  rights: ['access'],
  person: PERSON,
  residence: 'DE',
  lang: 'de',
  papers: [PDF],
  ...more,
});

async function entered(more: Partial<Entry> = {}) {
  const result = await enterRequest(world.reopen(), entry(more));
  if (!result.ok) throw new Error(result.reason);
  return result.request;
}

describe('an entry', () => {
  it('is a request whose time runs since the day of receipt, says who entered it, and runs', async () => {
    const request = await entered();
    // A Friday in February; a month later is a Friday, too.
    expect(request).toMatchObject({
      channel: 'post',
      enteredBy: 'anton',
      receivedOn: '2026-02-27',
      receivedAt: '2026-02-27T11:00:00.000Z',
      dueOn: '2026-03-27',
      lang: 'de',
      state: 'received',
    });
    expect(await world.machine.state(request.id)).toBe('running');
    expect(openPerson(request, await world.caseKeys.open(request.id))).toEqual(PERSON);
  });

  it('keeps its papers and what staff wrote down of them as those of a mail are kept', async () => {
    const request = await entered();
    const caseKey = await world.caseKeys.open(request.id);
    const [letter, ...more] = request.mails;
    expect(more).toEqual([]);
    expect(letter).toMatchObject({ kind: 'letter', papers: 1, fromPerson: true, authenticated: false, at: request.receivedAt });
    expect(await openMail(world.vault, { id: request.id, caseKey }, letter!.mail)).toEqual({
      receivedAt: request.receivedAt,
      recipients: [],
      subject: '',
      text: PERSON.note,
      textFrom: 'none',
      cut: false,
      papers: [{ number: 0, name: 'Brief.pdf', type: 'application/pdf', bytes: PDF.content.length, kind: 'paper' }],
      morePapers: 0,
    });
    expect(await world.vault.get(paperKey(request.id, letter!.mail, 0), caseKey)).toEqual(PDF.content);
    expect(worlds.logged()).not.toMatch(/Erika|Brief|Linden/);
    expect(JSON.stringify((await caseOf(request.id)).events)).not.toMatch(/Erika|Brief|Linden/);
  });

  it('keeps its scan until it is closed, whatever the policy says of papers: it is the request', async () => {
    const request = await entered();
    const scan = async () => await world.vault.get(paperKey(request.id, request.mails[0]!.mail, 0), await world.caseKeys.open(request.id));
    world.pass(40 * DAY);
    await sweep({}, world);
    expect(await scan()).toEqual(PDF.content);
    expect(await withdrawRequest(world, request.id, 'staff')).toEqual({ ok: true });
    world.pass(DAY);
    await sweep({}, world);
    expect(await scan()).toBeUndefined();
  });

  it('without papers has no letter in its file', async () => {
    expect((await entered({ papers: [], channel: 'phone', person: { phone: '030 1', identifiers: {} } })).mails).toEqual([]);
  });

  it('that is sent twice is one request, also with the clock gone on', async () => {
    const first = await entered({ on: '2026-03-02' });
    world.pass(3 * HOUR);
    const again = await entered({ on: '2026-03-02' });
    expect(again).toEqual(first);
    expect(await typesOf(first.id)).toEqual(['received']);
    expect(world.machine.executions.size).toBe(1);
  });

  it.each<[string, Partial<Entry>]>([
    ['other papers', { papers: [{ ...PDF, content: Buffer.from('%PDF-1.7 another') }] }],
    ['another person', { person: { ...PERSON, address: ['Am Linden 2', '10117 Berlin'] } }],
    ['another right', { rights: ['erasure'] }],
    ['another language', { lang: 'en' }],
  ])('under a key that stands for %s is refused', async (_, more) => {
    await entered();
    expect(await enterRequest(world, entry(more))).toEqual({ ok: false, reason: 'key-reused' });
  });

  it.each<[string, Partial<Entry>, string]>([
    ['of tomorrow', { on: '2026-03-03' }, 'in-future'],
    ['of before the first law', { on: '2018-05-24' }, 'before-the-law'],
    ['that asks for nothing', { rights: [] }, 'no-rights'],
    ['of somebody nobody can answer', { person: { identifiers: {} } }, 'unreachable'],
    ['on paper of somebody of whom only a number is known', { person: { phone: '030 1', identifiers: {} } }, 'unreachable'],
  ])('%s is refused, and nothing is kept', async (_, more, reason) => {
    expect(await enterRequest(world, entry(more))).toEqual({ ok: false, reason });
    expect((await world.requests.openRequests({ limit: 5 })).items).toEqual([]);
  });

  it('is taken on the first day of the law, and on the day that has just begun where the company is', async () => {
    expect((await entered({ on: '2018-05-25', key: 'first-day' })).receivedOn).toBe('2018-05-25');
    // Ten past midnight in Berlin, still yesterday in London.
    world.goTo('2026-03-04T23:10:00Z');
    expect((await entered({ on: '2026-03-05', key: 'new-day' })).receivedAt).toBe('2026-03-04T23:10:00.000Z');
  });
});

describe('the instant of a day', () => {
  it.each(['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Europe/Berlin', 'Africa/Cairo'])('is on that day, and not to come: %s', (zone) => {
    const place = { controller: { ...world.configuration.controller, zone } };
    const on = '2026-04-24';
    const day = new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' });
    for (let hour = 0; hour < 48; hour += 1) {
      const now = Date.parse('2026-04-23T10:00:00Z') + hour * HOUR;
      if (day.format(now) < on) continue;
      const at = receivedAtOf(place, on, now);
      expect(day.format(Date.parse(at))).toBe(on);
      expect(Date.parse(at)).toBeLessThanOrEqual(now);
    }
  });
});

describe('whoever wrote on paper', () => {
  it('with an e-mail address gets the usual acknowledgement with its receipt, and is asked to confirm', async () => {
    const request = await entered({ lang: 'en', person: { ...PERSON, email: PERSON_EMAIL } });
    await untilAsked(world, request);
    const subjects = (await world.mails(request.id)).map(({ parsed }) => parsed.subject);
    expect(subjects).toEqual([
      `We received your request ${request.reference}: an answer by 27 March 2026`,
      `Please confirm your request ${request.reference}`,
    ]);
    expect((await world.mails(request.id))[0]!.parsed.attachments.map(({ filename }) => filename)).toContain('receipt.jws');
    expect((await load(request.id)).state).toBe('awaiting-verification');
  });

  it('without one gets the same on paper, and staff confirm who they are', async () => {
    const request = await entered();
    await untilAsked(world, request);
    expect(await world.mails(request.id)).toEqual([]);
    const { mails, tasks } = await caseOf(request.id);
    expect(mails.map(({ kind, paper }) => [kind, paper]).toSorted()).toEqual([
      ['acknowledgement', true],
      ['verification#1', true],
    ]);
    expect(tasks.filter(({ kind }) => kind === 'post')).toHaveLength(2);
    await confirmIdentity(world, await load(request.id), { method: 'staff', by: 'anton', reason: 'Signature compared' });
    expect(await load(request.id)).toMatchObject({ state: 'in-progress', verification: 'staff' });
  });

  it('is one person for the company whenever they write from the same address', async () => {
    const first = await entered();
    const second = await entered({ key: 'another-form', person: { ...PERSON, address: ['AM LINDEN 1', '10117  Berlin'] } });
    expect(second.subject).toBe(first.subject);
    expect(second.id).not.toBe(first.id);
  });
});

it('is one request with all its papers wherever a crash cuts it off and the form is sent again, or one that the sweep starts', async () => {
  const effects = await atEveryEffect(world, {
    act: (to) => enterRequest(to, entry()),
    look: async (again) => {
      again.pass(HOUR);
      moveTo(again.reopen());
      expect(await sweep({}, world)).toMatchObject({ failed: 0 });
      const request = await entered();
      expect(request).toMatchObject({ receivedAt: '2026-02-27T11:00:00.000Z', enteredBy: 'anton' });
      expect((await world.requests.openRequests({ limit: 5 })).items).toEqual([request.id]);
      expect(await world.machine.state(request.id)).toBe('running');
      const caseKey = await world.caseKeys.open(request.id);
      expect(await world.vault.get(paperKey(request.id, request.mails[0]!.mail, 0), caseKey)).toEqual(PDF.content);
      expect(await openMail(world.vault, { id: request.id, caseKey }, request.mails[0]!.mail)).toMatchObject({ textFrom: 'none' });
    },
  });
  expect(effects).toBeGreaterThan(6);
});

it('takes its papers with it when its data are purged', async () => {
  const request = await entered({ person: { ...PERSON, email: PERSON_EMAIL } });
  const caseKey = await world.caseKeys.open(request.id);
  const paper = paperKey(request.id, request.mails[0]!.mail, 0);
  await withdrawRequest(world, request.id, 'staff');
  world.pass(DAY);
  await sweep({}, world);
  expect((await load(request.id)).purgedAt).toBeDefined();
  expect(await world.vault.get(paper, caseKey)).toBeUndefined();
});
