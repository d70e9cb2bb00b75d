/** Probes of our own machine: every state of a recorded definition that TestState knows, with each value its conditions tell apart. */
import type { Definition, Flow, Json, JsonObject, StateDefinition } from '../../lib/local/states/definition.ts';
import type { Probe } from './probe.ts';

/** What the machine's variables and the functions' answers may hold, the most ordinary first. */
const SAMPLES: Readonly<Record<string, readonly Json[]>> = {
  requestId: ['req_1'],
  system: ['shop'],
  systems: [['shop', 'crm'], ['shop'], []],
  pass: ['export', 'erase', 'act', 'at-once', 'none'],
  next: ['stage', 'end', 'verify', 'await-answer', 'await-fetch'],
  outcome: ['done', 'retry', 'skip'],
  silent: [false, true],
  hold: [false, true],
  review: [false, true],
  more: [false, true],
  later: [false, true],
  found: [2, 0],
  left: [0, 2],
  tries: [1, 3],
  cursor: ['', 'sealed'],
  verifySeconds: [60],
  fetchSeconds: [60],
  round: [1],
  wave: [0],
  part: [1],
  handed: [0],
  error: ['PermanentError'],
  parkedError: ['BugError'],
};

const NAMES = /\$([a-z]\w*)(?!\w*\()/g;

function samplesOf(name: string, { States }: Flow): readonly Json[] {
  const samples = name === 'parkedStep' ? Object.keys(States) : SAMPLES[name];
  if (samples === undefined) throw new Error(`test/cloud/own-probes.ts has no sample of "${name}", which the machine now uses`);
  return samples;
}

function namesIn(value: unknown): string[] {
  const found = [...JSON.stringify(value).matchAll(NAMES)].map(([, name]) => name!);
  return [...new Set(found)].filter((name) => name !== 'states');
}

/** Every combination of what the names may hold. */
function combinations(names: readonly string[], flow: Flow): JsonObject[] {
  return names.reduce<JsonObject[]>(
    (all, name) => all.flatMap((one) => samplesOf(name, flow).map((value) => ({ ...one, [name]: value }))),
    [{}],
  );
}

const ordinary = (names: readonly string[], flow: Flow): JsonObject =>
  Object.fromEntries(names.map((name) => [name, samplesOf(name, flow)[0]!]));

/** What a task answers: the members its state reads. */
function resultOf(state: StateDefinition, flow: Flow): Json {
  const members = [...JSON.stringify(state.Assign ?? {}).matchAll(/\$states\.result\.(?:Payload\.)?(\w+)/g)].map(([, name]) => name!);
  const answer = ordinary(members, flow);
  return state.Resource!.endsWith('.waitForTaskToken') ? answer : { Payload: answer, StatusCode: 200 };
}

function taskProbes(state: StateDefinition, flow: Flow): Pick<Probe, 'name' | 'mock'>[] {
  const retried = state.Retry?.[0]?.ErrorEquals[0];
  return [
    { name: 'answers', mock: { result: resultOf(state, flow) } },
    { name: 'fails for good', mock: { error: 'PermanentError', cause: 'a probe' } },
    { name: 'is too late', mock: { error: 'States.Timeout', cause: '' } },
    ...(retried === undefined ? [] : [{ name: 'fails for now', mock: { error: retried, cause: 'a probe' } }]),
  ];
}

function probesOf(flow: Flow, name: string): Probe[] {
  const state = flow.States[name]!;
  const definition: Definition = { QueryLanguage: 'JSONata', StartAt: flow.StartAt, States: flow.States };
  const shared = { definition, state: name, input: { requestId: 'req_1', system: 'shop' } };
  const names = namesIn(state);
  if (state.Type === 'Choice') {
    const all = combinations(names, flow);
    return all.map((variables) => ({ ...shared, name: `${name} with ${JSON.stringify(variables)}`, variables }));
  }
  const variables = ordinary(names, flow);
  if (state.Type !== 'Task') return [{ ...shared, name, variables }];
  return taskProbes(state, flow).map((probe) => ({ ...shared, ...probe, name: `${name} ${probe.name}`, variables }));
}

/** A Map has only its items, and a Wait only passes time. */
const UNTESTED = new Set(['Map', 'Parallel', 'Wait']);

/** All probes of a flow and of the flows inside it. */
export function ownProbes(flow: Flow): Probe[] {
  return Object.entries(flow.States).flatMap(([name, state]) => [
    ...(UNTESTED.has(state.Type) ? [] : probesOf(flow, name)),
    ...(state.ItemProcessor ? ownProbes(state.ItemProcessor) : []),
    ...(state.Branches ?? []).flatMap(ownProbes),
  ]);
}

/** A recorded definition as an account would hold it: TestState wants ARNs, and calls none of them. */
export function inSomeAccount(definition: Definition): Definition {
  const text = JSON.stringify(definition)
    .replaceAll('${AWS::Partition}', 'aws')
    .replaceAll(/\$\{(\w+)\.Arn\}/g, 'arn:aws:lambda:eu-central-1:000000000000:function:$1');
  return JSON.parse(text) as Definition;
}
