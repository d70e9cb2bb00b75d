/** What a recorded definition needs of today's template and functions, and the sentence that says what to keep when it is gone. */
import type { Definition, Flow, StateDefinition } from '../../lib/local/states/definition.ts';
import type { Recording, Template } from './definitions-recording.ts';

/** What a definition passes to a function and takes from it, over all states that call it. */
interface Use {
  /** Members of the payload in every call. */
  passes: string[];
  /** Members of the answer, or of the result sent to the task token, that some call reads. */
  reads: string[];
  /** Whether the execution waits for a task token. */
  waits: boolean;
}

/** All states of a definition, those of branches and items included. */
export function statesOf(flow: Flow): [name: string, state: StateDefinition][] {
  return Object.entries(flow.States).flatMap(([name, state]) => {
    const inside = [...(state.Branches ?? []), ...(state.ItemProcessor ? [state.ItemProcessor] : [])];
    return [[name, state] as [string, StateDefinition], ...inside.flatMap(statesOf)];
  });
}

function useIn(state: StateDefinition): Use {
  const { Payload = {} } = state.Arguments as { Payload?: Record<string, unknown> };
  const waits = state.Resource!.endsWith('.waitForTaskToken');
  const result = waits ? /\$states\.result\.(\w+)/g : /\$states\.result\.Payload\.(\w+)/g;
  const exits = JSON.stringify([state.Assign, state.Output]);
  return { passes: Object.keys(Payload), reads: [...exits.matchAll(result)].map(([, member]) => member!), waits };
}

const without = (all: string[], others: string[]): string[] => all.filter((one) => !others.includes(one));

/** The uses of functions by their reference: `${find8E2A.Arn}`. */
function usesIn(definition: Definition): Map<string, Use> {
  const uses = new Map<string, Use>();
  for (const [, state] of statesOf(definition).filter(([, { Type }]) => Type === 'Task')) {
    const { FunctionName } = state.Arguments as { FunctionName: string };
    const own = useIn(state);
    const known = uses.get(FunctionName) ?? own;
    const passes = known.passes.filter((member) => own.passes.includes(member));
    uses.set(FunctionName, { passes, reads: [...new Set([...known.reads, ...own.reads])], waits: own.waits });
  }
  return uses;
}

const logicalIdIn = (reference: string): string => /^\$\{(\w+)\.Arn\}$/.exec(reference)?.[1] ?? reference;
const nameOf = (reference: string): string => logicalIdIn(reference).replace(/[0-9A-F]{8}$/, '');

/** What of the template an execution needs that was started under the recording. */
function missingIn({ Resources }: Template, recording: Recording, today: Recording): string[] {
  const { version, role, machine } = recording;
  const lacks = (reference: string, type: string): boolean => Resources[logicalIdIn(reference)]?.Type !== type;
  const gone = [...usesIn(recording.definition).keys()].filter((reference) => lacks(reference, 'AWS::Lambda::Function'));
  return [
    ...gone.map((reference) => `${version} calls the function ${reference}, which is gone: keep it under this very logical id`),
    ...(lacks(role, 'AWS::IAM::Role') ? [`${version} runs as ${role}, which is gone: keep the role under this very logical id`] : []),
    ...(today.machine === machine ? [] : [`${version} calls its machine ${machine}: under another name its executions are not found`]),
  ];
}

/** Where the recorded definition and today's use a function differently: each needs somebody to see that both still work. */
function differencesOf(before: Use, now: Use): string[] {
  return [
    ...without(now.passes, before.passes).map((member) => `does not pass "${member}": the function must do without`),
    ...without(before.passes, now.passes).map((member) => `passes "${member}": the function must go on to understand it`),
    ...without(before.reads, now.reads).map((member) => `reads "${member}": the function must go on to answer it`),
    ...(before.waits === now.waits
      ? []
      : [`waits for ${before.waits ? 'a task token' : 'the answer'}: the function must go on to give it`]),
  ];
}

function changedSince({ version, definition }: Recording, today: Recording): string[] {
  const now = usesIn(today.definition);
  return [...usesIn(definition)].flatMap(([reference, before]) => {
    const use = now.get(reference);
    if (use === undefined) return [`${version} ${nameOf(reference)} is called: the function must go on to work`];
    return differencesOf(before, use).map((difference) => `${version} ${nameOf(reference)} ${difference}`);
  });
}

/**
 * Everything that could break an execution of a recorded version. `kept` holds differences that somebody has taken care
 * of, with the place where; one that is no difference any more is reported too.
 */
export function breaksOf(
  recording: Recording,
  { template, today, kept = {} }: { template: Template; today: Recording; kept?: Readonly<Record<string, string>> },
): string[] {
  const differences = changedSince(recording, today);
  const stale = Object.keys(kept).filter((line) => line.startsWith(`${recording.version} `) && !differences.includes(line));
  return [
    ...missingIn(template, recording, today),
    ...differences.filter((line) => !(line in kept)),
    ...stale.map((line) => `No difference any more, take it out of KEPT: ${line}`),
  ];
}
