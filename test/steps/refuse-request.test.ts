/** refuse-request: what staff refuse is told at once with everything the law wants; the rest of the request goes on. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { RequestId } from '../../lib/domain/ids.ts';
import type { Request } from '../../lib/domain/request.ts';
import { readPayload, type ReceiptPayload } from '../../lib/receipts/payload.ts';
import { erase } from '../../lib/steps/erase.ts';
import { find } from '../../lib/steps/find.ts';
import { handToPerson } from '../../lib/steps/hand-to-person.ts';
import type { Intake } from '../../lib/steps/intake.ts';
import { type Refusal, refuseRequest } from '../../lib/steps/refuse-request.ts';
import { sweep } from '../../lib/steps/sweep.ts';
import { company } from '../company.ts';
import { atEveryEffect, endSilence, runBranch, submit, untilAsked, untilItWaits, untilPlanned, walk } from '../walk.ts';
import { DAY, HOUR, openWorlds, type ReceivedMail, type TestWorld, type Worlds } from '../world.ts';

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
const gdpr = (code: string) => ({ law: 'eu-gdpr', code });
const ccpa = (code: string) => ({ law: 'us-ca-ccpa', code });

const ACCESS = { right: 'access' as const, grounds: [gdpr('rights_of_others')] };
const ERASURE = { right: 'erasure' as const, grounds: [gdpr('legal_claims')] };
const CRM = { pass: 'export' as const, system: 'crm', grounds: [gdpr('rights_of_others')] };

const refuse = (request: Request, items: Refusal['items'], reason = '', to: TestWorld = world) =>
  refuseRequest(to, { requestId: request.id, by: 'renate', items, reason });

async function receiptsOf(id: RequestId): Promise<ReceiptPayload[]> {
  const { receipts } = await load(id);
  const stored = await Promise.all(receipts.map(({ receiptId }) => world.receipts.get(receiptId)));
  return stored.map((receipt) => readPayload(JSON.parse(Buffer.from(receipt!.jws.split('.')[1]!, 'base64url').toString())));
}

async function lastMail(id: RequestId): Promise<ReceivedMail['parsed']> {
  return (await world.mails(id)).at(-1)!.parsed;
}

/** A request that was planned and not begun. */
async function planned(more: Partial<Intake> = {}): Promise<Request> {
  const request = await submit(world, more);
  await untilPlanned(world, request);
  return await load(request.id);
}

/** The next execution, up to its end or a wait. */
const goOn = async (request: Request): Promise<unknown> => await untilItWaits(world, request);

