/** What our engine does with one state: it runs in a machine of its own, in which every other state ends the execution. */
import type { HistoryEvent } from '@aws-sdk/client-sfn';
import { AwsError, type InvokeResult } from '../../lib/local/contract.ts';
import { createStatesService, type StatesService } from '../../lib/local/states/create-states-service.ts';
import type { Definition, Json, JsonObject, StateDefinition } from '../../lib/local/states/definition.ts';
import { readToken } from '../../lib/local/states/tokens.ts';
import { settle, VirtualClock } from '../local/states/virtual-clock.ts';
import type { Mock, Outcome, Probe } from './probe.ts';

const MACHINE = {
  arn: 'arn:aws:states:eu-central-1:000000000000:stateMachine:probe',
  name: 'probe',
  roleArn: 'arn:aws:iam::000000000000:role/probe',
};
const BEGIN = 'begin the probe';
const SUCCEED: StateDefinition = { Type: 'Succeed' };

function isolated({ definition, state, variables }: Probe): Definition {
  const States = Object.fromEntries(Object.keys(definition.States).map((name) => [name, SUCCEED]));
  States[state] = definition.States[state]!;
  // Values are constants: as an expression, so that no text among them is taken for one.
  const Assign = Object.fromEntries(Object.entries(variables).map(([name, value]) => [name, `{% ${JSON.stringify(value)} %}`]));
  const begin: StateDefinition = { Type: 'Pass', Assign, Next: state };
  return { QueryLanguage: 'JSONata', StartAt: BEGIN, States: { ...States, [BEGIN]: begin } };
}

function tokenIn(value: unknown): string | undefined {
  if (typeof value === 'string') return readToken(value) && value;
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.values(value)
    .map(tokenIn)
    .find((token) => token !== undefined);
}

/** Gives the mock to whatever the state calls. */
class Mocked {
  service: StatesService | undefined;
  private readonly mock: Mock | undefined;
  private readonly resource: string;

  constructor({ definition, state, mock }: Probe) {
    this.mock = mock;
    this.resource = definition.States[state]!.Resource ?? '';
  }

  /** A task that waits is called back, once the call that hands out its token has been answered. */
  private later(token: string, mock: Mock): void {
    const ok = 'result' in mock;
    const input = { taskToken: token, ...(ok ? { output: JSON.stringify(mock.result) } : mock) };
    setImmediate(() => void this.service?.run({ operation: ok ? 'SendTaskSuccess' : 'SendTaskFailure', input, principal: OPERATOR }));
  }

  invoke(payload: unknown): InvokeResult {
    const token = tokenIn(payload);
    const mock = this.given();
    if (token !== undefined && this.resource.endsWith('.waitForTaskToken')) {
      this.later(token, mock);
      return { ok: true, payload: null };
    }
    if ('error' in mock) return { ok: false, error: { errorType: mock.error, errorMessage: mock.cause } };
    const { result } = mock;
    // The integration wraps what the function gives, and so does the engine.
    return { ok: true, payload: this.resource.includes(':states:::') ? ((result as JsonObject)['Payload'] ?? null) : result };
  }

  call(): JsonObject {
    const mock = this.given();
    if ('error' in mock) throw new AwsError(mock.error.split('.').at(-1)!, mock.cause);
    return mock.result as JsonObject;
  }

  private given(): Mock {
    if (this.mock === undefined) throw new TypeError('The state calls something, and the probe has no answer for it');
    return this.mock;
  }
}

const OPERATOR = { name: 'probe', arn: 'probe', kind: 'operator' as const };

function dataOf(text: string | undefined): Json {
  return text === undefined ? null : (JSON.parse(text) as Json);
}

function failureIn(event: HistoryEvent): { error?: string | undefined }[] {
  const { taskFailedEventDetails, taskTimedOutEventDetails, lambdaFunctionFailedEventDetails, lambdaFunctionTimedOutEventDetails } = event;
  const details =
    taskFailedEventDetails ?? taskTimedOutEventDetails ?? lambdaFunctionFailedEventDetails ?? lambdaFunctionTimedOutEventDetails;
  return details === undefined ? [] : [details];
}

/** Reads the outcome off the events after the state was entered. */
function outcomeOf(history: readonly HistoryEvent[], { state, variables }: Probe): Outcome {
  const from = history.findIndex(({ stateEnteredEventDetails }) => stateEnteredEventDetails?.name === state);
  const events = history.slice(from + 1);
  const exit = events.find(({ stateExitedEventDetails }) => stateExitedEventDetails?.name === state)?.stateExitedEventDetails;
  const next = events.find(({ stateEnteredEventDetails }) => stateEnteredEventDetails)?.stateEnteredEventDetails?.name;
  const failed = events.flatMap(failureIn)[0];
  const ended = events.find(({ type }) => type === 'ExecutionFailed')?.executionFailedEventDetails;
  const error = ended?.error ?? failed?.error;
  const assigned = Object.entries(exit?.assignedVariables ?? {}).map(([name, text]) => [name, dataOf(text)] as const);
  const shared = { variables: { ...variables, ...Object.fromEntries(assigned) }, ...(error === undefined ? {} : { error }) };
  if (ended) return { ...shared, status: 'FAILED' };
  if (exit === undefined) return { ...shared, status: failed ? 'RETRIABLE' : 'RUNNING' };
  const status = error === undefined ? 'SUCCEEDED' : 'CAUGHT_ERROR';
  return { ...shared, status, output: dataOf(exit.output), ...(next === undefined ? {} : { next }) };
}

/** Asks our engine. */
export async function askEngine(probe: Probe): Promise<Outcome> {
  const mocked = new Mocked(probe);
  const service = createStatesService({
    file: ':memory:',
    clock: new VirtualClock(),
    region: 'eu-central-1',
    machines: [{ ...MACHINE, definition: isolated(probe) }],
    invokerAs: () => ({ invoke: async (_arn, payload) => mocked.invoke(payload) }),
    awsCall: async () => mocked.call(),
  });
  mocked.service = service;
  const call = (operation: string, input: Record<string, unknown>) => service.run({ operation, input, principal: OPERATOR });
  try {
    service.start();
    const { executionArn } = await call('StartExecution', { stateMachineArn: MACHINE.arn, input: JSON.stringify(probe.input) });
    await settle();
    const { events } = await call('GetExecutionHistory', { executionArn, maxResults: 1000 });
    return outcomeOf(events as HistoryEvent[], probe);
  } finally {
    await service.close();
  }
}
