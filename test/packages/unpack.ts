/** Writes packages and takes them apart by the central directory, with a reader that shares nothing with the writer. */
import { execFileSync } from 'node:child_process';
import { buffer } from 'node:stream/consumers';
import { crc32, inflateRawSync } from 'node:zlib';
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

/** True if a program is on this machine; says loudly that a test is skipped if not. */
export function has(program: string, versionFlag = '--version'): boolean {
  try {
    execFileSync(program, [versionFlag], { stdio: 'ignore' });
    return true;
  } catch {
    console.warn(`SKIPPED: ${program} is not on this machine`);
    return false;
  }
}

const END_OF_DIRECTORY = 22;

/** Files by path; throws if a checksum is wrong or a path occurs twice. */
export function unpack(zip: Buffer): Map<string, Buffer> {
  const end = zip.length - END_OF_DIRECTORY;
  const files = new Map<string, Buffer>();
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ];
    const path = zip.toString('utf8', at + 46, at + 46 + nameLength);
    const local = zip.readUInt32LE(at + 42);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const body = inflateRawSync(zip.subarray(start, start + zip.readUInt32LE(at + 20)));
    if (crc32(body) !== zip.readUInt32LE(at + 16) || files.has(path)) throw new Error(`${path} is damaged or there twice`);
    files.set(path, body);
    at += 46 + nameLength + extraLength + commentLength;
  }
  return files;
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
