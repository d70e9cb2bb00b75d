/** Rules about single states: error handling, tokens, timeouts, and the language of their expressions. */
import { innerFlows, ownMembers, type Placed } from './state-language.ts';
import { expressionsIn, referencesOf } from './expressions.ts';
import type { Fault } from './fault.ts';
import { FUNCTIONS } from './functions.ts';

/** The longest time there is: about three years. */
const MAX_SECONDS = 99_999_999;

/** Error names that the States Language reserves. */
const RESERVED = new Set(
  `ALL BranchFailed DataLimitExceeded ExceedToleratedFailureThreshold HeartbeatTimeout IntrinsicFailure ItemReaderFailed
   NoChoiceMatched ParameterPathFailure Permissions QueryEvaluationError ResultPathMatchFailure ResultWriterFailed Runtime
   TaskFailed Timeout`
    .split(/\s+/)
    .map((name) => `States.${name}`),
);

function catchAllFaults(list: readonly { ErrorEquals: string[] }[], at: string): Fault[] {
  return list.flatMap(({ ErrorEquals }, place) => {
    if (!ErrorEquals.includes('States.ALL') || (ErrorEquals.length === 1 && place === list.length - 1)) return [];
    const fix = 'Put it into an entry of its own, the last of the list';
    return [{ rule: 'catch-all', at: `${at}.${place}.ErrorEquals`, message: 'States.ALL must stand alone and last', fix }];
  });
}

/** "States.ALL must appear alone in ErrorEquals, and in the last Retrier or Catcher" (States Language, Errors). */
export function misplacedCatchAlls({ at, state: { Retry = [], Catch = [] } }: Placed): Fault[] {
  return [...catchAllFaults(Retry, `${at}.Retry`), ...catchAllFaults(Catch, `${at}.Catch`)];
}

/** Names that begin with `States.` and mean nothing, and names that an earlier catcher of the same list took already. */
export function deadErrorNames({ at, state: { Retry = [], Catch = [] } }: Placed): Fault[] {
  return Object.entries({ Retry, Catch }).flatMap(([list, entries]) => {
    const taken = new Set<string>();
    return entries.flatMap(({ ErrorEquals }, place) =>
      ErrorEquals.flatMap((name) => {
        const unknown = name.startsWith('States.') && !RESERVED.has(name);
        const again = taken.has(name);
        taken.add(name);
        if (!unknown && !again) return [];
        const message = unknown ? `${name} is no error of Step Functions` : `${name} stands in this list twice`;
        return [{ rule: 'error-name', at: `${at}.${list}.${place}.ErrorEquals`, message, fix: 'Correct the name, or remove it' }];
      }),
    );
  });
}

/** A task that waits for a token has to hand it out. */
export function missingTokens({ at, state }: Placed): Fault[] {
  if (state.Resource?.endsWith('.waitForTaskToken') !== true) return [];
  const members = expressionsIn(state.Arguments, '').flatMap(({ source }) => referencesOf(source).members);
  if (members.some((path) => path.join('.') === 'context.Task.Token')) return [];
  const fix = 'Add "taskToken": "{% $states.context.Task.Token %}" to the payload';
  return [{ rule: 'task-token', at: `${at}.Arguments`, message: 'waits for a token that it never hands out', fix }];
}

/** Times that Step Functions refuses, or that can never run out. */
export function impossibleTimes({ at, state: { HeartbeatSeconds: beat, TimeoutSeconds: limit } }: Placed): Fault[] {
  const long = Object.entries({ HeartbeatSeconds: beat, TimeoutSeconds: limit })
    .filter(([, seconds]) => typeof seconds === 'number' && seconds > MAX_SECONDS)
    .map(([field, seconds]) => ({
      rule: 'longest-time',
      at: `${at}.${field}`,
      message: `${seconds} seconds are more than the ${MAX_SECONDS} that a state may take`,
      fix: 'Wait for less, or start again from a schedule',
    }));
  if (typeof beat !== 'number' || typeof limit !== 'number' || beat < limit) return long;
  const message = `the heartbeat of ${beat} s is not shorter than the timeout of ${limit} s`;
  return [...long, { rule: 'heartbeat', at: `${at}.HeartbeatSeconds`, message, fix: 'Make it a fraction of TimeoutSeconds' }];
}

/** Calls of functions that do not exist, and fields of an input that definitions do not have. */
export function unknownNames({ at, state }: Placed): Fault[] {
  return expressionsIn(ownMembers(state), at).flatMap((expression) => {
    const { functions, fields } = referencesOf(expression.source);
    const unknown = functions.filter((name) => !FUNCTIONS.has(name));
    return [
      ...unknown.map((name) => ({
        rule: 'function',
        at: expression.at,
        message: `there is no function $${name}`,
        fix: 'Use a function of JSONata, or one that Step Functions adds to it',
      })),
      ...fields.map((name) => ({
        rule: 'bare-name',
        at: expression.at,
        message: `${name} is undefined: an expression has no input of its own`,
        fix: `Write $states.input.${name.replace(/^\$+/, '')}, or $ before the name of a variable`,
      })),
    ];
  });
}

/** Fields of an inner flow; `asl-validator` lets any pass. */
const FLOW_FIELDS = new Set(['Comment', 'ProcessorConfig', 'QueryLanguage', 'StartAt', 'States']);
const PROCESSOR_FIELDS = new Set(['ExecutionType', 'Mode']);

/** Fields of inner flows that do not exist. */
export function unknownFlowFields({ at, state }: Placed): Fault[] {
  return innerFlows(state).flatMap(([path, flow]) => {
    const { ProcessorConfig = {} } = flow as { ProcessorConfig?: object };
    const unknown = [
      ...Object.keys(flow).filter((field) => !FLOW_FIELDS.has(field)),
      ...Object.keys(ProcessorConfig)
        .filter((field) => !PROCESSOR_FIELDS.has(field))
        .map((field) => `ProcessorConfig.${field}`),
    ];
    const fix = 'Correct its name, or remove it';
    return unknown.map((field) => ({ rule: 'flow-field', at: `${at}.${path}.${field}`, message: 'there is no such field', fix }));
  });
}

/** A Choice that has no answer ends the execution with States.NoChoiceMatched, which it cannot catch. */
export function missingDefaults({ at, state }: Placed): Fault[] {
  if (state.Type !== 'Choice' || state.Default !== undefined) return [];
  const fix = 'Add a Default; a Fail state, if nothing else may happen';
  return [{ rule: 'choice-default', at, message: 'fails where no condition holds', fix }];
}
