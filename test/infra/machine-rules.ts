/** What holds of the state machine as it is deployed, a rule per sentence; each throws when it does not. */
import { expect } from 'vitest';
import { type Grant, type StepName, STEPS } from '../../lib/infra/functions.ts';
import { type Flow, type Placed, statesOf } from '../../lib/infra/lint/state-language.ts';
import { MAIL_ATTEMPTS } from '../../lib/infra/machine/states.ts';
import { functionNamed } from './synthesized.ts';

/** Architecture: what may pass by itself is tried again. */
const PASSING = [
  'TransientError',
  'Lambda.Unknown',
  'Sandbox.Timedout',
  'Lambda.ServiceException',
  'Lambda.AWSLambdaException',
  'Lambda.SdkClientException',
  'Lambda.TooManyRequestsException',
];

const PATHS = ['InputPath', 'OutputPath', 'ResultPath', 'Parameters', 'ResultSelector'];

/** What each function is told besides the request's id: ids and counts, nothing personal. */
const SYSTEM = ['pass', 'round', 'system'];
const PAYLOADS: Record<StepName, string[]> = {
  acknowledge: [],
  'verify-requester': ['taskToken'],
  'assess-request': ['silent'],
  'plan-systems': [],
  find: SYSTEM,
  export: ['cursor', ...SYSTEM],
  erase: SYSTEM,
  verify: SYSTEM,
  'start-later': [...SYSTEM, 'taskToken'],
  'hand-to-person': ['error', 'kind', 'scope', ...SYSTEM, 'taskToken'],
  'record-wave': ['pass', 'round', 'wave'],
  'review-and-redact': ['pass', 'round', 'taskToken'],
  'package-response': ['part', 'pass', 'round'],
  'issue-receipt': ['pass', 'round'],
  deliver: ['pass', 'round'],
  'await-answer': ['taskToken'],
  'await-fetch': ['taskToken'],
  'park-request': ['error', 'step', 'taskToken'],
};

const tasksOf = (definition: Flow): Placed[] => statesOf(definition).filter(({ state }) => state.Type === 'Task');
const waitingIn = (definition: Flow): Placed[] => tasksOf(definition).filter(({ state }) => state.Resource!.endsWith('.waitForTaskToken'));
const calledBy = ({ state }: Placed): string => functionNamed(state.Arguments!.FunctionName!.slice(1, -1));

/** Rules about the definition, whose functions are written as `{find}`. */
export const MACHINE_RULES: Record<string, (definition: Flow) => void> = {
  'is in JSONata at machine level, and nowhere in JSONPath': (definition) => {
    expect(definition.QueryLanguage).toBe('JSONata');
    const withPaths = statesOf(definition).filter(({ state }) => Object.keys(state).some((field) => PATHS.includes(field)));
    expect(withPaths.map(({ name }) => name)).toEqual([]);
  },

  'has a state for every step, under the name of its function': (definition) => {
    const tasks = tasksOf(definition);
    expect([...new Set(tasks.map(calledBy))].toSorted()).toEqual(Object.keys(STEPS).toSorted());
    expect(tasks.filter((placed) => placed.name !== calledBy(placed)).map(({ name }) => name)).toEqual(['act-by-hand']);
  },

  'tries every task again on what may pass, with full jitter and a longest delay': (definition) => {
    const wanted = [{ ErrorEquals: PASSING, IntervalSeconds: 2, BackoffRate: 2, JitterStrategy: 'FULL', MaxDelaySeconds: 60 }];
    for (const { name, state } of tasksOf(definition)) {
      expect(state.Retry, name).toMatchObject(wanted);
      expect(state.Retry, name).toHaveLength(1);
    }
  },

  'goes on trying for longer where a mail may be under way': (definition) => {
    for (const placed of tasksOf(definition)) {
      const grants: readonly Grant[] = STEPS[calledBy(placed) as StepName].grants;
      expect(placed.state.Retry![0]!.MaxAttempts, placed.name).toBe(grants.includes('mails:send') ? MAIL_ATTEMPTS : 14);
    }
  },

  'catches everything else, so that no fault ends an execution': (definition) => {
    const uncaught = tasksOf(definition).filter(
      ({ name, state }) =>
        !state.Catch?.some(({ ErrorEquals }) => ErrorEquals.includes('States.ALL')) && name !== 'park-request' && name !== 'hand-to-person',
    );
    expect(uncaught.map(({ name }) => name)).toEqual([]);
  },

  'parks a fault under the name of its step, so that a person resumes it there': (definition) => {
    const resume = Object.fromEntries(definition.States['resume-at']!.Choices!.map(({ Condition, Next }) => [Condition, Next]));
    for (const [name, state] of Object.entries(definition.States)) {
      const caught = state.Catch?.find(({ Next }) => Next === 'park-request');
      if (caught === undefined) continue;
      expect(caught.Assign, name).toEqual({ parkedStep: name, parkedError: '{% $states.errorOutput.Error %}' });
      expect(resume[`{% $parkedStep = "${name}" %}`]).toBe(name);
    }
  },

  'hands out a token wherever it waits for one': (definition) => {
    expect(waitingIn(definition).length).toBeGreaterThan(4);
    for (const { name, state } of waitingIn(definition))
      expect(state.Arguments!.Payload, name).toMatchObject({ taskToken: '{% $states.context.Task.Token %}' });
  },

  'passes each function what it expects, and nothing personal': (definition) => {
    for (const placed of tasksOf(definition)) {
      const { requestId, ...others } = placed.state.Arguments!.Payload!;
      expect(requestId, placed.name).toBe('{% $requestId %}');
      expect(Object.keys(others).toSorted(), placed.name).toEqual(PAYLOADS[calledBy(placed) as StepName].toSorted());
    }
  },

  'carries nothing from state to state but its variables': (definition) => {
    for (const { name, state } of tasksOf(definition)) {
      expect(state.Output, name).toEqual({});
      for (const { Output } of state.Catch ?? []) expect(Output, name).toEqual({});
    }
  },

  'goes on after a delivery as after planning': ({ States }) => {
    expect(States['deliver']!.Assign).toEqual(States['plan-systems']!.Assign);
    expect(States['deliver']!.Next).toBe(States['plan-systems']!.Next);
  },

  'runs forty systems side by side at most': (definition) => {
    expect(statesOf(definition).find(({ state }) => state.Type === 'Map')!.state).toMatchObject({
      MaxConcurrency: 40,
      Items: '{% $systems %}',
      ItemSelector: { system: '{% $states.context.Map.Item.Value %}' },
      Output: {},
    });
  },
};
