/** The state machines of a synthesized template. */
import type { Resource } from '../contract.ts';
import type { Definition, Machine } from './definition.ts';
import { DefinitionError } from './errors.ts';

function definitionOf({ logicalId, properties }: Resource): Definition {
  const { DefinitionString, Definition: inline } = properties;
  if (typeof DefinitionString === 'string') return JSON.parse(DefinitionString) as Definition;
  if (inline !== null && typeof inline === 'object') return inline as Definition;
  throw new DefinitionError(logicalId, ['neither DefinitionString nor Definition']);
}

function checkKind({ logicalId, properties }: Resource): void {
  const { StateMachineType = 'STANDARD' } = properties;
  if (StateMachineType !== 'STANDARD') throw new DefinitionError(logicalId, [`type ${String(StateMachineType)}`]);
}

/** Reads every state machine. Throws DefinitionError for one that the engine does not run. */
export function machinesOf(resources: readonly Resource[]): Machine[] {
  const machines = resources.filter(({ type }) => type === 'AWS::StepFunctions::StateMachine');
  return machines.map((resource) => {
    checkKind(resource);
    const name = resource.arn.split(':').at(-1) ?? resource.logicalId;
    return { arn: resource.arn, name, definition: definitionOf(resource), roleArn: String(resource.properties['RoleArn']) };
  });
}
