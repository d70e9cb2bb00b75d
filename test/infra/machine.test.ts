/** The state machine as it is deployed. */
import { beforeAll, describe, expect, it } from 'vitest';
import { definitionFaults, definitionOf } from '../../lib/infra/lint/machines.ts';
import type { Flow } from '../../lib/infra/lint/state-language.ts';
import { MACHINE_RULES } from './machine-rules.ts';
import { ofType, synthesize, type Synthesized, written } from './synthesized.ts';

let stack: Synthesized;
let definition: Flow;
beforeAll(() => {
  stack = synthesize();
  definition = JSON.parse(written(ofType(stack, 'AWS::StepFunctions::StateMachine')[0]!.Properties['DefinitionString'])) as Flow;
});

describe('the definition', () => {
  it('is this one', async () => {
    await expect(`${JSON.stringify(definition, null, 2)}\n`).toMatchFileSnapshot('__snapshots__/request-machine.asl.json');
  });

  it('is valid in the States Language, and has none of the faults that no tool sees', () => {
    const [machine] = ofType(stack, 'AWS::StepFunctions::StateMachine');
    const readable = definitionOf({ Resources: stack.resources }, machine!);
    if ('rule' in readable) throw new TypeError(readable.message);
    expect(definitionFaults(readable)).toEqual([]);
  });

  it.each(Object.entries(MACHINE_RULES))('%s', (_sentence, rule) => rule(definition));
});
