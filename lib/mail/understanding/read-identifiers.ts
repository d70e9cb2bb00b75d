/** What senders tell about themselves in labelled lines: `Kundennummer: 4711`, `E-Mail: …`. */
import { foldText } from './fold-text.ts';
import { LEXICA } from './lexica.ts';
import type { Identifier } from './lexicon.ts';

const LINE = /^[\s*•–-]{0,6}([^:=\n]{2,40}?)\s{0,3}[:=]\s{0,8}(\S.*)$/u;
const EMAIL = /[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{1,63}){1,8}/u;
const MOST = 200;

let known: ReadonlyMap<string, Identifier> | undefined;

const bare = (label: string): string =>
  foldText(label)
    .text.replaceAll(/[^\p{L}\d]+/gu, ' ')
    .trim();

/** Every label of every language: who writes in one often fills in the form of another. */
function labels(): ReadonlyMap<string, Identifier> {
  const all = new Map<string, Identifier>();
  for (const lexicon of LEXICA)
    for (const [identifier, written] of Object.entries(lexicon.labels) as [Identifier, string][])
      for (const label of written.split('|')) if (!all.has(bare(label))) all.set(bare(label), identifier);
  return all;
}

/** `my customer number is 4711`, `Kundennummer 4711`: only numbers are taken out of a sentence. */
function numberInLine(line: string, table: ReadonlyMap<string, Identifier>): string | undefined {
  const words = bare(line).split(' ');
  for (let at = 0; at < words.length; at += 1)
    for (const length of [3, 2, 1]) {
      if (table.get(words.slice(at, at + length).join(' ')) !== 'customer-number') continue;
      const value = words.slice(at + length, at + length + 4).find((word) => /\d{3}/.test(word));
      if (value !== undefined) return new RegExp(`\\b[\\p{L}\\d-]*${value}[\\p{L}\\d-]*`, 'iu').exec(line)?.[0] ?? value;
    }
  return undefined;
}

/** The identifiers of a letter by kind; the first of each kind is taken. */
export function readIdentifiers(text: string): Record<string, string> {
  known ??= labels();
  const found: Partial<Record<Identifier, string>> = {};
  for (const raw of text.split('\n')) {
    if (raw.length > MOST || raw.trimStart().startsWith('>')) continue;
    const line = raw.normalize('NFC').replaceAll('\u00AD', '').trim();
    const [, label = '', value = ''] = LINE.exec(line) ?? [];
    const identifier = known.get(bare(label));
    if (identifier !== undefined) found[identifier] ??= identifier === 'email' ? (EMAIL.exec(value)?.[0] ?? value.trim()) : value.trim();
    const number = found['customer-number'] === undefined ? numberInLine(line, known) : undefined;
    if (number !== undefined) found['customer-number'] = number;
  }
  const address = found.email === undefined ? firstEmail(text) : undefined;
  return { ...found, ...(address !== undefined && { email: address }) };
}

/** The first address in the text, looked for around each `@`, so that length costs nothing. */
function firstEmail(text: string): string | undefined {
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
    const found = EMAIL.exec(text.slice(Math.max(0, at - 64), at + 200));
    if (found !== null) return found[0];
  }
  return undefined;
}
