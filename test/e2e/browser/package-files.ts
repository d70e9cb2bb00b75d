/** A package as the person gets it: fetched over a connection that breaks, opened by unzip, searched byte by byte. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The SHA-256 of bytes in hexadecimal. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

async function answer(url: string, headers: Record<string, string> = {}): Promise<IncomingMessage> {
  const [response] = (await once(get(url, { headers, agent: false }), 'response')) as [IncomingMessage];
  return response;
}

/** Takes so many bytes and then pulls the plug. */
async function firstBytes(url: string, wanted: number): Promise<{ bytes: Buffer; total: number }> {
  const response = await answer(url);
  if (response.statusCode !== 200) throw new Error(`The file answered ${response.statusCode}`);
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of response) {
    pieces.push(piece as Buffer);
    length += (piece as Buffer).length;
    if (length >= wanted) break;
  }
  response.destroy();
  return { bytes: Buffer.concat(pieces).subarray(0, wanted), total: Number(response.headers['content-length']) };
}

/** The rest of a file from a position. */
async function restOf(url: string, from: number): Promise<Buffer> {
  const response = await answer(url, { range: `bytes=${from}-` });
  if (response.statusCode !== 206) throw new Error(`The rest of the file answered ${response.statusCode}`);
  if (!response.headers['content-range']?.startsWith(`bytes ${from}-`)) throw new Error('The rest begins elsewhere');
  const pieces: Buffer[] = [];
  for await (const piece of response) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}

/** Downloads a part as over a bad line: every press of the link gives a fresh address, the second one takes up where the first broke off. */
export async function fetchInterrupted(freshAddress: () => Promise<string>): Promise<Buffer> {
  const { bytes, total } = await firstBytes(await freshAddress(), 1000);
  if (bytes.length !== 1000 || total <= 1000) throw new Error('The file is too short to break off');
  return Buffer.concat([bytes, await restOf(await freshAddress(), bytes.length)]);
}

/** Unpacks with Debian's unzip, which tests every checksum first; throws if the archive is damaged. */
export function unzip(file: string, into: string): string[] {
  execFileSync('unzip', ['-t', file], { stdio: 'ignore' });
  execFileSync('unzip', ['-q', '-d', into, file]);
  return readdirSync(into, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(into, path.join(entry.parentPath, entry.name)))
    .toSorted();
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** A text as it is and with the escapes of HTML and JSON undone, so that no spelling hides anything. */
function spellings(text: string): string[] {
  const html = text.replaceAll(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, dec: string, hex: string, name: string) =>
    dec ? String.fromCodePoint(Number(dec)) : hex ? String.fromCodePoint(Number.parseInt(hex, 16)) : (ENTITIES[name] ?? whole),
  );
  const json = text.replaceAll(/\\u([\da-f]{4})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return [text, html, json];
}

/** Where any of the secrets stands: in the archive's own bytes or in any file of it, whatever way it is written. */
export function leaks(zip: Uint8Array, directory: string, secrets: readonly string[]): string[] {
  const files = readdirSync(directory, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const texts = [
    { name: 'the archive', text: Buffer.from(zip).toString('latin1') },
    ...files.flatMap(({ parentPath, name }) => {
      const bytes = readFileSync(path.join(parentPath, name));
      return [{ name, text: bytes.toString('latin1') }, ...spellings(bytes.toString('utf8')).map((text) => ({ name, text }))];
    }),
    ...files.map(({ name }) => ({ name: `the name of ${name}`, text: name })),
  ];
  const wanted = secrets.flatMap((secret) => [
    secret,
    encodeURIComponent(secret),
    Buffer.from(secret).toString('base64').replace(/=+$/, '').slice(0, -1),
  ]);
  return [
    ...new Set(
      texts.flatMap(({ name, text }) =>
        wanted.filter((secret) => text.toLowerCase().includes(secret.toLowerCase())).map((secret) => `${name}: ${secret}`),
      ),
    ),
  ];
}
