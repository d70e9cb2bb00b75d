/** Takes the aws-chunked framing off a body and collects the trailing headers. */
import { AwsError } from '../contract.ts';

const longestLine = 16 * 1024;

/** Yields the payload bytes; once it ends, `trailers` holds the trailing headers in lower case. */
export async function* unchunked(source: AsyncIterable<Buffer>, trailers: Record<string, string>): AsyncGenerator<Buffer> {
  const reader = new LineReader(source);
  for (;;) {
    const left = sizeOf(await reader.line());
    if (left === 0) break;
    yield* reader.bytes(left);
    if ((await reader.line()) !== '') throw malformed();
  }
  for (let line = await reader.line(); line !== ''; line = await reader.line()) {
    const colon = line.indexOf(':');
    if (colon < 1) throw malformed();
    trailers[line.slice(0, colon).trim().toLowerCase()] = line.slice(colon + 1).trim();
  }
}

function sizeOf(line: string): number {
  const size = line.split(';', 1)[0] ?? '';
  if (!/^[0-9a-fA-F]{1,12}$/.test(size)) throw malformed();
  return Number.parseInt(size, 16);
}

function malformed(): AwsError {
  return new AwsError('IncompleteBody', 'The request body terminated unexpectedly or its aws-chunked framing is wrong');
}

/** Reads lines and counted bytes from a stream of arbitrary pieces. */
class LineReader {
  readonly #pieces: AsyncIterator<Buffer>;
  #rest: Buffer = Buffer.alloc(0);

  constructor(source: AsyncIterable<Buffer>) {
    this.#pieces = source[Symbol.asyncIterator]();
  }

  async line(): Promise<string> {
    let end = this.#rest.indexOf('\r\n');
    while (end < 0) {
      if (this.#rest.length > longestLine) throw malformed();
      this.#rest = Buffer.concat([this.#rest, await this.#next()]);
      end = this.#rest.indexOf('\r\n');
    }
    const line = this.#rest.toString('latin1', 0, end);
    this.#rest = this.#rest.subarray(end + 2);
    return line;
  }

  async *bytes(count: number): AsyncGenerator<Buffer> {
    let left = count;
    while (left > 0) {
      if (this.#rest.length === 0) this.#rest = await this.#next();
      const piece = this.#rest.subarray(0, left);
      this.#rest = this.#rest.subarray(piece.length);
      left -= piece.length;
      yield piece;
    }
  }

  async #next(): Promise<Buffer> {
    const { done, value } = await this.#pieces.next();
    if (done) throw malformed();
    return value;
  }
}
