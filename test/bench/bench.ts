/** Runs every benchmark, one after the other, each in a process of its own: `npm run bench [NAME...]`. */
import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import path from 'node:path';
import packageJson from '../../package.json' with { type: 'json' };

const here = import.meta.dirname;
/** The engine's benchmarks run in this process with the laptop's limits. */
const FLAGS = packageJson.scripts.start.split(' ').filter((argument) => argument.startsWith('--'));
const wanted = process.argv.slice(2);
const names = globSync('*.ts', { cwd: here })
  .map((file) => path.basename(file, '.ts'))
  .filter((name) => name !== 'bench' && (wanted.length === 0 || wanted.includes(name)))
  .toSorted();

let failed = 0;
for (const name of names) {
  console.info(`\n=== ${name}`);
  const { status } = spawnSync(process.execPath, [...FLAGS, path.join(here, `${name}.ts`)], { stdio: 'inherit' });
  if (status !== 0) failed += 1;
}
process.exitCode = failed === 0 ? 0 : 1;
