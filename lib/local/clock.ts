/** Clocks: the real one, and a virtual one on which a year passes in seconds. */
import type { Clock } from './contract.ts';

/** `setTimeout` fires at once for delays above 2^31-1 ms, so longer waits are cut into slices. */
const LONGEST_SLICE_MS = 2 ** 31 - 1;

/** The time of this machine. */
export function systemClock(): Clock {
  return {
    now: () => Date.now(),
    at(at, fire) {
      let timer: NodeJS.Timeout;
      const arm = () => {
        const left = Math.max(0, at - Date.now());
        timer = left > LONGEST_SLICE_MS ? setTimeout(arm, LONGEST_SLICE_MS) : setTimeout(() => (Date.now() < at ? arm() : fire()), left);
      };
      arm();
      return () => clearTimeout(timer);
    },
  };
}

/** A clock that moves only when told to, and by the time that functions take. */
export interface VirtualClock extends Clock {
  /** Fires every timer up to the instant, in order, waiting for `settled` before and after each. */
  advanceTo(instant: number): Promise<void>;
  advanceBy(ms: number): Promise<void>;
  /** Wakes up at the instant, as a machine that slept: what became due meanwhile fires late and all at once. */
  sleepTo(instant: number): Promise<void>;
  /** Resolves when nothing is under way; set to `smallAws.settled` once there is one. */
  settled: () => Promise<void>;
}

interface Timer {
  at: number;
  fire: () => void;
}

/** A clock that stands at `start` until it is advanced. Timers already due fire soon, without advancing. */
export function virtualClock(start: number): VirtualClock {
  let now = start;
  const timers = new Set<Timer>();

  const run = (timer: Timer) => {
    if (timers.delete(timer)) timer.fire();
  };
  const nextUpTo = (instant: number) => {
    let next: Timer | undefined;
    for (const timer of timers) if (timer.at <= instant && (!next || timer.at < next.at)) next = timer;
    return next;
  };

  const clock: VirtualClock = {
    settled: async () => {},
    now: () => now,
    // What an invocation took has passed: else a time limit that a function counted from its own present would end early.
    passed: (to) => void (now = Math.max(now, to)),
    at(at, fire) {
      const timer = { at, fire };
      timers.add(timer);
      if (at <= now) setImmediate(run, timer);
      return () => timers.delete(timer);
    },
    async advanceTo(instant) {
      await clock.settled();
      for (let timer = nextUpTo(instant); timer; timer = nextUpTo(instant)) {
        now = Math.max(now, timer.at);
        run(timer);
        await clock.settled();
      }
      now = Math.max(now, instant);
    },
    advanceBy: (ms) => clock.advanceTo(now + ms),
    async sleepTo(instant) {
      await clock.settled();
      now = Math.max(now, instant);
      for (const timer of [...timers].toSorted((one, other) => one.at - other.at)) if (timer.at <= now) run(timer);
      await clock.settled();
    },
  };
  return clock;
}
