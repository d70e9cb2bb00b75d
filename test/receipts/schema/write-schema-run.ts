/** Writes the published schema of receipts after an additive change; refuses what would need a new version. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { breakingChanges, receiptSchema, type Schema } from './receipt-schema.ts';

const FILE = path.resolve(import.meta.dirname, '../../../lib/receipts/schema/receipt-1.schema.json');

const breaking = breakingChanges(JSON.parse(readFileSync(FILE, 'utf8')) as Schema, receiptSchema());
if (breaking.length > 0) {
  process.stderr.write(`These changes need version 2 of receipts:\n${breaking.join('\n')}\n`);
  process.exitCode = 1;
} else {
  writeFileSync(FILE, `${JSON.stringify(receiptSchema(), null, 2)}\n`);
}
