/** Probes out of recorded executions: the input, the variables and the task's result that a state had on AWS. */
import type { Json, JsonObject } from '../../lib/local/states/definition.ts';
import { asJsonata } from '../conformance/states-language-jsonpath.ts';
import { dataOf, detailsOf, inOrder, type RecordedEvent, type Recording } from '../conformance/states-language-recording.ts';
import type { Mock, Probe } from './probe.ts';

const TESTED = new Set(['Pass', 'Task', 'Choice', 'Succeed', 'Fail']);

/** Different at every run, or masked in a recording: there is nothing to compare. */
const CHANGING = /\$states\.context|\$(?:now|millis|random|uuid)\(|<[^<>"]+>/;

interface Exit {
  name?: string;
  assignedVariables?: Record<string, unknown>;
}

function variablesOf(exit: Exit): JsonObject {
  return Object.fromEntries(Object.entries(exit.assignedVariables ?? {}).map(([name, value]) => [name, dataOf(value)]));
}

/** What the one task of a state gave; undefined if it was tried several times, or kept silent. */
function mockOf(events: readonly RecordedEvent[]): Mock | undefined {
  const ends = events.filter(({ type }) => /^(?:Task|LambdaFunction)(?:Succeeded|Failed)$/.test(type));
  if (ends.length !== 1 || events.some(({ type }) => type.endsWith('TimedOut'))) return undefined;
  const { output, error, cause } = detailsOf(ends[0]!) as { output?: unknown; error?: string; cause?: unknown };
  if (ends[0]!.type.endsWith('Succeeded')) return { result: dataOf(output) };
  return { error: error ?? '', cause: typeof cause === 'string' ? cause : JSON.stringify(cause ?? '') };
}

interface Visit {
  name: string;
  input: Json;
  variables: JsonObject;
  events: RecordedEvent[];
}

/** The states of the machine itself in the order they were entered, each with its events. */
function visitsOf(recording: Recording): Visit[] {
  const visits: Visit[] = [];
  const variables: JsonObject = {};
  for (const event of inOrder(recording.events)) {
    const { name, input } = (event['stateEnteredEventDetails'] ?? {}) as { name?: string; input?: unknown };
    if (name !== undefined) visits.push({ name, input: dataOf(input), variables: { ...variables }, events: [] });
    else visits.at(-1)?.events.push(event);
    Object.assign(variables, variablesOf((event['stateExitedEventDetails'] ?? {}) as Exit));
  }
  return visits;
}

/** One machine after another state: nothing runs side by side, so that events belong to the state entered last. */
function isPlain({ definition, events }: Recording): boolean {
  const states = Object.values(definition.States);
  return states.every(({ Type }) => Type !== 'Map' && Type !== 'Parallel') && !CHANGING.test(JSON.stringify([definition, events]));
}

function probeOf({ id, definition }: Recording, { name, input, variables, events }: Visit): Probe | undefined {
  const state = definition.States[name];
  if (state === undefined || !TESTED.has(state.Type) || state.Retry !== undefined) return undefined;
  const probe = { name: `${id.split('::').at(-1)}: ${name}`, definition, state: name, input, variables };
  if (state.Type !== 'Task') return probe;
  const mock = mockOf(events);
  return mock && { ...probe, mock };
}

/** What can be asked of a recording, and the definition with which our engine is asked. */
export function recordedProbes(recording: Recording): Probe[] {
  if (!isPlain(recording) || asJsonata(recording.definition) === undefined) return [];
  return visitsOf(recording).flatMap((visit) => probeOf(recording, visit) ?? []);
}
