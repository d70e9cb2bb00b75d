/** After an answer in part: the rest follows, somebody can decide about it, and nobody gets mail after mail. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { PermanentError } from '../../lib/domain/errors.ts';
import type { Request } from '../../lib/domain/request.ts';
import type { TaskOutcome } from '../../lib/domain/request-events.ts';
import { chooseLate } from '../../lib/steps/choose-late.ts';
import { completeTask } from '../../lib/steps/complete-task.ts';
import { recordWave } from '../../lib/steps/record-wave.ts';
import { submit, untilItWaits, untilPlanned } from '../walk.ts';
import { openWorlds, type TestWorld, type Worlds } from '../world.ts';

let worlds: Worlds;
let world: TestWorld;
let request: Request;
beforeAll(async () => {
  worlds = await openWorlds();
});
afterAll(async () => worlds.close());

const down = (): Error => new PermanentError('down', { code: 'system-rejected' });
const load = async (): Promise<Request> => (await world.requests.load(request.id))!;

async function settle(outcome: TaskOutcome): Promise<void> {
  const open = (await world.requests.loadCase(request.id))!.request.tasks.find(({ kind }) => kind === 'system-failed');
  const ended = { requestId: request.id, taskId: open!.taskId, outcome, by: 'anton', reason: 'It is gone.' };
  expect(await completeTask(world, ended)).toEqual({ ok: true });
}

/** The CRM is left out for now, and the shop's part is about to go out. */
beforeEach(async () => {
  world = await worlds.open();
  request = await submit(world);
  await untilPlanned(world, request);
  world.systems['crm']!.fails = { find: [down(), down()] };
  await untilItWaits(world, request);
  await settle('outstanding');
  await recordWave({ requestId: request.id, pass: 'export', round: 1, wave: 2 }, world);
});

describe('a system that is still late after an answer in part', () => {
  it('can be decided about: an extension or a refusal in part', async () => {
    expect(await untilItWaits(world, request)).toBe('waiting');
    expect(await load()).toMatchObject({ state: 'ready', deliveries: [{ round: 1, outstanding: ['crm'] }] });
    expect(await chooseLate(world, { requestId: request.id, choice: 'refuse-part', reason: 'It is gone.', by: 'renate' })).toEqual({
      ok: true,
    });
  });
});

describe('a system that is taken out of the configuration while it owes an answer', () => {
  it('becomes a person’s task, and the request ends once with the reason, instead of mailing round after round', async () => {
    const { crm: _, ...systems } = world.configuration.systems;
    const without: TestWorld = {
      ...world,
      configuration: { ...world.configuration, systems },
      connect(name) {
        if (name === 'crm') throw down();
        return world.connect(name);
      },
    };
    expect(await untilItWaits(without, request)).toBe('waiting');
    await settle('skip');
    await recordWave({ requestId: request.id, pass: 'export', round: 2, wave: 1 }, without);
    await untilItWaits(without, request);
    expect(await load()).toMatchObject({ state: 'answered', deliveries: [{ outstanding: ['crm'] }, { outstanding: [] }] });
    const texts = (await world.mails(request.id)).map(({ parsed }) => parsed.text ?? '');
    expect(texts.filter((text) => text.includes('/download/'))).toHaveLength(2);
    expect(texts.at(-1)).toContain('It is gone.');
    expect(texts.at(-1)).toMatch(/If you disagree, you can complain to the authority/);
  });
});
