/** Says the JSONPath states of a recorded machine in JSONata, where each language has a plain word for what the other says. */
import type { Definition, Json, JsonObject } from '../../lib/local/states/definition.ts';

/** Something of JSONPath without such a counterpart: an intrinsic function, a filter, a comparison of a Choice. */
class Untranslatable extends Error {
  override name = 'Untranslatable' as const;
}

/** A value of a JSONPath machine: any text is itself there, even one that looks like an expression. */
function literal(value: Json): Json {
  if (typeof value === 'string') return value.startsWith('{%') ? `{% ${JSON.stringify(value)} %}` : value;
  if (Array.isArray(value)) return value.map(literal);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, literal(member)]));
}

/** A path as an expression, where `$` stands for `root`: `$.a`, `$$.Execution.Id`, `$variable.a`. */
function expressionOf(path: Json, root: string): string {
  const [, marks = '', rest = ''] = (typeof path === 'string' && /^(\$\$?)((?:\.?\w+)*)$/.exec(path)) || [];
  if (marks === '') throw new Untranslatable(`path ${JSON.stringify(path)}`);
  if (marks === '$$') return `$states.context${rest}`;
  return rest === '' || rest.startsWith('.') ? `${root}${rest}` : `$${rest}`;
}

function template(value: Json, root: string): Json {
  if (Array.isArray(value)) return value.map((item) => template(item, root));
  if (value === null || typeof value !== 'object') return literal(value);
  const members = Object.entries(value).map(([key, member]): [string, Json] => {
    if (!key.endsWith('.$')) return [key, template(member, root)];
    return [key.slice(0, -2), `{% ${expressionOf(member, root)} %}`];
  });
  return Object.fromEntries(members);
}

/** The state's input with the result put in at a path. */
function placed(result: string, path: Json): string {
  if (path === null) return '$states.input';
  const names = expressionOf(path, '').split('.').slice(1);
  const put = (at: string, [name, ...rest]: string[]): string =>
    name === undefined ? result : `$merge([${at}, {${JSON.stringify(name)}: ${put(`${at}.${name}`, rest)}}])`;
  return put('$states.input', names);
}

/** JSON with expressions in it as one expression. */
function asExpression(value: Json): string {
  if (typeof value === 'string') return value.startsWith('{%') ? value.slice(2, -2).trim() : JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(asExpression).join(', ')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const members = Object.entries(value).map(([key, member]) => `${JSON.stringify(key)}: ${asExpression(member)}`);
  return `{${members.join(', ')}}`;
}

type Fields = Record<string, Json>;

/** What a state gives by itself, before it is put into the input. */
function resultOf({ Type, Parameters, Result }: Fields): Json {
  if (Type === 'Task' || Type === 'Map' || Type === 'Parallel') return '{% $states.result %}';
  if (Result !== undefined) return literal(Result);
  return Parameters === undefined ? '{% $states.input %}' : template(Parameters, '$states.input');
}

function outputOf(fields: Fields): Json | undefined {
  const { Type, ResultPath, OutputPath = '$', Parameters, Result } = fields;
  const own = Type === 'Pass' && (Parameters ?? Result) !== undefined;
  if (OutputPath !== '$') return `{% ${expressionOf(OutputPath, '$states.input')} %}`;
  if (ResultPath !== undefined && ResultPath !== '$') return `{% ${placed(asExpression(resultOf(fields)), ResultPath)} %}`;
  return own ? resultOf(fields) : undefined;
}

/** Fields that only JSONPath has and that nothing here stands for. */
const FOREIGN = /^(InputPath|ResultSelector|Variable|ItemsPath|\w+Path)$/;
const TRANSLATED = new Set(['Parameters', 'Result', 'ResultPath', 'OutputPath', 'QueryLanguage']);

function exits(list: Json | undefined, root: string): Json | undefined {
  if (!Array.isArray(list)) return list;
  return list.map((item) => {
    const { Assign, ResultPath, ...rest } = item as Fields;
    if (ResultPath !== undefined) throw new Untranslatable('an exit');
    return Assign === undefined ? rest : { ...rest, Assign: template(Assign, root) };
  });
}

function translated(fields: Fields): Fields {
  const kept = Object.entries(fields).filter(([name]) => !TRANSLATED.has(name));
  const foreign = kept.find(([name]) => FOREIGN.test(name) || name.endsWith('.$'));
  if (foreign || fields['Type'] === 'Choice') throw new Untranslatable(foreign?.[0] ?? 'the comparisons of a Choice');
  const { Type, Parameters, Assign, Catch, Error, Cause } = fields;
  const isMap = Type === 'Map';
  const ItemSelector = fields['ItemSelector'] ?? (isMap ? Parameters : undefined);
  const Output = outputOf(fields);
  return {
    ...Object.fromEntries(kept),
    ...(Parameters === undefined || isMap || Type === 'Pass' ? {} : { Arguments: template(Parameters, '$states.input') }),
    ...(Assign === undefined ? {} : { Assign: template(Assign, asExpression(resultOf(fields))) }),
    ...(Catch === undefined ? {} : { Catch: exits(Catch, '$states.errorOutput') as Json }),
    ...(ItemSelector === undefined ? {} : { ItemSelector: template(ItemSelector, '$states.input') }),
    ...(Error === undefined ? {} : { Error: literal(Error) }),
    ...(Cause === undefined ? {} : { Cause: literal(Cause) }),
    ...(Output === undefined ? {} : { Output }),
  };
}

function flow(fields: Fields, language: Json): Json {
  const states = Object.entries(fields['States'] as JsonObject).map(([name, state]) => [name, inJsonata(state as Fields, language)]);
  return { ...fields, States: Object.fromEntries(states) as JsonObject };
}

function inJsonata(state: Fields, language: Json): Fields {
  const { QueryLanguage = language, Branches, ItemProcessor, Iterator, ...own } = state;
  return {
    ...(QueryLanguage === 'JSONata' ? own : translated(own)),
    ...(Branches === undefined ? {} : { Branches: (Branches as Fields[]).map((branch) => flow(branch, language)) }),
    ...(ItemProcessor === undefined ? {} : { ItemProcessor: flow(ItemProcessor as Fields, language) }),
    ...(Iterator === undefined ? {} : { Iterator: flow(Iterator as Fields, language) }),
  };
}

/** The definition with every state in JSONata; undefined if some state says what this translation has no words for. */
export function asJsonata(definition: Definition): Definition | undefined {
  const { QueryLanguage = 'JSONPath', ...fields } = definition as unknown as Fields;
  try {
    return { ...(flow(fields, QueryLanguage) as unknown as Definition), QueryLanguage: 'JSONata' };
  } catch (error) {
    if (error instanceof Untranslatable) return undefined;
    throw error;
  }
}
