/** What expressions of a state can see: `$states`, the variables in reach, and typed fields read through them. */
import type { Json, JsonObject } from './definition.ts';
import type { StateFailure } from './errors.ts';
import { evaluationFailure } from './errors.ts';
import type { Scope } from './expressions.ts';
import { evaluate, isExpression, sourceOf } from './expressions.ts';
import { MAX_SECONDS } from './limits.ts';
import type { Frame, Run, Step } from './run.ts';

/** The parts of `$states` that exist only at certain moments. */
export interface Moment {
  result?: Json;
  errorOutput?: Json;
  /** The task token, while the arguments of a callback task are evaluated. */
  token?: string;
  /** The item that ItemSelector is evaluated for. */
  item?: { index: number; value: Json };
}

const RETRIED = new Set(['Task', 'Map', 'Parallel']);

function iso(at: number): string {
  return new Date(at).toISOString();
}

/** Variables in reach of a frame: its own hide those of the scopes around it. */
function visibleVariables(run: Run, frame: Frame): JsonObject {
  const parent = run.parent(frame);
  return parent === undefined ? frame.variables : { ...visibleVariables(run, parent), ...frame.variables };
}

function itemOf(run: Run, frame: Frame | undefined): { index: number; value: Json } | undefined {
  if (frame === undefined) return undefined;
  return frame.item ?? itemOf(run, run.parent(frame));
}

function executionContext(run: Run): JsonObject {
  const { arn, name, roleArn, startedAt, redriveCount, redrivenAt } = run.execution;
  const redriven: JsonObject = redrivenAt === null ? {} : { RedriveTime: iso(redrivenAt) };
  return { Id: arn, Input: run.input, Name: name, RoleArn: roleArn, StartTime: iso(startedAt), RedriveCount: redriveCount, ...redriven };
}

/** The state as its context object has it; those that cannot be retried do not count retries. */
function stateContext({ run, frame, state }: Step): JsonObject {
  const EnteredTime = iso(frame.entered?.at ?? run.world.clock.now());
  if (!RETRIED.has(state.Type)) return { EnteredTime, Name: frame.state };
  const RetryCount = Object.values(frame.retries).reduce((sum, count) => sum + count, 0);
  return { EnteredTime, Name: frame.state, RetryCount };
}

/** The context object of a frame: `$states.context`. */
function contextOf(step: Step, moment: Moment): JsonObject {
  const { run, frame } = step;
  const item = moment.item ?? itemOf(run, frame);
  return {
    Execution: executionContext(run),
    StateMachine: { Id: run.execution.machineArn, Name: run.execution.machineName },
    State: stateContext(step),
    ...(item === undefined ? {} : { Map: { Item: { Index: item.index, Value: item.value } } }),
    ...(moment.token === undefined ? {} : { Task: { Token: moment.token } }),
  };
}

/** "An error occurred while executing the state …": how every evaluation fault begins. */
export function occasion(step: Step): string {
  const event = step.frame.entered?.event ?? 0;
  return `An error occurred while executing the state '${step.frame.state}' (entered at the event id #${event}).`;
}

/** Everything an expression of this state sees at this moment. */
export function scopeOf(step: Step, moment: Moment = {}): Scope {
  const { run, frame } = step;
  const states: JsonObject = { input: frame.input, context: contextOf(step, moment) };
  if (moment.result !== undefined) states['result'] = moment.result;
  if (moment.errorOutput !== undefined) states['errorOutput'] = moment.errorOutput;
  return { bindings: { ...visibleVariables(run, frame), states }, now: run.world.clock.now(), occasion: occasion(step) };
}

/** The fault of a field with a wrong value. */
export function badField(step: Step, field: string, message: string): StateFailure {
  return evaluationFailure(`${occasion(step)} ${message}`, field);
}

function typeName(value: Json): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

/** The fault of an expression whose result has the wrong type. */
export function badType(step: Step, field: string, found: { template: Json; value: Json; expected: string }): StateFailure {
  const { template, value, expected } = found;
  const what = typeof template === 'string' && isExpression(template) ? `JSONata expression '${sourceOf(template)}'` : 'value';
  const message = `The ${what} specified for the field '${field}' returned an unexpected result type.`;
  return badField(step, field, `${message} Expected '${expected}', but was '${typeName(value)}' for value: ${JSON.stringify(value)}`);
}

/** The value of a string field such as Error or Timestamp. */
export async function stringField(step: Step, field: 'Error' | 'Cause' | 'Timestamp'): Promise<string | undefined> {
  const template = step.state[field];
  if (template === undefined) return undefined;
  const value = await evaluate(template, scopeOf(step), field);
  if (typeof value !== 'string') throw badType(step, field, { template, value, expected: 'string' });
  return value;
}

/** Fields that hold a number, with what they may be. */
const NUMBERS = {
  TimeoutSeconds: { least: 1, most: MAX_SECONDS, whole: true },
  HeartbeatSeconds: { least: 1, most: MAX_SECONDS, whole: true },
  Seconds: { least: 0, most: MAX_SECONDS, whole: true },
  MaxConcurrency: { least: 0, most: Infinity, whole: true },
  ToleratedFailureCount: { least: 0, most: Infinity, whole: true },
  ToleratedFailurePercentage: { least: 0, most: 100, whole: false },
};

/** The value of a number field. */
export async function numberField(step: Step, field: keyof typeof NUMBERS): Promise<number | undefined> {
  const template = step.state[field];
  if (template === undefined) return undefined;
  const value = await evaluate(template, scopeOf(step), field);
  if (typeof value !== 'number') throw badType(step, field, { template, value, expected: 'number' });
  const { least, most, whole } = NUMBERS[field];
  if (value < least || value > most || (whole && !Number.isInteger(value))) {
    throw badField(step, field, `The value ${value} of the field '${field}' is out of range.`);
  }
  return value;
}
