/** What holds for every law, right, zone and calendar, whatever happens. */
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { eventProblems } from '../../../lib/domain/clock/clock-events.ts';
import type { Clocks, DateName } from '../../../lib/domain/clock/clocks.ts';
import { civilDateIn, type Deadline } from '../../../lib/domain/clock/deadline.ts';
import { pauseFor } from '../../../lib/domain/clock/period.ts';
import { explain } from '../../../lib/domain/explanation/explain.ts';
import { LANGUAGES } from '../../../lib/domain/languages.ts';
import { holdsOn, type Law } from '../../../lib/domain/law/law.ts';
import { calendarOn, clocksFor, eventsAfter, history, inputOf, question, type Receipt, receipt } from './arbitraries.ts';

type Dates = Clocks['dates'];

const RUNS = { numRuns: 250 };

function pairs(before: Dates, after: Dates): [string, Deadline, Deadline][] {
  return Object.entries(before).flatMap(([name, date]) => {
    const other = after[name as DateName];
    return other === undefined ? [] : [[name, date, other]];
  });
}

/** Dates by name, as far as they are dates. */
const shown = (dates: Dates): Record<string, string> =>
  Object.fromEntries(Object.entries(dates).map(([name, { dueOn, paused }]) => [name, paused === undefined ? dueOn : 'paused']));

const without = (dates: Dates, ...names: DateName[]): Dates =>
  Object.fromEntries(Object.entries(dates).filter(([name]) => !names.includes(name as DateName)));

/** What a law says on a day: a receipt on another day is only comparable if it says the same. */
const holding = (law: Law, on: string): string =>
  JSON.stringify([law.clocks, Object.values(law.rights)].map((all) => all.filter((one) => holdsOn(one, on))));

function comparable(a: Receipt, b: Receipt): boolean {
  const [one, other] = [inputOf(a), inputOf(b)];
  if (one === undefined || other === undefined || one.law !== other.law) return false;
  return holding(one.law, civilDateIn(a.zone, a.receivedAt)) === holding(other.law, civilDateIn(b.zone, b.receivedAt));
}

describe('for every law, right, zone and calendar', () => {
  it('a later receipt never gives an earlier date, as long as the law says the same', () => {
    let compared = 0;
    fc.assert(
      fc.property(receipt, fc.integer({ min: 0, max: 40 * 86_400_000 }), (first, later) => {
        const second = { ...first, receivedAt: new Date(Date.parse(first.receivedAt) + later).toISOString() };
        fc.pre(comparable(first, second));
        for (const [name, before, after] of pairs(clocksFor(first)!.dates, clocksFor(second)!.dates)) {
          compared += 1;
          for (const part of ['unrolledOn', 'dueOn', 'tooLateAt'] as const)
            expect(before[part] <= after[part], `${name} ${part}`).toBe(true);
        }
      }),
      RUNS,
    );
    expect(compared).toBeGreaterThan(200);
  });

  it('one more holiday never shortens a period', () => {
    fc.assert(
      fc.property(receipt, fc.integer({ min: 0, max: 150 }), (of, more) => {
        const longer = clocksFor({ ...of, calendar: calendarOn(of, [...of.offsets, more]) });
        for (const [name, before, after] of pairs(clocksFor(of)?.dates ?? {}, longer?.dates ?? {})) {
          expect(before.dueOn <= after.dueOn, name).toBe(true);
          expect((before.graceOn ?? '') <= (after.graceOn ?? ''), `${name} grace`).toBe(true);
        }
      }),
      RUNS,
    );
  });

  it('a pause alone never shortens a period, and while it is open the date of before is kept in mind', () => {
    let paused = 0;
    fc.assert(
      fc.property(receipt, question, (of, [[asks, answers], after, took]) => {
        const events = eventsAfter(of, [
          { type: asks, after },
          { type: answers, after: after + took },
        ]);
        const plain = clocksFor(of)?.dates ?? {};
        for (const [name, before, now] of pairs(plain, clocksFor(of, events)?.dates ?? {}))
          expect(before.dueOn <= now.dueOn, name).toBe(true);
        for (const [name, before, now] of pairs(plain, clocksFor(of, events.slice(0, 1))?.dates ?? {})) {
          if (now.paused === undefined) continue;
          paused += 1;
          expect(now.dueOn, name).toBe(before.dueOn);
        }
      }),
      { numRuns: 400 },
    );
    expect(paused).toBeGreaterThan(20);
  });

  it('an extension is counted from the start, never from the end of the first period', () => {
    fc.assert(
      fc.property(receipt, (of) => {
        const { respond, extended } = clocksFor(of)?.dates ?? {};
        fc.pre(respond !== undefined && extended !== undefined);
        const start = Temporal.PlainDate.from(civilDateIn(of.zone, of.receivedAt));
        const sum = { months: 0, days: 0 };
        for (const { amount, unit } of extended!.periods) sum[unit === 'month' ? 'months' : 'days'] += amount;
        expect(extended!.unrolledOn).toBe(start.add({ months: sum.months }).add({ days: sum.days }).toString());
        expect(extended!.dueOn > respond!.dueOn).toBe(true);
      }),
      RUNS,
    );
  });

  it('is too late from the first instant of the next local day', () => {
    fc.assert(
      fc.property(receipt, (of) => {
        for (const { tooLateAt, dueOn, unrolledOn } of Object.values(clocksFor(of)?.dates ?? {})) {
          const first = Temporal.Instant.from(tooLateAt).toZonedDateTimeISO(of.zone);
          expect(first.equals(first.startOfDay())).toBe(true);
          expect(first.subtract({ nanoseconds: 1 }).toPlainDate().toString()).toBe(dueOn);
          expect(unrolledOn <= dueOn).toBe(true);
          expect(of.receivedAt < tooLateAt).toBe(true);
        }
      }),
      RUNS,
    );
  });
});