describe('a right that is refused', () => {
  it('is told at once by a denial of its own, and the rest of the request goes on', async () => {
    const request = await planned({ rights: ['access', 'erasure'] });
    expect(await refuse(request, [ACCESS])).toEqual({ ok: true });
    await goOn(request);
    const done = await load(request.id);
    expect(done).toMatchObject({ state: 'answered', refusals: [{ by: 'renate', scope: 'partial', rights: ['access'] }] });
    expect((await receiptsOf(request.id)).map(({ kind }) => kind)).toEqual(['request', 'denial', 'deletion']);
    expect(done.deliveries.map(({ pass }) => pass)).toEqual(['none', 'erase']);
    expect(world.systems['crm']!.rows['contacts']).toEqual([]);
  });

  it('is told in a mail that lists the remedies as things to do', async () => {
    const request = await planned({ rights: ['access', 'erasure'] });
    await refuse(request, [ACCESS], 'The notes name colleagues of ours on every line.');
    await goOn(request);
    const mail = (await world.mails(request.id)).find(({ parsed }) => parsed.subject?.includes('part'))!.parsed;
    expect(mail.subject).toBe(`We could not do a part of what you asked: request ${request.reference}`);
    expect(mail.text).toContain(
      'We did not do a part of what you asked: to see the data we hold about you. The rest of your request is answered on its own. ' +
        'Doing it would affect the rights and freedoms of other people (GDPR Art. 15(4), 20(4)). The notes name colleagues of ours on every line.',
    );
    expect(mail.text).toContain(
      'What you can do\n---------------\n\n- Reply to this mail: a person will look at the case.\n- Complain to the authority: Berliner',
    );
    expect(mail.text).toContain('- Go to court.');
    expect(mail.attachments.map(({ filename }) => filename)).toEqual(['receipt.pdf', 'receipt.jws', 'receipt.tlog-proof']);
  });

  it('ends the request as denied if nothing else was asked, in the language of the person', async () => {
    const request = await planned({ rights: ['access'], lang: 'de' });
    await refuse(request, [ACCESS], 'Jede Zeile nennt Kolleginnen.');
    await goOn(request);
    expect(await load(request.id)).toMatchObject({ state: 'denied', refusals: [{ scope: 'full' }] });
    const mail = await lastMail(request.id);
    expect(mail.subject).toBe(`Wir konnten Ihren Antrag ${request.reference} nicht erfüllen`);
    expect(mail.text).toContain(
      'Es würde die Rechte und Freiheiten anderer Menschen beeinträchtigen (GDPR Art. 15(4), 20(4)). Jede Zeile nennt Kolleginnen.',
    );
    expect(mail.text).toContain('- Gehen Sie vor Gericht.');
  });

  it('can be refused before anybody confirmed the address', async () => {
    const request = await submit(world, { rights: ['access'] });
    await untilAsked(world, request);
    expect(
      await refuse(request, [{ right: 'access', grounds: [gdpr('manifestly_unfounded')] }], 'The same letter came from 400 people.'),
    ).toEqual({
      ok: true,
    });
    await goOn(request);
    expect((await load(request.id)).state).toBe('denied');
  });

  it('is refused one after the other, each told by its own denial', async () => {
    const request = await planned({ rights: ['access', 'erasure', 'restriction'] });
    await refuse(request, [ACCESS]);
    await refuse(request, [ERASURE]);
    await refuse(request, [{ right: 'restriction', grounds: [gdpr('rights_of_others')] }]);
    await goOn(request);
    const { state, deliveries } = await load(request.id);
    expect(state).toBe('denied');
    expect(deliveries).toMatchObject([{ pass: 'none', round: 3 }]);
    const denial = (await receiptsOf(request.id)).at(-1)!;
    expect(denial).toMatchObject({ kind: 'denial', scope: 'full', rights: ['access', 'erasure', 'restriction'] });
  });
});

