/** Rule: `$states` has few members, and each exists only at its moment. */
import { ownMembers, type Placed } from './state-language.ts';
import { expressionsIn, type Located, referencesOf } from './expressions.ts';
import type { Fault } from './fault.ts';

/** What exists while an expression is evaluated. */
interface Moment {
  result?: boolean;
  errorOutput?: boolean;
  token?: boolean;
  item?: boolean;
}

/** Members of an object whose shape is known; `true` stands for one that may hold anything. */
type Shape = true | { [member: string]: Shape };

function shapeAt({ result = false, errorOutput = false, token = false, item = false }: Moment): Shape {
  return {
    input: true,
    ...(result && { result: true }),
    ...(errorOutput && { errorOutput: { Error: true, Cause: true } }),
    context: {
      Execution: { Id: true, Input: true, Name: true, RoleArn: true, StartTime: true, RedriveCount: true, RedriveTime: true },
      StateMachine: { Id: true, Name: true },
      State: { EnteredTime: true, Name: true, RetryCount: true },
      ...(token && { Task: { Token: true } }),
      ...(item && { Map: { Item: { Index: true, Value: true, Key: true, Source: true } } }),
    },
  };
}

/** The part of a path that does not exist; undefined if all of it does. */
function missingPart(path: readonly string[], shape: Shape): string | undefined {
  let within = shape;
  for (const [at, member] of path.entries()) {
    if (within === true) return undefined;
    if (!Object.hasOwn(within, member)) return ['$states', ...path.slice(0, at + 1)].join('.');
    within = within[member]!;
  }
  return undefined;
}

const CALLS = new Set(['Task', 'Map', 'Parallel']);

/** The parts of a state, each with what exists while it is evaluated. */
function moments({ state, inMap: item }: Placed): [path: string, value: unknown, moment: Moment][] {
  const { Assign, Output, Choices = [], Catch = [], Arguments, ItemSelector, ...before } = ownMembers(state);
  const token = state.Resource?.endsWith('.waitForTaskToken') === true;
  const done = { result: CALLS.has(state.Type), item };
  return [
    ['', before, { item }],
    ['.Arguments', Arguments, { token, item }],
    ['.ItemSelector', ItemSelector, { item: true }],
    ['.Assign', Assign, done],
    ['.Output', Output, done],
    ...Choices.map((rule, at): [string, unknown, Moment] => [`.Choices.${at}`, rule, { item }]),
    ...Catch.map((catcher, at): [string, unknown, Moment] => [`.Catch.${at}`, catcher, { errorOutput: true, item }]),
  ];
}

function faultsIn({ at, source }: Located, shape: Shape): Fault[] {
  const { members } = referencesOf(source);
  const missing = members.map((path) => missingPart(path, shape)).filter((part) => part !== undefined);
  const fix =
    '`input` and `context` exist everywhere, `result` in Assign and Output after a call, `errorOutput` in Catch, a token in the Arguments of a .waitForTaskToken';
  return missing.map((part) => ({ rule: 'states-member', at, message: `${part} does not exist here`, fix }));
}

/** Members of `$states` that do not exist where they are used. */
export function unknownMembers(placed: Placed): Fault[] {
  return moments(placed).flatMap(([path, value, moment]) =>
    expressionsIn(value, `${placed.at}${path}`).flatMap((expression) => faultsIn(expression, shapeAt(moment))),
  );
}

/** Members of the input of an item that the ItemSelector of its Map does not write. */
export function unselectedInputs({ at, state }: Placed): Fault[] {
  const { ItemSelector, ItemProcessor } = state;
  const first = ItemProcessor?.States[ItemProcessor.StartAt];
  if (first === undefined || typeof ItemSelector !== 'object' || ItemSelector === null) return [];
  const path = `${at}.ItemProcessor.States.${ItemProcessor!.StartAt}`;
  return expressionsIn(ownMembers(first), path).flatMap((expression) => {
    const read = referencesOf(expression.source).members.filter(([root, member]) => root === 'input' && member !== undefined);
    const missing = read.filter(([, member]) => !Object.hasOwn(ItemSelector, member!));
    return missing.map(([, member]) => ({
      rule: 'item-input',
      at: expression.at,
      message: `the input of an item has no member ${member}`,
      fix: `Add it to ${at}.ItemSelector, or correct its name`,
    }));
  });
}
