/** JSON read strictly: valid UTF-8, an object, and no key twice in any object (parsers disagree on which of two wins). */

/** Strings first, so that brackets inside them are not seen; the input is known to be valid JSON. */
const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],]/g;

/** True if some object in the valid JSON text has a key twice, however it is escaped. */
export function hasDuplicateKeys(text: string): boolean {
  /** Keys seen per open object; undefined for an open array. */
  const open: (Set<string> | undefined)[] = [];
  let keyExpected = false;
  for (const [token] of text.matchAll(TOKEN)) {
    const keys = open.at(-1);
    if (token === '{') open.push(new Set());
    else if (token === '[') open.push(undefined);
    else if (token === '}' || token === ']') open.pop();
    else if (token !== ',' && keyExpected && keys !== undefined) {
      const key = JSON.parse(token) as string;
      if (keys.has(key)) return true;
      keys.add(key);
    }
    keyExpected = token === '{' || token === ',';
  }
  return false;
}

export type StrictJson =
  | { ok: true; value: Record<string, unknown> }
  | { ok: false; reason: 'not-utf8' | 'not-a-json-object' | 'duplicate-key' };

/** Reads bytes as one JSON object. */
export function readStrictJson(bytes: Uint8Array): StrictJson {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return { ok: false, reason: 'not-utf8' };
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { ok: false, reason: 'not-a-json-object' };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { ok: false, reason: 'not-a-json-object' };
  if (hasDuplicateKeys(text)) return { ok: false, reason: 'duplicate-key' };
  return { ok: true, value: value as Record<string, unknown> };
}
