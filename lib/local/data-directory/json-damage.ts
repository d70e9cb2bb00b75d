/** Whether JSON files can be read. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Damage } from './damage.ts';

/** The files among `paths` that hold no JSON although they should. The demo's database has formats of its own. */
export function jsonDamage(directory: string, paths: readonly string[]): Damage[] {
  const files = paths.filter((path) => path.endsWith('.json') && !path.startsWith('demo/shop/'));
  return files.filter((path) => !isJson(join(directory, path))).map((path) => ({ path, fault: 'cannot be read: it holds no JSON' }));
}

function isJson(file: string): boolean {
  const text = readFileSync(file, 'utf8');
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
