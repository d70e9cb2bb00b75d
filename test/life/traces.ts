/** Where words stand in the files below a folder, however they are written there. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** What base64 makes of a word depends on where it begins: three ways, without the ends that its neighbours share. */
function inBase64(word: string): string[] {
  return [0, 1, 2].map((lead) => {
    const text = Buffer.concat([Buffer.alloc(lead), Buffer.from(word)]).toString('base64');
    return text.slice(lead === 0 ? 0 : lead + 1, text.length - 4);
  });
}

function spellings(word: string): Buffer[] {
  const base64 = inBase64(word);
  const texts = [word, word.toLowerCase(), encodeURIComponent(word), word.replaceAll(' ', '+'), Buffer.from(word).toString('hex')];
  const all = [...texts, ...base64, ...base64.map((text) => text.replaceAll('+', '-').replaceAll('/', '_'))];
  return [...new Set(all)].map((text) => Buffer.from(text)).concat(Buffer.from(word, 'utf16le'));
}

/** Files below a folder, relative to it, in which one of the words stands. */
export function filesNaming(folder: string, words: readonly string[]): string[] {
  const wanted = words.flatMap(spellings);
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => {
      const bytes = readFileSync(file);
      return wanted.some((spelling) => bytes.includes(spelling));
    })
    .map((file) => path.relative(folder, file))
    .toSorted();
}
