/** `node test/conformance/states-language-run.ts [FILE]`: replays recordings and prints how many deviate, and why. */
import { join } from 'node:path';
import { replay, total } from './states-language.ts';
import { NoRecordings } from './states-language-recording.ts';

const shared = join(import.meta.dirname, '../../../shared/conformance/states-language/recordings.json.gz');

async function print(file: string): Promise<void> {
  const { passed, failed, excepted } = await replay(file);
  for (const { id, problem } of failed) console.log(`FAILED ${id}\n  ${problem}`);
  for (const [reason, count] of excepted) console.log(`${count} excepted: ${reason}`);
  console.log(`${total(passed)} passed, ${failed.length} failed, ${total(excepted)} excepted`);
  if (failed.length > 0) process.exitCode = 1;
}

const [file = shared] = process.argv.slice(2);
try {
  await print(file);
} catch (error) {
  if (!(error instanceof NoRecordings)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
