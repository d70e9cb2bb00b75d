/** What the code must stay like: sizes, names, first sentences, and the direction of imports. */
import { globSync, readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import path from 'node:path';
import { type AnyNode, parse } from 'acorn';
import { describe, expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '..');

interface Source {
  file: string;
  text: string;
  lines: number;
}

interface Fn {
  at: string;
  lines: number;
  params: number;
}

const sources: Source[] = globSync(['lib/**/*.ts', 'lambdas/*.ts', 'bin/**/*.ts'], { cwd: ROOT }).map((file) => {
  const text = readFileSync(path.join(ROOT, file), 'utf8');
  return { file, text, lines: text.trimEnd().split('\n').length };
});

function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

function childrenOf(node: AnyNode): AnyNode[] {
  return Object.values(node)
    .flat()
    .filter((value): value is AnyNode => typeof value === 'object' && value !== null && 'type' in value);
}

/** Functions with their lines; types are blanked out in place, so lines stay where they are. */
function functionsIn({ file, text }: Source): Fn[] {
  const code = stripTypeScriptTypes(text);
  const found: Fn[] = [];
  const visit = (node: AnyNode): void => {
    if (node.type === 'FunctionDeclaration' || node.type === 'FunctionExpression' || node.type === 'ArrowFunctionExpression') {
      const before = code.slice(0, node.start).split('\n').length;
      found.push({ at: `${file}:${before}`, lines: code.slice(node.start, node.end).split('\n').length, params: node.params.length });
    }
    childrenOf(node).forEach(visit);
  };
  visit(parse(code, { ecmaVersion: 'latest', sourceType: 'module', allowHashBang: true }));
  return found;
}

const functions = sources.flatMap(functionsIn);

/** Pages are mostly markup. */
const isPage = (at: string): boolean => /^lib\/(web|packages\/page|local\/.*page)/.test(at);

describe('sizes', () => {
  it('keeps every file at 400 lines or fewer, the median at 90 or fewer', () => {
    expect(sources.filter(({ lines }) => lines > 400).map(({ file, lines }) => `${file}: ${lines}`)).toEqual([]);
    expect(median(sources.map(({ lines }) => lines))).toBeLessThanOrEqual(90);
  });

  it('keeps every function at 60 lines or fewer (pages 80), the median at 8 or fewer', () => {
    const tooLong = functions.filter(({ at, lines }) => lines > (isPage(at) ? 80 : 60));
    expect(tooLong.map(({ at, lines }) => `${at}: ${lines}`)).toEqual([]);
    expect(median(functions.map(({ lines }) => lines))).toBeLessThanOrEqual(8);
  });

  it('gives no function more than three parameters', () => {
    expect(functions.filter(({ params }) => params > 3).map(({ at, params }) => `${at}: ${params}`)).toEqual([]);
  });

  it('keeps every deployed function at 30 lines or fewer', () => {
    expect(sources.filter(({ file, lines }) => file.startsWith('lambdas/') && lines > 30).map(({ file }) => file)).toEqual([]);
  });
});

describe('words', () => {
  it('opens every file with one sentence that says what it is', () => {
    const silent = sources.filter(({ text }) => !/^(#![^\n]*\n)?\/\*\*\s+(\* )?\S/.test(text));
    expect(silent.map(({ file }) => file)).toEqual([]);
  });

  it('logs every step under the name of its function', () => {
    const named = sources.flatMap(({ file, text }) => [...text.matchAll(/\bstep\('([^']+)'/g)].map((match) => ({ file, name: match[1] })));
    expect(named.length).toBeGreaterThan(15);
    expect(named.filter(({ file, name }) => file !== `lambdas/${name}.ts`)).toEqual([]);
  });

  it('has no file or folder that is named after nothing', () => {
    const nothing = /(^|[/-])(utils?|helpers?|common|managers?|services?|handlers?|misc|shared|index)(\.ts$|\/)/;
    // AWS calls its parts services; the small AWS speaks AWS.
    expect(sources.filter(({ file }) => nothing.test(file) && !file.startsWith('lib/local/')).map(({ file }) => file)).toEqual([]);
  });

  it('has no any, no silenced rule, nothing left for later', () => {
    const code = (text: string): string => text.replaceAll(/\/\*\*?[^]*?\*\//g, '').replaceAll(/^\s*\/\/ .*$/gm, '');
    const left = /:\s*any\b|\bas any\b|<any>/;
    const silenced = /@ts-(ignore|expect-error|nocheck)|(oxlint|eslint)-disable|\b(TODO|FIXME|XXX|HACK)\b/;
    expect(sources.filter(({ text }) => left.test(code(text)) || silenced.test(text)).map(({ file }) => file)).toEqual([]);
  });

  it('imports zod as a namespace, which bundles a fifth of the named import', () => {
    expect(sources.filter(({ text }) => /import \{ z \} from 'zod'/.test(text)).map(({ file }) => file)).toEqual([]);
  });

  it('names no path of a machine', () => {
    expect(sources.filter(({ text }) => /(^|[^\w.])\/(work|root|home\/[a-z]+)\//m.test(text)).map(({ file }) => file)).toEqual([]);
  });
});

/** Which layers a layer may import, besides itself. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  domain: [],
  stores: ['domain', 'receipts'],
  receipts: ['domain'],
  deadline: ['domain'],
  mail: ['domain', 'receipts', 'stores'],
  connectors: ['domain'],
  packages: ['domain', 'connectors'],
  steps: ['domain', 'stores', 'receipts', 'mail', 'connectors', 'packages'],
  web: ['domain', 'stores', 'receipts', 'mail', 'connectors', 'packages', 'steps'],
  // The template needs the names of the indexes, and nothing else of the product.
  infra: [],
  local: [],
  // Looks at what is deployed, from outside: it knows AWS, and nothing of the product.
  doctor: [],
  // The demo world plays a company's own systems: it knows the product's configuration, not its inside.
  demo: ['domain', 'connectors'],
};

const EXCEPTIONS = new Set([
  'lib/infra/storage.ts -> lib/stores/indexes.ts',
  'lib/infra/bundle.ts -> lib/stores/environment-credentials.ts',
]);

function importsOf({ file, text }: Source): string[] {
  return [...text.matchAll(/(?:from|import)\s+'(\.[^']+)'|import\('(\.[^']+)'\)/g)].map((match) =>
    path.posix.normalize(path.posix.join(path.posix.dirname(file), match[1] ?? match[2] ?? '')),
  );
}

const layerOf = (file: string): string => (file.startsWith('lib/') ? file.split('/')[1]! : file.split('/')[0]!);

describe('imports', () => {
  const edges = sources.flatMap((source) => importsOf(source).map((to) => ({ from: source.file, to })));

  it('goes one way: domain, then stores, receipts, mail, connectors, then steps and web, then functions and commands', () => {
    const wrong = edges.filter(({ from, to }) => {
      const [layer, target] = [layerOf(from), layerOf(to)];
      const allowed = MAY_IMPORT[layer];
      return allowed !== undefined && target !== layer && !allowed.includes(target) && !EXCEPTIONS.has(`${from} -> ${to}`);
    });
    expect(wrong.map(({ from, to }) => `${from} -> ${to}`)).toEqual([]);
  });

  it('keeps the small AWS free of the product, and the product free of the small AWS', () => {
    const local = edges.filter(({ from, to }) => to.startsWith('lib/local/') && !from.startsWith('lib/local/') && !from.startsWith('bin/'));
    expect(local).toEqual([]);
  });

  it('has a step file for every function of the machine', () => {
    const names = globSync('lambdas/*.ts', { cwd: ROOT }).map((file) => path.basename(file, '.ts'));
    const doors = new Set(['web', 'console', 'download', 'letters', 'callback']);
    const steps = new Set(globSync('lib/steps/*.ts', { cwd: ROOT }).map((file) => path.basename(file, '.ts')));
    expect(names.filter((name) => !doors.has(name) && !steps.has(name))).toEqual([]);
  });
});
