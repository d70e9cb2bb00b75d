/** Statutory dates: the rules by example and by property. */
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { calendarOf, calendarWith } from '../../lib/domain/calendar/calendar.ts';
import { workingDay } from '../../lib/domain/calendar/working-days.ts';
import { dutyDeadline, extensionDeadline, responseDeadline } from '../../lib/domain/deadline.ts';
import { lawById } from '../../lib/domain/law/laws.ts';
import { LAW_IDS } from '../../lib/domain/law/law-ids.ts';

const GDPR = lawById('eu-gdpr');
const CCPA = lawById('us-ca-ccpa');
const berlin = { law: GDPR, zone: 'Europe/Berlin', calendar: calendarOf('DE-BE') };
const california = { law: CCPA, zone: 'America/Los_Angeles', calendar: calendarOf('US-CA') };
const noon = (date: string): string => `${date}T11:00:00Z`;

describe('the answer under the GDPR', () => {
  it('is due on the same day of the next month', () => {
    const due = responseDeadline({ ...berlin, receivedAt: noon('2026-11-03') });
    expect(due).toMatchObject({
      dueOn: '2026-12-03',
      unrolledOn: '2026-12-03',
      tooLateAt: '2026-12-03T23:00:00Z',
      basis: 'GDPR Art. 12(3)',
      rule: 'EU-1182',
    });
    expect(due.graceOn).toBeUndefined();
  });

  it('is due on the last day of a month that is too short, and says so', () => {
    const due = responseDeadline({ ...berlin, receivedAt: noon('2027-01-31') });
    expect(due.unrolledOn).toBe('2027-02-28');
    expect(due.dueOn).toBe('2027-03-01');
    expect(due.steps).toContainEqual({ code: 'month-too-short', day: 31, on: '2027-02-28', cite: 'Reg. 1182/71 Art. 3(2)(c)' });
  });

  it('moves past Easter and names every day it passes', () => {
    const due = responseDeadline({ ...berlin, receivedAt: noon('2026-03-03') });
    expect(due.dueOn).toBe('2026-04-07');
    expect(due.steps.find(({ code }) => code === 'moved-to-working-day')).toMatchObject({
      from: '2026-04-03',
      to: '2026-04-07',
      because: [
        { on: '2026-04-03', reason: 'holiday', name: 'Karfreitag' },
        { on: '2026-04-04', reason: 'saturday' },
        { on: '2026-04-05', reason: 'sunday' },
        { on: '2026-04-06', reason: 'holiday', name: 'Ostermontag' },
      ],
    });
  });

  it('counts the day of receipt in the zone of the controller', () => {
    const late = { ...berlin, receivedAt: '2026-11-03T23:30:00Z' };
    expect(responseDeadline(late).dueOn).toBe('2026-12-04');
    expect(responseDeadline({ ...late, zone: 'UTC' }).dueOn).toBe('2026-12-03');
  });

  it('says that only weekends were counted where the holidays are not known', () => {
    const due = responseDeadline({ ...berlin, calendar: calendarOf('XX'), receivedAt: noon('2026-11-25') });
    expect(due.dueOn).toBe('2026-12-25');
    expect(due.steps).toContainEqual({ code: 'holidays-unknown', calendar: 'XX' });
  });

  it('is extended from receipt, not from the first due date', () => {
    const extended = extensionDeadline({ ...berlin, receivedAt: noon('2028-01-31') });
    expect(extended).toMatchObject({ unrolledOn: '2028-04-30', dueOn: '2028-05-02', basis: 'GDPR Art. 12(3)' });
    expect(extended?.noticeBy.dueOn).toBe('2028-02-29');
  });

  it('ends at the next local midnight, also when the clocks change that night', () => {
    expect(responseDeadline({ ...berlin, receivedAt: noon('2026-02-28') }).tooLateAt).toBe('2026-03-30T22:00:00Z');
    // In Beirut the day after 27 March 2027 has no midnight: it begins at one o'clock.
    const beirut = responseDeadline({ law: CCPA, zone: 'Asia/Beirut', calendar: calendarOf('LB'), receivedAt: noon('2027-02-10') });
    expect(beirut).toMatchObject({ dueOn: '2027-03-27', tooLateAt: '2027-03-27T22:00:00Z' });
  });

  it('refuses a zone that does not exist', () => {
    expect(() => responseDeadline({ ...berlin, zone: 'Europe/Nowhere', receivedAt: noon('2026-11-03') })).toThrow(RangeError);
  });
});

