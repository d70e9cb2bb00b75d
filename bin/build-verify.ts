/** Bundles the verifier into one file without dependencies that runs on any Node from version 20. */
import path from 'node:path';
import { build } from 'esbuild';

const ROOT = path.join(import.meta.dirname, '..');

/** Writes the file and returns where it is. */
export async function buildVerify(outfile = path.join(ROOT, 'dist/quittance-verify.mjs')): Promise<string> {
  await build({
    absWorkingDir: ROOT,
    entryPoints: ['bin/verify.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    legalComments: 'none',
    logLevel: 'warning',
  });
  return outfile;
}

if (import.meta.main) console.log(await buildVerify());
