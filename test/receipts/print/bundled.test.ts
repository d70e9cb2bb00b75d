/** The printer as a function carries it: minified, in one file, with its fonts beside it and nothing else installed. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { putFonts } from '../../../lib/infra/fonts.ts';
import { slimBundles } from '../../../lib/infra/slim-bundles.ts';
import { renderReceiptPdf } from '../../../lib/receipts/print/render-receipt-pdf.ts';
import { asJws, deletionOf, VERIFY_URL } from '../document/sample-payloads.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');

let outdir: string;
beforeAll(async () => {
  outdir = mkdtempSync(path.join(tmpdir(), 'printer-'));
  const { metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: [{ in: 'lib/receipts/print/render-receipt-pdf.ts', out: 'printer/index' }],
    outdir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    minify: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
    mainFields: ['module', 'main'],
    plugins: [slimBundles],
    metafile: true,
  });
  putFonts(metafile, ROOT);
});
afterAll(() => rmSync(outdir, { recursive: true }));

it('prints the same bytes as from the sources', async () => {
  const bundled = (await import(pathToFileURL(path.join(outdir, 'printer/index.mjs')).href)) as {
    renderReceiptPdf: typeof renderReceiptPdf;
  };
  const input = { jws: asJws(deletionOf(12, 'de')), verifyUrl: VERIFY_URL, zone: 'Europe/Berlin' };
  expect(Buffer.compare(await bundled.renderReceiptPdf(input), await renderReceiptPdf(input))).toBe(0);
});
