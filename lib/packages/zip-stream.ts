/** A zip made of bodies that are produced one after the other, hashed while they pass. */
import { createHash } from 'node:crypto';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';

/** A file to be: its body is first asked for when all files before it are written. */
export interface ZipEntry {
  path: string;
  mediaType: string;
  body(): AsyncIterable<string> | Iterable<string>;
}

/** A file as it was written. */
export interface WrittenFile {
  path: string;
  mediaType: string;
  bytes: number;
  sha256: string;
}

export interface ZipResult {
  bytes: number;
  sha256: string;
}

/** Deflate level 6: a tenth smaller than level 1 on rows, and the limit is the export, not the processor. */
const LEVEL = 6;
const MODE = 0o100644;

/**
 * The zip as a stream and, once it is read to its end, its size and hash. `written` is told each file when it is done,
 * before the next body is asked for. If a body fails, the stream is destroyed with its error and `finished` rejects.
 */
export function zipStream(
  entries: ZipEntry[],
  day: string,
  written: (file: WrittenFile) => void,
): { stream: Readable; finished: Promise<ZipResult> } {
  const zip = new ZipFile();
  const hash = createHash('sha256');
  let bytes = 0;
  const meter = new Transform({
    transform(chunk: Buffer, _, done) {
      hash.update(chunk);
      bytes += chunk.length;
      done(null, chunk);
    },
  });
  let open: Readable | undefined;
  zip.on('error', (error: Error) => meter.destroy(error));
  meter.once('close', () => open?.destroy());
  const options = { mtime: zipDate(day), forceDosTimestamp: true, mode: MODE, compressionLevel: LEVEL };
  for (const entry of entries) {
    zip.addReadStreamLazy(entry.path, options, (give) => {
      open = Readable.from(measured(entry, written), { objectMode: false });
      // yazl does not listen to the streams it is given.
      open.once('error', (error) => meter.destroy(error));
      give(null, open);
    });
  }
  zip.end();
  const finished = pipeline(zip.outputStream, meter).then(() => ({ bytes, sha256: hash.digest('hex') }));
  return { stream: meter, finished };
}

async function* measured(entry: ZipEntry, written: (file: WrittenFile) => void): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const text of entry.body()) {
    const chunk = Buffer.from(text);
    hash.update(chunk);
    bytes += chunk.length;
    yield chunk;
  }
  written({ path: entry.path, mediaType: entry.mediaType, bytes, sha256: hash.digest('hex') });
}

/**
 * Zip times are local times without a zone: noon of the day exists in every zone and is written with the same bytes,
 * wherever a retry runs.
 */
function zipDate(instant: string): Date {
  const [year, month, day] = instant.slice(0, 10).split('-').map(Number);
  return new Date(year!, month! - 1, day!, 12);
}
