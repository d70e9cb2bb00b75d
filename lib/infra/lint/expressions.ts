/** JSONata in a definition, read through its syntax tree: which variables, functions and members of `$states` it uses. */
import jsonata from 'jsonata';

/** An expression with its path. */
export interface Located {
  at: string;
  source: string;
}

/** Every `{% ... %}` in a value, without the marks. */
export function expressionsIn(value: unknown, at: string): Located[] {
  if (typeof value === 'string') return /^\{%[\s\S]*%\}$/.test(value) ? [{ at, source: value.slice(2, -2).trim() }] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => expressionsIn(member, `${at}.${key}`));
}

/** What an expression refers to outside of itself. */
export interface References {
  variables: string[];
  functions: string[];
  /** Members of `$states`: `['context', 'Task', 'Token']`. */
  members: string[][];
  /** Fields of an input that a definition does not have: `$`, `$$`, or a name without a variable before it. */
  fields: string[];
}

interface Node {
  type?: string;
  value?: unknown;
  steps?: Node[];
  lhs?: Node;
  rhs?: Node;
  procedure?: Node;
  arguments?: Node[];
  body?: Node;
  expressions?: Node[];
  /** Variables that a step binds: the value (`@$v`) and its position (`#$i`). */
  focus?: string;
  index?: string;
}

interface Around {
  /** Variables that the expression itself binds. */
  locals: ReadonlySet<string>;
  /** Whether there is a value that names are looked up in. */
  context: boolean;
}

/** Collects references; JSONata's tree is walked with the scopes that the language gives it. */
class Reader {
  readonly found: References = { variables: [], functions: [], members: [], fields: [] };

  read(node: unknown, around: Around): void {
    if (Array.isArray(node)) {
      for (const member of node) this.read(member, around);
      return;
    }
    if (typeof node !== 'object' || node === null) return;
    const { type } = node as Node;
    const reader = readers[type ?? ''] ?? readMembers;
    reader(this, node as Node, around);
  }

  variable(name: string, { locals, context }: Around): void {
    if (name === '' || name === '$') {
      if (!context) this.found.fields.push(`$${name}`);
    } else if (name === 'states') this.found.members.push([]);
    else if (!locals.has(name)) this.found.variables.push(name);
  }
}

type Read = (reader: Reader, node: Node, around: Around) => void;

/** Filters, groups and the like look names up in the value they belong to. */
const readMembers: Read = (reader, node, around) => {
  const inner = { ...around, context: true };
  for (const [key, member] of Object.entries(node)) {
    reader.read(member, ['predicate', 'stages', 'group', 'terms', 'pattern', 'update', 'delete'].includes(key) ? inner : around);
  }
};

const withLocals = (around: Around, names: unknown[]): Around => ({ ...around, locals: new Set([...around.locals, ...names.map(String)]) });

function readPath(reader: Reader, { steps = [], ...rest }: Node, around: Around): void {
  const [first, ...others] = steps;
  if (first?.type === 'variable' && first.value === 'states' && !around.locals.has('states')) {
    const end = others.findIndex(({ type }) => type !== 'name');
    reader.found.members.push((end < 0 ? others : others.slice(0, end)).map(({ value }) => String(value)));
    readMembers(reader, { ...first, type: 'read', value: undefined }, around);
  } else reader.read(first, around);
  const bound = steps.flatMap(({ focus = [], index = [] }) => [focus, index].flat());
  reader.read(others, { ...withLocals(around, bound), context: true });
  readMembers(reader, rest, around);
}

function readCalled(reader: Reader, called: Node | undefined, around: Around): void {
  if (called?.type !== 'variable') reader.read(called, around);
  else if (!around.locals.has(String(called.value))) reader.found.functions.push(String(called.value));
}

const readCall: Read = (reader, { procedure, arguments: args }, around) => {
  readCalled(reader, procedure, around);
  reader.read(args, around);
};

const readers: Record<string, Read> = {
  variable(reader, node, around) {
    reader.variable(String(node.value), around);
    readMembers(reader, node, around);
  },
  name(reader, node, around) {
    if (!around.context) reader.found.fields.push(String(node.value));
    readMembers(reader, node, around);
  },
  path: readPath,
  function: readCall,
  partial: readCall,
  apply(reader, { lhs, rhs }, around) {
    reader.read(lhs, around);
    readCalled(reader, rhs, around);
  },
  lambda(reader, { arguments: parameters = [], body }, around) {
    reader.read(
      body,
      withLocals(
        around,
        parameters.map(({ value }) => value),
      ),
    );
  },
  // A binding is visible to what follows it in its block, and to a function that calls itself.
  block(reader, { expressions = [], ...rest }, around) {
    let inside = around;
    for (const expression of expressions) {
      if (expression.type === 'bind') inside = withLocals(inside, [expression.lhs?.value]);
      reader.read(expression, inside);
    }
    readMembers(reader, rest, around);
  },
  bind: (reader, { lhs, rhs }, around) => reader.read(rhs, withLocals(around, [lhs?.value])),
};

function read(source: string): References {
  const reader = new Reader();
  try {
    reader.read(jsonata(source).ast(), { locals: new Set(), context: false });
  } catch (error) {
    if (!('code' in (error as object))) throw error;
  }
  return reader.found;
}

const seen = new Map<string, References>();

/** What an expression refers to; nothing for one that cannot be parsed, which is another rule's finding. */
export function referencesOf(source: string): References {
  const references = seen.get(source) ?? read(source);
  seen.set(source, references);
  return references;
}
