/** Shows how far an audit is: a bar with rate and time left on a terminal, a plain line for each tenth otherwise. */
import type { Progress } from './audit-logs.ts';

export interface ProgressScreen {
  terminal: boolean;
  write(text: string): void;
  /** Milliseconds, from any zero. */
  clock(): number;
}

const BAR = 24;
/** A terminal is not drawn on more often. */
const REDRAW_MS = 100;

const count = new Intl.NumberFormat('en');

function timeLeft(seconds: number): string {
  const whole = Math.ceil(seconds);
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}

const clearLine = '\r\u001B[K';

/** Takes the news of an audit; `end` leaves a clean line behind. */
export function progressLine({ terminal, write, clock }: ProgressScreen): { tell(now: Progress): void; end(): void } {
  let begun = { log: '', at: 0, done: 0 };
  let shown = { at: -Infinity, tenth: 0 };
  const line = ({ log, done, size }: Progress, at: number): string => {
    const seconds = Math.max(0.001, (at - begun.at) / 1000);
    const rate = (done - begun.done) / seconds;
    const left = done === size || rate === 0 ? '' : `, ${timeLeft((size - done) / rate)} left`;
    const numbers = `${count.format(done)} of ${count.format(size)} entries, ${count.format(Math.round(rate))}/s${left}`;
    if (!terminal) return `${log}: ${numbers}\n`;
    const full = Math.round((BAR * done) / Math.max(1, size));
    return `${clearLine}[${'#'.repeat(full)}${'-'.repeat(BAR - full)}] ${log}: ${numbers}`;
  };
  return {
    tell(now) {
      const at = clock();
      if (now.log !== begun.log) {
        begun = { log: now.log, at, done: now.done };
        shown = { at: -Infinity, tenth: 0 };
      }
      const tenth = Math.floor((10 * now.done) / Math.max(1, now.size));
      if (terminal ? at - shown.at < REDRAW_MS : tenth === shown.tenth) return;
      shown = { at, tenth };
      write(line(now, at));
    },
    end: () => void (terminal && write(clearLine)),
  };
}
