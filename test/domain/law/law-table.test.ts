/** docs/law.md prints the laws as the data say them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { withLawTable } from './law-table.ts';

const DOC = readFileSync(join(import.meta.dirname, '../../../docs/law.md'), 'utf8');

it('docs/law.md has the table of the laws as they are; write it with: node test/domain/law/write-law-table-run.ts', () => {
  expect(DOC).toBe(withLawTable(DOC));
});
