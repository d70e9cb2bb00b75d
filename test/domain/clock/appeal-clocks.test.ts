/** The clock of an appeal: its own period, and its own extension where the law knows one. */
import { describe, expect, it } from 'vitest';
import { calendarOf } from '../../../lib/domain/calendar/calendar.ts';
import { answerDate, type Clocks, clocksOf, type Subject } from '../../../lib/domain/clock/clocks.ts';
import type { ClockEvent } from '../../../lib/domain/clock/clock-events.ts';
import { lawById } from '../../../lib/domain/law/laws.ts';

/** Received on 1 March: under Colorado's law due on 15 April, with the extension on 14 June. */
function clocks(law: string, events: ClockEvent[] = [], subject: Subject = 'appeal'): Clocks {
  return clocksOf({
    law: lawById(law),
    subject,
    receivedAt: '2026-03-01T19:00:00Z',
    zone: 'America/Denver',
    calendar: calendarOf('none'),
    events,
  });
}

const told = (on?: string): ClockEvent[] => [{ type: 'extension_notified', ...(on === undefined ? {} : { on }) }];
const due = (of: Clocks): string | undefined => answerDate(of)?.dueOn;

describe('the decision on an appeal', () => {
  it('is due at the end of the period of the appeal, whatever else is possible', () => {
    const colorado = clocks('us-co');
    expect([due(colorado), colorado.dates['appeal-extended']?.dueOn, colorado.extended]).toEqual(['2026-04-15', '2026-06-14', false]);
    expect(due(clocks('us-va'))).toBe('2026-04-30');
    expect(due(clocks('us-ut'))).toBeUndefined();
  });

  it.each([
    ['without a date', told()],
    ['on the last day', told('2026-04-15')],
  ])('is put off by a notice in time, counted from the receipt of the appeal: %s', (_, events) => {
    const extended = clocks('us-co', events);
    expect([due(extended), extended.extended]).toEqual(['2026-06-14', true]);
    expect(answerDate(extended)!.periods).toEqual([
      { amount: 45, unit: 'day' },
      { amount: 60, unit: 'day' },
    ]);
  });

  it('is not put off by a notice that came too late', () => {
    const late = clocks('us-co', told('2026-04-16'));
    expect([due(late), late.dates['appeal-extended'], late.refusedExtension]).toEqual([
      '2026-04-15',
      undefined,
      { reason: 'too-late', cite: 'C.R.S. 6-1-1306(3)' },
    ]);
  });

  it('is not put off where the law knows no such thing', () => {
    const virginian = clocks('us-va', told());
    expect([due(virginian), virginian.refusedExtension]).toEqual([
      '2026-04-30',
      { reason: 'unknown-to-law', cite: 'Va. Code 59.1-577(C)' },
    ]);
  });

  it('does not move the date of the request it is about, nor the other way round', () => {
    const access = clocks('us-co', [...told('2026-04-01'), { type: 'appeal_received', on: '2026-05-01' }], 'access');
    expect([due(access), access.dates.appeal?.dueOn, access.dates['appeal-extended']?.dueOn]).toEqual([
      '2026-05-30',
      '2026-06-15',
      '2026-08-14',
    ]);
  });
});
