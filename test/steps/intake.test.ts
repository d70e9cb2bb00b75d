/** intake: nothing is lost and nothing doubled, whatever fails in between. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { takeIn } from '../../lib/steps/intake.ts';
import { openWorlds, type Worlds } from '../world.ts';

let worlds: Worlds;
beforeAll(async () => { worlds = await openWorlds(); });
afterAll(async () => worlds.close());

it('takes in', async () => {
  const t=performance.now();
  const world = await worlds.open();
  const t1=performance.now();
  const taken = await takeIn(world, { rights: ['access'], person: { email: 'a@example.org', identifiers: {} }, lang: 'en', channel: 'api', idempotencyKey: 'k' });
  console.log(t1-t, performance.now()-t1, taken, world.fuse.effects);
  expect(taken.ok).toBe(true);
});
