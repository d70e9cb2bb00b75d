/** What holds of the state machine as it is deployed, a rule per sentence; each throws when it does not. */
import { expect } from 'vitest';
import { STEPS } from '../../lib/infra/functions.ts';
import { type Flow, type Placed, statesOf } from '../../lib/infra/lint/state-language.ts';
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

const PAYLOAD_MEMBERS = new Set([
  'requestId',
  'taskToken',
  'system',
  'pass',
  'round',
  'cursor',
  'part',
  'wave',
  'kind',
  'scope',
  'error',
  'step',
]);

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
      expect(state.Retry![0]!.MaxAttempts, name).toBeGreaterThan(10);
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

  'passes ids and counts only: nothing personal travels through the state': (definition) => {
    const passed = new Set(tasksOf(definition).flatMap(({ state }) => Object.keys(state.Arguments!.Payload ?? {})));
    expect([...passed].filter((member) => !PAYLOAD_MEMBERS.has(member))).toEqual([]);
    for (const { name, state } of tasksOf(definition)) {
      expect(state.Arguments!.Payload, name).toMatchObject({ requestId: '{% $requestId %}' });
      expect(state.Output, name).toEqual({});
    }
  },

  'runs forty systems side by side at most': (definition) => {
    expect(statesOf(definition).find(({ state }) => state.Type === 'Map')!.state).toMatchObject({ MaxConcurrency: 40 });
  },
};
