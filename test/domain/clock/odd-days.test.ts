/** Days without a midnight, days that were left out, and the first instant that is too late. */
import { describe, expect, it } from 'vitest';
import { calendarOf } from '../../../lib/domain/calendar/calendar.ts';
import { clocksOf } from '../../../lib/domain/clock/clocks.ts';
import { civilDateIn, tooLateAfter } from '../../../lib/domain/clock/deadline.ts';
import { lawById } from '../../../lib/domain/law/laws.ts';

const due = (zone: string, receivedAt: string): { dueOn: string; tooLateAt: string } =>
  clocksOf({ law: lawById('us-va'), subject: 'access', receivedAt, zone, calendar: calendarOf('none') }).dates.respond!;

describe('the first instant that is too late', () => {
  it.each([
    ['an ordinary night', 'Europe/Berlin', '2026-04-07', '2026-04-07T22:00:00Z'],
    ['the night the clocks go forward', 'Europe/Berlin', '2026-03-29', '2026-03-29T22:00:00Z'],
    ['the night the clocks go back', 'Europe/Berlin', '2026-10-25', '2026-10-25T23:00:00Z'],
    ['before a day that begins at one o’clock, in Beirut', 'Asia/Beirut', '2027-03-27', '2027-03-27T22:00:00Z'],
    ['before a day that began at one o’clock, in São Paulo', 'America/Sao_Paulo', '2018-11-03', '2018-11-04T03:00:00Z'],
    ['before the day that Apia left out', 'Pacific/Apia', '2011-12-29', '2011-12-30T10:00:00Z'],
    ['half an hour of change on Lord Howe', 'Australia/Lord_Howe', '2026-04-05', '2026-04-05T13:30:00Z'],
    ['a zone of three quarters of an hour', 'Asia/Kathmandu', '2026-04-05', '2026-04-05T18:15:00Z'],
  ])('is right after %s', (_, zone, date, instant) => {
    expect(tooLateAfter(date, zone)).toBe(instant);
    // A moment earlier it is still the day itself.
    expect(civilDateIn(zone, instant) > date).toBe(true);
    expect(civilDateIn(zone, new Date(Date.parse(instant) - 1).toISOString())).toBe(date);
  });
});

describe('the day of receipt', () => {
  it.each([
    ['23:30 on the day the clocks went forward in New York', 'America/New_York', '2026-03-09T03:30:00Z', '2026-03-08', '2026-04-22'],
    ['the doubled hour in Berlin', 'Europe/Berlin', '2026-10-25T00:30:00Z', '2026-10-25', '2026-12-09'],
    ['the last half hour before Lord Howe changes', 'Australia/Lord_Howe', '2026-04-04T14:59:00Z', '2026-04-05', '2026-05-20'],
    ['a day ahead of UTC in Apia', 'Pacific/Apia', '2026-06-01T23:00:00Z', '2026-06-02', '2026-07-17'],
  ])('is the civil date: %s', (_, zone, receivedAt, receivedOn, dueOn) => {
    expect(civilDateIn(zone, receivedAt)).toBe(receivedOn);
    expect(due(zone, receivedAt).dueOn).toBe(dueOn);
  });

  it('is not counted where the zone does not exist', () => {
    expect(() => due('Europe/Nowhere', '2026-03-05T11:00:00Z')).toThrow(RangeError);
  });
});
