/** Working days, counted around weekends and holidays. */
import { describe, expect, it } from 'vitest';
import { calendarOf } from '../../lib/domain/calendar/calendar.ts';
import { addWorkingDays, countWorkingDays, rollForward, workingDay, workingDaysBefore } from '../../lib/domain/calendar/working-days.ts';

describe('working days', () => {
  const berlin = calendarOf('DE-BE');

  it('leave out weekends and holidays', () => {
    expect(['2026-04-02', '2026-04-03', '2026-04-04', '2026-04-06', '2026-04-07'].map((day) => workingDay(day, berlin))).toEqual([
      true,
      false,
      false,
      false,
      true,
    ]);
  });

  it('are counted from the day after', () => {
    expect(addWorkingDays('2026-04-02', 1, berlin)).toBe('2026-04-07');
    expect(addWorkingDays('2026-04-04', 2, berlin)).toBe('2026-04-08');
    expect(addWorkingDays('2026-04-04', 0, berlin)).toBe('2026-04-04');
  });

  it('are counted back from the day before', () => {
    expect(workingDaysBefore('2026-04-07', 1, berlin)).toBe('2026-04-02');
    expect(workingDaysBefore('2026-04-07', 5, berlin)).toBe('2026-03-27');
  });

  it('name what was passed over, a holiday on a weekend as the holiday', () => {
    const calendar = calendarOf('DE-BY', { 'DE-BY': { add: { '2026-10-05': 'Betriebsausflug' } } });
    const passed = [
      { on: '2026-10-03', reason: 'holiday', name: 'Tag der Deutschen Einheit' },
      { on: '2026-10-04', reason: 'sunday' },
      { on: '2026-10-05', reason: 'holiday', name: 'Betriebsausflug' },
    ];
    expect(rollForward('2026-10-03', calendar)).toEqual({ on: '2026-10-06', skipped: passed });
    expect(countWorkingDays('2026-10-02', 1, calendar)).toEqual({ on: '2026-10-06', skipped: passed });
  });

  it('leave out weekends only where the holidays are not known', () => {
    expect(rollForward('2035-12-25', berlin)).toEqual({ on: '2035-12-25', skipped: [] });
    expect(rollForward('2035-12-29', berlin).on).toBe('2035-12-31');
  });
});
