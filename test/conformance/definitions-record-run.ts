/** `npm run record-definition`: records today's state machine as that of the version in package.json, unless that is released. */
import { spawnSync } from 'node:child_process';
import { synthesize } from '../infra/synthesized.ts';
import { currentVersion, recordingOf, type Template, writeRecording } from './definitions-recording.ts';

const version = currentVersion();
const { status, stdout } = spawnSync('git', ['tag', '--list', `v${version}`], { cwd: import.meta.dirname, encoding: 'utf8' });
if (status !== 0) throw new Error('git does not say which versions are released');
if (stdout.trim() === '') {
  writeRecording(recordingOf(JSON.parse(synthesize().text) as Template, version));
  console.info(`Recorded the definition of ${version}`);
} else {
  console.error(`${version} is released, and executions of it may run: raise the version in package.json, then record`);
  process.exitCode = 1;
}
