/** Rules about state machines of a template: the definition can be read and is sound, and its role may do what it calls. */
import type { Fault } from './fault.ts';
import { lintDefinition, validateLanguage } from './lint-definition.ts';
import { type Flow, type Placed, statesOf } from './state-language.ts';
import { type Resource, type Statement, statementsIn, type Template, textOf } from './template.ts';

const isMachine = ({ Type }: Resource): boolean => Type === 'AWS::StepFunctions::StateMachine';

/** The definition of a machine; a fault where there is none to be read. */
export function definitionOf(template: Template, { Properties = {} }: Resource): Flow | Fault {
  const at = 'Properties.DefinitionString';
  const text = textOf(template, Properties['DefinitionString']);
  if (text === undefined) {
    const fix = 'Build it from strings and references only';
    return { rule: 'definition', at, message: 'the definition cannot be read', fix };
  }
  try {
    return JSON.parse(text) as Flow;
  } catch (error) {
    return { rule: 'definition', at, message: `the definition is not JSON: ${(error as Error).message}`, fix: 'Write it as JSON' };
  }
}

/** Faults of the definition itself; those that no tool sees only where the language is right. */
export function definitionFaults(definition: Flow): Fault[] {
  const faults = validateLanguage(definition);
  return faults.length > 0 ? faults : lintDefinition(definition);
}

/** Everything a role allows: its own policies, and those that name it. */
function allowedTo({ Resources }: Template, roleId: string): Statement[] {
  const attached = Object.values(Resources).filter(
    ({ Type, Properties = {} }) =>
      Type === 'AWS::IAM::Policy' && ((Properties['Roles'] ?? []) as { Ref?: string }[]).some(({ Ref }) => Ref === roleId),
  );
  const policies = [Resources[roleId]?.Properties?.['Policies'], ...attached.map(({ Properties }) => Properties)];
  return policies.flatMap((policy) => statementsIn(policy, '')).filter(({ effect }) => effect === 'Allow');
}

/** Calls of functions that the machine's role does not allow: they fail only when an execution comes to them. */
function forbiddenCalls(template: Template, { Properties = {} }: Resource, states: readonly Placed[]): Fault[] {
  const roleId = (Properties['RoleArn'] as { 'Fn::GetAtt'?: string[] } | undefined)?.['Fn::GetAtt']?.[0];
  if (roleId === undefined) return [];
  const allowed = allowedTo(template, roleId)
    .filter(({ actions }) => actions.includes('lambda:InvokeFunction'))
    .flatMap(({ resources }) => resources.map((resource) => textOf(template, resource)));
  return states.flatMap(({ at, state }) => {
    const called = state.Arguments?.FunctionName;
    if (called === undefined || allowed.includes(called)) return [];
    const fix = `Allow lambda:InvokeFunction on it in ${roleId}`;
    return [{ rule: 'machine-role', at: `${at}.Arguments.FunctionName`, message: `the machine's role may not invoke ${called}`, fix }];
  });
}

/** Faults of a state machine. */
export function machineFaults(template: Template, resource: Resource): Fault[] {
  if (!isMachine(resource)) return [];
  const definition = definitionOf(template, resource);
  if ('rule' in definition) return [definition];
  const faults = definitionFaults(definition);
  const all = faults.length > 0 ? faults : forbiddenCalls(template, resource, statesOf(definition));
  return all.map((fault) => ({ ...fault, at: `Properties.DefinitionString ${fault.at}` }));
}
