/** What AWS does with one state (TestState with mocks, November 2025), and what it says about a definition. */
import { type SFNClient, TestStateCommand, type TestStateOutput, ValidateStateMachineDefinitionCommand } from '@aws-sdk/client-sfn';
import type { Definition, Json, JsonObject } from '../../lib/local/states/definition.ts';
import type { Outcome, Probe } from './probe.ts';

/** The context of a state that waits for a token, which must find one there. */
const WAITING = { context: JSON.stringify({ Task: { Token: 'a-task-token' } }) };

/** Nothing is called, and nothing compared with an API's model: recorded results are shortened in places. */
function mockOf({ definition, state, mock }: Probe) {
  if (mock === undefined) return {};
  const given = 'result' in mock ? { result: JSON.stringify(mock.result) } : { errorOutput: mock };
  const waits = definition.States[state]!.Resource?.endsWith('.waitForTaskToken') ?? false;
  return { mock: { ...given, fieldValidationMode: 'NONE' as const }, ...(waits ? WAITING : {}) };
}

const dataOf = (text: string): Json => JSON.parse(text) as Json;

function outcomeOf({ status, output, error, nextState, inspectionData }: TestStateOutput, probe: Probe): Outcome {
  const variables = inspectionData?.variables === undefined ? probe.variables : (dataOf(inspectionData.variables) as JsonObject);
  return {
    status: status ?? 'without a status',
    variables,
    ...(output === undefined ? {} : { output: dataOf(output) }),
    ...(error === undefined ? {} : { error }),
    ...(nextState === undefined ? {} : { next: nextState }),
  };
}

/** Asks AWS. */
export async function askAws(client: SFNClient, probe: Probe): Promise<Outcome> {
  const command = new TestStateCommand({
    definition: JSON.stringify(probe.definition),
    stateName: probe.state,
    input: JSON.stringify(probe.input),
    variables: JSON.stringify(probe.variables),
    inspectionLevel: 'TRACE',
    ...mockOf(probe),
  });
  return outcomeOf(await client.send(command), probe);
}

/** The errors AWS finds in a definition, with their places. */
export async function errorsOnAws(client: SFNClient, definition: Definition): Promise<string[]> {
  const command = new ValidateStateMachineDefinitionCommand({
    definition: JSON.stringify(definition),
    type: 'STANDARD',
    severity: 'ERROR',
  });
  const { result, diagnostics = [] } = await client.send(command);
  if (result === 'OK') return [];
  const errors = diagnostics.map(({ code, location = '', message }) => `${code} ${location} ${message}`);
  return errors.length > 0 ? errors : [`result ${result}`];
}
