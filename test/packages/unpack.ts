/** Writes packages and takes them apart with Python's zipfile, a reader that shares no code with the writer. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import type { PackageContent } from '../../lib/packages/content.ts';
import { planParts } from '../../lib/packages/plan-parts.ts';
import { writePart } from '../../lib/packages/write-part.ts';
import type { FinishedPart } from '../../lib/packages/write-part.ts';

/** A written part: its bytes and what the writer said of it. */
export interface Written {
  bytes: Buffer;
  part: FinishedPart;
}

/** Writes all parts of a package. */
export async function writeAll(content: PackageContent): Promise<Written[]> {
  const parts = planParts(content);
  const written: Written[] = [];
  for (const plan of parts) {
    const { stream, finished } = writePart(content, plan, parts);
    const bytes = await buffer(stream);
    written.push({ bytes, part: await finished });
  }
  return written;
}

/** True if a program is on this machine. */
export function has(program: string): boolean {
  try {
    execFileSync(program, program === 'unzip' ? ['-v'] : ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

const EXTRACT = 'import sys,zipfile\nz=zipfile.ZipFile(sys.argv[1])\nassert z.testzip() is None\nz.extractall(sys.argv[2])';

/** Files by path. */
export function unpack(zip: Buffer): Map<string, Buffer> {
  const folder = mkdtempSync(join(tmpdir(), 'package-'));
  try {
    writeFileSync(join(folder, 'package.zip'), zip);
    execFileSync('python3', ['-c', EXTRACT, join(folder, 'package.zip'), join(folder, 'out')]);
    const names = readdirSync(join(folder, 'out'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    return new Map(names.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [path.slice(join(folder, 'out').length + 1), readFileSync(path)] as const;
    }));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The files of a package of one part. */
export async function filesOf(content: PackageContent): Promise<Map<string, Buffer>> {
  const [only] = await writeAll(content);
  return unpack(only!.bytes);
}

/** Text of one file. */
export function text(files: Map<string, Buffer>, path: string): string {
  const file = files.get(path);
  if (file === undefined) throw new Error(`No file ${path} among ${[...files.keys()].join(', ')}`);
  return file.toString('utf8');
}
