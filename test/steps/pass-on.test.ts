/** What the company holds for others: passed on to them once, told to the person, and left out of what it searches itself. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ConfigurationInput } from '../../lib/domain/config/configuration-input.ts';
import type { Party, SystemDeclaration } from '../../lib/domain/configuration.ts';
import type { RequestId } from '../../lib/domain/ids.ts';
import type { Request } from '../../lib/domain/request.ts';
import { payloadOf } from '../../lib/receipts/payload-of.ts';
import { readPayload, type ReceiptPayload } from '../../lib/receipts/payload.ts';
import { acknowledge } from '../../lib/steps/acknowledge.ts';
import { readPassedOn } from '../../lib/steps/read-passed-on.ts';
import { sweep } from '../../lib/steps/sweep.ts';
import { company } from '../company.ts';
import { atEveryEffect, persevere, submit, untilAsked, untilItWaits, untilPlanned, verifyLink, walk } from '../walk.ts';
import { DAY, MINUTE, openWorlds, PERSON_EMAIL, type ReceivedMail, type TestWorld, type Worlds } from '../world.ts';

const KIOSK: Party = { name: 'Kiosk AG', address: 'Seeweg 3, 8000 Zürich', country: 'CH', email: 'privacy@kiosk.example' };
const HOTEL: Party = { name: 'Hotel SA', address: 'Rue 4, Paris', country: 'FR', email: 'privacy@hotel.example' };

const own = company();

/** A system that the company runs for somebody else. */
function held(onBehalfOf: Party, label: string): SystemDeclaration {
  return { ...own.systems['crm']!, label: { en: label, de: label }, findAfter: [], role: 'processor', onBehalfOf };
}

const BRANDS: ConfigurationInput['brands'] = {
  groesse: { label: { en: 'Größe', de: 'Größe' }, role: 'controller' },
  kiosk: { label: { en: 'The Kiosk', de: 'Der Kiosk' }, role: 'processor', controller: KIOSK },
};

/** The company of the tests, which also runs a system for a hotel and two for a kiosk. */
const mixed = {
  ...own,
  systems: { ...own.systems, rooms: held(HOTEL, 'Rooms'), tills: held(KIOSK, 'Tills'), stock: held(KIOSK, 'Stock') },
};
const branded = company({ brands: BRANDS });

let worlds: Worlds;
let world: TestWorld;
beforeAll(async () => {
  worlds = await openWorlds();
});
afterAll(async () => worlds.close());

const load = async (id: RequestId): Promise<Request> => (await world.requests.load(id))!;
const typesOf = async (id: RequestId) => (await world.requests.loadCase(id))!.events.map(({ type }) => type);
const acknowledged = async (request: Request) => persevere(world, 'acknowledge', () => acknowledge({ requestId: request.id }, world));
const to = (mails: ReceivedMail[], { email }: Pick<Party, 'email'>) => mails.filter(({ recipients }) => recipients.includes(email));
const linkIn = (mail: ReceivedMail): string => /\/passed-on\/([\w-]+)/.exec(mail.parsed.text ?? '')![1]!;

async function receiptsOf(id: RequestId): Promise<ReceiptPayload[]> {
  const { receipts } = await load(id);
  const stored = await Promise.all(receipts.map(({ receiptId }) => world.receipts.get(receiptId)));
  return stored.map((receipt) => readPayload(payloadOf(receipt!.jws)));
}

