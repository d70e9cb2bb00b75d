/**
 * The code of the process that parses mails, in one piece. Functions, which are one file each, get it ready made
 * (lib/infra/bundle.ts); where the sources run, it is made here.
 */
import path from 'node:path';
import { build, type Plugin } from 'esbuild';

/** A mail of 200,000 short lines takes the parser's own decoder three seconds and 300 MB. */
const plainDecoder: Plugin = {
  name: 'plain-decoder',
  setup({ onLoad }) {
    onLoad({ filter: /postal-mime[\\/]dist[\\/]esm[\\/]pass-through-decoder\.js$/ }, () => ({
      contents: `export { PlainDecoder as default } from './plain-decoder.ts';`,
      resolveDir: import.meta.dirname,
    }));
  },
};

const { outputFiles } = await build({
  entryPoints: [path.join(import.meta.dirname, 'parse-process.ts')],
  bundle: true,
  minify: true,
  write: false,
  platform: 'node',
  target: 'node24',
  format: 'cjs',
  mainFields: ['module', 'main'],
  plugins: [plainDecoder],
  legalComments: 'none',
  logLevel: 'warning',
});

export const parseProcessCode: string = outputFiles[0]!.text;
