/** Refuses a definition that the engine would run differently from AWS: better no start than a silent difference. */
import type { Definition, Flow, Json, Machine, StateDefinition } from './definition.ts';
import { DefinitionError } from './errors.ts';
import { compile, isExpression, sourceOf } from './expressions.ts';
import { parseResource } from './resources.ts';
import { runners } from './runners.ts';

/** Fields of the JSONPath language, and features of the distributed Map, which this engine does not have. */
const FOREIGN = new Set([
  'InputPath',
  'OutputPath',
  'ResultPath',
  'Parameters',
  'ResultSelector',
  'Result',
  'ItemsPath',
  'Variable',
  'SecondsPath',
  'TimestampPath',
  'TimeoutSecondsPath',
  'HeartbeatSecondsPath',
  'ErrorPath',
  'CausePath',
  'MaxConcurrencyPath',
  'ToleratedFailureCountPath',
  'ToleratedFailurePercentagePath',
  'ItemReader',
  'ResultWriter',
]);

function checkExpressions(value: Json | undefined, where: string): string[] {
  if (typeof value === 'string') {
    if (!isExpression(value)) return [];
    try {
      compile(sourceOf(value));
      return [];
    } catch (error) {
      return [`${where}: ${(error as Error).message}`];
    }
  }
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, member]) => checkExpressions(member, `${where}/${key}`));
}

function targetsOf(state: StateDefinition): string[] {
  const exits = [state, ...(state.Choices ?? []), ...(state.Catch ?? [])];
  const names = exits.map(({ Next }) => Next);
  return [...names, state.Default].filter((name) => name !== undefined);
}

function checkLanguage(state: StateDefinition, where: string): string[] {
  const { QueryLanguage = 'JSONata' } = state as { QueryLanguage?: string };
  const language = QueryLanguage === 'JSONata' ? [] : [`${where}: query language ${QueryLanguage}`];
  const foreign = Object.keys(state).filter((field) => FOREIGN.has(field));
  return [...language, ...foreign.map((field) => `${where}: field ${field}`)];
}

function checkEnd(state: StateDefinition, where: string): string[] {
  const ends = state.Next !== undefined || state.End === true || ['Choice', 'Succeed', 'Fail'].includes(state.Type);
  return ends ? [] : [`${where}: neither Next nor End`];
}

function checkState(flow: Flow, state: StateDefinition, where: string): string[] {
  if (!Object.hasOwn(runners, state.Type)) return [`${where}: type ${state.Type}`];
  const { Branches, ItemProcessor, Iterator, ...own } = state;
  const dangling = targetsOf(state).filter((name) => !Object.hasOwn(flow.States, name));
  const unknown = state.Type === 'Task' && parseResource(state.Resource ?? '') === undefined;
  return [
    ...checkLanguage(state, where),
    ...checkEnd(state, where),
    ...dangling.map((name) => `${where}: no state ${name}`),
    ...(unknown ? [`${where}: resource ${state.Resource}`] : []),
    ...checkExpressions(own as unknown as Json, where),
    ...[...(Branches ?? []), ItemProcessor ?? Iterator].flatMap((inner) => (inner ? checkFlow(inner, where) : [])),
  ];
}

function checkFlow(flow: Flow, where: string): string[] {
  const start = Object.hasOwn(flow.States, flow.StartAt) ? [] : [`${where}: no state ${flow.StartAt}`];
  const states = Object.entries(flow.States).flatMap(([name, state]) => checkState(flow, state, `${where}/${name}`));
  return [...start, ...states];
}

function checkMachine(definition: Definition): string[] {
  const language = definition.QueryLanguage === 'JSONata' ? [] : ['query language must be JSONata'];
  return [...language, ...checkFlow(definition, '')];
}

/** Throws DefinitionError with everything that stands in the way. */
export function checkDefinition({ name, definition }: Machine): void {
  const faults = checkMachine(definition);
  if (faults.length > 0) throw new DefinitionError(name, faults);
}