describe('a history', () => {
  it('gives a clock after each of its events, the same however often it is computed', () => {
    fc.assert(
      fc.property(receipt, history, fc.constantFrom(...LANGUAGES), (of, happened, lang) => {
        const events = eventsAfter(of, happened);
        expect(eventProblems(events, civilDateIn(of.zone, of.receivedAt))).toEqual([]);
        events.forEach((_, place) => {
          const prefix = events.slice(0, place + 1);
          const clocks = clocksFor(of, prefix);
          expect(clocksFor(of, structuredClone(prefix))).toEqual(clocks);
          for (const date of Object.values(clocks?.dates ?? {}))
            for (const { text } of explain(date, lang)) expect(text).not.toMatch(/undefined|NaN|\bnull\b/);
        });
      }),
      RUNS,
    );
  });

  it('changes no date that an event has nothing to do with', () => {
    const touched = { changed: 0, same: 0 };
    fc.assert(
      fc.property(receipt, history, (of, happened) => {
        const events = eventsAfter(of, happened);
        const input = inputOf(of);
        fc.pre(input !== undefined);
        events.forEach((event, place) => {
          const [before, after] = [clocksFor(of, events.slice(0, place))!.dates, clocksFor(of, events.slice(0, place + 1))!.dates];
          if (JSON.stringify(shown(before)) === JSON.stringify(shown(after))) touched.same += 1;
          else touched.changed += 1;
          if (event.type === 'second_step_confirmed') expect(shown(after)).toEqual(shown(before));
          if (event.type === 'appeal_received')
            expect(shown(without(after, 'appeal', 'appeal-extended'))).toEqual(shown(without(before, 'appeal', 'appeal-extended')));
          if (event.type === 'extension_notified') {
            const names = ['extended', 'refuse', 'appeal-extended'] as const;
            expect(shown(without(after, ...names))).toEqual(shown(without(before, ...names)));
          }
          const about = /^(identity|clarification|fee)/.exec(event.type)?.[1] as 'identity' | 'clarification' | 'fee' | undefined;
          if (about !== undefined) {
            const receivedOn = civilDateIn(of.zone, of.receivedAt);
            const pause = pauseFor({ law: input!.law, right: of.subject, receivedOn, optionalPauses: true }, about);
            if (pause === undefined) expect(shown(after)).toEqual(shown(before));
          }
        });
      }),
      { numRuns: 200 },
    );
    expect(touched.changed).toBeGreaterThan(20);
    expect(touched.same).toBeGreaterThan(20);
  });

  it('leaves alone what was over before a question was asked', () => {
    fc.assert(
      fc.property(receipt, question, (of, [[asks]]) => {
        const dates = clocksFor(of)?.dates ?? {};
        const last = Object.values(dates)
          .map(({ dueOn }) => dueOn)
          .toSorted()
          .at(-1);
        fc.pre(last !== undefined);
        const after = Math.round((Date.parse(last!) - Date.parse(civilDateIn(of.zone, of.receivedAt))) / 86_400_000) + 1;
        expect(shown(without(clocksFor(of, eventsAfter(of, [{ type: asks, after }]))!.dates, 'reflection'))).toEqual(shown(dates));
      }),
      RUNS,
    );
  });
});
