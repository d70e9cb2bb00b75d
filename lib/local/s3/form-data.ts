/** Reads a multipart/form-data body: the fields at once, the file as a stream. */
import { AwsError } from '../contract.ts';

export interface FormUpload {
  /** Field names in lower case, as S3 compares them. */
  fields: Record<string, string>;
  fileName: string;
  fileType?: string;
  /** The file's bytes; ends at the closing boundary. What follows the file is ignored, as in S3. */
  file: AsyncIterable<Buffer>;
}

const largestFields = 20 * 1024;

/** Reads up to the start of the file. Fields after the file do not count (S3 says so too). */
export async function readForm(source: AsyncIterable<Buffer>, contentType: string): Promise<FormUpload> {
  const boundary = /boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType);
  if (!boundary) throw malformed('The body of your POST request is not well-formed multipart/form-data.');
  const parts = new PartReader(source, `\r\n--${boundary[1] ?? boundary[2] ?? ''}`);
  const fields: Record<string, string> = {};
  for (let head = await parts.head(); head; head = await parts.head()) {
    if (head.name === 'file')
      return { fields, fileName: head.fileName ?? '', ...(head.type ? { fileType: head.type } : {}), file: parts.body() };
    fields[head.name] = await text(parts.body());
  }
  throw malformed('POST requires exactly one file upload per request.');
}

async function text(body: AsyncIterable<Buffer>): Promise<string> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of body) {
    size += piece.length;
    if (size > largestFields)
      throw new AwsError('MaxPostPreDataLengthExceeded', 'Your POST request fields preceding the upload file were too large.');
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}

interface PartHead {
  name: string;
  fileName?: string;
  type?: string;
}

/** Walks through the parts of the body, holding back just enough to recognise a boundary. */
class PartReader {
  readonly #pieces: AsyncIterator<Buffer>;
  readonly #delimiter: Buffer;
  // The first boundary has no line break before it; this one makes it look like the others.
  #rest: Buffer = Buffer.from('\r\n');

  constructor(source: AsyncIterable<Buffer>, delimiter: string) {
    this.#pieces = source[Symbol.asyncIterator]();
    this.#delimiter = Buffer.from(delimiter, 'latin1');
  }

  /** Head of the next part, `undefined` after the last. Call when the previous body was read to its end. */
  async head(): Promise<PartHead | undefined> {
    await this.#until(this.#delimiter);
    const tail = await this.#until(Buffer.from('\r\n'));
    if (tail.startsWith('--')) return undefined;
    return readHead(await this.#until(Buffer.from('\r\n\r\n')));
  }

  /** Bytes up to the next boundary, which stays unread. */
  async *body(): AsyncGenerator<Buffer> {
    for (;;) {
      const at = this.#rest.indexOf(this.#delimiter);
      const ready = at >= 0 ? at : Math.max(this.#rest.length - this.#delimiter.length, 0);
      if (ready > 0) yield this.#rest.subarray(0, ready);
      this.#rest = this.#rest.subarray(ready);
      if (at >= 0) return;
      await this.#more();
    }
  }

  /** Takes everything up to a mark, and the mark. */
  async #until(mark: Buffer): Promise<string> {
    let at = this.#rest.indexOf(mark);
    while (at < 0) {
      if (this.#rest.length > largestFields) throw malformed('The form is not well-formed.');
      if (mark.length === 2 && this.#rest.toString('latin1', 0, 2) === '--') return '--';
      await this.#more();
      at = this.#rest.indexOf(mark);
    }
    const before = this.#rest.toString('utf8', 0, at);
    this.#rest = this.#rest.subarray(at + mark.length);
    return before;
  }

  async #more(): Promise<void> {
    const { done, value } = await this.#pieces.next();
    if (done) throw malformed('The form ended before its closing boundary.');
    this.#rest = Buffer.concat([this.#rest, value]);
  }
}

function readHead(lines: string): PartHead {
  const disposition = /^content-disposition:.*$/im.exec(lines)?.[0] ?? '';
  const name = /[;\s]name="([^"]*)"/i.exec(disposition)?.[1];
  if (name === undefined) throw malformed('A form part has no name.');
  const fileName = /[;\s]filename="([^"]*)"/i.exec(disposition)?.[1];
  const type = /^content-type:\s*(.+?)\s*$/im.exec(lines)?.[1];
  return { name: name.toLowerCase(), ...(fileName === undefined ? {} : { fileName }), ...(type === undefined ? {} : { type }) };
}

function malformed(message: string): AwsError {
  return new AwsError('MalformedPOSTRequest', message);
}
