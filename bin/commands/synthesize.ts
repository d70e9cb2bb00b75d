/** Bundles and synthesizes for the laptop, again only when something that goes in has changed. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { configurationFile } from '../../lib/infra/bundle.ts';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** Everything a bundle or the template is made of. */
const INPUTS = ['lambdas/**/*.ts', 'lib/**/*.ts', 'bin/app.ts', 'cdk.json', 'package-lock.json', 'tsconfig.json'];

function inputsHash(): string {
  const hash = createHash('sha256');
  const files = [...globSync(INPUTS, { cwd: ROOT }).map((file) => path.join(ROOT, file)), configurationFile()];
  for (const file of files.toSorted()) hash.update(file).update(readFileSync(file));
  return hash.digest('hex');
}

async function runApp(outdir: string): Promise<void> {
  const child = spawn(process.execPath, ['bin/app.ts'], {
    cwd: ROOT,
    // The linters run in CI and before a deployment; here they would cost every start two seconds.
    env: { ...process.env, CDK_OUTDIR: outdir, CDK_VALIDATION: 'false' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const code = await new Promise((resolve) => child.once('exit', resolve));
  if (code !== 0) throw new Error('The template could not be synthesized; the reason stands above');
}

/** The folder with the template and its bundles. */
export async function synthesize(home: string): Promise<string> {
  const outdir = path.join(home, 'template');
  const mark = path.join(outdir, 'inputs.sha256');
  const hash = inputsHash();
  if (existsSync(mark) && readFileSync(mark, 'utf8') === hash) return outdir;
  mkdirSync(outdir, { recursive: true, mode: 0o700 });
  await runApp(outdir);
  writeFileSync(mark, hash);
  return outdir;
}
