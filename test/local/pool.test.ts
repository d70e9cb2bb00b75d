/** How many sandboxes there are, and whose. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../lib/local/clock.ts';
import type { LambdaFunction } from '../../lib/local/lambda/functions.ts';
import { type FunctionLogs, openFunctionLogs } from '../../lib/local/lambda/logs.ts';
import { createSandboxPool, type PoolOptions, type SandboxPool } from '../../lib/local/lambda/pool.ts';

/** Answers how often this very sandbox was called, after a while. */
const source =
  'let calls = 0; export const handler = async ({ ms }) => { await new Promise((done) => setTimeout(done, ms)); return ++calls; };';

let root: string;
let logs: FunctionLogs;
let pool: SandboxPool;

function open(options: Partial<PoolOptions>): void {
  const principal = { name: 'x', arn: 'x', kind: 'role' as const };
  const credentials = () => ({ principal, accessKeyId: 'x', secretAccessKey: 'x' });
  pool = createSandboxPool({ clock: systemClock(), logs, credentials, awsUrl: 'http://127.0.0.1:1', region: 'eu-central-1', ...options });
}

function lambda(name: string, concurrency = Infinity): LambdaFunction {
  return {
    logicalId: name,
    name,
    arn: name,
    roleArn: 'x',
    directory: root,
    handler: 'index.handler',
    timeoutMs: 5000,
    memoryMb: 64,
    concurrency,
    environment: {},
    logsJson: false,
  };
}

const calls = async (of: LambdaFunction, ms = 0): Promise<unknown> => {
  const outcome = await pool.run(of, JSON.stringify({ ms }));
  return outcome.ok ? JSON.parse(outcome.payload) : outcome.error;
};

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'pool-'));
  writeFileSync(join(root, 'index.mjs'), source);
  mkdirSync(join(root, 'data'));
  logs = openFunctionLogs(join(root, 'data'), false);
});
afterEach(async () => {
  await pool.close();
  await logs.close();
  rmSync(root, { recursive: true });
});

describe('the pool', () => {
  it('starts nothing before the first call and stops what is idle', async () => {
    open({ idleMs: 30 });
    expect(pool.size()).toBe(0);
    await calls(lambda('a'));
    expect(pool.size()).toBe(1);
    await expect.poll(() => pool.size()).toBe(0);
  });

  it('runs one invocation at a time in a sandbox, and as many sandboxes as the function may have', async () => {
    open({ maxPerFunction: 2 });
    const one = lambda('a');
    const counts = await Promise.all(Array.from({ length: 6 }, () => calls(one, 20)));
    expect(pool.size()).toBe(2);
    expect((counts as number[]).toSorted()).toEqual([1, 1, 2, 2, 3, 3]);
  });

  it('honours reserved concurrency', async () => {
    open({});
    const alone = lambda('a', 1);
    expect(await Promise.all([calls(alone), calls(alone), calls(alone)])).toEqual([1, 2, 3]);
  });

  it('gives the place of the sandbox that idled longest to another function', async () => {
    open({ maxSandboxes: 2 });
    const [a, b, c] = [lambda('a'), lambda('b'), lambda('c')];
    await calls(a);
    await calls(b);
    await calls(a);
    expect(await calls(c)).toBe(1);
    expect(pool.size()).toBe(2);
    expect(await calls(a)).toBe(3);
    expect(await calls(b)).toBe(1);
  });

  it('makes another function wait while every sandbox is busy', async () => {
    open({ maxSandboxes: 1 });
    const order: string[] = [];
    const first = calls(lambda('a'), 50).then(() => order.push('a'));
    const second = calls(lambda('b')).then(() => order.push('b'));
    await Promise.all([first, second]);
    expect(order).toEqual(['a', 'b']);
  });

  it('fails what is queued or running when it closes', async () => {
    open({ maxSandboxes: 1 });
    const one = lambda('a');
    const both = Promise.all([calls(one, 10_000), calls(one, 10_000)]);
    await pool.close();
    expect(await both).toMatchObject([{ errorType: 'Lambda.Unknown' }, { errorType: 'Lambda.Unknown' }]);
    expect(pool.size()).toBe(0);
  });
});
