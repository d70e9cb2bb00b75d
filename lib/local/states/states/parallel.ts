/** Parallel: runs its branches side by side and gives their outputs as an array. */
import { dataLimitExceeded } from '../errors.ts';
import { evaluate } from '../expressions.ts';
import { appendAside, appendEvent } from '../history.ts';
import type { StateRunner, Step } from '../run.ts';
import { tooLarge } from '../limits.ts';
import { scopeOf } from '../scope.ts';
import { abortFrame, complete, failState } from '../transition.ts';

async function start(step: Step): Promise<void> {
  const { run, frame, state } = step;
  const input = state.Arguments === undefined ? frame.input : await evaluate(state.Arguments, scopeOf(step), 'Arguments');
  if (tooLarge(JSON.stringify(input))) throw dataLimitExceeded(frame.state);
  appendEvent({ run, frame }, 'ParallelStateStarted');
  frame.phase = 'children';
  run.touch(frame);
  for (const ordinal of (state.Branches ?? []).keys()) {
    const flow = [...frame.flow, 'States', frame.state, 'Branches', ordinal];
    const quiet = frame.quiet ? { quiet: true } : {};
    run.spawn({ parent: frame.id, ordinal, flow, input, phase: 'enter', lastEvent: frame.lastEvent, ...quiet });
  }
}

export const parallel: StateRunner = {
  enter: start,

  async childDone(step, child) {
    const children = step.run.children(step.frame);
    if (children.some(({ phase }) => phase !== 'done')) return;
    step.frame.lastEvent = child.lastEvent;
    appendEvent(step, 'ParallelStateSucceeded');
    await complete(
      step,
      children.map(({ output }) => output ?? null),
    );
  },

  async childFailed(step, child, failure) {
    const { run, frame } = step;
    frame.lastEvent = child.lastEvent;
    // AWS reports a Task that failed its branch as aborted, too.
    if (run.step(child).state.Type === 'Task') appendAside({ run, frame: child }, 'TaskStateAborted');
    for (const sibling of run.children(frame)) if (sibling !== child) abortFrame(run, sibling);
    await failState(step, failure);
  },
};
