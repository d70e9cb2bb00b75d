/** Every type of state, through the operations of the service. */
import { afterEach, describe, expect, it } from 'vitest';
import type { Json, StateDefinition } from '../../../lib/local/states/definition.ts';
import { settle } from './virtual-clock.ts';
import type { Script } from './world.ts';
import { invoke, machineOf, named, StatesWorld } from './world.ts';

let world: StatesWorld;
afterEach(() => world.close());

function open(states: Record<string, StateDefinition>, functions: Record<string, Script> = {}): void {
  world = new StatesWorld({ m: machineOf(states) }, functions);
}

describe('Pass, Choice, Succeed and Fail', () => {
  it('hands variables to later states, where Assign and Output of one state both see the old values', async () => {
    open({
      First: { Type: 'Pass', Assign: { count: 1 }, Next: 'Second' },
      Second: { Type: 'Pass', Assign: { count: '{% $count + 1 %}' }, Output: { seen: '{% $count %}' }, Next: 'Third' },
      Third: { Type: 'Pass', Output: { before: '{% $states.input.seen %}', now: '{% $count %}' }, End: true },
    });
    expect((await world.finish('m')).output).toEqual({ before: 1, now: 2 });
  });

  it('takes the first rule that holds, with the Assign and Output of that rule', async () => {
    open({
      Choose: {
        Type: 'Choice',
        Choices: [
          { Condition: '{% $states.input.n > 10 %}', Next: 'End' },
          { Condition: '{% $states.input.n > 5 %}', Assign: { size: 'medium' }, Output: { kept: true }, Next: 'End' },
        ],
        Default: 'End',
      },
      End: { Type: 'Succeed', Output: { input: '{% $states.input %}', size: '{% $exists($size) ? $size : null %}' } },
    });
    expect((await world.finish('m', { n: 7 })).output).toEqual({ input: { kept: true }, size: 'medium' });
    expect((await world.finish('m', { n: 1 })).output).toEqual({ input: { n: 1 }, size: null });
  });

  it('fails with States.NoChoiceMatched when no rule holds and there is no default', async () => {
    open({ Choose: { Type: 'Choice', Choices: [{ Condition: false, Next: 'End' }] }, End: { Type: 'Succeed' } });
    expect(await world.finish('m')).toMatchObject({ status: 'FAILED', error: 'States.NoChoiceMatched' });
  });

  it('fails with a computed error and cause', async () => {
    open({ Stop: { Type: 'Fail', Error: '{% $states.input.code %}', Cause: "{% 'because ' & $states.input.code %}" } });
    expect(await world.finish('m', { code: 'Nope' })).toMatchObject({ status: 'FAILED', error: 'Nope', cause: 'because Nope' });
  });

  it('reports an expression that gives nothing, or not JSON, as States.QueryEvaluationError', async () => {
    open({ P: { Type: 'Pass', Output: '{% $states.input.missing %}', End: true } });
    const { arn, error } = await world.finish('m');
    expect(error).toBe('States.QueryEvaluationError');
    expect(await world.types(arn)).toEqual(['ExecutionStarted', 'PassStateEntered', 'EvaluationFailed', 'ExecutionFailed']);
  });

  it.each([
    ['an endless tail recursion', '($f := function(){ $f() }; $f())'],
    ['a recursion that never returns', '($f := function($n){ 1 + $f($n) }; $f(1))'],
    ['a loop in a loop in a loop', '$sum([1..1000].($sum([1..1000].($sum([1..1000])))))'],
  ])('ends %s with States.QueryEvaluationError, which can be caught, while others go on', async (_, source) => {
    const Catch = [{ ErrorEquals: ['States.QueryEvaluationError'], Output: '{% $states.errorOutput.Error %}', Next: 'End' }];
    open({ Call: invoke('echo', { Output: `{% ${source} %}`, Catch, End: true }), End: { Type: 'Succeed' } }, { echo: (n) => n });
    expect((await world.finish('m')).output).toBe('States.QueryEvaluationError');
  });

  it('lets a long expression and a deep recursion that do end', async () => {
    const Output = {
      long: '{% $sum($map([1..20000], function($n){ $n })) %}',
      deep: '{% ($f := function($n){ $n = 0 ? 0 : 1 + $f($n - 1) }; $f(500)) %}',
    };
    open({ P: { Type: 'Pass', Output, End: true } });
    expect((await world.finish('m')).output).toEqual({ long: 200_010_000, deep: 500 });
  });

  it.each(["$eval('1')", 'function($x){$x}', '$sum', '1/0'])('does not let %s through', async (source) => {
    open({ P: { Type: 'Pass', Output: `{% ${source} %}`, End: true } });
    expect(await world.finish('m')).toMatchObject({ error: 'States.QueryEvaluationError' });
  });

  it('offers the six functions of Step Functions and its own clock', async () => {
    open({
      P: {
        Type: 'Pass',
        Output: {
          partition: '{% $partition([1,2,3], 2) %}',
          range: '{% $range(6, 0, -2) %}',
          hash: "{% $hash('a', 'SHA-256') %}",
          sameRandom: '{% $random(7) = $random(7) and $random() < 1 %}',
          uuid: '{% $length($uuid()) %}',
          parse: `{% $parse('{"a":[1]}').a %}`,
          now: '{% $now() %}',
          year: "{% $now('[Y0001]') %}",
        },
        End: true,
      },
    });
    expect((await world.finish('m')).output).toEqual({
      partition: [[1, 2], [3]],
      range: [6, 4, 2, 0],
      hash: 'ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb',
      sameRandom: true,
      uuid: 36,
      parse: [1],
      now: '2026-01-01T00:00:00.000Z',
      year: '2026',
    });
  });

  it('refuses an output above 256 KiB with States.DataLimitExceeded', async () => {
    open({ P: { Type: 'Pass', Output: "{% $join($map([1..30000], function($i){'0123456789'})) %}", End: true } });
    expect(await world.finish('m')).toMatchObject({ error: 'States.DataLimitExceeded' });
  });

  it('ends an endless loop at 25,000 events', async () => {
    open({ A: { Type: 'Pass', Next: 'B' }, B: { Type: 'Pass', Next: 'A' } });
    const arn = await world.start('m');
    for (let turn = 0; turn < 400 && (await world.describe(arn))['status'] === 'RUNNING'; turn += 1) await settle();
    expect(await world.describe(arn)).toMatchObject({ status: 'FAILED', error: 'States.Runtime' });
    const events = await world.history(arn);
    expect(events).toHaveLength(25_000);
    expect(events.at(-1)?.type).toBe('ExecutionFailed');
    expect(world.clock.armed).toBe(0);
  });
});

