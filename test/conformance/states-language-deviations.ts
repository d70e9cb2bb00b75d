/** Where recordings and this engine part by design: predicates over the definition, each with its reason. */
import type { Definition } from '../../lib/local/states/definition.ts';
import { asJsonata } from './states-language-jsonpath.ts';

type Fields = Record<string, unknown>;

/** A predicate over every state of a definition. */
interface Deviation {
  reason: string;
  applies: (state: Fields) => boolean;
}

function resourceOf({ Resource }: Fields): string {
  return typeof Resource === 'string' ? Resource : '';
}

const DEVIATIONS: Deviation[] = [
  {
    reason: 'a Map that reads its items from S3 or writes its results there: refused at start; no recording holds what was in the bucket',
    applies: (state) => 'ItemReader' in state || 'ResultWriter' in state,
  },
  {
    reason: 'a resource that the recording masks',
    applies: (state) => resourceOf(state).startsWith('<'),
  },
  {
    reason: 'a job of another service that the state waits for: refused at start',
    applies: (state) => resourceOf(state).endsWith('.sync') && !resourceOf(state).includes(':states:startExecution'),
  },
];

const JSONPATH = 'a state in JSONPath that says what this replay cannot say in JSONata: machines of this project are JSONata throughout';

function statesIn(value: unknown): Fields[] {
  if (value === null || typeof value !== 'object') return [];
  const inside = Object.values(value).flatMap(statesIn);
  return typeof (value as Fields)['Type'] === 'string' ? [value as Fields, ...inside] : inside;
}

/** Why a definition may run differently here; undefined if there is no excuse. */
export function deviationOf(definition: Definition): string | undefined {
  if (asJsonata(definition) === undefined) return JSONPATH;
  const states = statesIn(definition);
  return DEVIATIONS.find(({ applies }) => states.some(applies))?.reason;
}
