/** Bundles every function in `lambdas/` with esbuild: one folder each, all dependencies inside, reproducible. */
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** `require` for the few CommonJS packages inside an ES module. */
const BANNER = "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);";

/** The configuration file in force: `QUITTANCE_CONFIG`, else the one at the top of the project. */
export function configurationFile(): string {
  const file = path.resolve(process.env['QUITTANCE_CONFIG'] ?? path.join(ROOT, 'quittance.config.ts'));
  if (!existsSync(file)) throw new Error(`No configuration at ${file}: set QUITTANCE_CONFIG to an existing file`);
  return file;
}

/** Bundles all functions into `dist/lambdas/<name>/index.mjs` and returns the folder. */
export async function bundleFunctions(outdir: string = path.join(ROOT, 'dist/lambdas')): Promise<string> {
  mkdirSync(outdir, { recursive: true });
  const names = readdirSync(path.join(ROOT, 'lambdas'))
    .filter((file) => file.endsWith('.ts'))
    .map((file) => file.slice(0, -3));
  await build({
    absWorkingDir: ROOT,
    entryPoints: names.map((name) => ({ in: `lambdas/${name}.ts`, out: `${name}/index` })),
    outdir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    minify: true,
    sourcemap: 'linked',
    sourcesContent: false,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    banner: { js: BANNER },
    alias: { '#config': configurationFile() },
    mainFields: ['module', 'main'],
    legalComments: 'none',
    logLevel: 'warning',
  });
  return outdir;
}
