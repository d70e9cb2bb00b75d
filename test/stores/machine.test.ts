/** Executions by the request's id: started once, told what people did, stopped as often as one likes. */
import { join } from 'node:path';
import { SFNClient } from '@aws-sdk/client-sfn';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newId, type RequestId } from '../../lib/domain/ids.ts';
import { createStatesService } from '../../lib/local/states/create-states-service.ts';
import { type Machine, openMachine } from '../../lib/stores/machine.ts';
import { region, serveFront, type ServedFront } from '../contracts/serve-front.ts';
import { awaitCallback, machineArn, machineOf, ROLE } from '../local/states/world.ts';

let front: ServedFront;
let client: SFNClient;
let machine: Machine;
let tokens: string[];
let id: RequestId;

beforeEach(async () => {
  tokens = [];
  id = newId('req');
  front = await serveFront(({ dir, clock }) => {
    const definition = machineOf({ Ask: awaitCallback('ask', { End: true }) });
    const service = createStatesService({
      file: join(dir, 'states.db'),
      clock,
      region,
      machines: [{ arn: machineArn('m'), name: 'm', definition, roleArn: ROLE }],
      awsCall: async () => ({}),
      invokerAs: () => ({
        async invoke(_name, payload) {
          tokens.push((payload as { token: string }).token);
          return { ok: true, payload: null };
        },
      }),
    });
    void service.start?.();
    return [service];
  });
  client = new SFNClient(front.settings);
  machine = openMachine({ sfn: client, machineArn: machineArn('m') });
});

afterEach(async () => {
  client.destroy();
  await front.close();
});

async function until(condition: () => Promise<boolean> | boolean): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 5));
}

describe('an execution', () => {
  it('is there once however often it is started', async () => {
    expect(await machine.state(id)).toBe('none');
    await Promise.all([machine.start(id), machine.start(id), machine.start(id)]);
    expect(await machine.state(id)).toBe('running');
    await until(() => tokens.length > 0);
    expect(tokens).toHaveLength(1);
  });

  it('takes a result once: told again, nobody waits any more', async () => {
    await machine.start(id);
    await until(() => tokens.length > 0);
    expect(await machine.tell(tokens[0]!, { outcome: 'done' })).toBe('taken');
    await until(async () => (await machine.state(id)) === 'ended');
    expect(await machine.tell(tokens[0]!, { outcome: 'done' })).toBe('gone');
    expect(await machine.tell('no token at all', { outcome: 'done' })).toBe('gone');
  });

  it('that ended is not started again under its name, but under a new number', async () => {
    await machine.start(id);
    await machine.stop(id, 1);
    await machine.start(id);
    expect(await machine.state(id)).toBe('ended');
    await machine.start(id, 2);
    expect(await machine.state(id, 2)).toBe('running');
  });

  it('stops as often as one likes, also when there was none', async () => {
    await machine.stop(id, 1);
    await machine.start(id);
    await machine.stop(id, 1);
    await machine.stop(id, 1);
    expect(await machine.state(id)).toBe('ended');
  });
});
