/** `node test/conformance/states-language-run.ts [FILE]`: replays recordings and prints how many deviate, and why. */
import { join } from 'node:path';
import { replay } from './states-language.ts';

const shared = join(import.meta.dirname, '../../../shared/conformance/states-language/recordings.json.gz');
const [file = shared] = process.argv.slice(2);
const { passed, failed, excepted } = await replay(file);
for (const { id, problem } of failed) console.log(`FAILED ${id}\n  ${problem}`);
for (const [reason, count] of excepted) console.log(`${count} excepted: ${reason}`);
const excused = [...excepted.values()].reduce((sum, count) => sum + count, 0);
console.log(`${passed} passed, ${failed.length} failed, ${excused} excepted`);
if (failed.length > 0) process.exitCode = 1;
