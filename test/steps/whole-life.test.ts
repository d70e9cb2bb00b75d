/** The whole life of a request with a crash at every effect: the same end, one receipt of each kind, no mail missing. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RequestId } from '../../lib/domain/ids.ts';
import type { Right } from '../../lib/domain/rights.ts';
import { makeToken } from '../../lib/domain/tokens.ts';
import { presignPart } from '../../lib/steps/fetch-package.ts';
import { sweep } from '../../lib/steps/sweep.ts';
import { keys } from '../../lib/stores/keys.ts';
import type { CrashWhen } from '../fuse.ts';
import { persevere, submit, untilItWaits, untilPlanned } from '../walk.ts';
import { HOUR, openWorlds, SECRET, type TestWorld, type Worlds } from '../world.ts';

let worlds: Worlds;
beforeAll(async () => {
  worlds = await openWorlds();
});
afterAll(async () => worlds.close());

interface Ending {
  state: string;
  events: string[];
  receipts: string[];
  outcomes: string[];
  subjects: string[];
  /** Copies of each mail, by subject. */
  copies: number[];
  identical: boolean;
}

async function live(world: TestWorld, rights: Right[]): Promise<RequestId> {
  // A message about somebody else: the copy passes a reviewer.
  world.systems['shop']!.rows['messages'] = [{ id: 1, customer_id: 42, text: 'Hello', about_whom: 'Hans' }];
  const request = await submit(world, { rights, idempotencyKey: 'the one' });
  const next = await untilItWaits(world, request, await untilPlanned(world, request));
  if (next !== 'waiting' && next.next === 'await-fetch') {
    const token = makeToken(SECRET, 'download', { id: request.id });
    await persevere(world, 'fetch-package', () => presignPart(world, { token, part: 1 }));
    await untilItWaits(world, request);
  }
  return request.id;
}

/** What counts in the end, without ids and instants. */
async function endingOf(world: TestWorld, id: RequestId): Promise<Ending> {
  const record = (await world.requests.loadCase(id))!;
  const mails = Map.groupBy(await world.mails(id), ({ mailId }) => mailId);
  const stored = await Promise.all(record.request.receipts.map(({ receiptId }) => world.receipts.get(receiptId)));
  return {
    state: record.request.state,
    events: record.events.map(({ key }) =>
      key.replaceAll(record.request.reference, '<reference>').replaceAll(/task_[0-9a-f-]+/g, '<task>'),
    ),
    receipts: stored.map((receipt) => receipt!.kind),
    outcomes: record.request.outcomes.map(({ system, pass, outcome, found, datasets }) =>
      JSON.stringify({ system, pass, outcome, found, datasets }),
    ),
    subjects: [...mails.values()].map(([first]) => first!.parsed.subject!.replaceAll(record.request.reference, '<reference>')),
    copies: [...mails.values()].map((copies) => copies.length),
    identical: [...mails.values()].every((copies) =>
      copies.every(
        ({ parsed }) => parsed.text === copies[0]!.parsed.text && parsed.attachments.length === copies[0]!.parsed.attachments.length,
      ),
    ),
  };
}

const EVERYTHING: Right[] = ['access', 'portability', 'erasure'];

describe('a copy, then a deletion', () => {
  it('ends answered, with one receipt of each kind and one mail about each fact', async () => {
    const world = await worlds.open();
    const ending = await endingOf(world, await live(world, EVERYTHING));
    expect(ending).toMatchObject({
      state: 'answered',
      receipts: ['request', 'fulfilment', 'deletion'],
      copies: [1, 1, 1, 1],
    });
    expect(ending.outcomes.map((outcome) => (JSON.parse(outcome) as { outcome: string }).outcome)).toEqual([
      'exported',
      'exported',
      'retained',
      'deleted',
    ]);
    expect(world.systems['shop']!.rows['customers']).toEqual([]);
    expect(world.systems['shop']!.rows['orders']).toHaveLength(3);
  });

  it.each<CrashWhen>(['before', 'after'])('ends the same when the process dies %s every single effect', async (when) => {
    const undisturbed = await worlds.open();
    const expected = await endingOf(undisturbed, await live(undisturbed, EVERYTHING));
    const world = await worlds.open();
    world.fuse.blowAtEach(when);
    const id = await live(world, EVERYTHING);
    world.fuse.mend();
    world.pass(HOUR);
    await sweep({}, world);
    const { copies, ...ending } = await endingOf(world, id);
    const { copies: _, ...rest } = expected;
    const inOrder = ({ events, ...other }: typeof rest) => ({ ...other, events: events.toSorted() });
    // A task's own event may come later: the sweep writes it where the process died before.
    expect(inOrder(ending)).toEqual(inOrder(rest));
    // Each mail was once cut off between SES's acceptance and our mark: one double each, and never more.
    expect(copies).toEqual([2, 2, 2, 2]);
    const items = await world.tables.requests.partition(keys.request(id));
    expect(items.filter(({ sk }) => String(sk).startsWith('TASK#')).every((task) => task['takenAt'] !== undefined)).toBe(true);
  });
});
