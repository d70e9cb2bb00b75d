/** A PDF as tools see it that nobody here wrote; what is not on the machine is named. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const TOOLS = ['pdfinfo', 'pdffonts', 'pdftotext', 'pdfdetach', 'pdftoppm', 'qpdf', 'zbarimg'] as const;
type Tool = (typeof TOOLS)[number];

const present = new Set(TOOLS.filter((tool) => spawnSync('sh', ['-c', `command -v ${tool}`]).status === 0));
const missing = TOOLS.filter((tool) => !present.has(tool));
if (missing.length > 0)
  console.warn(`SKIPPED, not on this machine (poppler-utils, qpdf, zbar-tools): printed receipts looked at with ${missing.join(', ')}`);

/** True if one of the tools is not there. */
export function lacks(...tools: Tool[]): boolean {
  return tools.some((tool) => !present.has(tool));
}

/** Files of one PDF in a folder that goes when the work is done. */
export function withPdf<T>(pdf: Uint8Array, work: (run: (tool: Tool, ...args: string[]) => string, folder: string) => T): T {
  const folder = mkdtempSync(path.join(tmpdir(), 'receipt-pdf-'));
  try {
    writeFileSync(path.join(folder, 'receipt.pdf'), pdf);
    return work((tool, ...args) => {
      const { status, stdout, stderr } = spawnSync(tool, args, { cwd: folder, encoding: 'utf8' });
      if (status !== 0) throw new Error(`${tool} ${args.join(' ')} ended with ${status}: ${stdout}${stderr}`);
      return stdout;
    }, folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** All its text in the order in which it was written, without spaces. */
export function lettersOf(pdf: Uint8Array): string {
  return withPdf(pdf, (run) => run('pdftotext', '-raw', 'receipt.pdf', '-')).replaceAll(/\s+/g, '');
}

export function fileIn(folder: string, name: string): string {
  return readFileSync(path.join(folder, name), 'utf8');
}
