/** One timer for all executions, armed for the earliest deadline in the rows: waiting costs no memory per execution. */
import type { Clock } from '../contract.ts';

export class Deadlines {
  /** While deadlines fire; `reset` follows. */
  firing = false;
  private readonly clock: Clock;
  private readonly fire: () => Promise<void>;
  private armedFor = Infinity;
  private disarm: () => void = () => {};
  private closed = false;

  constructor(clock: Clock, fire: () => Promise<void>) {
    this.clock = clock;
    this.fire = fire;
  }

  /** A deadline was written. While deadlines fire it is found afterwards, by `reset`. */
  note(at: number | null): void {
    if (at !== null && at < this.armedFor && !this.firing) this.arm(at);
  }

  /** Arms for the next deadline, or for none. */
  reset(next: number | undefined): void {
    this.firing = false;
    this.disarm();
    this.armedFor = Infinity;
    if (next !== undefined) this.arm(next);
  }

  close(): void {
    this.closed = true;
    this.disarm();
  }

  private arm(at: number): void {
    this.disarm();
    if (this.closed) return;
    this.armedFor = at;
    this.disarm = this.clock.at(at, () => {
      this.firing = true;
      void this.fire();
    });
  }
}
