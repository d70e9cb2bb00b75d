/** The process dies: at every transition by copying the file, and for real by SIGKILL. */
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { StateDefinition } from '../../../lib/local/states/definition.ts';
import { settle, VirtualClock } from './virtual-clock.ts';
import { awaitCallback, invoke, machineOf, named, StatesWorld } from './world.ts';

const Retry = [{ ErrorEquals: ['Lambda.Unknown'], IntervalSeconds: 1, MaxAttempts: 3 }];

/** A machine with every kind of pause in it. */
const everything: Record<string, StateDefinition> = {
  Set: { Type: 'Pass', Assign: { seen: '{% $states.input.items %}' }, Next: 'All' },
  All: {
    Type: 'Map',
    Items: '{% $seen %}',
    MaxConcurrency: 2,
    ItemProcessor: {
      StartAt: 'Call',
      States: { Call: invoke('double', { Retry, Next: 'Rest' }), Rest: { Type: 'Wait', Seconds: 30, End: true } },
    },
    Assign: { doubled: '{% $states.result %}' },
    Next: 'Both',
  },
  Both: {
    Type: 'Parallel',
    Branches: [
      { StartAt: 'Ask', States: { Ask: awaitCallback('ask', { Retry, TimeoutSeconds: 86_400, End: true }) } },
      { StartAt: 'Quick', States: { Quick: { Type: 'Pass', Output: 'quick', End: true } } },
    ],
    Next: 'Again',
  },
  Again: { ...invoke('flaky'), Retry: [{ ErrorEquals: ['Flaky'], IntervalSeconds: 5 }, ...Retry], Next: 'End' },
  End: { Type: 'Succeed', Output: '{% {"doubled": $doubled, "rest": $states.input} %}' },
};

const EXPECTED = { doubled: [2, 4, 6], rest: ['answered', 'quick'] };

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'crash-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function openWorld(file: string, clock: VirtualClock): StatesWorld {
  let flaked = false;
  const opened: StatesWorld = new StatesWorld(
    { m: machineOf(everything) },
    {
      double: (n) => Number(n) * 2,
      ask: async (payload) => {
        const { token } = payload as { token: string };
        opened.clock.at(opened.clock.now() + 60_000, () => {
          opened.call('SendTaskSuccess', { taskToken: token, output: '"answered"' }).catch(() => {});
        });
        return null;
      },
      flaky: (payload) => {
        flaked = !flaked;
        if (flaked) throw named('Flaky');
        return payload;
      },
    },
    { file, clock },
  );
  return opened;
}

function copyDatabase(from: string, to: string): void {
  for (const suffix of ['', '-wal']) if (existsSync(from + suffix)) copyFileSync(from + suffix, to + suffix);
}

describe('an execution whose process dies', () => {
  it('ends the same whichever transition was the last', async () => {
    const original = openWorld(join(folder, 'original.db'), new VirtualClock());
    const copies: { file: string; now: number }[] = [];
    original.service.onChange(({ status }) => {
      if (status !== 'RUNNING') return;
      const file = join(folder, `copy-${copies.length}.db`);
      copyDatabase(original.file, file);
      copies.push({ file, now: original.clock.now() });
    });
    const { arn, output } = await original.finish('m', { items: [1, 2, 3] });
    expect(output).toEqual(EXPECTED);
    await original.close();
    expect(copies.length).toBeGreaterThanOrEqual(10);
    for (const { file, now } of copies) {
      const revived = openWorld(file, new VirtualClock(now));
      // A token already handed out is answered by whoever holds it: here, by everybody who looks into the history.
      await answerOpenTokens(revived, arn);
      expect((await revived.outcome(arn)).output).toEqual(EXPECTED);
      await revived.close();
    }
  });

  it('fails a running function with Lambda.Unknown when nothing retries it', async () => {
    const file = join(folder, 'db');
    const first = new StatesWorld(
      { m: machineOf({ Call: invoke('never', { End: true }) }) },
      { never: () => new Promise(() => {}) },
      { file },
    );
    const arn = await first.start('m');
    await settle();
    const second = new StatesWorld({ m: machineOf({ Call: invoke('never', { End: true }) }) }, {}, { file: copyTo(file) });
    expect(await second.outcome(arn)).toMatchObject({ status: 'FAILED', error: 'Lambda.Unknown' });
    await first.close();
    await second.close();
  });

  it('survives SIGKILL at any moment, with nobody retrying', async () => {
    const file = join(folder, 'killed.db');
    for (let kill = 0; kill < 6; kill += 1) await runWorker(file, { killAfter: 15 + kill * 45 });
    const report = JSON.parse(await runWorker(file, {})) as { executions: number; outcomes: Record<string, number>; acknowledged: number };
    expect(report.executions).toBeGreaterThanOrEqual(report.acknowledged);
    expect(report.outcomes).toEqual({ SUCCEEDED: report.executions });
    expect(report.acknowledged).toBeGreaterThanOrEqual(16);
  }, 60_000);
});

function copyTo(file: string): string {
  copyDatabase(file, `${file}.copy`);
  return `${file}.copy`;
}

async function answerOpenTokens(world: StatesWorld, arn: string): Promise<void> {
  const tokens = new Set<string>();
  for (const { details } of (await world.history(arn)).map((event) => ({
    details: event['taskScheduledEventDetails'] as { parameters?: string } | undefined,
  }))) {
    const { token } = (JSON.parse(details?.parameters ?? '{}') as { Payload?: { token?: string } }).Payload ?? {};
    if (token) tokens.add(token);
  }
  for (const taskToken of tokens) {
    world.clock.at(world.clock.now() + 90_000, () => {
      world.call('SendTaskSuccess', { taskToken, output: '"answered"' }).catch(() => {});
    });
  }
}

/** Runs crash-worker.ts on a file: killed some milliseconds after its first start, or until all executions have ended. */
function runWorker(file: string, { killAfter }: { killAfter?: number }): Promise<string> {
  return new Promise((resolve) => {
    const worker = spawn(process.execPath, [join(import.meta.dirname, 'crash-worker.ts'), file], { stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    worker.stdout.on('data', (chunk: Buffer) => {
      if (output === '' && killAfter !== undefined) setTimeout(() => worker.kill('SIGKILL'), killAfter);
      output += chunk.toString();
    });
    worker.on('close', () => resolve(output.trim().split('\n').at(-1) ?? ''));
  });
}
