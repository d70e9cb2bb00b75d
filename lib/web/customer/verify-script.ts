/**
 * The script of the page that checks receipts, made from the very verifier of the command line. Functions get it ready made
 * (lib/infra/bundle.ts); where the sources run, it is made here.
 */
import path from 'node:path';
import { buildSync } from 'esbuild';

const { outputFiles } = buildSync({
  entryPoints: [path.join(import.meta.dirname, '../verify-page/main.ts')],
  bundle: true,
  minify: true,
  write: false,
  platform: 'browser',
  target: 'es2023',
  format: 'iife',
  legalComments: 'none',
  logLevel: 'warning',
});

export const verifyScript: string = outputFiles[0]!.text;
