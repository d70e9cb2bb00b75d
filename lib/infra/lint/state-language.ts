/** A definition in the States Language, walked: its states with their places, and what each may lead to. */

/** What is evaluated when a state, a rule of a Choice or a catcher is left. */
export interface Exit {
  Assign?: Record<string, unknown>;
  Output?: unknown;
  Next?: string;
}

export interface Catcher extends Exit {
  ErrorEquals: string[];
}

export interface ChoiceRule extends Exit {
  Condition?: unknown;
}

export interface Retrier {
  ErrorEquals: string[];
  MaxAttempts?: number;
  MaxDelaySeconds?: number;
  JitterStrategy?: string;
}

export interface State extends Exit {
  Type: string;
  Resource?: string;
  Default?: string;
  Choices?: ChoiceRule[];
  Catch?: Catcher[];
  Retry?: Retrier[];
  Arguments?: { FunctionName?: string; Payload?: Record<string, unknown> };
  ItemSelector?: unknown;
  TimeoutSeconds?: number | string;
  HeartbeatSeconds?: number | string;
  ItemProcessor?: Flow;
  Branches?: Flow[];
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
  /** Path in the definition: `States.run-wave.ItemProcessor.States.find`. */
  at: string;
  /** Innermost first. */
  flows: Flow[];
  /** Whether it runs for an item of a Map. */
  inMap: boolean;
}

/** The flows inside a state, with their paths. */
export function innerFlows({ ItemProcessor, Branches = [] }: State): [path: string, flow: Flow][] {
  const branches = Branches.map((branch, at): [string, Flow] => [`Branches.${at}`, branch]);
  return ItemProcessor ? [['ItemProcessor', ItemProcessor], ...branches] : branches;
}

/** All states, those of inner flows too. */
export function statesOf(
  flow: Flow,
  within: { flows: Flow[]; path: string; inMap: boolean } = { flows: [], path: '', inMap: false },
): Placed[] {
  const flows = [flow, ...within.flows];
  return Object.entries(flow.States).flatMap(([name, state]) => {
    const at = `${within.path}States.${name}`;
    const inMap = within.inMap || state.Type === 'Map';
    const inner = innerFlows(state).flatMap(([path, its]) => statesOf(its, { flows, path: `${at}.${path}.`, inMap }));
    return [{ name, state, at, flows, inMap: within.inMap }, ...inner];
  });
}

/** The members of a state without its inner flows. */
export function ownMembers({ ItemProcessor: _processor, Branches: _branches, ...own }: State): Omit<State, 'ItemProcessor' | 'Branches'> {
  return own;
}

/** Every way out of a state that assigns variables or writes an output, with its path in the state. */
export function exitsOf({ Assign, Output, Next, Choices = [], Catch = [] }: State): [path: string, exit: Exit][] {
  const own: Exit = { ...(Assign && { Assign }), ...(Output !== undefined && { Output }), ...(Next !== undefined && { Next }) };
  return [
    ['', own],
    ...Choices.map((rule, at): [string, Exit] => [`.Choices.${at}`, rule]),
    ...Catch.map((catcher, at): [string, Exit] => [`.Catch.${at}`, catcher]),
  ];
}

/** Variables that the states of a flow assign. */
export function assignedIn(flow: Flow): Set<string> {
  return new Set(Object.values(flow.States).flatMap((state) => exitsOf(state).flatMap(([, { Assign = {} }]) => Object.keys(Assign))));
}
