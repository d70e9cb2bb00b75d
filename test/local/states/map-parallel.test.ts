/** Map and Parallel: concurrency, scopes of variables, failures of items and branches. */
import { afterEach, describe, expect, it } from 'vitest';
import type { Flow, Json, StateDefinition } from '../../../lib/local/states/definition.ts';
import { settle } from './virtual-clock.ts';
import type { Script } from './world.ts';
import { invoke, machineOf, named, StatesWorld } from './world.ts';

let world: StatesWorld;
afterEach(() => world.close());

function open(states: Record<string, StateDefinition>, functions: Record<string, Script> = {}): void {
  world = new StatesWorld({ m: machineOf(states) }, functions);
}

function flow(states: Record<string, StateDefinition>, Mode?: 'DISTRIBUTED'): Flow {
  const [StartAt = ''] = Object.keys(states);
  return { StartAt, States: states, ...(Mode === undefined ? {} : { ProcessorConfig: { Mode } }) };
}

/** Functions that stay open until the test answers them. */
class Gate {
  readonly waiting: { payload: Json; answer: (value: Json) => void; fail: (error: Error) => void }[] = [];

  readonly script: Script = (payload) => new Promise((answer, fail) => this.waiting.push({ payload, answer, fail }));
}

describe('Map', () => {
  it('gives the outputs in the order of the items, whatever the order they end in', async () => {
    const gate = new Gate();
    open({ All: { Type: 'Map', ItemProcessor: flow({ Each: invoke('gate', { End: true }) }), End: true } }, { gate: gate.script });
    const arn = await world.start('m', ['a', 'b', 'c']);
    await settle();
    for (const call of [...gate.waiting].reverse()) call.answer(`${String(call.payload)}!`);
    expect((await world.outcome(arn)).output).toEqual(['a!', 'b!', 'c!']);
  });

  it('runs no more items at once than MaxConcurrency says', async () => {
    const gate = new Gate();
    const all: StateDefinition = { Type: 'Map', MaxConcurrency: '{% $states.input.most %}', Items: '{% $states.input.items %}', End: true };
    open({ All: { ...all, ItemProcessor: flow({ Each: invoke('gate', { End: true }) }) } }, { gate: gate.script });
    const arn = await world.start('m', { most: 3, items: [1, 2, 3, 4, 5, 6, 7] });
    for (const open of [3, 3, 1]) {
      await settle();
      const calls = gate.waiting.splice(0);
      expect(calls).toHaveLength(open);
      for (const { answer, payload } of calls) answer(payload);
    }
    expect((await world.outcome(arn)).output).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  it('runs 40 items at once when it does not say', async () => {
    const gate = new Gate();
    open({ All: { Type: 'Map', ItemProcessor: flow({ Each: invoke('gate', { End: true }) }), End: true } }, { gate: gate.script });
    await world.start(
      'm',
      Array.from({ length: 60 }, (_, index) => index),
    );
    await settle();
    expect(gate.waiting).toHaveLength(40);
  });

  it('shows the item and its index to ItemSelector and to the states inside', async () => {
    const Each: StateDefinition = { Type: 'Pass', Output: '{% [$states.input.index, $states.context.Map.Item.Value] %}', End: true };
    const ItemSelector = { index: '{% $states.context.Map.Item.Index %}' };
    open({ All: { Type: 'Map', Items: ['x', 'y'], ItemSelector, ItemProcessor: flow({ Each }), End: true } });
    const expected = [
      [0, 'x'],
      [1, 'y'],
    ];
    expect((await world.finish('m')).output).toEqual(expected);
  });

  it('lets items read outer variables and keeps their own to themselves', async () => {
    const Inner: StateDefinition = { Type: 'Pass', Assign: { mine: '{% $outer & $states.input %}' }, Next: 'Show' };
    const Show: StateDefinition = { Type: 'Pass', Output: '{% $mine %}', End: true };
    open({
      Set: { Type: 'Pass', Assign: { outer: 'o-' }, Output: ['a', 'b'], Next: 'All' },
      All: { Type: 'Map', ItemProcessor: flow({ Inner, Show }), Assign: { results: '{% $states.result %}' }, Next: 'After' },
      After: { Type: 'Pass', Output: '{% {"results": $results, "leaked": $exists($mine)} %}', End: true },
    });
    expect((await world.finish('m')).output).toEqual({ results: ['o-a', 'o-b'], leaked: false });
  });

  it('fails with the error of the first failed item, stops the others, and can be caught', async () => {
    const gate = new Gate();
    const Catch = [{ ErrorEquals: ['Broken'], Output: '{% $states.errorOutput.Error %}', Next: 'End' }];
    const processor = flow({ Each: invoke('gate', { Next: 'Never' }), Never: invoke('gate', { End: true }) });
    open({ All: { Type: 'Map', ItemProcessor: processor, Catch, End: true }, End: { Type: 'Succeed' } }, { gate: gate.script });
    const arn = await world.start('m', [1, 2, 3]);
    await settle();
    gate.waiting[1]?.fail(named('Broken'));
    await settle();
    for (const { answer } of gate.waiting) answer('late');
    expect((await world.outcome(arn)).output).toBe('Broken');
    expect(gate.waiting).toHaveLength(3);
    const types = await world.types(arn);
    expect(types.filter((type) => type === 'MapIterationAborted')).toHaveLength(2);
    expect(types.slice(-6)).toEqual([
      'MapIterationAborted',
      'MapStateFailed',
      'MapStateExited',
      'SucceedStateEntered',
      'SucceedStateExited',
      'ExecutionSucceeded',
    ]);
  });

  it('is retried as a whole', async () => {
    let tries = 0;
    const flaky: Script = (item) => {
      tries += 1;
      if (tries === 2) throw named('Flaky');
      return item;
    };
    const Retry = [{ ErrorEquals: ['Flaky'] }];
    open(
      { All: { Type: 'Map', MaxConcurrency: 1, ItemProcessor: flow({ Each: invoke('flaky', { End: true }) }), Retry, End: true } },
      { flaky },
    );
    expect((await world.finish('m', [1, 2, 3])).output).toEqual([1, 2, 3]);
    expect(tries).toBe(5);
  });

  it.each([
    ['Items', { Items: "{% 'text' %}" }],
    ['MaxConcurrency', { MaxConcurrency: '{% true %}' }],
    ['ToleratedFailurePercentage', { ToleratedFailurePercentage: '{% 101 %}' }],
    ['ToleratedFailureCount', { ToleratedFailureCount: "{% '1' %}" }],
  ])('reports a wrong %s as States.QueryEvaluationError', async (_, fields) => {
    open({ All: { Type: 'Map', ItemProcessor: flow({ Each: { Type: 'Pass', End: true } }), ...fields, End: true } });
    expect(await world.finish('m', [])).toMatchObject({ error: 'States.QueryEvaluationError' });
  });

  it('gives batches to the processor of a distributed Map and tolerates failures', async () => {
    const picky: Script = (batch) => {
      if (JSON.stringify(batch).includes('9')) throw named('Picky');
      return batch;
    };
    const ItemBatcher = { MaxItemsPerBatch: 2, BatchInput: { all: '{% $count($states.input) %}' } };
    const processor = flow({ Each: invoke('picky', { End: true }) }, 'DISTRIBUTED');
    open({ All: { Type: 'Map', ItemBatcher, ToleratedFailureCount: 1, ItemProcessor: processor, End: true } }, { picky });
    const { output, arn } = await world.finish('m', [1, 2, 9]);
    expect(output).toEqual([
      { BatchInput: { all: 3 }, Items: [1, 2] },
      { Error: 'Picky', Cause: expect.any(String) as string },
    ]);
    expect(await world.types(arn)).not.toContain('TaskStateEntered');
  });

  it('exceeds the tolerated failures of a distributed Map with the error of AWS', async () => {
    const Each: StateDefinition = { Type: 'Fail', Error: 'Own' };
    open({ All: { Type: 'Map', ItemProcessor: flow({ Each }, 'DISTRIBUTED'), End: true } });
    expect(await world.finish('m', [1])).toMatchObject({ error: 'States.ExceedToleratedFailureThreshold' });
  });
});

describe('Parallel', () => {
  it('gives its arguments to every branch and their outputs as an array', async () => {
    const branch = (name: string): Flow => flow({ [name]: { Type: 'Pass', Output: `{% '${name}' & $states.input.x %}`, End: true } });
    const Both: StateDefinition = { Type: 'Parallel', Arguments: { x: 1 }, Branches: [branch('a'), branch('b')], Next: 'Sum' };
    open({ Both, Sum: { Type: 'Pass', Output: '{% $join($states.input) %}', End: true } });
    expect((await world.finish('m')).output).toBe('a1b1');
  });

  it('fails when a branch fails, and nested scopes unwind to the catcher', async () => {
    const inner = flow({ In: { Type: 'Parallel', Branches: [flow({ Stop: { Type: 'Fail', Error: 'Deep' } })], End: true } });
    const waiting = flow({ Wait: { Type: 'Wait', Seconds: 1000, End: true } });
    const Catch = [{ ErrorEquals: ['States.ALL'], Next: 'End' }];
    open({ Out: { Type: 'Parallel', Branches: [waiting, inner], Catch, End: true }, End: { Type: 'Succeed' } });
    const { output, arn } = await world.finish('m');
    expect(output).toEqual({ Error: 'Deep', Cause: '' });
    expect(await world.types(arn)).toEqual(expect.arrayContaining(['WaitStateAborted', 'ParallelStateFailed', 'ParallelStateExited']));
  });

  it('attributes a faulty Output to the Parallel, not to the branch that ended last', async () => {
    const Catch = [{ ErrorEquals: ['States.ALL'], Output: 'caught', Next: 'End' }];
    const branch = flow({ In: { Type: 'Pass', End: true } });
    open({ Out: { Type: 'Parallel', Branches: [branch], Output: '{% $nothing %}', Catch, End: true }, End: { Type: 'Succeed' } });
    expect((await world.finish('m')).output).toBe('caught');
  });
});
