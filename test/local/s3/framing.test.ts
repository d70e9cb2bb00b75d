/** Framed bodies arrive in pieces of any size; what is inside must not depend on where they are cut. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { unchunked } from '../../../lib/local/s3/chunked-body.ts';
import { readForm } from '../../../lib/local/s3/form-data.ts';

async function* cut(bytes: Buffer, sizes: readonly number[]): AsyncGenerator<Buffer> {
  let at = 0;
  for (let turn = 0; at < bytes.length; turn += 1) {
    const size = sizes[turn % sizes.length] ?? 1;
    yield bytes.subarray(at, at + size);
    at += size;
  }
}

async function whole(pieces: AsyncIterable<Buffer>): Promise<Buffer> {
  const all: Buffer[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
}

const cuts = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 8 });
/** Full of the signs that frames are made of. */
const payload = fc
  .array(fc.constantFrom('\r', '\n', '\r\n', '-', '--', '--edge', '\r\n--edg', '\r\n--', 'a', '0', ':'), { maxLength: 30 })
  .map((parts) => Buffer.from(parts.join('')));

it('takes off aws-chunked framing wherever the body is cut', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(payload, { maxLength: 4 }), cuts, async (chunks, sizes) => {
      const framed = chunks
        .filter(({ length }) => length > 0)
        .map((chunk) => Buffer.concat([Buffer.from(`${chunk.length.toString(16)}\r\n`), chunk, Buffer.from('\r\n')]));
      const trailers: Record<string, string> = {};
      const body = Buffer.concat([...framed, Buffer.from('0\r\nX-Amz-Checksum-Crc32: AAAA==\r\n\r\n')]);
      expect(await whole(unchunked(cut(body, sizes), trailers))).toEqual(Buffer.concat(chunks));
      expect(trailers).toEqual({ 'x-amz-checksum-crc32': 'AAAA==' });
    }),
  );
});

it('refuses aws-chunked framing that is cut short or broken', async () => {
  for (const body of ['5\r\nabc', 'zz\r\nabc\r\n', '3\r\nabcX\r\n0\r\n\r\n', '3\r\nabc\r\n', '0\r\nno colon\r\n\r\n']) {
    await expect(whole(unchunked(cut(Buffer.from(body), [4]), {}))).rejects.toMatchObject({ code: 'IncompleteBody' });
  }
});

it('finds the file in a form wherever the body is cut', async () => {
  await fc.assert(
    fc.asyncProperty(payload, cuts, async (file, sizes) => {
      fc.pre(!file.includes('\r\n--edge') && !file.toString().startsWith('--edge'));
      const head =
        '--edge\r\nContent-Disposition: form-data; name="Key"\r\n\r\nuploads/ä\r\n--edge\r\nContent-Disposition: form-data; name="file"; filename="x.pdf"\r\nContent-Type: application/pdf\r\n\r\n';
      const body = Buffer.concat([Buffer.from(head), file, Buffer.from('\r\n--edge--\r\n')]);
      const form = await readForm(cut(body, sizes), 'multipart/form-data; boundary=edge');
      expect(form).toMatchObject({ fields: { key: 'uploads/ä' }, fileName: 'x.pdf', fileType: 'application/pdf' });
      expect(await whole(form.file)).toEqual(file);
    }),
  );
});

it('refuses a form without a file or without an end', async () => {
  const type = 'multipart/form-data; boundary=edge';
  const field = '--edge\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n';
  await expect(readForm(cut(Buffer.from(`${field}--edge--\r\n`), [9]), type)).rejects.toMatchObject({ code: 'MalformedPOSTRequest' });
  await expect(readForm(cut(Buffer.from(field), [9]), type)).rejects.toMatchObject({ code: 'MalformedPOSTRequest' });
});