describe('a request about a brand that the company only runs for somebody', () => {
  beforeEach(async () => {
    world = await worlds.open(branded);
  });

  it('is passed on to whom it belongs, with nothing personal in the mail', async () => {
    const request = await submit(world, { brand: 'kiosk' });
    await acknowledged(request);
    const [mail, ...more] = to(await world.mails(request.id), KIOSK);
    expect(more).toEqual([]);
    expect(mail!.parsed.subject).toContain(request.reference);
    expect(mail!.parsed.text).toContain('The Kiosk, which Größe GmbH runs on your behalf only');
    expect(String(mail!.raw)).not.toContain('erika');
    expect((await load(request.id)).passedOn).toMatchObject([{ to: 'Kiosk AG', contact: KIOSK.email, systems: [] }]);
  });

  it.each([
    [
      'en',
      'For The Kiosk we only work on behalf of Kiosk AG. We passed your request on to them (privacy@kiosk.example) on 2 March 2026; they must answer you',
    ],
    [
      'de',
      'Für „Der Kiosk“ arbeiten wir nur im Auftrag von Kiosk AG. Wir haben Ihren Antrag am 2. März 2026 dorthin weitergegeben (privacy@kiosk.example)',
    ],
  ])('ends with a denial that names them, without asking who it is (%s)', async (lang, sentence) => {
    const request = await walk(world, { brand: 'kiosk', lang, rights: ['access', 'erasure'] });
    expect(request).toMatchObject({ state: 'denied', brand: 'kiosk' });
    const [asked, denial] = await receiptsOf(request.id);
    expect(asked!.kind).toBe('request');
    expect(denial).toMatchObject({
      kind: 'denial',
      scope: 'full',
      issuer: { role: 'processor' },
      grounds: [{ code: 'justifications:NotRequiredJustification', ground: 'not_controller', law: 'GDPR Art. 28(3)(e)' }],
    });
    expect(denial!.text).toContain(sentence);
    const told = to(await world.mails(request.id), { email: PERSON_EMAIL });
    expect(told).toHaveLength(2);
    expect(told[0]!.parsed.text).toContain(sentence);
    expect(told[0]!.parsed.text).not.toMatch(/Größe GmbH (will answer|antwortet)/);
    expect(told[1]!.parsed.text).toContain('Kiosk AG');
    expect(world.systems['shop']!.calls).toEqual([]);
  });

  it('offers nothing in place of an answer that is not ours to give, under any law', async () => {
    const request = await walk(world, { brand: 'kiosk', residence: 'US-CA', rights: ['erasure'] });
    const [, denial] = await receiptsOf(request.id);
    expect(denial).toMatchObject({ kind: 'denial', grounds: [{ law: expect.stringContaining('Cal. Civ. Code') as string }] });
    expect(denial).not.toHaveProperty('offers');
  });

  it('is answered as ever if it is about a brand of its own, or about none', async () => {
    for (const brand of [{ brand: 'groesse' }, {}]) {
      const request = await walk(world, brand);
      expect(request).toMatchObject({ state: 'answered', passedOn: [] });
      expect(to(await world.mails(request.id), KIOSK)).toEqual([]);
    }
  });

  it('is passed on once and told once, wherever a crash cuts the step off', async () => {
    const request = await submit(world, { brand: 'kiosk' });
    const effects = await atEveryEffect(world, {
      act: async (again) => await acknowledge({ requestId: request.id }, again),
      look: async (again) => {
        world = again.reopen();
        world.pass(6 * MINUTE);
        await acknowledged(request);
        const mails = await world.mails(request.id);
        // At least once: a mail whose sending was not marked may come twice, byte for byte.
        expect(new Set(to(mails, KIOSK).map(({ mailId }) => mailId)).size).toBe(1);
        const types = await typesOf(request.id);
        for (const type of ['passed-on', 'refused', 'acknowledged'] as const) expect(types.filter((one) => one === type)).toHaveLength(1);
      },
    });
    expect(effects).toBeGreaterThan(8);
  });
});

