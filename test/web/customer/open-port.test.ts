/** The customer pages on the real steps: limits that cannot be spelt around, and pages that outlive a purge. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Hono } from 'hono';
import { makeToken } from '../../../lib/domain/tokens.ts';
import { assessRequest } from '../../../lib/steps/assess-request.ts';
import { sweep } from '../../../lib/steps/sweep.ts';
import { withdrawRequest } from '../../../lib/steps/withdraw-request.ts';
import { openCustomerPort } from '../../../lib/web/customer/open-port.ts';
import type { CustomerPort } from '../../../lib/web/customer/port.ts';
import { senderOf } from '../../../lib/web/customer/sender.ts';
import { submission, submit } from '../../walk.ts';
import { HOUR, MINUTE, openWorlds, SECRET, type TestWorld, type Worlds } from '../../world.ts';

let worlds: Worlds;
let world: TestWorld;
let port: CustomerPort;
beforeAll(async () => {
  worlds = await openWorlds();
});
afterAll(async () => worlds.close());
beforeEach(async () => {
  world = await worlds.open();
  port = openCustomerPort({ ...world, secretBytes: SECRET });
});

describe('the limit of a mailbox', () => {
  it('counts every spelling of the address, from whatever network it comes', async () => {
    const send = async (place: number): Promise<boolean> => {
      const email = [...'erika.mustermann@example.org'].map((letter, at) => (at === place ? letter.toUpperCase() : letter)).join('');
      const sent = { ...submission({ person: { email, identifiers: {} } }), channel: 'web' as const };
      return (await port.submit(sent, { ip: `192.0.2.${place}` })).ok;
    };
    const taken = [];
    for (const place of [0, 1, 2, 3, 4, 6, 7, 8, 9, 10, 11]) taken.push(await send(place));
    expect(taken).toEqual([...Array.from({ length: 10 }, () => true), false]);
  });
});

describe('the country that a front observed', () => {
  const observed = async (country: string | undefined, residence: string | undefined): Promise<string | undefined> => {
    const { residence: _, ...sent } = submission();
    const place = residence === undefined ? {} : { residence };
    const sender = { ip: '192.0.2.1', ...(country === undefined ? {} : { country }) };
    const taken = await port.submit({ ...sent, ...place, channel: 'web' }, sender);
    return taken.ok ? taken.request.observedCountry : 'refused';
  };

  it('is kept only where it differs from the declared one', async () => {
    expect(await observed('US', 'DE')).toBe('US');
    expect(await observed('DE', 'DE-BY')).toBeUndefined();
    expect(await observed('US', 'US-CA')).toBeUndefined();
    expect(await observed('US', undefined)).toBeUndefined();
    expect(await observed(undefined, 'DE')).toBeUndefined();
  });

  it('is a note for staff and neither chooses the law nor makes a second request of a repeated one', async () => {
    const sent = { ...submission({ residence: 'DE' }), channel: 'web' as const };
    const first = await port.submit(sent, { ip: '192.0.2.1', country: 'US' });
    const again = await port.submit(sent, { ip: '192.0.2.1', country: 'FR' });
    expect(first).toMatchObject({ ok: true, request: { laws: ['eu-gdpr'], observedCountry: 'US' } });
    expect(again).toEqual(first);
    const { id } = (first as Extract<typeof first, { ok: true }>).request;
    await assessRequest({ requestId: id, silent: false }, world);
    const assessed = (await world.requests.loadCase(id))!.events.find(({ type }) => type === 'assessed');
    expect(assessed?.data).toMatchObject({ decision: 'proceed', notes: ['country-differs'] });
  });
});

describe('the sender of a request', () => {
  const senderWith = async (headers: Record<string, string>): Promise<unknown> => {
    const app = new Hono().get('/', (c) => c.json(senderOf(c)));
    return await (await app.request('/', { headers }, { requestContext: { http: { sourceIp: '192.0.2.7' } } })).json();
  };

  it('has the country that a front tells, and none that is no country', async () => {
    expect(await senderWith({ 'cloudfront-viewer-country': 'FR' })).toEqual({ ip: '192.0.2.7', country: 'FR' });
    for (const strange of ['XX', 'fr', 'France', '<b>']) {
      expect(await senderWith({ 'cloudfront-viewer-country': strange })).toEqual({ ip: '192.0.2.7' });
    }
    expect(await senderWith({ 'x-forwarded-for': '203.0.113.9' })).toEqual({ ip: '192.0.2.7' });
  });
});

describe('the status page', () => {
  it('of a request that was withdrawn and purged within the hours of its youth is still shown', async () => {
    const { id } = await submit(world);
    const token = makeToken(SECRET, 'status', { id });
    expect(await port.open(token)).toMatchObject({ email: 'erika.mustermann@example.org' });
    await withdrawRequest(world, id, 'person');
    world.pass(HOUR + MINUTE);
    await sweep({}, world);
    expect(await world.caseKeys.exists(id)).toBe(false);
    const view = await port.open(token);
    expect(view).toMatchObject({ request: { state: 'withdrawn' } });
    expect(view).not.toHaveProperty('email');
  });
});
