/** The files of a dataset, read back by other people's parsers. */
import { execFileSync } from 'node:child_process';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Row } from '../../lib/connectors/connector.ts';
import { csvFile } from '../../lib/packages/dataset-files.ts';
import { datasetParts } from '../../lib/packages/dataset-parts.ts';
import { fileName } from '../../lib/packages/file-name.ts';
import { NAME, sampleContent } from './sample-content.ts';
import { filesOf, has, text } from './unpack.ts';

const READ_CSV =
  'import csv,json,sys\nsys.stdin.reconfigure(encoding="utf-8-sig",newline="")\nprint(json.dumps(list(csv.reader(sys.stdin))))';

function readCsv(csv: string): string[][] {
  return JSON.parse(execFileSync('python3', ['-c', READ_CSV], { input: csv }).toString()) as string[][];
}

function json<T>(files: Map<string, Buffer>, path: string): T {
  return JSON.parse(text(files, path)) as T;
}

/** What a spreadsheet would run as a formula, after unquoting. */
const FORMULA = /^[-=+@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;

describe('JSON files', () => {
  it('are the exact rows with the released columns', async () => {
    const files = await filesOf(sampleContent());
    expect(json<Row[]>(files, 'data/shop/customers.json')).toEqual([
      {
        id: 42,
        name: NAME,
        score: 0.75,
        profile: { colours: ['red', 'blue'], 'quo"te': { deep: { deeper: { deepest: [1] } } }, none: null },
      },
    ]);
    expect(json<Row[]>(files, 'data/shop/orders.json')).toHaveLength(40);
  });

  it('keep values of many megabytes whole, which the page shortens', async () => {
    const body = 'ü'.repeat(3_000_000);
    const files = await filesOf(sampleContent({ rows: { 'crm/messages': [[{ id: 1, body, other_name: null }]] } }));
    expect(json<Row[]>(files, 'data/crm/messages.json')[0]!['body']).toBe(body);
    expect(files.get('index.html')!.length).toBeLessThan(60_000);
    expect(text(files, 'index.html')).toContain('shortened here');
  });
});

describe('CSV files', () => {
  it.skipIf(!has('python3'))('come back from another parser with a header and every cell', async () => {
    const files = await filesOf(sampleContent());
    expect(readCsv(text(files, 'data/shop/orders.csv')).slice(0, 3)).toEqual([
      ['number', 'total', 'paid'],
      ['A-1', '0', 'true'],
      ['A-2', '-1.5', 'false'],
    ]);
    const [, customer] = readCsv(text(files, 'data/shop/customers.csv'));
    expect(customer![1]).toBe(NAME);
    expect(JSON.parse(customer![3]!)).toMatchObject({ colours: ['red', 'blue'] });
  });

  it('begin with a byte order mark and end lines with CRLF', async () => {
    const csv = (await filesOf(sampleContent())).get('data/shop/orders.csv')!;
    expect(csv.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    expect(csv.toString('utf8').endsWith('\r\n')).toBe(true);
  });

  it.skipIf(!has('python3'))('have no cell that a spreadsheet would run, whatever the text, and lose nothing else', async () => {
    const part = datasetParts(sampleContent()).find(({ dataset }) => dataset.name === 'messages')!;
    const columns = part.columns.filter((column) => column.name === 'body');
    const strange = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('=1+1', '+1', '-1+1', '@SUM(A1)', '\t=1', '\r=1', 'a\r=1', 'a;=1', 'a\n-1', 'a\t@1', '＝1', '"', ',', ';', '\r\n'),
    );
    const texts = fc.sample(strange, { numRuns: 500, seed: 7 }).map((each) => each.replaceAll('\0', '').toWellFormed());
    const rows = async function* (): AsyncGenerator<Row[]> {
      yield texts.map((body) => ({ body }));
    };
    let csv = '';
    for await (const chunk of csvFile(rows(), columns)) csv += chunk;
    const cells = readCsv(csv)
      .slice(1)
      .map(([cell]) => cell!);
    // Also where semicolons, tabs or line breaks separate because the quotes are not seen.
    expect(cells.flatMap((cell) => [cell, ...cell.split(/[;\t\r\n]/)]).filter((cell) => FORMULA.test(cell))).toEqual([]);
    const bare = (cell: string): string => cell.replaceAll("'", '');
    expect(cells.map(bare)).toEqual(texts.map(bare));
  });
});

describe('the portable set', () => {
  it('holds what was given or observed on consent or contract, and nothing derived', async () => {
    const files = await filesOf(sampleContent());
    const paths = [...files.keys()].filter((path) => path.startsWith('portability/'));
    expect(Object.keys(json<Row[]>(files, 'portability/shop/customers.json')[0]!)).toEqual(['id', 'name', 'profile']);
    // Messages rest on legitimate interests: Art. 20(1)(a) GDPR does not cover them.
    expect(paths.some((path) => path.includes('messages'))).toBe(false);
  });

  it('does not ask for a legal basis in California, which knows none', async () => {
    const files = await filesOf(sampleContent({ request: { law: 'us-ca-ccpa' } }));
    expect(json<Row[]>(files, 'portability/crm/messages.json')).toHaveLength(4);
    expect(json<Row[]>(files, 'portability/shop/customers.json')[0]).not.toHaveProperty('score');
  });

  it.each([
    [['access'], 'portability/'],
    [['portability'], 'data/'],
  ] as const)('is written only when asked for (%s)', async (rights, absent) => {
    const files = await filesOf(sampleContent({ request: { rights: [...rights] } }));
    expect([...files.keys()].filter((path) => path.startsWith(absent))).toEqual([]);
  });

  it('has a draft 2020-12 schema for each file, which its rows satisfy and others do not', async () => {
    const files = await filesOf(sampleContent());
    const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
    const schemas = [...files.keys()].filter((path) => path.endsWith('.schema.json'));
    expect(schemas).toHaveLength(2);
    for (const path of schemas) {
      const validate = ajv.compile(json<object>(files, path));
      const rows = json<Row[]>(files, path.replace('.schema.json', '.json'));
      expect([path, validate(rows), validate.errors]).toEqual([path, true, null]);
      expect(validate([{ ...rows[0], intruder: 1 }])).toBe(false);
      expect(validate([{}])).toBe(false);
    }
  });

  it('describes columns of mixed types by all types seen', async () => {
    const schema = json<{ items: { properties: Record<string, { type: unknown }> } }>(
      await filesOf(sampleContent()),
      'portability/shop/orders.schema.json',
    );
    expect(schema.items.properties['total']!.type).toEqual(['number', 'string']);
    expect(schema.items.properties['paid']!.type).toEqual(['boolean', 'null']);
  });
});

describe('fileName', () => {
  it.each(['orders', 'order_items', 'crm-2-eu'])('keeps the plain name %s', (name) => expect(fileName(name)).toBe(name));

  it.each(['../../etc/passwd', 'C:\\x', 'con', 'Orders', 'عربي', '🦊', '<script>', 'orders-2', '', '.', 'a'.repeat(300)])(
    'makes a safe name of %j',
    (name) => {
      expect(fileName(name)).toMatch(/^[a-z0-9][a-z0-9_-]{0,59}$/);
      expect(fileName(name)).not.toBe(name);
    },
  );

  it('gives different names to different datasets', () => {
    fc.assert(fc.property(fc.string(), fc.string(), (a, b) => a === b || fileName(a) !== fileName(b)));
  });
});
