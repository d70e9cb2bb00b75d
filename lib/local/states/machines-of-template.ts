/** The state machines of a synthesized template. */
import type { Resource } from '../contract.ts';
import type { Definition, Machine } from './definition.ts';
import { faultIn } from '../template-fault.ts';

function definitionOf(machine: Resource): Definition {
  const { DefinitionString, Definition: inline } = machine.properties;
  if (typeof DefinitionString === 'string') return JSON.parse(DefinitionString) as Definition;
  if (inline !== null && typeof inline === 'object') return inline as Definition;
  throw faultIn(machine, 'DefinitionString', 'neither it nor Definition is there');
}

function checkKind(machine: Resource): void {
  const { StateMachineType = 'STANDARD' } = machine.properties;
  if (StateMachineType !== 'STANDARD')
    throw faultIn(machine, 'StateMachineType', `type ${String(StateMachineType)} is not known to the small AWS`);
}

/** Reads every state machine. Throws TemplateError for one that the engine does not run. */
export function machinesOf(resources: readonly Resource[]): Machine[] {
  const machines = resources.filter(({ type }) => type === 'AWS::StepFunctions::StateMachine');
  return machines.map((resource) => {
    checkKind(resource);
    const name = resource.arn.split(':').at(-1) ?? resource.logicalId;
    return { arn: resource.arn, name, definition: definitionOf(resource), roleArn: String(resource.properties['RoleArn']) };
  });
}
