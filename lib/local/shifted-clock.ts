/** A clock that can be set ahead: real time plus a shift that is kept, so that a laptop can look weeks into the future. */
import { existsSync, readFileSync } from 'node:fs';
import { systemClock } from './clock.ts';
import type { Clock } from './contract.ts';
import { writeWhole } from './data-directory/write-whole.ts';

export interface ShiftedClock extends Clock {
  /** Milliseconds ahead of real time. */
  shift(): number;
  /** Sets the clock ahead; what became due fires at once. Never back: nothing that has happened may lie in the future. */
  advanceBy(milliseconds: number): void;
}

interface Timer {
  at: number;
  fire: () => void;
  disarm: () => void;
}

function keptShift(file: string): number {
  if (!existsSync(file)) return 0;
  const { shift } = JSON.parse(readFileSync(file, 'utf8')) as { shift?: unknown };
  return typeof shift === 'number' && shift >= 0 ? shift : 0;
}

/** The clock whose shift is kept in a file. */
export function shiftedClock(file: string, real: Clock = systemClock()): ShiftedClock {
  let shift = keptShift(file);
  const timers = new Set<Timer>();
  const now = (): number => real.now() + shift;

  const arm = (timer: Timer): void => {
    timer.disarm = real.at(timer.at - shift, () => {
      timers.delete(timer);
      timer.fire();
    });
  };

  return {
    now,
    shift: () => shift,
    at(at, fire) {
      const timer: Timer = { at, fire, disarm: () => undefined };
      timers.add(timer);
      arm(timer);
      return () => {
        timers.delete(timer);
        timer.disarm();
      };
    },
    advanceBy(milliseconds) {
      if (!(milliseconds >= 0)) throw new RangeError('The clock only goes forward');
      shift += milliseconds;
      writeWhole(file, JSON.stringify({ shift }));
      for (const timer of [...timers].toSorted((a, b) => a.at - b.at)) {
        timer.disarm();
        if (timers.has(timer)) arm(timer);
      }
    },
  };
}
