/** Extensions: within the window of each law, on its grounds, told with what it demands, and refused with its article. */
import { describe, expect, it } from 'vitest';
import type { RequestId } from '../../lib/domain/ids.ts';
import { ALL_LAWS } from '../../lib/domain/law/all-laws.ts';
import { lawById } from '../../lib/domain/law/laws.ts';
import type { Law } from '../../lib/domain/law/law.ts';
import type { Right } from '../../lib/domain/rights.ts';
import { paragraph } from '../../lib/mail/letter.ts';
import { readPayload } from '../../lib/receipts/payload.ts';
import { payloadOf } from '../../lib/receipts/payload-of.ts';
import { askPerson } from '../../lib/steps/ask-person.ts';
import { chooseLate, type Chosen } from '../../lib/steps/choose-late.ts';
import { missingIn, type Notice, requireComplete } from '../../lib/steps/extension-notice.ts';
import { sweep } from '../../lib/steps/sweep.ts';
import { company } from '../company.ts';
import { atEveryEffect, crashes, submit, untilPlanned } from '../walk.ts';
import { DAY, MINUTE, HOUR, type TestWorld } from '../world.ts';
import { caseOf, jumpTo, load, mailsToPerson, moveTo, world, worlds } from './sweep-world.ts';

const REASON = 'A supplier has to restore its system first.';
const laws = (Object.keys(ALL_LAWS) as (keyof typeof ALL_LAWS)[]).map((id) => lawById(id));
const IN_FORCE = '2026-03-02';

/** A right that the machine hands out or erases for, given by the law on the day on which the worlds begin. */
const rightOf = (law: Law): Right | undefined =>
  (['access', 'erasure', 'portability'] as const).find((right) => law.rights[right] !== undefined && (law.validFrom ?? '') <= IN_FORCE);

const binding = laws.filter((law) => rightOf(law) !== undefined && law.enactedOnly === undefined && law.bindsOnly === undefined);
const extendable = binding.filter(({ extension }) => extension?.period !== undefined && extension.grounds.length > 0);
const others = binding.filter(({ extension }) => extension === undefined);

/** A request that is being collected under some laws, a company in Berlin. */
async function collected(ids: string[], { residence, rights }: { residence: string; rights: Right[] }): Promise<RequestId> {
  moveTo(await worlds.open(company({ laws: ids as never })));
  const request = await submit(world, { rights, residence });
  await untilPlanned(world, request);
  return request.id;
}

const under = (law: Law) => collected([law.id], { residence: law.jurisdictions[0]!, rights: [rightOf(law)!] });
const extend = (id: RequestId, ground: string, of: TestWorld = world): Promise<Chosen> =>
  chooseLate(of, { requestId: id, choice: 'extend', by: 'anton', ground, reason: REASON });

async function receiptOf(id: RequestId) {
  const { receiptId } = (await load(id)).receipts.at(-1)!;
  return readPayload(payloadOf((await world.receipts.get(receiptId))!.jws));
}

describe('under every law with an extension', () => {
  it('there are many', () => expect(extendable.length).toBeGreaterThan(20));

  it.each(extendable.map((law) => [law.id, law] as const))(
    '%s: the person is told of law, reason, date and remedies, with a receipt',
    async (_, law) => {
      const id = await under(law);
      const before = await load(id);
      expect(await extend(id, law.extension!.grounds[0]!)).toEqual({ ok: true });
      expect(await sweep({}, world)).toMatchObject({ failed: 0 });
      const request = await load(id);
      expect(request).toMatchObject({ extended: true, dueOn: before.clock.leading.clocks.dates.extended!.dueOn });
      expect(request.dueOn > before.dueOn).toBe(true);
      const { parsed, raw } = (await mailsToPerson(id)).at(-1)!;
      expect(parsed.subject).toMatch(/^We need more time, until /);
      expect(parsed.text).toContain(REASON);
      expect(parsed.text).toContain(before.clock.leading.clocks.dates.extended!.basis);
      expect(parsed.text).toMatch(/If you do not agree[\s\S]*Reply to this mail/);
      expect(raw.toString()).toContain('receipt.jws');
      const receipt = await receiptOf(id);
      expect(receipt).toMatchObject({
        kind: 'extension',
        request: { law: law.id, dueOn: request.dueOn },
        clock: {
          from: before.dueOn,
          to: request.dueOn,
          basis: before.clock.leading.clocks.dates.extended!.basis,
          reasons: [{ text: REASON }],
        },
      });
      expect(receipt.text).toContain(REASON);
      if (receipt.remedies.complaint !== undefined) expect(parsed.text).toContain(receipt.remedies.complaint.name.replace(/^The /, ''));
    },
  );

  it.each(extendable.map((law) => [law.id, law] as const))(
    '%s: a notice that could not go out before the window ends is refused with the article',
    async (_, law) => {
      const id = await under(law);
      const { tooLateAt, basis } = (await load(id)).clock.leading.clocks.dates['extension-notice']!;
      world.goTo(new Date(Date.parse(tooLateAt) - HOUR).toISOString());
      expect(await extend(id, law.extension!.grounds[0]!)).toEqual({ ok: false, reason: 'too-late', article: basis });
      expect((await caseOf(id)).events.map(({ type }) => type)).not.toContain('choice-made');
      world.goTo(new Date(Date.parse(tooLateAt) - HOUR - 1).toISOString());
      expect(await extend(id, law.extension!.grounds[0]!)).toEqual({ ok: true });
    },
  );
});

