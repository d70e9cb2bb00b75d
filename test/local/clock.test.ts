/** The two clocks. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { systemClock, virtualClock } from '../../lib/local/clock.ts';

const DAY = 86_400_000;

describe('the virtual clock', () => {
  it('fires timers in order of their instants, at their instants', async () => {
    const clock = virtualClock(1000);
    const fired: [string, number][] = [];
    clock.at(3000, () => fired.push(['late', clock.now()]));
    clock.at(2000, () => fired.push(['early', clock.now()]));
    clock.at(9000, () => fired.push(['never', clock.now()]));
    await clock.advanceBy(4000);
    expect(fired).toEqual([
      ['early', 2000],
      ['late', 3000],
    ]);
    expect(clock.now()).toBe(5000);
  });

  it('waits for what a timer set off before it goes on, and sees the timers that arms', async () => {
    const clock = virtualClock(0);
    const log: string[] = [];
    let work: Promise<void> = Promise.resolve();
    clock.settled = () => work;
    clock.at(10, () => {
      work = new Promise<void>((resolve) => setTimeout(resolve, 20)).then(() => {
        log.push(`worked at ${clock.now()}`);
        clock.at(20, () => log.push(`armed by it at ${clock.now()}`));
      });
    });
    clock.at(30, () => log.push(`last at ${clock.now()}`));
    await clock.advanceTo(100);
    expect(log).toEqual(['worked at 10', 'armed by it at 20', 'last at 30']);
  });

  it('sleeps: what became due meanwhile fires at the end, in order, and nothing that is due later', async () => {
    const clock = virtualClock(0);
    const fired: [string, number][] = [];
    clock.at(20, () => fired.push(['second', clock.now()]));
    clock.at(10, () => fired.push(['first', clock.now()]));
    clock.at(31, () => fired.push(['never', clock.now()]));
    await clock.sleepTo(30);
    expect(fired).toEqual([
      ['first', 30],
      ['second', 30],
    ]);
  });

  it('does not fire a disarmed timer, and fires one already due without advancing', async () => {
    const clock = virtualClock(0);
    const fired: string[] = [];
    clock.at(5, () => fired.push('disarmed'))();
    clock.at(0, () => fired.push('due'));
    await expect.poll(() => fired).toEqual(['due']);
    await clock.advanceTo(10);
    expect(fired).toEqual(['due']);
  });
});

describe('the system clock', () => {
  beforeEach(() => vi.useFakeTimers({ now: 0 }));
  afterEach(() => vi.useRealTimers());

  it('waits for longer than a timer of the platform can', async () => {
    const clock = systemClock();
    const fire = vi.fn();
    clock.at(45 * DAY, fire);
    await vi.advanceTimersByTimeAsync(44 * DAY);
    expect(fire).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(DAY);
    expect(fire).toHaveBeenCalledOnce();
  });

  it('can be disarmed in any slice', async () => {
    const fire = vi.fn();
    const disarm = systemClock().at(45 * DAY, fire);
    await vi.advanceTimersByTimeAsync(30 * DAY);
    disarm();
    await vi.advanceTimersByTimeAsync(30 * DAY);
    expect(fire).not.toHaveBeenCalled();
  });
});
