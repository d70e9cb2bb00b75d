/** The Amazon States Language as TypeScript types: what a JSONata state machine may contain. */

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };

export type StateType = 'Pass' | 'Task' | 'Choice' | 'Wait' | 'Map' | 'Parallel' | 'Succeed' | 'Fail';

/** What is evaluated when a state, a choice rule or a catcher is left. */
export interface ExitFields {
  Output?: Json;
  Assign?: JsonObject;
  Next?: string;
}

export interface ChoiceRule extends ExitFields {
  Condition: Json;
}

export interface Retrier {
  ErrorEquals: string[];
  IntervalSeconds?: number;
  MaxAttempts?: number;
  BackoffRate?: number;
  MaxDelaySeconds?: number;
  JitterStrategy?: 'FULL' | 'NONE';
}

interface Catcher extends ExitFields {
  ErrorEquals: string[];
}

/** States and the one to begin with: a machine, a branch of a Parallel, the processor of a Map. */
export interface Flow {
  StartAt: string;
  States: Record<string, StateDefinition>;
  ProcessorConfig?: { Mode?: 'INLINE' | 'DISTRIBUTED'; ExecutionType?: string };
}

export interface StateDefinition extends ExitFields {
  Type: StateType;
  End?: boolean;
  Resource?: string;
  Arguments?: Json;
  Credentials?: JsonObject;
  TimeoutSeconds?: Json;
  HeartbeatSeconds?: Json;
  Retry?: Retrier[];
  Catch?: Catcher[];
  Choices?: ChoiceRule[];
  Default?: string;
  Seconds?: Json;
  Timestamp?: Json;
  Error?: Json;
  Cause?: Json;
  Branches?: Flow[];
  Items?: Json;
  ItemSelector?: Json;
  ItemProcessor?: Flow;
  /** The former name of ItemProcessor. */
  Iterator?: Flow;
  ItemBatcher?: JsonObject;
  MaxConcurrency?: Json;
  ToleratedFailureCount?: Json;
  ToleratedFailurePercentage?: Json;
}

export interface Definition extends Flow {
  QueryLanguage?: string;
  TimeoutSeconds?: number;
}

/** A state machine of the template. */
export interface Machine {
  arn: string;
  name: string;
  definition: Definition;
  roleArn: string;
}

/** Where a flow sits in its definition, as a property path; the machine itself is `[]`. */
export type FlowPath = (string | number)[];

/** The flow at a path. */
export function flowAt(definition: Definition, path: FlowPath): Flow {
  let found: unknown = definition;
  for (const key of path) found = (found as Record<string | number, unknown>)[key];
  return found as Flow;
}

/** The path of the flow that each item of a Map runs through. */
export function processorPath(path: FlowPath, name: string, state: StateDefinition): FlowPath {
  return [...path, 'States', name, state.ItemProcessor ? 'ItemProcessor' : 'Iterator'];
}
