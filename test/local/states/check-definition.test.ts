/** What is refused at start, by its place in the definition. */
import { describe, expect, it } from 'vitest';
import { checkDefinition } from '../../../lib/local/states/check-definition.ts';
import type { Definition } from '../../../lib/local/states/definition.ts';
import { ROLE } from './world.ts';

/** The faults of a definition. */
function faultsOf(definition: unknown): string[] {
  try {
    checkDefinition({ arn: '', name: 'm', definition: definition as Definition, roleArn: ROLE });
    return [];
  } catch (error) {
    return (error as { faults: string[] }).faults;
  }
}

/** A machine of one state. */
function one(state: unknown): unknown {
  return { QueryLanguage: 'JSONata', StartAt: 'P', States: { P: state } };
}

const pass = { Type: 'Pass', End: true };

describe('a definition', () => {
  it('with every kind of state passes', () => {
    const ItemProcessor = { ProcessorConfig: { Mode: 'INLINE' }, StartAt: 'Each', States: { Each: pass } };
    const States = {
      Set: { Type: 'Pass', Comment: 'c', Assign: { a: 1 }, Output: '{% $states.input %}', Next: 'Call' },
      Call: { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', Arguments: {}, Retry: [], Catch: [], Next: 'All' },
      All: { Type: 'Map', Items: [], ItemProcessor, Next: 'Both' },
      Both: { Type: 'Parallel', Branches: [{ StartAt: 'In', States: { In: pass } }], Next: 'Rest' },
      Rest: { Type: 'Wait', Seconds: 1, Next: 'Choose' },
      Choose: { Type: 'Choice', Choices: [{ Condition: true, Next: 'End' }], Default: 'Stop' },
      Stop: { Type: 'Fail', Error: 'E' },
      End: { Type: 'Succeed' },
    };
    expect(faultsOf({ QueryLanguage: 'JSONata', StartAt: 'Set', States })).toEqual([]);
  });

  it.each<[unknown, string]>([
    [{ ...pass, InputPath: '$.a' }, '/States/P: field InputPath is not for a JSONata Pass, or not run here'],
    [{ ...pass, Ouput: 1 }, '/States/P: field Ouput is not for a JSONata Pass, or not run here'],
    [{ ...pass, Retry: [] }, '/States/P: field Retry is not for a JSONata Pass, or not run here'],
    [{ ...pass, Next: 'Nowhere' }, '/States/P/Next: no state "Nowhere"'],
    [{ Type: 'Pass' }, '/States/P: neither Next nor End'],
    [{ ...pass, QueryLanguage: 'JSONPath' }, '/States/P/QueryLanguage: must be JSONata, is JSONPath'],
    [{ ...pass, Type: 'Dance' }, '/States/P/Type: "Dance" is no type of state'],
    [{ End: true }, '/States/P/Type: undefined is no type of state'],
    ['Pass', '/States/P: must be an object'],
    [{ Type: 'Task', End: true }, '/States/P: Task needs Resource'],
    [{ Type: 'Wait', End: true }, '/States/P: Wait needs exactly one of Seconds, Timestamp'],
    [{ Type: 'Wait', Seconds: 1, Timestamp: 'x', End: true }, '/States/P: Wait needs exactly one of Seconds, Timestamp'],
    [{ Type: 'Choice', Choices: [] }, '/States/P/Choices: must not be empty'],
    [{ Type: 'Choice', Choices: [{ Condition: true }] }, '/States/P/Choices/0: needs Next'],
    [{ Type: 'Choice', Choices: [{ Condition: true, Next: 'P' }], Default: 'X' }, '/States/P/Default: no state "X"'],
    [{ Type: 'Parallel', Branches: {}, End: true }, '/States/P/Branches: must be a list'],
    [{ Type: 'Parallel', Branches: [{ States: { A: pass } }], End: true }, '/States/P/Branches/0/StartAt: is missing'],
  ])('that AWS would refuse or run differently is refused: %j', (state, fault) => {
    expect(faultsOf(one(state))).toEqual([fault]);
  });

  it.each(['arn:aws:states:::ecs:runTask.sync', 'arn:aws:states:::lambda:invoke.sync', 'nonsense'])('names the resource %s', (Resource) => {
    expect(faultsOf(one({ Type: 'Task', Resource, End: true }))).toEqual([`/States/P/Resource: "${Resource}" is not run here`]);
  });

  it.each(['$states.(', '$a ?? 1'])('names the place of the expression %s, which JSONata 2.0.6 does not parse', (source) => {
    expect(faultsOf(one({ ...pass, Output: { a: [`{% ${source} %}`] } }))).toEqual([expect.stringMatching(/^\/States\/P\/Output\/a\/0: /)]);
  });

  it('names every fault, inside Map and Parallel too', () => {
    const inner = { StartAt: 'Gone', States: { P: pass, Task: { Type: 'Task', Resource: 'x', End: true } } };
    const branch = { StartAt: 'Deep', States: { Deep: { Type: 'Map', ItemProcessor: inner, End: true } } };
    const Catch = [{ ErrorEquals: ['States.ALL'], Next: 'Nowhere' }, { Next: 'P' }];
    expect(faultsOf(one({ Type: 'Parallel', Branches: [branch], Catch, End: true }))).toEqual([
      '/States/P/Catch/0/Next: no state "Nowhere"',
      '/States/P/Catch/1/ErrorEquals: must be a list of error names',
      '/States/P/Branches/0/States/Deep/ItemProcessor/StartAt: no state "Gone"',
      '/States/P/Branches/0/States/Deep/ItemProcessor/States/P: the name is taken by /States/P',
      '/States/P/Branches/0/States/Deep/ItemProcessor/States/Task/Resource: "x" is not run here',
    ]);
  });

  it.each([
    [{}, '/States: must be an object with states'],
    [{ StartAt: 'A', States: {} }, '/States: must be an object with states'],
    [{ StartAt: 'A', States: [] }, '/States: must be an object with states'],
    [{ QueryLanguage: 'JSONata', StartAt: 'A', States: { ['x'.repeat(81)]: pass } }, '/StartAt: no state "A"'],
    [{ StartAt: 'A', States: { A: pass } }, '/States/A/QueryLanguage: must be JSONata, is JSONPath'],
  ])('that is not whole is refused: %j', (definition, fault) => {
    expect(faultsOf(definition)[0]).toBe(fault);
  });
});
