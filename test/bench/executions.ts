/** Many executions of the real machine with scripted functions: executions per second, and memory that does not grow with them. */
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import type { Definition } from '../../lib/local/states/definition.ts';
import { watchPeak } from '../e2e/systems/process-tree.ts';
import { type Answer, type EngineWorld, openEngine } from './engine-world.ts';

const COUNTS = [1_000, 10_000];
const AT_ONCE = 50;
/** Ten times as many executions may hold this much more memory at their peak. */
const GROWTH = 1.25;
const SYSTEMS = ['shop', 'crm'];

const file = new URL('../infra/__snapshots__/request-machine.asl.json', import.meta.url);
const definition = JSON.parse(
  readFileSync(file, 'utf8')
    .replaceAll('{AWS::Partition}', 'aws')
    .replaceAll(/"\{(\w+)\}"/g, '"$1"'),
) as Definition;

const end = { next: 'end', pass: 'export', round: 0, systems: [], wave: 0, verifySeconds: 600, fetchSeconds: 1 };

/** First the confirmation, then the systems: told apart by who was confirmed already. */
const confirmed = new Set<string>();
const planned: Answer = (payload) => {
  const { requestId } = payload as { requestId: string };
  return confirmed.has(requestId) ? { ...end, next: 'stage', systems: SYSTEMS } : { ...end, next: 'verify' };
};

/** An access request that is confirmed by a script, finds something in two systems and ends when it is delivered. */
const answers: Record<string, Answer> = {
  acknowledge: () => ({}),
  verifyrequester(payload, reply) {
    const { requestId, taskToken } = payload as { requestId: string; taskToken: string };
    confirmed.add(requestId);
    reply(taskToken);
    return {};
  },
  assessrequest: () => ({}),
  plansystems: planned,
  find: () => ({ found: 3, later: false }),
  export: () => ({ cursor: '' }),
  recordwave: () => ({ systems: [], wave: 1, review: false, hold: false }),
  packageresponse: () => ({ more: false }),
  issuereceipt: () => ({}),
  deliver: () => end,
};

async function measure(world: EngineWorld, executions: number): Promise<number> {
  const memory = watchPeak(() => process.pid);
  const from = performance.now();
  await world.run(executions, AT_ONCE);
  const perSecond = executions / ((performance.now() - from) / 1000);
  const peak = memory.end();
  console.info(`${executions} executions, ${AT_ONCE} at once: ${perSecond.toFixed(0)} per second, peak ${peak.toFixed(0)} MiB`);
  return peak;
}

const world = openEngine(definition, answers);
try {
  const peaks: number[] = [];
  for (const executions of COUNTS) peaks.push(await measure(world, executions));
  const growth = peaks.at(-1)! / peaks[0]!;
  console.info(`${growth.toFixed(2)} times the memory for ${COUNTS.at(-1)! / COUNTS[0]!} times the executions (at most ${GROWTH})`);
  if (growth > GROWTH) process.exitCode = 1;
} finally {
  await world.close();
}
