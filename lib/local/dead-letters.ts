/** Queues and topics have no reader on a laptop: what was sent to them can be read in a file of JSON lines. */
import { appendFileSync, mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';

/** Adds a record to the file of a queue or topic, given its ARN, or of anything else that is named. */
export function keepDeadLetter(destination: string, record: object, dataDir: string): void {
  const directory = join(dataDir, 'dead-letters');
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const name = basename(destination.replaceAll(':', '/'));
  appendFileSync(join(directory, `${name}.jsonl`), `${JSON.stringify(record)}\n`, { mode: 0o600 });
}
