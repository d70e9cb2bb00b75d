/** Which fields a JSONata state may have: https://docs.aws.amazon.com/step-functions/latest/dg/statemachine-structure.html */
import type { StateType } from './definition.ts';

const ANY = ['Type', 'Comment', 'QueryLanguage'];
const LEAVING = ['Next', 'End', 'Output', 'Assign'];
const FAILING = ['Retry', 'Catch'];

const OWN: Record<StateType, readonly string[]> = {
  Pass: LEAVING,
  Task: [...LEAVING, ...FAILING, 'Resource', 'Arguments', 'Credentials', 'TimeoutSeconds', 'HeartbeatSeconds'],
  Choice: ['Choices', 'Default', 'Output', 'Assign'],
  Wait: [...LEAVING, 'Seconds', 'Timestamp'],
  Map: [
    ...LEAVING,
    ...FAILING,
    'Items',
    'ItemSelector',
    'ItemProcessor',
    'Iterator',
    'ItemBatcher',
    'MaxConcurrency',
    'ToleratedFailureCount',
    'ToleratedFailurePercentage',
    'Label',
  ],
  Parallel: [...LEAVING, ...FAILING, 'Branches', 'Arguments'],
  Succeed: ['Output'],
  Fail: ['Error', 'Cause'],
};

/** What a state cannot do without; of several in one entry exactly one. */
const REQUIRED: Partial<Record<StateType, readonly (readonly string[])[]>> = {
  Task: [['Resource']],
  Choice: [['Choices']],
  Wait: [['Seconds', 'Timestamp']],
  Map: [['ItemProcessor', 'Iterator']],
  Parallel: [['Branches']],
};

/** What is wrong with the set of fields of a state. */
export function fieldFaults(type: StateType, names: readonly string[]): string[] {
  const unknown = names.filter((name) => !ANY.includes(name) && !OWN[type].includes(name));
  const missing = (REQUIRED[type] ?? []).filter((group) => group.filter((name) => names.includes(name)).length !== 1);
  return [
    ...unknown.map((name) => `field ${name} is not for a JSONata ${type}, or not run here`),
    ...missing.map((group) => `${type} needs ${group.length > 1 ? 'exactly one of ' : ''}${group.join(', ')}`),
  ];
}
