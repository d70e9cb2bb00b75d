/** What a sweep reads grows with what is due, and not with what is open. The same at 200,000: `npm run bench sweep`. */
import { expect, it } from 'vitest';
import { sweep } from '../../lib/steps/sweep.ts';
import { addOpenRequests, countReads } from '../open-crowd.ts';
import { TABLES } from '../small-cloud.ts';
import { submit } from '../walk.ts';
import { DAY, HOUR } from '../world.ts';
import { world } from './sweep-world.ts';

const HUNDRED = 100;
const TWO_THOUSAND = 2000;

async function readsOfSweep(due: number): Promise<{ queries: number; units: number }> {
  for (let number = 0; number < due; number += 1) await submit(world);
  world.pass(HOUR);
  const again = world.reopen();
  const reads = countReads(again.clients.dynamodb);
  expect(await sweep({}, again)).toMatchObject({ looked: due, failed: 0 });
  expect(Object.keys(reads.calls)).toEqual(['QueryCommand']);
  return { queries: reads.calls['QueryCommand']!, units: reads.units };
}

const open = (first: number, count: number) =>
  addOpenRequests(
    { client: world.clients.dynamodb, table: TABLES.requests, from: world.now() + 10 * DAY, to: world.now() + 30 * DAY },
    { first, count },
  );

it('reads as much for five due requests among a hundred open ones as among two thousand', async () => {
  await open(0, HUNDRED);
  const among100 = await readsOfSweep(5);
  await open(HUNDRED, TWO_THOUSAND - HUNDRED);
  expect(await readsOfSweep(5)).toEqual(among100);
});

it('reads more for more that is due, and next to nothing while nothing is', async () => {
  await open(0, HUNDRED);
  const [none, two, four] = [await readsOfSweep(0), await readsOfSweep(2), await readsOfSweep(4)];
  expect(none.queries).toBe(2);
  expect(four.queries - none.queries).toBe(2 * (two.queries - none.queries));
});
