/** The functions' code as it is deployed. */
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { bundleFunctions } from '../../lib/infra/bundle.ts';
import { FUNCTIONS } from '../../lib/infra/functions.ts';
import { CALIFORNIAN_CONFIGURATION, EUROPEAN_CONFIGURATION } from '../life/configurations.ts';
import { inlineKeys, KNOWN_ERRORS, withoutErrors } from '../../lib/infra/slim-bundles.ts';
import { ofType, synthesize, type Synthesized } from './synthesized.ts';

const MEGABYTE = 1_000_000;
/** Functions that mail receipts, and so print them, and the one that prints letters to post: printer and font reader take a third of a megabyte. */
const PRINTING = ['acknowledge', 'close-withdrawn', 'console', 'deliver', 'sweep'];
const ROOT = path.resolve(import.meta.dirname, '../..');

let folder: string;
let stack: Synthesized;
let bundles: { name: string; code: string }[];
beforeAll(async () => {
  stack = synthesize();
  folder = await bundleFunctions();
  bundles = readdirSync(folder).map((name) => ({ name, code: readFileSync(path.join(folder, name, 'index.mjs'), 'utf8') }));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('bundles', () => {
  it('are one per function of the template', () => {
    expect(bundles.map(({ name }) => name).toSorted()).toEqual(Object.keys(FUNCTIONS).toSorted());
  });

  it('are each under a megabyte and a quarter, of which nine languages are a sixth, or two with the printer', () => {
    const sizes = bundles.map(({ name, code }) => ({ name, bytes: Buffer.byteLength(code) }));
    const limit = (name: string): number => (PRINTING.includes(name) ? 2 : 1.25) * MEGABYTE;
    expect(sizes.filter(({ name, bytes }) => bytes >= limit(name))).toEqual([]);
  });

  it('hold the printer only where receipts are mailed or letters posted, with its fonts beside it where Node looks for them', () => {
    const printing = bundles.filter(({ code }) => code.includes('PDFKit')).map(({ name }) => name);
    expect(printing.toSorted()).toEqual(PRINTING);
    const withFonts = bundles.filter(({ name }) => existsSync(path.join(folder, name, 'node_modules'))).map(({ name }) => name);
    expect(withFonts.toSorted()).toEqual(PRINTING);
    for (const name of PRINTING) {
      const from = createRequire(path.join(folder, name, 'index.mjs'));
      const font = from.resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf');
      expect(path.relative(path.join(folder, name), font)).toBe('node_modules/dejavu-fonts-ttf/ttf/DejaVuSans.ttf');
    }
  });

  it('name no path of the machine they were built on', () => {
    const here = [ROOT, tmpdir(), process.env['HOME'] ?? '/root'].map((place) => `${place}/`);
    const maps = bundles.map(({ name }) => ({ name: `${name}.map`, code: readFileSync(path.join(folder, name, 'index.mjs.map'), 'utf8') }));
    const found = [...bundles, ...maps, { name: 'template', code: stack.text }].flatMap(({ name, code }) =>
      here.filter((place) => code.includes(place)).map((place) => `${name}: ${place}`),
    );
    expect(found).toEqual([]);
  });

  it('hold no code that only the laptop runs', () => {
    for (const { name, code } of bundles) expect(/small AWS|dynalite|pglite/i.test(code), name).toBe(false);
  });

  it('keep the names of errors, which the machine matches', () => {
    const machine = JSON.stringify(ofType(stack, 'AWS::StepFunctions::StateMachine'));
    expect(machine).toContain('TransientError');
    for (const { name, code } of bundles.filter((bundle) => bundle.name !== 'web'))
      expect(/name="TransientError"/.test(code), name).toBe(true);
  });

  it('of two configurations, made at the same time, hold each their own', async () => {
    const made = [EUROPEAN_CONFIGURATION, CALIFORNIAN_CONFIGURATION].map((file) => {
      vi.stubEnv('QUITTANCE_CONFIG', file);
      return bundleFunctions();
    });
    vi.unstubAllEnvs();
    const [european, californian] = await Promise.all(made);
    const hasZone = (folder: string, zone: string): boolean => readFileSync(path.join(folder, 'sweep/index.mjs'), 'utf8').includes(zone);
    expect([hasZone(european!, 'Europe/Berlin'), hasZone(californian!, 'America/Los_Angeles')]).toEqual([true, true]);
    for (const folder of [european!, californian!]) rmSync(folder, { recursive: true });
  }, 120_000);

  it('export the handler that the template names', () => {
    expect(new Set(ofType(stack, 'AWS::Lambda::Function').map(({ Properties }) => Properties['Handler']))).toEqual(
      new Set(['index.handler']),
    );
    expect(bundles.filter(({ code }) => !/export\{[\w$]+ as handler\};/.test(code)).map(({ name }) => name)).toEqual([]);
  });
});

describe('inlineKeys', () => {
  it('writes constants into computed keys, and leaves everything else', () => {
    const source = 'const _e = "error";\nconst n = 4;\nexport const a = { [_e]: _e, [_x]: 1, b: [_e] };\n';
    expect(inlineKeys(source)).toBe('const _e = "error";\nconst n = 4;\nexport const a = { ["error"]: _e, [_x]: 1, b: [_e] };\n');
  });
});

/** The classes of errors that the functions' code imports from clients of AWS. */
function importedErrors(): string[] {
  const sources = ['lib', 'lambdas'].flatMap((dir) =>
    readdirSync(dir, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !/^(?:local|infra|doctor)\b/.test(file))
      .map((file) => readFileSync(path.join(dir, file), 'utf8')),
  );
  return sources
    .flatMap((source) => [...source.matchAll(/^import \{([^}]*)\} from '@aws-sdk\/client-/gm)])
    .flatMap(([, names]) => names!.split(','))
    .map((name) => name.trim())
    .filter((name) => /^[A-Z]/.test(name) && !/(?:Command|Client|ServiceException)$/.test(name));
}

describe('withoutErrors', () => {
  it('keeps every error that code tells apart by its class', () => {
    expect([...KNOWN_ERRORS].toSorted()).toEqual([...new Set(importedErrors())].toSorted());
  });

  it('leaves out the registration of errors nobody tells apart', () => {
    const kept = [
      '_s_registry.registerError(SSMServiceException$, SSMServiceException);',
      'n0_registry.registerError(ConditionalCheckFailedException$, ConditionalCheckFailedException);',
    ];
    expect(withoutErrors([kept[0], 'n0_registry.registerError(ParameterNotFound$, ParameterNotFound);', kept[1]].join('\n'))).toBe(
      kept.join('\n\n'),
    );
  });
});
