/** A clock that tests move by hand: timers fire in order while the engine keeps up. */
import type { Clock } from '../../../lib/local/contract.ts';

interface Timer {
  at: number;
  fire: () => void;
}

export class VirtualClock implements Clock {
  private time: number;
  private readonly timers = new Set<Timer>();

  constructor(start = Date.parse('2026-01-01T00:00:00Z')) {
    this.time = start;
  }

  now(): number {
    return this.time;
  }

  at(at: number, fire: () => void): () => void {
    const timer = { at, fire };
    this.timers.add(timer);
    return () => this.timers.delete(timer);
  }

  /** How many timers are armed. */
  get armed(): number {
    return this.timers.size;
  }

  /** Moves to the next timer and fires it. Returns whether there was one up to `until`. */
  private fireNext(until: number): boolean {
    const [next] = [...this.timers].sort((one, other) => one.at - other.at);
    if (next === undefined || next.at > until) return false;
    this.timers.delete(next);
    this.time = Math.max(this.time, next.at);
    next.fire();
    return true;
  }

  /** Lets time pass, with all that happens meanwhile. */
  async pass(milliseconds: number): Promise<void> {
    const until = this.time + milliseconds;
    await settle();
    while (this.fireNext(until)) await settle();
    this.time = until;
  }
}

/** Lets promises, immediates and commits come to rest. */
export async function settle(turns = 12): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}
