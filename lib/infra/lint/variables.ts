/** Rules about variables: assigned on every way that leads to their use, used somewhere, and never those of an outer flow. */
import { assignedIn, type Exit, exitsOf, type Flow, innerFlows, ownMembers, type Placed, type State, statesOf } from './state-language.ts';
import { expressionsIn, type Located, referencesOf } from './expressions.ts';
import type { Fault } from './fault.ts';
import { FUNCTIONS } from './functions.ts';

/** Where an execution can be: at a state, with these variables assigned, some of those that decide a Choice to a known text. */
interface Situation {
  name: string;
  assigned: ReadonlySet<string>;
  known: ReadonlyMap<string, unknown>;
  /** The states passed on the way, for the message. */
  way: readonly string[];
}

const keyOf = ({ name, assigned, known }: Situation): string => JSON.stringify([name, [...assigned].toSorted(), [...known].toSorted()]);

/** A value that is the same in every execution; undefined for one that depends on data. */
function constant(value: unknown): unknown {
  if (typeof value !== 'string') return typeof value === 'object' ? undefined : value;
  const [expression] = expressionsIn(value, '');
  if (expression === undefined) return value;
  return /^"[^"\\]*"$/.test(expression.source) ? expression.source.slice(1, -1) : undefined;
}

/** The parts of a condition `$variable = "text"`. */
function comparison(condition: unknown): { variable: string; text: string } | undefined {
  const [, variable, text] = /^\{%\s*\$(\w+) = "([^"\\]*)"\s*%\}$/.exec(String(condition)) ?? [];
  return variable === undefined || text === undefined ? undefined : { variable, text };
}

/** Whether a condition holds; undefined where data decide. */
function decided(condition: unknown, known: ReadonlyMap<string, unknown>): boolean | undefined {
  const compared = comparison(condition);
  const value = compared && known.get(compared.variable);
  return value === undefined ? undefined : value === compared!.text;
}

/** Variables that Choices of a flow compare with texts; the values of others need not be followed. */
function comparedIn(flow: Flow): Set<string> {
  const conditions = Object.values(flow.States).flatMap(({ Choices = [] }) => Choices.map(({ Condition }) => comparison(Condition)));
  return new Set(conditions.flatMap((compared) => (compared ? [compared.variable] : [])));
}

/** Walks a flow through every situation that an execution can come to. */
class Walk {
  readonly seen = new Map<string, Situation>();
  readonly #compared: ReadonlySet<string>;

  constructor(flow: Flow, assigned: ReadonlySet<string>) {
    this.#compared = comparedIn(flow);
    const open: Situation[] = [{ name: flow.StartAt, assigned, known: new Map(), way: [] }];
    for (let situation = open.shift(); situation !== undefined; situation = open.shift()) {
      const state = flow.States[situation.name];
      const key = keyOf(situation);
      if (state === undefined || this.seen.has(key)) continue;
      this.seen.set(key, situation);
      open.push(...this.#following(situation, state));
    }
  }

  #following(situation: Situation, state: State): Situation[] {
    const caught = (state.Catch ?? []).flatMap((catcher) => this.#leave(situation, catcher, catcher.Next));
    const chosen: Situation[] = [];
    for (const rule of state.Choices ?? []) {
      const holds = decided(rule.Condition, situation.known);
      if (holds !== false) chosen.push(...this.#leave(situation, rule, rule.Next));
      if (holds === true) return [...chosen, ...caught];
    }
    return [...chosen, ...this.#leave(situation, state, state.Next ?? state.Default), ...caught];
  }

  #leave({ name, assigned, known, way }: Situation, { Assign = {} }: Exit, next: string | undefined): Situation[] {
    if (next === undefined) return [];
    const values = new Map(known);
    for (const variable of Object.keys(Assign).filter((changed) => this.#compared.has(changed))) {
      const value = constant(Assign[variable]);
      if (value === undefined) values.delete(variable);
      else values.set(variable, value);
    }
    return [{ name: next, assigned: new Set([...assigned, ...Object.keys(Assign)]), known: values, way: [...way.slice(-3), name] }];
  }
}

/** A situation that was reached, in its flow. */
interface Visit {
  flow: Flow;
  path: string;
  situation: Situation;
}

/** Every situation of a flow, those of inner flows too. */
function visits(flow: Flow, assigned: ReadonlySet<string>, path = ''): Visit[] {
  const own = [...new Walk(flow, assigned).seen.values()];
  const entered = new Map<string, () => Visit[]>();
  for (const situation of own) {
    for (const [step, its] of innerFlows(flow.States[situation.name]!)) {
      const at = `${path}States.${situation.name}.${step}.`;
      entered.set(`${at} ${[...situation.assigned].toSorted().join()}`, () => visits(its, situation.assigned, at));
    }
  }
  return [...own.map((situation) => ({ flow, path, situation })), ...[...entered.values()].flatMap((enter) => enter())];
}

/** Reads the variables of an expression: a function can be handed on like one, unless a variable hides it. */
function variableReader(definition: Flow): (expression: Located) => string[] {
  const assigned = new Set([definition, ...statesOf(definition).flatMap(({ flows }) => flows)].flatMap((flow) => [...assignedIn(flow)]));
  return ({ source }) => referencesOf(source).variables.filter((name) => assigned.has(name) || !FUNCTIONS.has(name));
}

/** Variables that are used where some way leads past their assignment. */
export function unassignedVariables(definition: Flow): Fault[] {
  const faults = new Map<string, Fault>();
  const variablesOf = variableReader(definition);
  for (const { flow, path, situation } of visits(definition, new Set())) {
    const { name, assigned, way } = situation;
    for (const expression of expressionsIn(ownMembers(flow.States[name]!), `${path}States.${name}`)) {
      for (const variable of variablesOf(expression).filter((used) => !assigned.has(used))) {
        const message = `$${variable} is not assigned on the way ${[...way, name].join(' -> ')}`;
        const fix = `Assign it in a state that is always passed before, or correct its name`;
        faults.set(`${expression.at} ${variable}`, { rule: 'unassigned-variable', at: expression.at, message, fix });
      }
    }
  }
  return [...faults.values()];
}

/** Variables that nobody reads: mostly misspelt ones. */
export function unusedVariables(definition: Flow): Fault[] {
  const used = new Set(expressionsIn(definition.States, '').flatMap(variableReader(definition)));
  return statesOf(definition).flatMap(({ at, state }) =>
    exitsOf(state).flatMap(([path, { Assign = {} }]) =>
      Object.keys(Assign)
        .filter((variable) => !used.has(variable))
        .map((variable) => ({
          rule: 'unused-variable',
          at: `${at}${path}.Assign.${variable}`,
          message: `nothing reads $${variable}`,
          fix: 'Remove the assignment, or correct the name of the variable',
        })),
    ),
  );
}

/** A flow reads the variables of the flows around it, and can neither change nor hide them. */
export function outerAssignments({ state, at, flows: [, ...around] }: Placed): Fault[] {
  const outer = new Set(around.flatMap((flow) => [...assignedIn(flow)]));
  return exitsOf(state).flatMap(([path, { Assign = {} }]) =>
    Object.keys(Assign)
      .filter((variable) => outer.has(variable))
      .map((variable) => ({
        rule: 'outer-variable',
        at: `${at}${path}.Assign.${variable}`,
        message: `$${variable} belongs to the flow around this one, which it cannot change`,
        fix: 'Give the variable of the inner flow a name of its own, and hand the value out through Output',
      })),
  );
}
