/** Workers that wait until there may be a task of their activity. */
import type { Clock } from '../contract.ts';

export class Pollers {
  private readonly clock: Clock;
  /** How to end each wait, by activity: true says that there may be a task. */
  private readonly waiting = new Map<string, Set<(offered: boolean) => void>>();
  private closed = false;

  constructor(clock: Clock) {
    this.clock = clock;
  }

  /** Resolves to true when a task is offered, to false at `until` or at the end of the service. `leave` ends it early. */
  wait(activity: string, until: number): { offered: Promise<boolean>; leave: () => void } {
    const { promise, resolve } = Promise.withResolvers<boolean>();
    const waiting = this.waiting.get(activity) ?? new Set();
    const end = (offered: boolean): void => {
      if (!waiting.delete(end)) return;
      disarm();
      if (waiting.size === 0) this.waiting.delete(activity);
      resolve(offered);
    };
    const disarm = this.clock.at(until, () => end(false));
    this.waiting.set(activity, waiting.add(end));
    if (this.closed) end(false);
    return { offered: promise, leave: () => end(false) };
  }

  /** A task is offered: whoever waits for one may look. */
  wake(activity: string): void {
    for (const end of this.waiting.get(activity) ?? []) end(true);
  }

  close(): void {
    this.closed = true;
    for (const end of [...this.waiting.values()].flatMap((ends) => [...ends])) end(false);
  }
}
