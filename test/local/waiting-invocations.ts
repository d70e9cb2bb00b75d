/** Which asynchronous invocations a data directory keeps because they are not done yet. */
import { join } from 'node:path';
import { asyncEntries } from '../../lib/local/lambda/async-entries.ts';

/** Their texts, in the order of their ids; nobody else may work on the directory. */
export function waitingInvocations(dataDir: string): string[] {
  const entries = asyncEntries(join(dataDir, 'async'));
  try {
    return entries.all().map((entry) => JSON.stringify(entry));
  } finally {
    entries.close();
  }
}
