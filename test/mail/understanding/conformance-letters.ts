/** Letters as people send them, with labels: beside this repository, if they are there. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const FILE = path.resolve(import.meta.dirname, '../../../../shared/conformance/letters/datenanfragen.jsonl');

export interface LabelledLetter {
  id: string;
  lang: string;
  labels: readonly string[];
  text: string;
}

/** The letters, or nothing where they are not. */
export function conformanceLetters(): readonly LabelledLetter[] | undefined {
  if (!existsSync(FILE)) return undefined;
  const lines = readFileSync(FILE, 'utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line) as LabelledLetter);
}