describe('what a law does not know is refused with its article', () => {
  it.each(others.map((law) => [law.id, law] as const))('%s knows no extension', async (_, law) => {
    const id = await under(law);
    const { basis } = (await load(id)).clock.leading.deadline;
    expect(await extend(id, 'complexity')).toEqual({ ok: false, reason: 'law-knows-no-extension', article: basis });
  });

  it('ch-fadp leaves it to the company to name a date: there is none to count', async () => {
    const id = await under(lawById('ch-fadp'));
    expect(await extend(id, 'more_time_needed')).toEqual({ ok: false, reason: 'no-fixed-extension', article: 'DPO 18(2)' });
  });

  it('a ground of another law', async () => {
    const id = await under(lawById('ca-pipeda'));
    expect(await extend(id, 'complexity')).toEqual({ ok: false, reason: 'ground-unknown', article: 'PIPEDA s.8(4)(a)' });
  });

  it('a second one', async () => {
    const id = await under(lawById('eu-gdpr'));
    await extend(id, 'complexity');
    await sweep({}, world);
    expect(await extend(id, 'number_of_requests')).toEqual({ ok: false, reason: 'already-extended', article: 'GDPR Art. 12(3)' });
  });

  it('one without words for the person', async () => {
    const id = await under(lawById('eu-gdpr'));
    const choice = { requestId: id, choice: 'extend', by: 'anton', ground: 'complexity' } as const;
    expect(await chooseLate(world, choice)).toEqual({ ok: false, reason: 'reason-needed' });
  });

  it('a right whose date the law lets nobody move', async () => {
    const id = await collected(['us-ca-ccpa'], { residence: 'US-CA', rights: ['opt-out-of-sale', 'access'] });
    const { leading } = (await load(id)).clock;
    expect(leading.right).toBe('opt-out-of-sale');
    expect(await extend(id, 'complexity')).toEqual({ ok: false, reason: 'law-knows-no-extension', article: leading.deadline.basis });
  });

  it('one while the clock stands still', async () => {
    const id = await under(lawById('eu-gdpr'));
    await askPerson(world, { requestId: id, by: 'renate', about: 'identity', text: { words: 'Which month?', reason: 'Shared mailbox.' } });
    await sweep({}, world);
    const { paused } = (await load(id)).clock;
    expect(await extend(id, 'complexity')).toEqual({ ok: false, reason: 'clock-paused', article: paused!.cite });
  });
});

describe('where several laws apply', () => {
  it('a law that does not know the ground keeps its date, and the notice names the date that counts then', async () => {
    const id = await collected(['ca-pipeda', 'eu-gdpr'], { residence: 'CA', rights: ['access'] });
    const before = await load(id);
    expect(before.clock.leading.law).toBe('ca-pipeda');
    expect(before.dueOn).toBe('2026-04-01');
    expect(await extend(id, 'consultations_needed')).toEqual({ ok: true });
    await sweep({}, world);
    const { dueOn, clock } = await load(id);
    expect(dueOn).toBe('2026-04-02');
    expect(clock.leading).toMatchObject({ law: 'eu-gdpr', clocks: { extended: false } });
    expect(clock.others).toContainEqual(
      expect.objectContaining({ law: 'ca-pipeda', deadline: expect.objectContaining({ dueOn: '2026-05-01' }) }),
    );
    expect((await mailsToPerson(id)).at(-1)!.parsed.text).toContain('by 2 April 2026 instead of 1 April 2026');
    expect(await receiptOf(id)).toMatchObject({ clock: { from: '2026-04-01', to: '2026-04-02', basis: 'PIPEDA s.8(4)(a)' } });
  });

  it('all that know the ground move together', async () => {
    const id = await collected(['us-va', 'eu-gdpr'], { residence: 'US-VA', rights: ['access'] });
    await extend(id, 'complexity');
    await sweep({}, world);
    const { clock } = await load(id);
    expect([clock.leading, ...clock.others].map(({ law, clocks }) => [law, clocks.extended]).toSorted()).toEqual([
      ['eu-gdpr', true],
      ['us-va', true],
    ]);
  });

  it('an extension by which nothing would be gained is refused with the article of the law that keeps its date', async () => {
    const id = await collected(['br-lgpd', 'eu-gdpr'], { residence: 'BR', rights: ['access'] });
    const { leading } = (await load(id)).clock;
    expect(leading.law).toBe('br-lgpd');
    expect(await extend(id, 'complexity')).toEqual({ ok: false, reason: 'law-knows-no-extension', article: leading.deadline.basis });
  });
});