describe('Task', () => {
  it('passes arguments to the function and its answer to the next state', async () => {
    open({ Call: invoke('double', { End: true }) }, { double: (n) => Number(n) * 2 });
    const { output, arn } = await world.finish('m', 21);
    expect(output).toBe(42);
    expect(await world.types(arn)).toEqual([
      'ExecutionStarted',
      'TaskStateEntered',
      'TaskScheduled',
      'TaskStarted',
      'TaskSucceeded',
      'TaskStateExited',
      'ExecutionSucceeded',
    ]);
  });

  it('invokes a bare function ARN with the input of the state', async () => {
    const Resource = 'arn:aws:lambda:eu-central-1:000000000000:function:echo';
    open({ Call: { Type: 'Task', Resource, End: true } }, { echo: (payload) => ({ payload }) });
    const { output, arn } = await world.finish('m', [1]);
    expect(output).toEqual({ payload: [1] });
    expect(await world.types(arn)).toContain('LambdaFunctionSucceeded');
  });

  it('catches by the name the function gave its error, with Assign and Output of the catcher', async () => {
    const Catch = [
      { ErrorEquals: ['Other'], Next: 'Wrong' },
      { ErrorEquals: ['Broken'], Assign: { why: '{% $states.errorOutput.Error %}' }, Output: '{% $states.input %}', Next: 'Right' },
    ];
    open(
      {
        Call: invoke('broken', { Catch, End: true }),
        Wrong: { Type: 'Fail' },
        Right: { Type: 'Succeed', Output: '{% [$why, $states.input] %}' },
      },
      {
        broken: () => {
          throw named('Broken', 'cannot');
        },
      },
    );
    expect((await world.finish('m', 'in')).output).toEqual(['Broken', 'in']);
  });

  it('waits between tries: interval, backoff, greatest delay', async () => {
    const times: number[] = [];
    const Retry = [{ ErrorEquals: ['Busy'], IntervalSeconds: 2, BackoffRate: 3, MaxDelaySeconds: 10, MaxAttempts: 3 }];
    const busy: Script = () => {
      times.push(world.clock.now());
      throw named('Busy');
    };
    open({ Call: invoke('busy', { Retry, End: true }) }, { busy });
    expect(await world.finish('m')).toMatchObject({ status: 'FAILED', error: 'Busy' });
    expect(times.slice(1).map((at, index) => at - (times[index] ?? 0))).toEqual([2000, 6000, 10_000]);
  });

  it('draws a delay anywhere up to the full one when jitter is FULL', async () => {
    const times: number[] = [];
    const Retry = [{ ErrorEquals: ['States.ALL'], IntervalSeconds: 10, MaxAttempts: 1, JitterStrategy: 'FULL' as const }];
    const busy: Script = () => {
      times.push(world.clock.now());
      throw named('Busy');
    };
    world = new StatesWorld({ m: machineOf({ Call: invoke('busy', { Retry, End: true }) }) }, { busy }, { random: () => 0.25 });
    await world.finish('m');
    expect((times[1] ?? 0) - (times[0] ?? 0)).toBe(2500);
  });

  it('tells the arguments how often the state was retried', async () => {
    const Retry = [{ ErrorEquals: ['States.TaskFailed'], MaxAttempts: 2 }];
    const seen: Json[] = [];
    const flaky: Script = (count) => {
      seen.push(count);
      if (count !== 2) throw named('Flaky');
      return 'ok';
    };
    const Arguments = { FunctionName: 'flaky', Payload: '{% $states.context.State.RetryCount %}' };
    open({ Call: invoke('flaky', { Arguments, Retry, End: true }) }, { flaky });
    expect((await world.finish('m')).output).toBe('ok');
    expect(seen).toEqual([0, 1, 2]);
  });

  it('times out a silent function; what it answers later is ignored', async () => {
    let answer: (value: Json) => void = () => {};
    const silent = (): Promise<Json> => new Promise((resolve) => (answer = resolve));
    const Catch = [{ ErrorEquals: ['States.Timeout'], Next: 'Late' }];
    open(
      { Call: invoke('silent', { TimeoutSeconds: '{% $states.input.limit %}', Catch, End: true }), Late: { Type: 'Succeed' } },
      { silent },
    );
    const arn = await world.start('m', { limit: 30 });
    await world.clock.pass(29_999);
    expect((await world.describe(arn))['status']).toBe('RUNNING');
    await world.clock.pass(1);
    answer('too late');
    await settle();
    const { output } = await world.outcome(arn);
    expect(output).toEqual({ Error: 'States.Timeout', Cause: '' });
    expect(await world.types(arn)).toContain('TaskTimedOut');
  });

  it('refuses a result above 256 KiB', async () => {
    open({ Call: invoke('big', { End: true }) }, { big: () => 'x'.repeat(300_000) });
    expect(await world.finish('m')).toMatchObject({ error: 'States.DataLimitExceeded' });
  });
});

