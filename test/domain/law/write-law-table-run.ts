/** `node test/domain/law/write-law-table-run.ts`: writes the table of the laws into docs/law.md. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withLawTable } from './law-table.ts';

const DOCUMENT = join(import.meta.dirname, '../../../docs/law.md');

writeFileSync(DOCUMENT, withLawTable(readFileSync(DOCUMENT, 'utf8')));
