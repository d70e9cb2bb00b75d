/** Replays recordings in a thread of its own: one that hangs or crashes takes no other down. */
import { parentPort } from 'node:worker_threads';
import type { Recording } from './states-language-recording.ts';
import { judge } from './states-language-replay.ts';

parentPort?.on('message', (recording: Recording) => {
  void judge(recording).then((verdict) => parentPort?.postMessage(verdict));
});