describe('a system whose part is refused', () => {
  it('is left out with its reason, and the answer says so and what one can do', async () => {
    const request = await planned({ rights: ['access'] });
    // It would fail if it were asked.
    world.systems['crm']!.fails.find = [new TypeError('asked')];
    expect(await refuse(request, [CRM], 'Every note is about a colleague.')).toEqual({ ok: true });
    expect(await goOn(request)).not.toBe('waiting');
    const [, answer] = await receiptsOf(request.id);
    expect(answer).toMatchObject({
      kind: 'fulfilment',
      status: 'dpv:RequestUnfulfilled',
      systems: [
        { id: 'shop', outcome: 'exported' },
        {
          id: 'crm',
          outcome: 'skipped',
          reason: 'Doing it would affect the rights and freedoms of other people. Every note is about a colleague.',
          grounds: [
            {
              code: 'justifications:ThirdPartyRightsImpaired',
              ground: 'rights_of_others',
              law: 'GDPR Art. 15(4), 20(4)',
              under: 'eu-gdpr',
            },
          ],
        },
      ],
    });
    expect(answer!.text).toContain('We do not hand out the data in Customer care: Doing it would affect');
    expect(answer!.text).toContain('If you disagree, you can complain to the authority');
    const mail = (await world.mails(request.id)).find(({ parsed }) => parsed.subject?.includes('ready'))!.parsed;
    expect(mail.text).toContain('If you disagree\n---------------\n\n- Reply to this mail');
  });

  it('still tells others who the person is, and its own data stay where they are', async () => {
    const request = await planned({ rights: ['access'] });
    await refuse(request, [{ ...CRM, system: 'shop' }]);
    await goOn(request);
    expect((await load(request.id)).outcomes).toMatchObject([
      { system: 'shop', outcome: 'skipped', grounds: [{ code: 'rights_of_others' }] },
      { system: 'crm', outcome: 'exported' },
    ]);
    expect((await world.requests.loadCase(request.id))!.pages.map(({ system }) => system)).toEqual(['crm']);
  });

  it('is not erased, and the deletion says what is kept', async () => {
    const request = await planned({ rights: ['erasure'] });
    await refuse(request, [{ pass: 'erase', system: 'crm', grounds: [gdpr('legal_claims')] }], 'We are in court about the delivery.');
    await goOn(request);
    expect(world.systems['crm']!.rows['contacts']).toHaveLength(1);
    const deletion = (await receiptsOf(request.id)).at(-1)!;
    expect(deletion).toMatchObject({ kind: 'deletion', scope: 'partial', totals: { failed: 0 } });
    expect(deletion.text).toContain(
      'We did not delete the data in Customer care: We need these data to establish, exercise or defend legal claims. We are in court about the delivery (GDPR Art. 17(3)(e)).',
    );
  });

  it('takes nothing of what was exported before along', async () => {
    const request = await planned({ rights: ['access'] });
    await runBranch(world, { requestId: request.id, system: 'shop', pass: 'export', round: 1 });
    expect((await world.requests.loadCase(request.id))!.pages.map(({ system }) => system)).toContain('shop');
    await refuse(request, [{ ...CRM, system: 'shop' }]);
    await goOn(request);
    const [, answer] = await receiptsOf(request.id);
    expect(answer).toMatchObject({
      systems: [
        { id: 'shop', outcome: 'skipped' },
        { id: 'crm', outcome: 'exported' },
      ],
    });
    const { systems } = (await world.requests.loadCase(request.id))!;
    expect(systems.find(({ system }) => system === 'shop')?.pages).toBeUndefined();
  });
});

