/** The machine's definition, walked and linted: what `asl-validator` does not see. */
import jsonata from 'jsonata';

export interface State {
  Type: string;
  Resource?: string;
  Next?: string;
  End?: boolean;
  Default?: string;
  Choices?: { Next: string; Condition: string; Assign?: Record<string, unknown> }[];
  Catch?: { ErrorEquals: string[]; Next: string; Assign?: Record<string, unknown> }[];
  Retry?: { ErrorEquals: string[]; MaxAttempts?: number; MaxDelaySeconds?: number; JitterStrategy?: string }[];
  Arguments?: { FunctionName?: string; Payload?: Record<string, unknown> };
  Assign?: Record<string, unknown>;
  TimeoutSeconds?: number | string;
  HeartbeatSeconds?: number | string;
  ItemProcessor?: Flow;
}

export interface Flow {
  StartAt: string;
  States: Record<string, State>;
  QueryLanguage?: string;
}

/** A state with its place: the flow it stands in, and the flows around that. */
export interface Placed {
  name: string;
  state: State;
  /** Innermost first. */
  flows: Flow[];
}

/** All states, those inside a Map too. */
export function statesOf(flow: Flow, around: Flow[] = []): Placed[] {
  const flows = [flow, ...around];
  return Object.entries(flow.States).flatMap(([name, state]) => [
    { name, state, flows },
    ...(state.ItemProcessor ? statesOf(state.ItemProcessor, flows) : []),
  ]);
}

/** Every `{% ... %}` in a value, without the marks. */
function expressionsIn(value: unknown): string[] {
  if (typeof value === 'string') return /^\{%[\s\S]*%\}$/.test(value) ? [value.slice(2, -2)] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(expressionsIn);
}

interface Node {
  type?: string;
  value?: unknown;
  steps?: Node[];
}

/** All nodes of an expression's tree. */
function nodesOf(node: unknown): Node[] {
  if (Array.isArray(node)) return node.flatMap(nodesOf);
  if (typeof node !== 'object' || node === null) return [];
  return [node as Node, ...Object.values(node).flatMap(nodesOf)];
}

const treeOf = (expression: string): Node[] => nodesOf(jsonata(expression).ast());

const KNOWN_FUNCTIONS = /^(?:count|string|exists|not|sum|append|length|partition|range|hash|random|uuid|parse)$/;
const STATES_MEMBERS = new Set(['input', 'result', 'errorOutput', 'context']);

/** Where a state may refer to what came back: the result exists only after the call. */
function afterCall(state: State): unknown {
  const { Assign, Output } = state as State & { Output?: unknown };
  return [Assign, Output];
}

function unknownMembers({ name, state }: Placed): string[] {
  const { ItemProcessor: _inner, ...own } = state;
  const members = (value: unknown): string[] =>
    expressionsIn(value).flatMap((expression) =>
      treeOf(expression).flatMap(({ type, steps }) =>
        type === 'path' && steps?.[0]?.type === 'variable' && steps[0].value === 'states' ? [String(steps[1]?.value)] : [],
      ),
    );
  const unknown = members(own).filter((member) => !STATES_MEMBERS.has(member));
  const { Assign: _assign, Output: _output, Catch: _catch, ...before } = own as State & { Output?: unknown };
  const early = members(before).filter((member) => member === 'result' || member === 'errorOutput');
  const late = members(afterCall(own)).filter((member) => member === 'errorOutput');
  return [...unknown, ...early, ...late].map((member) => `${name}: $states.${member} does not exist here`);
}

function assignedIn(flow: Flow): Set<string> {
  const all = Object.values(flow.States).flatMap(({ Assign, Choices = [], Catch = [] }) => [
    Assign,
    ...Choices.map((choice) => choice.Assign),
    ...Catch.map((caught) => caught.Assign),
  ]);
  return new Set(all.flatMap((assign) => Object.keys(assign ?? {})));
}

function undefinedVariables({ name, state, flows }: Placed): string[] {
  const { ItemProcessor: _inner, ...own } = state;
  const known = new Set(flows.flatMap((flow) => [...assignedIn(flow)]));
  const used = expressionsIn(own).flatMap((expression) =>
    treeOf(expression).flatMap(({ type, value }) => (type === 'variable' ? [String(value)] : [])),
  );
  const unknown = used.filter(
    (variable) => variable !== '' && variable !== 'states' && !known.has(variable) && !KNOWN_FUNCTIONS.test(variable),
  );
  return [...new Set(unknown)].map((variable) => `${name}: $${variable} is assigned nowhere`);
}

/** "States.ALL must appear alone ... and in the last" (States Language, Error Handling). */
function misplacedCatchAlls({ name, state }: Placed): string[] {
  return [state.Retry ?? [], state.Catch ?? []].flatMap((list) =>
    list.flatMap(({ ErrorEquals }, place) => {
      if (!ErrorEquals.includes('States.ALL')) return [];
      return ErrorEquals.length > 1 || place < list.length - 1 ? [`${name}: States.ALL must stand alone and last`] : [];
    }),
  );
}

function missingTokens({ name, state }: Placed): string[] {
  if (!state.Resource?.endsWith('.waitForTaskToken')) return [];
  const passes = expressionsIn(state.Arguments).some((expression) => expression.replaceAll(/\s/g, '') === '$states.context.Task.Token');
  return passes ? [] : [`${name}: waits for a token that it never hands out`];
}

function longHeartbeats({ name, state: { HeartbeatSeconds: beat, TimeoutSeconds: limit } }: Placed): string[] {
  return typeof beat === 'number' && typeof limit === 'number' && beat >= limit
    ? [`${name}: the heartbeat is not shorter than the timeout`]
    : [];
}

/** An inner flow cannot assign a variable of the flow around it. */
function outerAssignments({ name, state, flows: [, ...around] }: Placed): string[] {
  const outer = new Set(around.flatMap((flow) => [...assignedIn(flow)]));
  return Object.keys(state.Assign ?? {})
    .filter((variable) => outer.has(variable))
    .map((variable) => `${name}: assigns $${variable} of the flow around it`);
}

function unknownService({ name, state }: Placed): string[] {
  if (state.Type !== 'Task') return [];
  return /^arn:.+?:states:::lambda:invoke(?:\.waitForTaskToken)?$/.test(state.Resource ?? '')
    ? []
    : [`${name}: calls ${state.Resource}, which no step needs`];
}

const RULES = [unknownMembers, undefinedVariables, misplacedCatchAlls, missingTokens, longHeartbeats, outerAssignments, unknownService];

/** Everything wrong with a definition. */
export function lint(definition: Flow): string[] {
  return statesOf(definition).flatMap((placed) => RULES.flatMap((rule) => rule(placed)));
}
