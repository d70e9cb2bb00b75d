/** The lint of definitions finds what no tool finds, and says where it stands. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { faultLine } from '../../../lib/infra/lint/fault.ts';
import { FUNCTIONS } from '../../../lib/infra/lint/functions.ts';
import { lintDefinition } from '../../../lib/infra/lint/lint-definition.ts';
import type { Flow } from '../../../lib/infra/lint/state-language.ts';

const LAMBDA = 'arn:aws:states:::lambda:invoke';
const task = (more: object) => ({ Type: 'Task', Resource: LAMBDA, Arguments: {}, End: true, ...more });
const flowOf = (States: object): Flow => ({ StartAt: Object.keys(States)[0]!, States: States as Flow['States'] });
const lines = (States: object): string[] => lintDefinition(flowOf(States)).map(faultLine);
const map = (States: object, more: object = { End: true }) => ({ Type: 'Map', ItemProcessor: flowOf(States), ...more });

const caught = (...names: string[][]) => names.map((ErrorEquals) => ({ ErrorEquals, Next: 'b' }));
const withCatch = (...names: string[][]) => ({ a: task({ Catch: caught(...names) }), b: { Type: 'Succeed' } });

describe('a fault', () => {
  const faults: [string, object, RegExp][] = [
    ['a member that $states lacks', { a: task({ Output: '{% $states.foo %}' }) }, /^States\.a\.Output: \$states\.foo does not exist/],
    ['a member that the context lacks', { a: task({ Output: '{% $states.context.Execution.ID %}' }) }, /Execution\.ID does not exist/],
    [
      'a result before there is one',
      { a: task({ Arguments: { x: '{% $states.result.x %}' } }) },
      /^States\.a\.Arguments\.x: \$states\.result/,
    ],
    [
      'a result in a Choice',
      { a: { Type: 'Choice', Choices: [{ Condition: '{% $states.result.x = 1 %}', Next: 'b' }], Default: 'b' }, b: { Type: 'Succeed' } },
      /^States\.a\.Choices\.0\.Condition: \$states\.result/,
    ],
    [
      'a result in a Catch',
      { a: task({ Catch: [{ ErrorEquals: ['X'], Output: '{% $states.result %}', Next: 'b' }] }), b: { Type: 'Succeed' } },
      /^States\.a\.Catch\.0\.Output: \$states\.result/,
    ],
    ['the error where nothing failed', { a: task({ Output: '{% $states.errorOutput.Error %}' }) }, /errorOutput does not exist/],
    ['a token where none is made', { a: task({ Arguments: { x: '{% $states.context.Task.Token %}' } }) }, /context\.Task does not exist/],
    ['an item outside of a Map', { a: task({ Arguments: { x: '{% $states.context.Map.Item.Value %}' } }) }, /context\.Map does not exist/],
    ['a variable that nobody assigns', { a: task({ Output: '{% $nobody + 1 %}' }) }, /\$nobody is not assigned on the way a\./],
    [
      'a variable that one way leads past',
      {
        a: { Type: 'Choice', Choices: [{ Condition: '{% $states.input.x %}', Next: 'b' }], Default: 'c' },
        b: { Type: 'Pass', Assign: { x: 1 }, Next: 'c' },
        c: task({ Output: '{% $x %}' }),
      },
      /^States\.c\.Output: \$x is not assigned on the way a -> c\./,
    ],
    [
      'a variable of a Map, used after it',
      {
        a: map({ b: { Type: 'Pass', Assign: { x: 1 }, Next: 'd' }, d: { Type: 'Pass', Output: '{% $x %}', End: true } }, { Next: 'c' }),
        c: task({ Output: '{% $x %}' }),
      },
      /\$x is not assigned on the way a -> c/,
    ],
    ['a variable that nobody reads', { a: { Type: 'Pass', Assign: { x: 1 }, End: true } }, /^States\.a\.Assign\.x: nothing reads \$x/],
    [
      'an assignment to a variable of the flow around',
      {
        a: map({ b: { Type: 'Pass', Assign: { x: 2 }, End: true } }, { Assign: { x: '{% $states.result %}' }, Next: 'c' }),
        c: task({ Output: '{% $x %}' }),
      },
      /^States\.a\.ItemProcessor\.States\.b\.Assign\.x: \$x belongs to the flow around/,
    ],
    [
      'a catch-all that is not last',
      withCatch(['States.ALL'], ['X']),
      /^States\.a\.Catch\.0\.ErrorEquals: States\.ALL must stand alone and last/,
    ],
    ['a catch-all in company', withCatch(['X', 'States.ALL']), /alone and last/],
    ['a catch-all of a Retry in company', { a: task({ Retry: [{ ErrorEquals: ['X', 'States.ALL'] }] }) }, /^States\.a\.Retry\.0/],
    ['a reserved error name that does not exist', withCatch(['States.Timeot']), /States\.Timeot is no error of Step Functions/],
    ['an error that was caught before', withCatch(['X'], ['X']), /^States\.a\.Catch\.1\.ErrorEquals: X stands in this list twice/],
    [
      'a token that is not handed out',
      { a: task({ Resource: `${LAMBDA}.waitForTaskToken`, Arguments: { t: '{% $states.context.State.Name %}' } }) },
      /^States\.a\.Arguments: waits for a token that it never hands out\. Add "taskToken"/,
    ],
    [
      'a heartbeat as long as the timeout',
      { a: task({ HeartbeatSeconds: 60, TimeoutSeconds: 60 }) },
      /^States\.a\.HeartbeatSeconds: the heartbeat of 60 s/,
    ],
    ['a timeout beyond the longest', { a: task({ TimeoutSeconds: 100_000_000 }) }, /^States\.a\.TimeoutSeconds: 100000000 seconds/],
    [
      'an operation that the SDK lacks',
      { a: task({ Resource: 'arn:aws:states:::aws-sdk:dynamodb:putItm' }) },
      /^States\.a\.Resource: dynamodb has no operation putItm/,
    ],
    [
      'a misspelt operation',
      { a: task({ Resource: 'arn:aws:states:::aws-sdk:kms:sgin' }) },
      /kms has no operation sgin\. Did you mean sign\?/,
    ],
    [
      'an integration that does not exist',
      { a: task({ Resource: 'arn:aws:states:::dynamodb:query' }) },
      /dynamodb has no integration query/,
    ],
    ['a service that does not exist', { a: task({ Resource: 'arn:aws:states:::dynmodb:putItem' }) }, /no known integration/],
    [
      'a service whose client is not there to ask',
      { a: task({ Resource: 'arn:aws:states:::aws-sdk:athena:getQuery' }) },
      /Add @aws-sdk\/client-athena/,
    ],
    [
      'an SDK call that is to be awaited',
      { a: task({ Resource: 'arn:aws:states:::aws-sdk:sfn:startExecution.sync' }) },
      /cannot end in \.sync/,
    ],
    ['a function that does not exist', { a: task({ Output: '{% $cuont([1]) %}' }) }, /there is no function \$cuont/],
    ['$eval, which Step Functions lacks', { a: task({ Output: '{% $eval("1") %}' }) }, /there is no function \$eval/],
    [
      'a Choice without an answer',
      { a: { Type: 'Choice', Choices: [{ Condition: '{% $states.input.x %}', Next: 'b' }] }, b: { Type: 'Succeed' } },
      /^States\.a: fails where no condition holds\. Add a Default/,
    ],
    [
      'a field of an inner flow that does not exist',
      {
        a: {
          ...map({ b: { Type: 'Succeed' } }),
          ItemProcessor: { ...flowOf({ b: { Type: 'Succeed' } }), ProcessorConfig: { Mdoe: 'INLINE' } },
        },
      },
      /^States\.a\.ItemProcessor\.ProcessorConfig\.Mdoe: there is no such field/,
    ],
    [
      'an input of an item that nobody selects',
      { a: map({ b: { Type: 'Pass', Output: '{% $states.input.system %}', End: true } }, { ItemSelector: { sytem: 1 }, End: true }) },
      /^States\.a\.ItemProcessor\.States\.b\.Output: the input of an item has no member system\. Add it to States\.a\.ItemSelector/,
    ],
    [
      'a name without a variable before it',
      { a: task({ Output: '{% requestId %}' }) },
      /requestId is undefined.*Write \$states\.input\.requestId/,
    ],
  ];
  it.each(faults)('is %s', (_fault, states, message) => {
    expect(lines(states)).toEqual([expect.stringMatching(message)]);
  });
});

describe('no fault', () => {
  const sound: [string, object][] = [
    [
      'an expression with variables of its own',
      { a: task({ Output: '{% ($f := function($n) { $n < 2 ? 1 : $n * $f($n - 1) }; $f(3)) %}' }) },
    ],
    ['names looked up in a value', { a: task({ Output: '{% $states.input.list[price > 1].{"name": name, "self": $} %}' }) }],
    ['a position and a value that a step binds', { a: task({ Output: '{% $states.input.list#$at.{"at": $at} %}' }) }],
    ['a function handed on', { a: task({ Output: '{% $map($states.input.names, $uppercase) ~> $join %}' }) }],
    [
      'what a Map gives its items',
      {
        a: map(
          { b: task({ Output: '{% $states.context.Map.Item.Index %}' }) },
          { ItemSelector: '{% $states.context.Map.Item.Value %}', End: true },
        ),
      },
    ],
    [
      'a variable assigned on every way that can be taken',
      {
        a: { Type: 'Pass', Assign: { kind: 'x' }, Next: 'b' },
        b: { Type: 'Choice', Choices: [{ Condition: '{% $kind = "y" %}', Next: 'd' }], Default: 'c' },
        c: { Type: 'Pass', Assign: { v: 1 }, Next: 'd' },
        d: task({ Output: '{% $v %}' }),
      },
    ],
    ['a known operation of a service', { a: task({ Resource: 'arn:aws:states:::aws-sdk:dynamodb:batchGetItem' }) }],
    ['a function called by its ARN', { a: task({ Resource: 'arn:aws:lambda:eu-central-1:123456789012:function:x' }) }],
  ];
  it.each(sound)('is %s', (_case, states) => {
    expect(lines(states)).toEqual([]);
  });
});

it('knows the functions of the language as the package defines them', () => {
  const source = readFileSync(createRequire(import.meta.url).resolve('jsonata'), 'utf8');
  const defined = [...source.matchAll(/staticFrame\.bind\('(\w+)'/g)].map(([, name]) => name!);
  const ofStepFunctions = ['hash', 'parse', 'partition', 'range', 'uuid'];
  const ofTheRun = ['millis', 'now'];
  const expected = [...defined.filter((name) => name !== 'eval'), ...ofStepFunctions, ...ofTheRun];
  expect([...FUNCTIONS].toSorted()).toEqual([...new Set(expected)].toSorted());
});
