/** Bundles and synthesizes for the laptop, again only when something that goes in has changed or what came out is damaged. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { globSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { configurationFile } from '../../lib/infra/bundle.ts';
import { writeWhole } from '../../lib/local/data-directory/write-whole.ts';

/** The template could not be made; the reason was printed before. */
export class SynthesisError extends Error {
  override name = 'SynthesisError' as const;
}

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** Everything a bundle or the template is made of. */
const INPUTS = ['lambdas/**/*.ts', 'lib/**/*.ts', 'bin/app.ts', 'cdk.json', 'package-lock.json', 'tsconfig.json'];

/** Says what a folder was made of, and what it then held. */
export const MARK = 'inputs.sha256';

/** Of names and contents. */
function hashOf(folder: string, files: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of files.toSorted()) hash.update(file).update(readFileSync(path.resolve(folder, file)));
  return hash.digest('hex');
}

function inputsHash(): string {
  return hashOf(ROOT, [...globSync(INPUTS, { cwd: ROOT }), configurationFile()]);
}

/** Of everything that was synthesized into a folder. */
export function outputsHash(outdir: string): string {
  const entries = readdirSync(outdir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && entry.name !== MARK);
  return hashOf(
    outdir,
    entries.map((entry) => path.relative(outdir, path.join(entry.parentPath, entry.name))),
  );
}

async function runApp(outdir: string): Promise<void> {
  const child = spawn(process.execPath, ['bin/app.ts'], {
    cwd: ROOT,
    // The linters run in CI and before a deployment; here they would cost every start two seconds.
    env: { ...process.env, CDK_OUTDIR: outdir, CDK_VALIDATION: 'false' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const code = await new Promise((resolve) => child.once('exit', resolve));
  if (code !== 0) throw new SynthesisError('The template could not be synthesized; the reason stands above');
}

/** The folder with the template and its bundles. */
export async function synthesize(home: string): Promise<string> {
  const outdir = path.join(home, 'template');
  const mark = path.join(outdir, MARK);
  const inputs = inputsHash();
  if (isAtHand(outdir, inputs)) return outdir;
  rmSync(outdir, { recursive: true, force: true });
  mkdirSync(outdir, { recursive: true, mode: 0o700 });
  await runApp(outdir);
  writeWhole(mark, `${inputs}\n${outputsHash(outdir)}\n`);
  return outdir;
}

function isAtHand(outdir: string, inputs: string): boolean {
  const mark = path.join(outdir, MARK);
  const isFile = statSync(mark, { throwIfNoEntry: false })?.isFile() === true;
  return isFile && readFileSync(mark, 'utf8') === `${inputs}\n${outputsHash(outdir)}\n`;
}