describe('the act itself', () => {
  it('stops the execution, and the sweep starts the next one', async () => {
    const request = await planned({ rights: ['access', 'erasure'] });
    await world.machine.start(request.id);
    await refuse(request, [ACCESS]);
    expect(await world.machine.state(request.id)).toBe('ended');
    expect(await sweep({}, world)).toMatchObject({ failed: 0 });
    expect((await world.requests.loadCase(request.id))!.executions).toBe(2);
    expect(await world.machine.state(request.id, 2)).toBe('running');
    world.pass(2 * HOUR);
    await sweep({}, world);
    expect(await world.machine.state(request.id, 2)).toBe('running');
  });

  it('takes tasks of what is refused off the lists, and leaves the others', async () => {
    const request = await planned({ rights: ['rectification', 'access'] });
    const task = { requestId: request.id, round: 1, scope: 'x', error: '', taskToken: 'x' };
    await handToPerson({ ...task, kind: 'act', system: '', pass: 'act' }, world);
    await handToPerson({ ...task, kind: 'system-failed', system: 'shop', pass: 'export' }, world);
    await handToPerson({ ...task, kind: 'system-failed', system: 'crm', pass: 'export', scope: 'y' }, world);
    await refuse(request, [{ right: 'rectification', grounds: [gdpr('rights_of_others')] }, CRM]);
    expect((await world.requests.loadCase(request.id))!.request.tasks).toMatchObject([{ kind: 'system-failed', system: 'shop' }]);
    expect((await world.requests.openTasks({ limit: 9 })).items).toHaveLength(1);
  });

  it('is one however often the button is pressed', async () => {
    const request = await planned({ rights: ['access'] });
    expect(await refuse(request, [ACCESS])).toEqual({ ok: true });
    expect(await refuse(request, [ACCESS])).toEqual({ ok: true });
    expect((await load(request.id)).refusals).toHaveLength(1);
    expect(await refuse(request, [ACCESS], 'Other words.')).toMatchObject({ ok: false, reason: 'nothing-to-refuse' });
  });

  it('is refused with what is wrong, and nothing is recorded', async () => {
    const request = await planned({ rights: ['access'] });
    expect(await refuse(request, [ERASURE])).toMatchObject({ ok: false, reason: 'not-allowed', problems: [{ reason: 'not-open' }] });
    expect(await refuse(request, [{ right: 'access', grounds: [gdpr('legal_claims')] }])).toMatchObject({
      problems: [{ reason: 'ground-unknown' }],
    });
    expect((await load(request.id)).refusals).toEqual([]);
    expect(
      await refuseRequest(world, { requestId: 'req_01890000-0000-7000-8000-000000000000', by: 'x', items: [ACCESS], reason: '' }),
    ).toEqual({
      ok: false,
      reason: 'unknown',
    });
  });

  it('is not possible once the right was answered', async () => {
    const request = await walk(world, { rights: ['access', 'erasure'] });
    expect(request.state).toBe('ready');
    expect(await refuse(request, [ACCESS])).toMatchObject({ problems: [{ reason: 'not-open' }] });
    expect(await refuse(request, [ERASURE])).toEqual({ ok: true });
    await goOn(request);
    expect((await load(request.id)).state).toBe('answered');
    expect(world.systems['crm']!.rows['contacts']).toHaveLength(1);
    expect(await refuse(request, [ERASURE], 'Again.')).toMatchObject({ reason: 'wrong-state' });
  });

  it('keeps an erasure from happening that was about to begin', async () => {
    const request = await planned({ rights: ['erasure'] });
    const scope = { requestId: request.id, system: 'shop', pass: 'erase' as const, round: 1 };
    await find(scope, world);
    await refuse(request, [ERASURE]);
    await expect(erase(scope, world)).rejects.toMatchObject({ name: 'TransientError' });
    expect(world.systems['shop']!.rows['customers']).toHaveLength(1);
  });

  it('is no longer possible for a deletion that has begun, except where it has not arrived', async () => {
    const request = await planned({ rights: ['erasure'] });
    const scope = { requestId: request.id, system: 'shop', pass: 'erase' as const, round: 1 };
    await find(scope, world);
    await erase(scope, world);
    expect(await refuse(request, [ERASURE])).toMatchObject({ problems: [{ reason: 'not-open' }] });
    expect(await refuse(request, [{ pass: 'erase', system: 'crm', grounds: [gdpr('legal_claims')] }])).toEqual({ ok: true });
  });

  it('after the refusal date is possible still, and recorded as late with the article', async () => {
    const request = await planned({ rights: ['access'] });
    world.goTo('2026-04-01T21:59:00Z');
    await refuse(request, [ACCESS]);
    expect((await load(request.id)).refusals[0]!.late).toBeUndefined();
    const other = await planned({ rights: ['access'] });
    world.pass(40 * DAY);
    expect(await refuse(other, [ACCESS])).toEqual({ ok: true });
    expect((await load(other.id)).refusals[0]!.late).toEqual({ on: '2026-05-04', article: 'GDPR Art. 12(4)' });
  });

  it('is finished by the sweep wherever it died', async () => {
    const request = await planned({ rights: ['rectification', 'access'] });
    await world.machine.start(request.id);
    const act = {
      requestId: request.id,
      kind: 'act' as const,
      system: '',
      pass: 'act' as const,
      round: 1,
      scope: '',
      error: '',
      taskToken: 't',
    };
    await handToPerson(act, world);
    const items = [{ right: 'rectification' as const, grounds: [gdpr('rights_of_others')] }];
    const effects = await atEveryEffect(world, {
      act: (again) => refuse(request, items, '', again),
      look: async (again) => {
        again.pass(HOUR);
        world = again.reopen();
        expect(await sweep({}, world)).toMatchObject({ failed: 0 });
        const { request: now, executions } = (await world.requests.loadCase(request.id))!;
        const recorded = now.refusals.length === 1;
        // Died before the decision was recorded: nothing happened, and it can be made anew.
        expect(executions).toBe(recorded ? 2 : 1);
        expect(now.tasks).toHaveLength(recorded ? 0 : 1);
        expect(await world.machine.state(request.id, executions)).toBe('running');
        expect(await refuse(request, items)).toEqual({ ok: true });
        expect((await load(request.id)).refusals).toHaveLength(1);
      },
    });
    expect(effects).toBeGreaterThan(4);
  });
});

