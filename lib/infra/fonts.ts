/** Puts the fonts beside the bundles that print: a font is read when it is needed, not with the code. */
import { cpSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Metafile } from 'esbuild';

const PACKAGE = 'node_modules/dejavu-fonts-ttf';
const PRINTER = 'node_modules/pdfkit/js/pdfkit.node.mjs';
/** What `lib/receipts/print` writes with, and the terms it may be passed on under. */
const FILES = ['ttf/DejaVuSans.ttf', 'ttf/DejaVuSans-Bold.ttf', 'LICENSE'];

/** A package folder beside each bundle that carries the printer: there Node finds it as it does where everything is installed. */
export function putFonts({ outputs }: Metafile, root: string): void {
  const printing = Object.entries(outputs).filter(([, { inputs }]) => (inputs[PRINTER]?.bytesInOutput ?? 0) > 0);
  for (const [output] of printing) {
    const beside = path.join(root, path.dirname(output), PACKAGE);
    mkdirSync(beside, { recursive: true });
    for (const file of FILES) cpSync(path.join(root, PACKAGE, file), path.join(beside, file), { recursive: true });
  }
}
