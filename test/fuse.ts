/** Simulated crashes: a process that dies at one of its effects, before or after the effect took place. */

/** The end of a process: nobody catches it, nothing runs after it. */
export class SimulatedCrash extends Error {
  override name = 'SimulatedCrash' as const;
}

export type CrashWhen = 'before' | 'after';

interface Plan {
  when: CrashWhen;
  /** Asked once per effect. */
  due(effect: string): boolean;
}

const NEVER: Plan = { when: 'before', due: () => false };

/**
 * Stands between the product and everything it writes to. While it is blown, nothing goes through, as nothing does
 * from a dead process; `mend` starts a new one.
 */
export class Fuse {
  /** Every effect that took place, in order. */
  readonly effects: string[] = [];
  /** Told apart from the same effect in another step. */
  step = '';
  blown = false;
  private plan: Plan = NEVER;
  private readonly crashed = new Set<string>();

  /** Dies at the n-th effect from now (from 1). */
  blowAt(n: number, when: CrashWhen): void {
    let count = 0;
    this.plan = { when, due: () => (count += 1) === n };
  }

  /** Dies at every effect once: a step of five effects runs six times. */
  blowAtEach(when: CrashWhen): void {
    const due = (effect: string): boolean => {
      const name = `${this.step} ${effect}`;
      if (this.crashed.has(name)) return false;
      this.crashed.add(name);
      return true;
    };
    this.plan = { when, due };
  }

  /** A new process; `keep` goes on with the plan. */
  mend(keep?: 'plan'): void {
    this.blown = false;
    if (keep === undefined) this.plan = NEVER;
  }

  /** Lets a reading through unless the process is dead. */
  async read<T>(run: () => Promise<T>): Promise<T> {
    if (this.blown) throw new SimulatedCrash();
    return await run();
  }

  /** Lets an effect through, or dies at it. */
  async effect<T>(name: string, run: () => Promise<T>): Promise<T> {
    if (this.blown) throw new SimulatedCrash();
    const { when, due } = this.plan;
    if (when === 'before' && due(name)) this.die();
    // A write whose condition fails is no effect.
    const result = await run();
    this.effects.push(`${this.step} ${name}`.trim());
    if (when === 'after' && due(name)) this.die();
    return result;
  }

  private die(): never {
    this.blown = true;
    throw new SimulatedCrash();
  }
}
