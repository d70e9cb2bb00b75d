/** Where recordings and this engine part by design: predicates over the definition, each with its reason. */
import type { Definition } from '../../lib/local/states/definition.ts';

type Fields = Record<string, unknown>;

interface Deviation {
  reason: string;
  applies: (state: Fields) => boolean;
}

const JSONPATH_FIELDS = [
  'InputPath',
  'OutputPath',
  'ResultPath',
  'Parameters',
  'ResultSelector',
  'ItemsPath',
  'SecondsPath',
  'TimestampPath',
  'TimeoutSecondsPath',
  'HeartbeatSecondsPath',
  'ErrorPath',
  'CausePath',
  'MaxConcurrencyPath',
  'ToleratedFailureCountPath',
];

function hasPathKey(value: unknown): boolean {
  if (value === null || typeof value !== 'object') return false;
  return Object.entries(value).some(([key, member]) => key.endsWith('.$') || hasPathKey(member));
}

const DEVIATIONS: Deviation[] = [
  {
    reason: 'a state in the JSONPath language: machines of this project are JSONata throughout',
    applies: (state) => JSONPATH_FIELDS.some((field) => field in state) || hasPathKey(state),
  },
  {
    reason: 'a Map that reads its items from or writes its results to S3: not used, refused at start',
    applies: (state) => 'ItemReader' in state || 'ResultWriter' in state,
  },
  {
    reason: 'an activity: not used, refused at start',
    applies: ({ Resource }) => typeof Resource === 'string' && Resource.includes(':activity:'),
  },
  {
    reason: 'a child execution that the recording does not hold',
    applies: ({ Resource }) => typeof Resource === 'string' && /\.sync(:2)?$/.test(Resource),
  },
];

function statesIn(value: unknown): Fields[] {
  if (value === null || typeof value !== 'object') return [];
  const inside = Object.values(value).flatMap(statesIn);
  return typeof (value as Fields)['Type'] === 'string' ? [value as Fields, ...inside] : inside;
}

/** Why a definition may run differently here; undefined if there is no excuse. */
export function deviationOf(definition: Definition): string | undefined {
  const states = statesIn(definition);
  return DEVIATIONS.find(({ applies }) => states.some(applies))?.reason;
}

function translated(state: Fields): Fields {
  const { Result, ...rest } = state;
  return state['Type'] === 'Pass' && Result !== undefined && state['QueryLanguage'] !== 'JSONata' ? { ...rest, Output: Result } : state;
}

function translatedDeep(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(translatedDeep);
  if (value === null || typeof value !== 'object') return value;
  const members = Object.entries(value).map(([key, member]) => [key, translatedDeep(member)]);
  return translated(Object.fromEntries(members) as Fields);
}

/**
 * The definition as a JSONata machine. Recordings without a path or an expression mean the same in both languages,
 * except that a constant result of Pass is `Result` in one and `Output` in the other.
 */
export function asJsonata(definition: Definition): Definition {
  return { ...(translatedDeep(definition) as Definition), QueryLanguage: 'JSONata' };
}