describe('the link mailed to a controller', () => {
  beforeEach(async () => {
    world = await worlds.open(branded);
  });

  it('shows who asks for what once they look, which is recorded', async () => {
    const person = { email: PERSON_EMAIL, name: 'Erika Mustermann', identifiers: {}, note: 'my loyalty card' };
    const request = await submit(world, { brand: 'kiosk', person });
    await acknowledged(request);
    const token = linkIn(to(await world.mails(request.id), KIOSK)[0]!);
    const closed = (await readPassedOn(world, token, false))!;
    expect(closed.passed.to).toBe('Kiosk AG');
    expect(closed).not.toHaveProperty('person');
    expect(await typesOf(request.id)).not.toContain('looked');
    for (const _ of [1, 2]) expect((await readPassedOn(world, token, true))!.person).toEqual(person);
    const looks = (await world.requests.loadCase(request.id))!.events.filter(({ type }) => type === 'looked');
    expect(looks.map(({ data }) => data)).toEqual([{ by: 'Kiosk AG', at: 'person' }]);
  });

  it('opens nothing else, and nothing else opens it', async () => {
    const request = await submit(world, { brand: 'kiosk' });
    await acknowledged(request);
    const token = linkIn(to(await world.mails(request.id), KIOSK)[0]!);
    const other = await submit(world);
    await acknowledged(other);
    for (const wrong of [verifyLink(request.id), verifyLink(other.id), token.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')), 'x']) {
      expect(await readPassedOn(world, wrong, true)).toBeUndefined();
    }
  });

  it('ends with the working data of the case', async () => {
    const request = await walk(world, { brand: 'kiosk' });
    const token = linkIn(to(await world.mails(request.id), KIOSK)[0]!);
    expect(await readPassedOn(world, token, true)).toBeDefined();
    world.pass(32 * DAY);
    await sweep({}, world);
    expect((await load(request.id)).purgedAt).toBeDefined();
    expect(await readPassedOn(world, token, true)).toBeUndefined();
  });
});

describe('a request that is only in part the company’s to answer', () => {
  beforeEach(async () => {
    world = await worlds.open(mixed);
  });

  it('is passed on to each controller once, for all their systems', async () => {
    const request = await submit(world);
    await untilAsked(world, request);
    const { passedOn } = await load(request.id);
    expect(passedOn.map(({ to: whom, systems }) => [whom, systems])).toEqual([
      ['Hotel SA', ['rooms']],
      ['Kiosk AG', ['tills', 'stock']],
    ]);
    const mails = await world.mails(request.id);
    const [toHotel] = to(mails, HOTEL);
    const [toKiosk] = to(mails, KIOSK);
    expect(toKiosk!.parsed.text).toContain('Tills and Stock');
    expect(linkIn(toKiosk!)).not.toBe(linkIn(toHotel!));
    expect((await readPassedOn(world, linkIn(toHotel!), true))!.passed.systems).toEqual(['rooms']);
    const [acknowledgement] = to(mails, { email: PERSON_EMAIL });
    expect(acknowledgement!.parsed.text).toContain('Größe GmbH will answer by 2 April 2026');
    expect(acknowledgement!.parsed.text).toContain('For Tills and Stock we only work on behalf of Kiosk AG.');
  });

  it('is answered and closed also where nothing at all is the company’s own', async () => {
    world = await worlds.open({ ...mixed, systems: { shop: held(HOTEL, 'Shop'), crm: held(KIOSK, 'CRM') } });
    const request = await walk(world, { rights: ['access', 'erasure'] });
    expect(request.passedOn.map(({ systems }) => systems)).toEqual([['shop'], ['crm']]);
    expect(request.outcomes).toEqual([]);
    expect([...world.systems['shop']!.calls, ...world.systems['crm']!.calls]).toEqual([]);
    const [, fulfilment] = await receiptsOf(request.id);
    expect(fulfilment!.text).toContain('For CRM we only work on behalf of Kiosk AG.');
  });

  it('searches its own systems only, and names the others in the answer', async () => {
    const request = await submit(world, { rights: ['access', 'erasure'] });
    const stage = await untilPlanned(world, request);
    expect((await load(request.id)).waves.flat()).toEqual(['shop', 'crm']);
    await untilItWaits(world, request, stage);
    const [, fulfilment] = await receiptsOf(request.id);
    expect(fulfilment).toMatchObject({ kind: 'fulfilment', interim: false });
    expect(fulfilment!.text).toContain(
      'For Rooms we only work on behalf of Hotel SA. We passed your request on to them (privacy@hotel.example) on 2 March 2026',
    );
  });
});