describe('the notice', () => {
  const complete = (authority?: string): Notice => ({
    letter: {
      subject: 'More time',
      signature: [],
      blocks: [paragraph(`Until 1 June 2026 (GDPR Art. 12(3)). ${REASON} Complain to ${authority ?? 'nobody'}.`)],
    },
    law: 'GDPR Art. 12(3)',
    newDate: '1 June 2026',
    reason: REASON,
    authority,
  });

  it.each(laws.filter(({ extension }) => extension !== undefined).map((law) => [law.id, law] as const))(
    '%s: everything that it demands is known and is looked for',
    (_, law) => {
      expect(missingIn(complete('The Authority'), law)).toEqual([]);
      const empty: Notice = { ...complete('The Authority'), letter: { subject: '', signature: [], blocks: [] } };
      expect(missingIn(empty, law)).toEqual(['law', 'date', 'reason', ...law.extension!.noticeMustState]);
    },
  );

  it.each([
    ['the date', 'date', { newDate: '2 June 2026' }],
    ['the law', 'law', { law: 'PIPEDA s.8(4)(a)' }],
    ['the reason', 'reason', { reason: 'Another one.' }],
    ['any reason', 'reason', { reason: ' ' }],
  ])('is not sent without %s', (_, code, other) => {
    expect(() => requireComplete({ ...complete(), ...other }, lawById('us-tx'))).toThrow(`us-tx lacks ${code}`);
  });

  it('under PIPEDA is not sent without whom to complain to', () => {
    expect(() => requireComplete(complete(), lawById('ca-pipeda'))).toThrow('lacks right_to_complain_about_extension');
  });

  it('under a law that demands what nobody thought of is not sent', () => {
    const law = lawById('eu-gdpr');
    const stranger = { ...law, extension: { ...law.extension!, noticeMustState: ['colour_of_the_sky'] } };
    expect(() => requireComplete(complete(), stranger)).toThrow('lacks colour_of_the_sky');
  });

  it('goes out once with one receipt, wherever a crash falls', async () => {
    const id = await under(lawById('eu-gdpr'));
    await extend(id, 'complexity');
    const look = async (again: TestWorld): Promise<void> => {
      again.pass(HOUR);
      await sweep({}, again.reopen());
      const { request, mails } = (await again.requests.loadCase(id))!;
      expect(request.extended).toBe(true);
      expect(request.receipts.filter(({ kind }) => kind === 'extension')).toHaveLength(1);
      expect(mails.filter(({ kind, sentAt }) => kind === 'extension' && sentAt !== undefined)).toHaveLength(1);
    };
    expect(await atEveryEffect(world, { act: (to) => sweep({}, to), look })).toBeGreaterThan(5);
  });

  it('that was sent in time counts, also where a crash kept that from being recorded until the window was over', async () => {
    const id = await under(lawById('eu-gdpr'));
    await extend(id, 'complexity');
    const sentAt = async (): Promise<string | undefined> => (await caseOf(id)).mails.find(({ kind }) => kind === 'extension')?.sentAt;
    for (let effect = 1; (await sentAt()) === undefined; effect += 1) {
      // A claim that nobody marked is under way for five minutes.
      world.pass(6 * MINUTE);
      world.fuse.blowAt(effect, 'after');
      await crashes(world, () => sweep({}, world));
    }
    const sent = await sentAt();
    expect((await load(id)).extended).toBe(false);
    await jumpTo(new Date(world.now() + 40 * DAY).toISOString());
    const { request, events } = await caseOf(id);
    expect(request.extended).toBe(true);
    expect(events.find(({ type }) => type === 'extended')!.at).toBe(sent);
    expect(request.dueOn).toBe('2026-06-02');
  });
});
