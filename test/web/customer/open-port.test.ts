/** The customer pages on the real steps: limits that cannot be spelt around, and pages that outlive a purge. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeToken } from '../../../lib/domain/tokens.ts';
import { sweep } from '../../../lib/steps/sweep.ts';
import { withdrawRequest } from '../../../lib/steps/withdraw-request.ts';
import { openCustomerPort } from '../../../lib/web/customer/open-port.ts';
import type { CustomerPort } from '../../../lib/web/customer/port.ts';
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
