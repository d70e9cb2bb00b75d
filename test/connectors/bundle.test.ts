/** What functions import stays small and holds nothing of the demo world. */
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';

async function bundle(entry: string): Promise<{ bytes: number; inputs: string[] }> {
  const { metafile, outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    external: ['pg-native'],
    logLevel: 'silent',
  });
  return { bytes: outputFiles[0]!.contents.byteLength, inputs: Object.keys(metafile.inputs) };
}

describe('bundles', () => {
  it.each([
    ['quittance.config.ts', 150_000],
    ['lib/connectors/connect.ts', 200_000],
  ])('%s stays below %i bytes and without the demo', async (entry, most) => {
    const { bytes, inputs } = await bundle(entry);
    expect(bytes).toBeLessThan(most);
    expect(inputs.filter((file) => file.includes('lib/demo'))).toEqual([]);
  });

  it('the configuration does not pull in database drivers', async () => {
    expect((await bundle('quittance.config.ts')).inputs.filter((file) => file.includes('node_modules/pg'))).toEqual([]);
  });
});
