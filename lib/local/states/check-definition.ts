/** Refuses a definition that the engine would run differently from AWS: better no start than a silent difference. */
import type { Json, JsonObject, Machine, StateType } from './definition.ts';
import { DefinitionError } from './errors.ts';
import { compile, isExpression, sourceOf } from './expressions.ts';
import { fieldFaults } from './fields.ts';
import { parseResource } from './resources.ts';
import { runners } from './runners.ts';

/** Part of a definition, with its place as a JSON pointer: `/States/All/ItemProcessor/States/Each`. */
interface Place {
  value: Json | undefined;
  at: string;
}

function member({ value, at }: { value: JsonObject; at: string }, name: string): Place {
  return { value: value[name], at: `${at}/${name}` };
}

function isObject(value: Json | undefined): value is JsonObject {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

function listFaults({ value, at }: Place, check: (item: Place) => string[]): string[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) return [`${at}: must be a list`];
  // A Retry or Catch may be empty, as recorded.
  if (value.length === 0 && /\/(Choices|Branches)$/.test(at)) return [`${at}: must not be empty`];
  return value.flatMap((item, index) => check({ value: item, at: `${at}/${index}` }));
}

function expressionFaults({ value, at }: Place): string[] {
  if (typeof value === 'string') {
    if (!isExpression(value)) return [];
    try {
      compile(sourceOf(value));
      return [];
    } catch (error) {
      return [`${at}: ${(error as Error).message}`];
    }
  }
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, item]) => expressionFaults({ value: item, at: `${at}/${key}` }));
}

function targetFaults({ value, at }: Place, states: JsonObject): string[] {
  if (value === undefined) return [];
  return typeof value === 'string' && Object.hasOwn(states, value) ? [] : [`${at}: no state ${JSON.stringify(value)}`];
}

/** The exits that a state has beside its own Next: rules of a Choice, catchers. */
function exitFaults(place: Place, states: JsonObject): string[] {
  return listFaults(place, (item) => {
    if (!isObject(item.value)) return [`${item.at}: must be an object`];
    if (item.value['Next'] === undefined) return [`${item.at}: needs Next`];
    return targetFaults(member({ value: item.value, at: item.at }, 'Next'), states);
  });
}

function errorFaults(place: Place): string[] {
  return listFaults(place, ({ value, at }) => {
    const names = isObject(value) ? value['ErrorEquals'] : undefined;
    const good = Array.isArray(names) && names.length > 0 && names.every((name) => typeof name === 'string');
    return good ? [] : [`${at}/ErrorEquals: must be a list of error names`];
  });
}

/** A state as an object of a known type. */
interface KnownState {
  value: JsonObject;
  at: string;
  type: StateType;
}

function endFaults({ value, at, type }: KnownState): string[] {
  const ends = value['Next'] !== undefined || value['End'] === true || ['Choice', 'Succeed', 'Fail'].includes(type);
  return ends ? [] : [`${at}: neither Next nor End`];
}

function resourceFaults({ value, at, type }: KnownState): string[] {
  const { Resource } = value;
  if (type !== 'Task' || Resource === undefined) return [];
  return typeof Resource === 'string' && parseResource(Resource) ? [] : [`${at}/Resource: ${JSON.stringify(Resource)} is not run here`];
}

/** What a state is checked against. */
interface Surroundings {
  /** The states it can go to. */
  states: JsonObject;
  /** The query language of states that name none. */
  language: Json;
  /** Where each name of the machine is: names are unique, in inner flows too. */
  names: Map<string, string>;
}

type Whole = Omit<Surroundings, 'states'>;

function innerFaults(state: KnownState, whole: Whole): string[] {
  const processors = ['ItemProcessor', 'Iterator'].map((name) => member(state, name)).filter(({ value }) => value !== undefined);
  const branches = listFaults(member(state, 'Branches'), (branch) => flowFaults(branch, whole));
  return [...processors.flatMap((place) => flowFaults(place, whole)), ...branches];
}

function languageFaults({ value, at }: KnownState, language: Json): string[] {
  const { QueryLanguage = language } = value;
  return QueryLanguage === 'JSONata' ? [] : [`${at}/QueryLanguage: must be JSONata, is ${String(QueryLanguage)}`];
}

function knownStateFaults(state: KnownState, around: Surroundings): string[] {
  const { value, at, type } = state;
  const { Branches: _, ItemProcessor: __, Iterator: ___, ...own } = value;
  return [
    ...languageFaults(state, around.language),
    ...fieldFaults(type, Object.keys(value)).map((fault) => `${at}: ${fault}`),
    ...endFaults(state),
    ...['Next', 'Default'].flatMap((name) => targetFaults(member(state, name), around.states)),
    ...['Choices', 'Catch'].flatMap((name) => exitFaults(member(state, name), around.states)),
    ...['Retry', 'Catch'].flatMap((name) => errorFaults(member(state, name))),
    ...resourceFaults(state),
    ...expressionFaults({ value: own, at }),
    ...innerFaults(state, around),
  ];
}

function stateFaults({ value, at }: Place, around: Surroundings): string[] {
  if (!isObject(value)) return [`${at}: must be an object`];
  const { Type } = value;
  if (typeof Type !== 'string' || !Object.hasOwn(runners, Type)) return [`${at}/Type: ${JSON.stringify(Type)} is no type of state`];
  return knownStateFaults({ value, at, type: Type as StateType }, around);
}

function nameFaults(name: string, at: string, names: Map<string, string>): string[] {
  const taken = names.get(name);
  names.set(name, taken ?? at);
  return [
    ...(taken === undefined ? [] : [`${at}: the name is taken by ${taken}`]),
    ...(name.length > 80 ? [`${at}: a name has at most 80 characters`] : []),
  ];
}

function flowFaults({ value, at }: Place, whole: Whole): string[] {
  if (!isObject(value)) return [`${at}: must be an object`];
  const { States: states, StartAt } = value;
  if (!isObject(states) || Object.keys(states).length === 0) return [`${at}/States: must be an object with states`];
  const start = StartAt === undefined ? [`${at}/StartAt: is missing`] : targetFaults(member({ value, at }, 'StartAt'), states);
  const inside = Object.entries(states).flatMap(([name, state]) => {
    const place = { value: state, at: `${at}/States/${name}` };
    return [...nameFaults(name, place.at, whole.names), ...stateFaults(place, { ...whole, states })];
  });
  return [...start, ...inside];
}

/** Throws DefinitionError with everything that stands in the way, each fault with its place in the definition. */
export function checkDefinition({ name, definition }: Machine): void {
  const language = definition.QueryLanguage ?? 'JSONPath';
  const faults = flowFaults({ value: definition as unknown as Json, at: '' }, { language, names: new Map() });
  if (faults.length > 0) throw new DefinitionError(name, faults);
}
