/** The state machine as it is deployed. */
import { createRequire } from 'node:module';
import { beforeAll, describe, expect, it } from 'vitest';
import { STEPS } from '../../lib/infra/functions.ts';
import { type Flow, lint, type Placed, statesOf } from './state-language.ts';
import { functionNamed, ofType, synthesize, written } from './synthesized.ts';

// The package has no types.
const validate = createRequire(import.meta.url)('asl-validator') as (definition: unknown) => { isValid: boolean; errors: unknown[] };

/** ARCHITECTURE: what may pass by itself is tried again. */
const PASSING = [
  'TransientError',
  'Lambda.Unknown',
  'Sandbox.Timedout',
  'Lambda.ServiceException',
  'Lambda.AWSLambdaException',
  'Lambda.SdkClientException',
  'Lambda.TooManyRequestsException',
];

let definition: Flow;
let states: Placed[];
beforeAll(() => {
  const [machine] = ofType(synthesize(), 'AWS::StepFunctions::StateMachine');
  definition = JSON.parse(written(machine!.Properties['DefinitionString'])) as Flow;
  states = statesOf(definition);
});

const tasks = () => states.filter(({ state }) => state.Type === 'Task');
const waiting = () => tasks().filter(({ state }) => state.Resource!.endsWith('.waitForTaskToken'));

describe('the definition', () => {
  it('is this one', async () => {
    await expect(`${JSON.stringify(definition, null, 2)}\n`).toMatchFileSnapshot('__snapshots__/request-machine.asl.json');
  });

  it('is valid in the States Language', () => {
    // The validator wants ARNs where the template has references.
    const text = JSON.stringify(definition)
      .replaceAll('{AWS::Partition}', 'aws')
      .replaceAll(/"\{(\w+)\}"/g, '"arn:aws:lambda:eu-central-1:123456789012:function:$1"');
    const { isValid, errors } = validate(JSON.parse(text));
    expect(errors).toEqual([]);
    expect(isValid).toBe(true);
  });

  it('has none of the faults that the validator does not see', () => {
    expect(lint(definition)).toEqual([]);
  });

  it('is in JSONata at machine level, and nowhere in JSONPath', () => {
    expect(definition.QueryLanguage).toBe('JSONata');
    const paths = ['InputPath', 'OutputPath', 'ResultPath', 'Parameters', 'ResultSelector'];
    expect(states.filter(({ state }) => Object.keys(state).some((field) => paths.includes(field))).map(({ name }) => name)).toEqual([]);
  });

  it('has a state for every step, under the name of its function', () => {
    const called = tasks().map(({ state }) => functionNamed(state.Arguments!.FunctionName!.slice(1, -1)));
    expect([...new Set(called)].toSorted()).toEqual(Object.keys(STEPS).toSorted());
    const own = tasks().filter(({ name, state }) => name !== functionNamed(state.Arguments!.FunctionName!.slice(1, -1)));
    expect(own.map(({ name }) => name)).toEqual(['act-by-hand']);
  });
});

describe('its tasks', () => {
  it('are all tried again on what may pass, with full jitter and a longest delay', () => {
    const wanted = [{ ErrorEquals: PASSING, JitterStrategy: 'FULL', MaxDelaySeconds: 60 }];
    for (const { name, state } of tasks()) expect(state.Retry, name).toMatchObject(wanted);
  });

  it('all catch everything else, so that no fault ends an execution', () => {
    const uncaught = tasks().filter(
      ({ name, state }) =>
        !state.Catch?.some(({ ErrorEquals }) => ErrorEquals.includes('States.ALL')) && name !== 'park-request' && name !== 'hand-to-person',
    );
    expect(uncaught.map(({ name }) => name)).toEqual([]);
  });

  it('hand out a token wherever they wait for one', () => {
    expect(waiting().length).toBeGreaterThan(4);
    for (const { name, state } of waiting())
      expect(state.Arguments!.Payload, name).toMatchObject({ taskToken: '{% $states.context.Task.Token %}' });
  });

  it('pass ids and counts only: nothing personal travels through the state', () => {
    const allowed = new Set([
      'requestId',
      'taskToken',
      'system',
      'pass',
      'round',
      'cursor',
      'part',
      'wave',
      'kind',
      'scope',
      'error',
      'step',
    ]);
    const passed = new Set(tasks().flatMap(({ state }) => Object.keys(state.Arguments!.Payload ?? {})));
    expect([...passed].filter((member) => !allowed.has(member))).toEqual([]);
  });

  it('run forty systems side by side at most', () => {
    expect(states.find(({ state }) => state.Type === 'Map')!.state).toMatchObject({ MaxConcurrency: 40 });
  });
});

describe('the lint', () => {
  const task = (more: object) => ({ Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', Arguments: {}, End: true, ...more });
  const flow = (state: object): Flow => ({ StartAt: 'a', States: { a: state as never } });
  const token = 'arn:aws:states:::lambda:invoke.waitForTaskToken';
  const faults: [string, object, RegExp][] = [
    ['a member that $states lacks', task({ Output: '{% $states.foo %}' }), /\$states\.foo/],
    ['a result before there is one', task({ Arguments: { Payload: { x: '{% $states.result.x %}' } } }), /\$states\.result/],
    ['the error where nothing failed', task({ Assign: { x: '{% $states.errorOutput.Error %}' } }), /errorOutput/],
    ['a variable that nobody assigns', task({ Output: '{% $nobody + 1 %}' }), /\$nobody/],
    [
      'a catch-all that is not last',
      task({
        Catch: [
          { ErrorEquals: ['States.ALL'], Next: 'a' },
          { ErrorEquals: ['X'], Next: 'a' },
        ],
      }),
      /alone and last/,
    ],
    ['a catch-all in company', task({ Retry: [{ ErrorEquals: ['X', 'States.ALL'] }] }), /alone and last/],
    [
      'a token that is not handed out',
      task({ Resource: token, Arguments: { Payload: { t: '{% $states.context.Task.Name %}' } } }),
      /never hands out/,
    ],
    ['a heartbeat as long as the timeout', task({ HeartbeatSeconds: 60, TimeoutSeconds: 60 }), /heartbeat/],
    ['a service nobody needs', task({ Resource: 'arn:aws:states:::aws-sdk:dynamodb:putItm' }), /putItm/],
    [
      'an assignment to a variable of the flow around',
      {
        Type: 'Map',
        Assign: { x: 1 },
        ItemProcessor: { StartAt: 'b', States: { b: { Type: 'Pass', Assign: { x: 2 }, End: true } } },
        End: true,
      },
      /of the flow around/,
    ],
  ];
  it.each(faults)('finds %s', (_fault, state, message) => {
    expect(lint(flow(state))).toEqual([expect.stringMatching(message)]);
  });
});
