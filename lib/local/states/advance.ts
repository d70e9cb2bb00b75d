/** Runs an execution until every frame waits for something: a task, a callback, a time, its children. */
import { HistoryFull } from './errors.ts';
import { appendEntered } from './history.ts';
import type { Frame, Run } from './run.ts';
import { attempt, endRun } from './transition.ts';

async function enter(run: Run, frame: Frame): Promise<void> {
  const step = run.step(frame);
  if (frame.entered === undefined) appendEntered(step);
  await attempt(run, frame, () => run.world.runners[step.state.Type].enter(step));
}

function reasonToEnd(run: Run, thrown: unknown): { error: string; cause: string } {
  const error = 'States.Runtime';
  if (thrown instanceof HistoryFull) return { error, cause: 'The execution reached the maximum number of history events (25000).' };
  run.world.onFault(thrown);
  return { error, cause: 'An internal error ended the execution.' };
}

/** Does some work. A full history or a fault of the engine itself ends the execution: nothing can catch either. */
export async function guarded(run: Run, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (thrown) {
    const reason = reasonToEnd(run, thrown);
    if (!run.ended) endRun(run, 'FAILED', reason);
  }
}

/** Enters up to `most` states. Returns whether more are ready. */
export async function advance(run: Run, most: number): Promise<boolean> {
  await guarded(run, async () => {
    for (let entered = 0; entered < most && !run.ended;) {
      const frame = run.ready.shift();
      if (frame === undefined) return;
      if (frame.phase !== 'enter' || !run.frames.has(frame.id)) continue;
      entered += 1;
      await enter(run, frame);
    }
  });
  return run.ready.length > 0;
}