describe('the answer in California', () => {
  it('keeps a last day on a Saturday and shows the later day as grace', () => {
    const due = responseDeadline({ ...california, receivedAt: '2025-12-31T20:00:00Z' });
    expect(due).toMatchObject({ dueOn: '2026-02-14', graceOn: '2026-02-17', rule: 'US-CA' });
    expect(due.basis).toBe('11 CCR 7021(b); Cal. Civ. Code 1798.130(a)(2)(A)');
  });

  it('is due with the earliest of several rights, and says which', () => {
    const due = responseDeadline({ ...california, receivedAt: '2026-03-16T19:00:00Z', rights: ['access', 'limit'] });
    expect(due.dueOn).toBe('2026-04-07');
    expect(due.steps).toContainEqual({ code: 'earliest-of', right: 'limit', rights: ['access', 'limit'] });
    expect(due.steps).toContainEqual({ code: 'to-be-confirmed', cite: '11 CCR 7027(g)' });
  });

  it('knows no extension for an opt-out', () => {
    const receivedAt = '2026-03-16T19:00:00Z';
    expect(extensionDeadline({ ...california, receivedAt, rights: ['opt-out-of-sale'] })).toBeUndefined();
    expect(extensionDeadline({ ...california, receivedAt, rights: ['opt-out'] })).toBeUndefined();
    expect(extensionDeadline({ ...california, receivedAt, rights: ['erasure'] })?.dueOn).toBe('2026-06-14');
  });

  it('has a clock for the acknowledgement, the GDPR has none', () => {
    expect(dutyDeadline({ ...california, receivedAt: '2026-03-02T20:00:00Z', duty: 'acknowledge' })?.dueOn).toBe('2026-03-16');
    expect(dutyDeadline({ ...berlin, receivedAt: noon('2026-03-02'), duty: 'acknowledge' })).toBeUndefined();
  });
});

const instant = fc.date({ min: new Date('2019-01-01T00:00:00Z'), max: new Date('2039-12-31T00:00:00Z'), noInvalidDate: true });
const zone = fc.constantFrom('Europe/Berlin', 'America/Los_Angeles', 'Pacific/Apia', 'Asia/Beirut', 'UTC', 'Australia/Lord_Howe');
const law = fc.constantFrom(...LAW_IDS.map(lawById));
const calendar = fc.constantFrom('DE', 'DE-BY', 'DE-SN', 'US', 'US-CA', 'XX').map(calendarOf);

describe('for every law, zone and calendar', () => {
  it('never gives a later receipt an earlier date', () => {
    fc.assert(
      fc.property(law, zone, calendar, instant, fc.integer({ min: 0, max: 40 * 86_400_000 }), (law, zone, calendar, at, later) => {
        const first = { law, zone, calendar, receivedAt: at.toISOString() };
        const second = { ...first, receivedAt: new Date(at.getTime() + later).toISOString() };
        expect(responseDeadline(first).dueOn <= responseDeadline(second).dueOn).toBe(true);
        expect(extensionDeadline(first)!.dueOn <= extensionDeadline(second)!.dueOn).toBe(true);
      }),
    );
  });

  it('is too late only after the whole of the last day', () => {
    fc.assert(
      fc.property(law, zone, calendar, instant, (law, zone, calendar, at) => {
        const due = responseDeadline({ law, zone, calendar, receivedAt: at.toISOString() });
        const lastMoment = Temporal.Instant.from(due.tooLateAt).subtract({ nanoseconds: 1 }).toZonedDateTimeISO(zone);
        expect(lastMoment.toPlainDate().toString()).toBe(due.dueOn);
        expect(due.unrolledOn <= due.dueOn).toBe(true);
        expect(at.toISOString() < due.tooLateAt).toBe(true);
      }),
    );
  });

  it('ends on a working day under the GDPR', () => {
    fc.assert(
      fc.property(zone, calendar, instant, (zone, calendar, at) => {
        expect(workingDay(responseDeadline({ law: GDPR, zone, calendar, receivedAt: at.toISOString() }).dueOn, calendar)).toBe(true);
      }),
    );
  });

  it('never gives less time because of one more holiday', () => {
    fc.assert(
      fc.property(law, zone, instant, fc.array(fc.integer({ min: 0, max: 100 }), { maxLength: 30 }), (law, zone, at, offsets) => {
        const day = (offset: number): string => new Date(at.getTime() + offset * 86_400_000).toISOString().slice(0, 10);
        const few = calendarWith('few', offsets.slice(1).map(day));
        const more = calendarWith('more', offsets.map(day));
        const input = { law, zone, receivedAt: at.toISOString() };
        expect(responseDeadline({ ...input, calendar: few }).dueOn <= responseDeadline({ ...input, calendar: more }).dueOn).toBe(true);
        expect(extensionDeadline({ ...input, calendar: few })!.dueOn <= extensionDeadline({ ...input, calendar: more })!.dueOn).toBe(true);
      }),
    );
  });

  it('extends to a date that is never before the first', () => {
    fc.assert(
      fc.property(law, zone, calendar, instant, (law, zone, calendar, at) => {
        const input = { law, zone, calendar, receivedAt: at.toISOString() };
        const extended = extensionDeadline(input)!;
        expect(extended.dueOn > responseDeadline(input).dueOn).toBe(true);
        expect(extended.noticeBy.dueOn).toBe(responseDeadline(input).dueOn);
      }),
    );
  });
});