describe('Wait', () => {
  it('waits for seconds, and until an instant', async () => {
    open({
      Sleep: { Type: 'Wait', Seconds: '{% $states.input.seconds %}', Next: 'Until' },
      Until: { Type: 'Wait', Timestamp: '2026-01-02T00:00:00+01:00', End: true },
    });
    const arn = await world.start('m', { seconds: 60 });
    await world.clock.pass(22 * 3_600_000 + 3_599_999);
    expect((await world.describe(arn))['status']).toBe('RUNNING');
    await world.clock.pass(1);
    expect((await world.describe(arn))['status']).toBe('SUCCEEDED');
  });

  it.each(['2026-02-30T00:00:00Z', '2026-01-01 00:00:00Z', '2026-01-01', 'tomorrow', '2026-01-01T25:00:00Z'])(
    'refuses the timestamp %s',
    async (Timestamp) => {
      open({ Until: { Type: 'Wait', Timestamp, End: true } });
      expect(await world.finish('m')).toMatchObject({ error: 'States.QueryEvaluationError' });
    },
  );

  it.each([-1, 1.5, '{% "1" %}'])('refuses %s seconds', async (Seconds) => {
    open({ Sleep: { Type: 'Wait', Seconds, End: true } });
    expect(await world.finish('m')).toMatchObject({ error: 'States.QueryEvaluationError' });
  });
});
