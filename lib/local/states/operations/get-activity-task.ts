/** GetActivityTask: a worker waits for a task of its activity. */
import type { Engine } from '../engine.ts';
import { workAsked } from '../signals.ts';
import type { Task } from '../states/task.ts';
import { findActivity } from './activities.ts';
import type { Input } from './request.ts';
import { optionalText } from './request.ts';

/** https://docs.aws.amazon.com/step-functions/latest/apireference/API_GetActivityTask.html */
const LONGEST_POLL_MS = 60_000;

interface Worker {
  activity: string;
  workerName: string | undefined;
}

async function take(engine: Engine, worker: Worker): Promise<Task | undefined> {
  for (const { execution, id } of engine.rows.waitingFor(worker.activity)) {
    const task = await engine.perform(execution, (run) => workAsked(run, id, worker));
    if (task) return task;
  }
  return undefined;
}

/** Answers with a task that no other worker gets, those of older executions first; with nothing if none comes within a minute. */
export async function getActivityTask(engine: Engine, input: Input): Promise<Record<string, unknown>> {
  const worker = { activity: findActivity(engine, input).arn, workerName: optionalText(input, 'workerName') };
  const until = engine.world.clock.now() + LONGEST_POLL_MS;
  for (;;) {
    // Waits before it looks: a task that is offered meanwhile is not missed.
    const wait = engine.pollers.wait(worker.activity, until);
    try {
      const task = await take(engine, worker);
      if (task) return { ...task };
      if (!(await wait.offered)) return {};
    } finally {
      wait.leave();
    }
  }
}