describe('under several laws', () => {
  it('a refusal under one does not take away the right under the other', async () => {
    const request = await planned({ rights: ['erasure'], residence: 'US-CA' });
    expect(request.laws).toEqual(['eu-gdpr', 'us-ca-ccpa']);
    expect(await refuse(request, [ERASURE], 'A lawsuit.')).toMatchObject({
      problems: [{ reason: 'right-remains', law: 'us-ca-ccpa', article: 'Cal. Civ. Code 1798.105' }],
    });
    expect(await refuse(request, [{ ...ERASURE, grounds: [gdpr('legal_claims'), ccpa('legal_claims')] }], 'A lawsuit.')).toEqual({
      ok: true,
    });
    await goOn(request);
    const mail = await lastMail(request.id);
    expect(mail.text).toContain('legal claims (GDPR Art. 17(3)(e); Cal. Civ. Code 1798.145(a)(1)(E)). A lawsuit.');
    expect(mail.text).toContain('California Privacy Protection Agency');
    expect(mail.text).toContain('We may not treat you worse because you asked.');
  });
});

describe('in California', () => {
  beforeEach(async () => {
    world = await worlds.open(company({ laws: ['us-ca-ccpa'] }));
  });

  const OPT_OUT = 'https://privacy.shop.example/request/rights?right=opt-out-of-sale';

  it('a refused deletion offers the opt-out of sale, and keeps data for nothing else', async () => {
    const request = await planned({ rights: ['erasure'], residence: 'US-CA' });
    await refuse(request, [{ right: 'erasure', grounds: [ccpa('legal_obligation')] }], 'Tax law wants invoices kept for eight years.');
    await goOn(request);
    const mail = await lastMail(request.id);
    expect(mail.text).toContain('We use the data that we keep for nothing else than the reason given here.');
    expect(mail.text).toContain(`Ask us not to sell or share your data\n${OPT_OUT}`);
  });

  it('a deletion refused for one system erases the rest, and says both', async () => {
    const request = await planned({ rights: ['erasure'], residence: 'US-CA' });
    await refuse(request, [{ pass: 'erase', system: 'crm', grounds: [ccpa('debug')] }], 'A fault of the delivery is being mended.');
    await goOn(request);
    const deletion = (await receiptsOf(request.id)).at(-1)!;
    expect(deletion).toMatchObject({ kind: 'deletion', offers: { keptForNothingElse: true, optOut: OPT_OUT } });
    expect(deletion.text).toContain('We deleted all that these reasons do not cover. We use the data that we keep for nothing else');
    expect((await lastMail(request.id)).text).toContain(OPT_OUT);
  });

  it('offers no opt-out to whoever opted out by the same request', async () => {
    const request = await planned({ rights: ['erasure', 'opt-out-of-sale'], residence: 'US-CA' });
    await refuse(request, [{ right: 'erasure', grounds: [ccpa('legal_obligation')] }], 'Tax law.');
    await goOn(request);
    const denial = (await receiptsOf(request.id)).find(({ kind }) => kind === 'denial')!;
    expect(denial).toMatchObject({ offers: { keptForNothingElse: true } });
    expect(denial.text).not.toContain('opt-out-of-sale');
  });

  it('somebody unknown gets the categories of data instead of their own, and can ask again or opt out', async () => {
    const request = await submit(world, { rights: ['access'], residence: 'US-CA' });
    await untilAsked(world, request);
    world.goTo('2026-04-14T09:00:00Z');
    await endSilence(world, request);
    await goOn(request);
    expect((await load(request.id)).state).toBe('denied');
    const mail = await lastMail(request.id);
    expect(mail.text).toContain('we wrote to you for a confirmation, and none came (11 CCR 7062(c)).');
    expect(mail.text).toContain('- purchase (for: To run the shop; from: you; disclosed to nobody)');
    expect(mail.text).toContain('Ask again\nhttps://privacy.shop.example/request/rights?right=access');
    expect(mail.text).toContain(OPT_OUT);
  });
});
