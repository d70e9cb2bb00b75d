/**
 * The code of the process that parses mails, in one piece. Functions, which are one file each, get it ready made
 * (lib/infra/bundle.ts); where the sources run, it is made here.
 */
import { readFile } from 'node:fs/promises';
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

const DECODES = 'getDecoder(this.contentType.parsed.params.charset).decode(this.content)';

/** The parser trusts the character set that a part names. */
const textDecoder: Plugin = {
  name: 'text-decoder',
  setup({ onLoad }) {
    onLoad({ filter: /postal-mime[\\/]dist[\\/]esm[\\/]mime-node\.js$/ }, async ({ path: file }) => {
      const source = await readFile(file, 'utf8');
      if (!source.includes(DECODES)) throw new Error('The parser decodes texts otherwise than it did');
      const ours = JSON.stringify(path.join(import.meta.dirname, 'decode-text.ts'));
      const decodes = 'decodeText(this.content, getDecoder(this.contentType.parsed.params.charset))';
      return { contents: `import { decodeText } from ${ours};\n${source.replace(DECODES, decodes)}` };
    });
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
  plugins: [plainDecoder, textDecoder],
  legalComments: 'none',
  logLevel: 'warning',
});

export const parseProcessCode: string = outputFiles[0]!.text;
