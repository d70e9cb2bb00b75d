/** Runs executions in real time until killed; once nothing runs any more it reports how all executions on the file ended. */
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '../../../lib/local/contract.ts';
import { createStatesService } from '../../../lib/local/states/create-states-service.ts';
import { awaitCallback, invoke, machineArn, machineOf, REGION, ROLE } from './world.ts';

const [file = ''] = process.argv.slice(2);
const journal = `${file}.acknowledged`;
const Retry = [{ ErrorEquals: ['Lambda.Unknown'], IntervalSeconds: 1, BackoffRate: 1, MaxAttempts: 20 }];

const clock: Clock = {
  now: () => Date.now(),
  at: (at, fire) => {
    const timer = setTimeout(fire, Math.min(Math.max(0, at - Date.now()), 2 ** 31 - 1));
    return () => clearTimeout(timer);
  },
};

const definition = machineOf({
  All: {
    Type: 'Map',
    Items: [1, 2, 3],
    ItemProcessor: {
      StartAt: 'Call',
      States: { Call: invoke('slow', { Retry, Next: 'Rest' }), Rest: { Type: 'Wait', Seconds: 1, End: true } },
    },
    Next: 'Ask',
  },
  // The token's holder dies with the process, so the machine asks again.
  Ask: awaitCallback('ask', {
    TimeoutSeconds: 2,
    Retry: [{ ErrorEquals: ['States.Timeout'], IntervalSeconds: 1, MaxAttempts: 20 }, ...Retry],
    End: true,
  }),
});

const principal = { name: 'operator', arn: 'operator', kind: 'operator' as const };
const service = createStatesService({
  file,
  clock,
  region: REGION,
  machines: [{ arn: machineArn('m'), name: 'm', definition, roleArn: ROLE }],
  awsCall: () => Promise.reject(new Error('unused')),
  invokerAs: () => ({
    invoke: async (name, payload) => {
      await sleep(20);
      if (name.endsWith('ask')) void sleep(50).then(() => answer((payload as { token: string }).token));
      return { ok: true, payload };
    },
  }),
});

async function answer(taskToken: string): Promise<void> {
  await service.run({ operation: 'SendTaskSuccess', input: { taskToken, output: '1' }, principal }).catch(() => {});
}

async function list(statusFilter?: string): Promise<{ name: string; status: string }[]> {
  const input = { stateMachineArn: machineArn('m'), maxResults: 1000, ...(statusFilter ? { statusFilter } : {}) };
  const { executions } = await service.run({ operation: 'ListExecutions', input, principal });
  return executions as { name: string; status: string }[];
}

service.start();
for (let index = 0; index < 10; index += 1) {
  const { executionArn } = await service.run({ operation: 'StartExecution', input: { stateMachineArn: machineArn('m') }, principal });
  appendFileSync(journal, `${String(executionArn)}\n`);
  if (index === 0) console.log('started');
  await sleep(3);
}
while ((await list('RUNNING')).length > 0) await sleep(50);
const outcomes: Record<string, number> = {};
const all = await list();
for (const { status } of all) outcomes[status] = (outcomes[status] ?? 0) + 1;
const acknowledged = existsSync(journal) ? readFileSync(journal, 'utf8').trim().split('\n').length : 0;
console.log(JSON.stringify({ executions: all.length, outcomes, acknowledged }));
await service.close();
