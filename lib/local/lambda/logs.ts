/** Where functions write: one file each below the data directory, and the console when asked. */
import { createWriteStream, mkdirSync, type WriteStream } from 'node:fs';
import { devNull } from 'node:os';
import { join } from 'node:path';

export interface FunctionLogs {
  /** The log of a function, appended to. */
  stream(functionName: string): NodeJS.WritableStream & WriteStream;
  close(): Promise<void>;
}

/**
 * Logs below `<dataDir>/logs`; `verbose` repeats them on this process's stderr. What a function writes that may not
 * write is lost, as in the cloud.
 */
export function openFunctionLogs(dataDir: string, verbose: boolean, mayWrite = (_functionName: string): boolean => true): FunctionLogs {
  const directory = join(dataDir, 'logs');
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const streams = new Map<string, WriteStream>();
  const open = (name: string) => {
    const stream = createWriteStream(mayWrite(name) ? join(directory, `${name}.log`) : devNull, { flags: 'a', mode: 0o600 });
    // Every sandbox of the function pipes into the same file.
    stream.setMaxListeners(0);
    if (verbose) echo(name, stream);
    streams.set(name, stream);
    return stream;
  };
  return {
    stream: (name) => streams.get(name) ?? open(name),
    async close() {
      await Promise.all([...streams.values()].map((stream) => new Promise<void>((resolve) => stream.end(resolve))));
    },
  };
}

function echo(name: string, stream: WriteStream): void {
  const write = stream.write.bind(stream) as (chunk: string | Uint8Array) => boolean;
  stream.write = (chunk: string | Uint8Array) => {
    process.stderr.write(`[${name}] ${String(chunk)}`);
    return write(chunk);
  };
}
