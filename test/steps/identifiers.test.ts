/** What systems teach about who is asked about: kept, never blank, and never taken for granted. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { PermanentError } from '../../lib/domain/errors.ts';
import type { Request } from '../../lib/domain/request.ts';
import type { TaskOutcome } from '../../lib/domain/request-events.ts';
import { completeTask } from '../../lib/steps/complete-task.ts';
import { find } from '../../lib/steps/find.ts';
import { recordWave } from '../../lib/steps/record-wave.ts';
import { runBranch, type Scope, submit, untilPlanned } from '../walk.ts';
import { openWorlds, PERSON_EMAIL, type TestWorld, type Worlds } from '../world.ts';

let worlds: Worlds;
let world: TestWorld;
let request: Request;
beforeAll(async () => {
  worlds = await openWorlds();
});
afterAll(async () => worlds.close());
beforeEach(async () => {
  world = await worlds.open();
  request = await submit(world);
  await untilPlanned(world, request);
});

const scopeOf = (system: string): Scope => ({ requestId: request.id, system, pass: 'export', round: 1 });
const askedOf = (system: string): Record<string, string[]> => world.systems[system]!.calls.at(-1)!.subject.identifiers;

describe('identifiers that a system taught', () => {
  it('are still known when the same search runs again and names only what is new', async () => {
    await find(scopeOf('shop'), world);
    // A connector leaves out what it was asked with; meanwhile there is a second account.
    world.systems['shop']!.reveals = { customerId: ['43'] };
    await find(scopeOf('shop'), world);
    await find(scopeOf('crm'), world);
    expect(askedOf('crm')['customerId']).toEqual(['42', '43']);
  });

  it('count only where they say something: a blank one would find everybody who has none', async () => {
    world.systems['shop']!.reveals = { customerId: ['', '  '] };
    await find(scopeOf('shop'), world);
    await find(scopeOf('crm'), world);
    expect(askedOf('crm')).toEqual({ email: [PERSON_EMAIL] });
  });
});

describe('a system that is asked by the address and by a number the shop knows', () => {
  async function whileShopIs(outcome: TaskOutcome): Promise<string | undefined> {
    world.systems['crm']!.needs = ['email', 'customerId'];
    world.systems['shop']!.fails = { find: [new PermanentError('down', { code: 'system-rejected' })] };
    await runBranch(world, scopeOf('shop'));
    const task = (await world.requests.loadCase(request.id))!.tasks.find(({ kind }) => kind === 'system-failed');
    await completeTask(world, { requestId: request.id, taskId: task!.taskId, outcome, by: 'anton', reason: 'It is down.' });
    await recordWave({ requestId: request.id, pass: 'export', round: 1, wave: 1 }, world);
    await runBranch(world, scopeOf('crm'));
    await recordWave({ requestId: request.id, pass: 'export', round: 1, wave: 2 }, world);
    return (await world.requests.load(request.id))!.outcomes.find(({ system }) => system === 'crm')?.outcome;
  }

  it('has not answered in full while the shop has not', async () => {
    expect(await whileShopIs('outstanding')).toBe('outstanding');
  });

  it('answers by the address alone once the shop was left out for good', async () => {
    expect(await whileShopIs('skip')).toBe('exported');
  });
});
