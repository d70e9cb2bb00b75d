/** Functions in sandboxes: answers, errors, limits, environment, time. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { InvokeResult } from '../../lib/local/contract.ts';
import { virtualClock } from '../../lib/local/clock.ts';
import type { SmallAws } from '../../lib/local/small-aws.ts';
import { workspace, type Workspace } from './fixture.ts';

const source = `
class OutOfStock extends Error { name = 'OutOfStock' }
let calls = 0;
export const handler = async (event, context) => {
  calls += 1;
  switch (event.do) {
    case 'echo': return { event, calls, name: context.functionName, left: context.getRemainingTimeInMillis() };
    case 'env': return process.env;
    case 'fail': throw new OutOfStock('no more of these');
    case 'hang': return await new Promise(() => {});
    case 'spin': for (;;);
    case 'exit': process.exit(3);
    case 'reject': Promise.reject(new OutOfStock('nobody listens')); return await new Promise(() => {});
    case 'big': return 'x'.repeat(7 * 1024 * 1024);
    case 'log': console.log('said', event.text); return null;
    case 'memory': { const kept = []; for (;;) kept.push(new Array(100000).fill(calls)); }
    case 'undefined': return undefined;
    case 'sleep': return await new Promise((resolve) => setTimeout(() => resolve(calls), event.ms));
    case 'date': return {
      now: Date.now(), date: new Date().toISOString(), called: Date(), fixed: new Date(0).toISOString(),
      intl: new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', dateStyle: 'short' }).format(),
      parts: new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', year: 'numeric' }).formatToParts()[0].value,
      again: new (new Date().constructor)().getUTCFullYear(), isDate: new Date() instanceof Date, parsed: Date.parse('2001-02-03'),
    };
  }
};`;

const functions = {
  Shop: { source, properties: { Timeout: 1, MemorySize: 64 }, variables: { COLOUR: 'green', TABLE: { Ref: 'Orders' } } },
  Broken: { source: 'throw new TypeError("cannot start")' },
  Nameless: { source: 'export const other = 1' },
};
const resources = { Orders: { Type: 'AWS::SSM::Parameter', Properties: { Name: '/orders', Value: 'x', Type: 'String' } } };

describe('a function in its sandbox', () => {
  let place: Workspace;
  let aws: SmallAws;
  const invoke = (payload: unknown, name = 'Shop'): Promise<InvokeResult> => aws.invoker.invoke(`Shop-${name}`, payload);

  beforeAll(async () => {
    place = workspace({ functions, resources });
    aws = await place.start({ sandboxes: { max: 3, maxPerFunction: 2 } });
  });
  afterAll(() => place.remove());

  it('answers with what the handler returns and keeps its module between calls', async () => {
    const first = await invoke({ do: 'echo' });
    const second = await invoke({ do: 'echo' });
    expect(first).toMatchObject({ ok: true, payload: { event: { do: 'echo' }, name: 'Shop-Shop', calls: 1 } });
    expect(second).toMatchObject({ ok: true, payload: { calls: 2 } });
  });

  it('answers null where the handler returns nothing', async () => {
    expect(await invoke({ do: 'undefined' })).toEqual({ ok: true, payload: null });
  });

  it('sees exactly its own variables and those of Lambda, with a key of its own', async () => {
    const { payload } = (await invoke({ do: 'env' })) as { payload: Record<string, string> };
    expect(payload).toMatchObject({
      COLOUR: 'green',
      TABLE: '/orders',
      AWS_REGION: 'eu-central-1',
      AWS_ENDPOINT_URL: aws.awsUrl,
      AWS_LAMBDA_FUNCTION_NAME: 'Shop-Shop',
    });
    expect(payload['AWS_ACCESS_KEY_ID']).toMatch(/^AKIA[A-Z2-7]{16}$/);
    expect(payload['AWS_ACCESS_KEY_ID']).not.toBe(aws.operator.accessKeyId);
    expect(Object.keys(payload)).not.toContain('PATH');
  });

  it('reports an error by its literal name', async () => {
    expect(await invoke({ do: 'fail' })).toEqual({ ok: false, error: { errorType: 'OutOfStock', errorMessage: 'no more of these' } });
  });

  it.each(['hang', 'spin'])('ends an invocation that takes too long (%s) and only that one', async (what) => {
    const [late, other] = await Promise.all([invoke({ do: what }), invoke({ do: 'echo' })]);
    expect(late).toMatchObject({ ok: false, error: { errorType: 'Sandbox.Timedout' } });
    expect((late as { error: { errorMessage: string } }).error.errorMessage).toMatch(/Task timed out after 1\.00 seconds$/);
    expect(other.ok).toBe(true);
  });

  it('reports a sandbox that ended itself as Lambda.Unknown and goes on with a new one', async () => {
    expect(await invoke({ do: 'exit' })).toMatchObject({
      ok: false,
      error: { errorType: 'Lambda.Unknown', errorMessage: expect.stringContaining('exit status 3') },
    });
    expect(await invoke({ do: 'echo' })).toMatchObject({ ok: true });
  });

  it('reports a sandbox that ran out of memory as Lambda.Unknown', async () => {
    expect(await invoke({ do: 'memory' })).toMatchObject({ ok: false, error: { errorType: 'Lambda.Unknown' } });
  });

  it('fails the invocation on a rejection nobody handled', async () => {
    expect(await invoke({ do: 'reject' })).toMatchObject({ ok: false, error: { errorType: 'Runtime.UnhandledPromiseRejection' } });
  });

  it('refuses payloads and answers above 6 MB', async () => {
    expect(await invoke({ do: 'big' })).toMatchObject({ ok: false, error: { errorType: 'Function.ResponseSizeTooLarge' } });
    expect(await invoke({ text: 'x'.repeat(7 * 1024 * 1024) })).toMatchObject({
      ok: false,
      error: { errorType: 'RequestTooLargeException' },
    });
  });

  it('reports a module that throws while loading, and a handler that is not there', async () => {
    expect(await invoke({}, 'Broken')).toEqual({ ok: false, error: { errorType: 'TypeError', errorMessage: 'cannot start' } });
    expect(await invoke({}, 'Nameless')).toMatchObject({ ok: false, error: { errorType: 'Runtime.HandlerNotFound' } });
  });

  it('reports a function that does not exist', async () => {
    expect(await invoke({}, 'Nobody')).toMatchObject({ ok: false, error: { errorType: 'Lambda.ResourceNotFoundException' } });
  });

  it('queues what is above the cap and answers all of it', async () => {
    const results = await Promise.all(Array.from({ length: 12 }, () => invoke({ do: 'sleep', ms: 20 })));
    expect(results.every(({ ok }) => ok)).toBe(true);
  });

  it('writes what the function prints, and its errors, to its log', async () => {
    await invoke({ do: 'log', text: 'grün' });
    const log = join(place.dataDir, 'logs', 'Shop-Shop.log');
    await expect.poll(() => readFileSync(log, 'utf8')).toContain('said grün');
    expect(readFileSync(log, 'utf8')).toContain('"errorType":"OutOfStock"');
    expect(existsSync(join(place.dataDir, 'logs', 'Shop-Nobody.log'))).toBe(false);
  });
});

describe('time in a sandbox', () => {
  it("is the engine's, for Date in all its forms and for Intl", async () => {
    const place = workspace({ functions, resources });
    const clock = virtualClock(Date.parse('2031-05-06T07:08:09Z'));
    const aws = await place.start({ clock });
    clock.settled = aws.settled;
    const before = await aws.invoker.invoke('Shop-Shop', { do: 'date' });
    await clock.advanceTo(Date.parse('2040-01-02T00:00:00Z'));
    const after = await aws.invoker.invoke('Shop-Shop', { do: 'date' });
    // The SDK corrects its own clock by this header, so it must not say another time.
    const { headers } = await fetch(aws.awsUrl);
    await place.remove();

    expect(headers.get('date')).toBe('Mon, 02 Jan 2040 00:00:00 GMT');

    expect(before).toMatchObject({
      payload: { intl: '06/05/2031', parts: '2031', again: 2031, isDate: true, fixed: '1970-01-01T00:00:00.000Z', parsed: 981158400000 },
    });
    const { payload } = after as { payload: { now: number; date: string; called: string } };
    expect(payload.date).toMatch(/^2040-01-02T00:00:/);
    expect(payload.called).toMatch(/^Mon Jan 02 2040/);
    expect(payload.now - clock.now()).toBeLessThan(5000);
  });
});
