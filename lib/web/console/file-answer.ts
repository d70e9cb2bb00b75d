/** Files that strangers sent, handed out to be saved: never shown, never run, whatever they say they are. */
import type { Context } from 'hono';
import { html } from 'hono/html';
import type { Content } from '../ui/markup.ts';
import type { Desk } from './desk.ts';
import { staffPage } from './frame.ts';

/** A function answers with at most 6 MB, and a file in base64 takes four thirds of its bytes. */
const LARGEST = 4 * 1024 * 1024;

/** "2.4 MB". */
export function sizeInWords({ lang }: Pick<Desk, 'lang'>, bytes: number): string {
  const [unit, size] = bytes < 1e3 ? (['byte', 1] as const) : bytes < 1e6 ? (['kilobyte', 1e3] as const) : (['megabyte', 1e6] as const);
  const unitDisplay = unit === 'byte' ? 'long' : 'short';
  return new Intl.NumberFormat(lang, { style: 'unit', unit, unitDisplay, maximumSignificantDigits: 2 }).format(bytes / size);
}

/** Names the file for old browsers in plain letters, and for the others as it is called (RFC 6266). */
function disposition(name: string): string {
  const clean = name
    .toWellFormed()
    .replaceAll(/[\p{C}/\\]/gu, '_')
    .replace(/^\.+/, '_');
  const plain = clean.replaceAll(/[^\w. -]/g, '_');
  const full = encodeURIComponent(clean).replaceAll(/['()*]/g, (character) => `%${character.codePointAt(0)!.toString(16).toUpperCase()}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${full}`;
}

function saved(c: Context, name: string, content: Uint8Array): Response {
  return c.body(new Uint8Array(content), 200, {
    'Content-Type': 'application/octet-stream',
    'Content-Disposition': disposition(name),
    'Content-Security-Policy': "sandbox; default-src 'none'",
    'X-Content-Type-Options': 'nosniff',
  });
}

/** A file too large for one answer, part by part. What it is called has no place in a command that somebody pastes. */
function partsPage(
  c: Context,
  desk: Desk,
  { name, parts, before }: { name: string; parts: number; before: Content },
): Response | Promise<Response> {
  const { mail } = desk.words;
  const numbers = Array.from({ length: parts }, (_, index) => index + 1);
  const files = numbers.map((part) => `part-${part}`);
  const items = numbers.map((part) => html`<li><a href="?part=${part}" download>${mail.part(part, parts)}</a></li>`);
  const main = html`<h1>${mail.partsTitle}</h1><p class="lead">${mail.partsLead(name, parts)}</p><ol>${items}</ol>
<p>${mail.join} <code>copy /b ${files.join('+')} whole</code></p><p>${mail.joinElsewhere} <code>cat ${files.join(' ')} > whole</code></p>`;
  return c.html(staffPage(desk, { title: mail.partsTitle, before, main }));
}

/** The file, or the way to its parts. */
export function fileAnswer(
  c: Context,
  desk: Desk,
  file: { name: string; content: Uint8Array; before: Content },
): Response | Promise<Response> {
  const { name, content, before } = file;
  if (content.length <= LARGEST) return saved(c, name, content);
  const parts = Math.ceil(content.length / LARGEST);
  const part = Number(c.req.query('part'));
  if (!Number.isInteger(part) || part < 1 || part > parts) return partsPage(c, desk, { name, parts, before });
  return saved(c, `part-${part}`, content.subarray((part - 1) * LARGEST, part * LARGEST));
}
