/** Bundles every function in `lambdas/` with esbuild: one folder each, all dependencies inside, reproducible. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { putFonts } from './fonts.ts';
import { slimBundles } from './slim-bundles.ts';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** `require` for the few CommonJS packages inside an ES module. */
const BANNER = "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);";

/** The configuration file in force: `QUITTANCE_CONFIG`, else the one at the top of the project. */
export function configurationFile(): string {
  const file = path.resolve(process.env['QUITTANCE_CONFIG'] ?? path.join(ROOT, 'quittance.config.ts'));
  if (!existsSync(file)) throw new Error(`No configuration at ${file}: set QUITTANCE_CONFIG to an existing file`);
  return file;
}

/**
 * The configuration is read and checked once, here, and goes into the bundles as plain data: a wrong one never gets
 * as far as a deployment, and no function spends its start on checking it again.
 */
async function configurationAsData(file: string): Promise<Plugin> {
  const { default: configuration } = (await import(pathToFileURL(file).href)) as { default: unknown };
  return {
    name: 'configuration',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^#config$/ }, () => ({ path: '#config', namespace: 'configuration' }));
      onLoad({ filter: /.*/, namespace: 'configuration' }, () => ({ contents: JSON.stringify(configuration), loader: 'json' }));
    },
  };
}

/** Code that functions carry as text, the browser's verifier and the process that parses mails: made here, so that no function carries what makes it. */
export const codeAsData: Plugin = {
  name: 'code',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/](?:customer[\\/]verify-script|inbound[\\/]parse-process-code)\.ts$/ }, async ({ path: file }) => {
      const made = Object.entries((await import(pathToFileURL(file).href)) as Record<string, string>);
      return { contents: made.map(([name, code]) => `export const ${name} = ${JSON.stringify(code)};`).join('\n'), loader: 'js' };
    });
  },
};

/**
 * In Lambda credentials stand in the environment. The SDK's default chain also carries clients for single sign-on,
 * web identity and instance metadata, a tenth of every bundle that can never be used there.
 */
const CREDENTIALS = { '@aws-sdk/credential-provider-node': path.join(ROOT, 'lib/stores/environment-credentials.ts') };

/** A folder of its own: another synthesis at the same time may bundle another configuration. */
function newFolder(): string {
  mkdirSync(path.join(ROOT, 'dist'), { recursive: true });
  return mkdtempSync(path.join(ROOT, 'dist/lambdas-'));
}

/** Bundles all functions into `<name>/index.mjs` below a new folder and returns it; it is the caller's to remove. */
export async function bundleFunctions(): Promise<string> {
  const outdir = newFolder();
  const names = readdirSync(path.join(ROOT, 'lambdas'))
    .filter((file) => file.endsWith('.ts'))
    .map((file) => file.slice(0, -3));
  const { metafile } = await build({
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
    alias: CREDENTIALS,
    plugins: [await configurationAsData(configurationFile()), codeAsData, slimBundles],
    mainFields: ['module', 'main'],
    legalComments: 'none',
    // Words of all languages stand as they are, not as escapes.
    charset: 'utf8',
    logLevel: 'warning',
    metafile: true,
  });
  putFonts(metafile, ROOT);
  return outdir;
}
