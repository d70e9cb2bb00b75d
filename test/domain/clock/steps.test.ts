/** The steps behind a date, and dates that the worked examples do not show: refusals, pauses, figures to be confirmed. */
import { describe, expect, it } from 'vitest';
import { calendarOf } from '../../../lib/domain/calendar/calendar.ts';
import type { ClockEvent } from '../../../lib/domain/clock/clock-events.ts';
import { answerDate, type Clocks, clocksOf, type Subject } from '../../../lib/domain/clock/clocks.ts';
import { lawOn } from '../../../lib/domain/law/laws.ts';

interface Asked {
  law: string;
  on?: string;
  subject?: Subject;
  place?: string;
  events?: ClockEvent[];
  optionalPauses?: boolean;
}

function clocks({ law, on = '2026-03-03', subject = 'access', place = 'DE-BE', events = [], optionalPauses = false }: Asked): Clocks {
  const input = { law: lawOn(law, on)!, subject, receivedAt: `${on}T11:00:00Z`, zone: 'Europe/Berlin', calendar: calendarOf(place) };
  return clocksOf({ ...input, events, optionalPauses });
}

describe('a date', () => {
  it('moves past Easter and names every day it passes', () => {
    const { respond } = clocks({ law: 'eu-gdpr' }).dates;
    expect(respond!.steps.find(({ code }) => code === 'moved-to-working-day')).toEqual({
      code: 'moved-to-working-day',
      from: '2026-04-03',
      to: '2026-04-07',
      because: [
        { on: '2026-04-03', reason: 'holiday', name: 'Karfreitag' },
        { on: '2026-04-04', reason: 'saturday' },
        { on: '2026-04-05', reason: 'sunday' },
        { on: '2026-04-06', reason: 'holiday', name: 'Ostermontag' },
      ],
      cite: 'Reg. 1182/71 Art. 3(4)',
    });
  });

  it('says for each year whether its holidays are not known', () => {
    const { respond } = clocks({ law: 'eu-gdpr', on: '2030-12-10' }).dates;
    const unknown = respond!.steps.filter(({ code }) => code === 'holidays-unknown');
    expect(unknown).toEqual([{ code: 'holidays-unknown', calendar: 'DE-BE', year: 2031 }]);
  });

  it('is to be confirmed for what has not been read, and only for that', () => {
    const unread = (asked: Asked, name: 'respond' | 'appeal' = 'respond'): string[] =>
      clocks(asked).dates[name]!.steps.flatMap((step) => (step.code === 'to-be-confirmed' ? [step.cite] : []));
    expect(unread({ law: 'eu-gdpr' })).toEqual([]);
    expect(unread({ law: 'sg-pdpa', place: 'none' })).toEqual(['PDPA s.21(1); PDP Regulations reg. 5']);
    // The figure was read, the way the state counts was not.
    expect(unread({ law: 'us-va', place: 'none' })).toEqual(['general rule of the state']);
    expect(unread({ law: 'eu-gdpr', events: [{ type: 'identity_asked', on: '2026-03-04' }] })).toEqual([
      'GDPR Art. 12(6); EDPB 01/2022 para 159',
    ]);
  });

  it('is a regulator’s yardstick where the law gives no number, and says so', () => {
    const { respond } = clocks({ law: 'au-app', place: 'none' }).dates;
    expect(respond!.steps).toContainEqual({ code: 'guidance', cite: 'Privacy Act 1988 APP 12.4; OAIC guidance' });
  });
});

describe('a refusal', () => {
  it('has the first month under the GDPR, whatever was extended', () => {
    const events: ClockEvent[] = [{ type: 'extension_notified', on: '2026-03-20' }];
    const { dates, extended } = clocks({ law: 'eu-gdpr', events });
    expect(extended).toBe(true);
    expect(dates.refuse).toMatchObject({ dueOn: '2026-04-07', basis: 'GDPR Art. 12(4)' });
  });

  it('has the whole time in the United Kingdom since the DUAA', () => {
    const events: ClockEvent[] = [{ type: 'extension_notified', on: '2026-03-20' }];
    expect(clocks({ law: 'uk-gdpr', place: 'GB-ENG', events }).dates.refuse!.dueOn).toBe('2026-06-03');
    expect(clocks({ law: 'uk-gdpr', place: 'GB-ENG' }).dates.refuse!.dueOn).toBe('2026-04-07');
  });
});

describe('an extension', () => {
  it('that was told in time is the date of the answer', () => {
    const told = clocks({ law: 'us-va', place: 'none', events: [{ type: 'extension_notified', on: '2026-04-17' }] });
    expect(answerDate(told)!.dueOn).toBe('2026-06-01');
  });

  it('that was told too late extends nothing, by the article', () => {
    const late = clocks({ law: 'us-va', place: 'none', events: [{ type: 'extension_notified', on: '2026-04-18' }] });
    expect(late.refusedExtension).toEqual({ reason: 'too-late', cite: 'Va. Code 59.1-577(B)(1)-(2)' });
    expect(answerDate(late)!.dueOn).toBe('2026-04-17');
    expect(late.dates.extended).toBeUndefined();
  });

  it('that the law does not know extends nothing', () => {
    const unknown = clocks({ law: 'kr-pipa', place: 'none', events: [{ type: 'extension_notified' }] });
    expect(unknown).toMatchObject({ extended: false, refusedExtension: { reason: 'unknown-to-law' } });
  });
});

describe('a pause', () => {
  const open = (on: string): ClockEvent[] => [{ type: 'clarification_asked', on }];

  it('counts the days that were left when it began', () => {
    const { respond } = clocks({ law: 'uk-gdpr', on: '2026-09-01', place: 'GB-ENG', events: open('2026-09-10') }).dates;
    expect(respond!.paused).toEqual({ about: 'clarification', since: '2026-09-10', daysLeft: 22, cite: 'UK GDPR Art. 12A(5)-(6)' });
  });

  it('leaves a period whole that begins anew with the answer', () => {
    const events: ClockEvent[] = [{ type: 'identity_asked', on: '2026-09-10' }];
    expect(clocks({ law: 'uk-gdpr', on: '2026-09-01', place: 'GB-ENG', events }).dates.respond!.paused).toMatchObject({ daysLeft: 30 });
  });

  it('that the law leaves to the company is used only where it chose so', () => {
    const asked = { law: 'eu-gdpr', on: '2026-09-01', events: open('2026-09-10') };
    expect(clocks(asked).dates.respond!.paused).toBeUndefined();
    expect(clocks({ ...asked, optionalPauses: true }).dates.respond!.paused).toMatchObject({ since: '2026-09-10' });
  });
});

describe('the dates of a law', () => {
  it('are none where it does not give the right', () => {
    expect(clocks({ law: 'us-ia', subject: 'rectification', place: 'none' })).toEqual({
      law: 'us-ia',
      subject: 'rectification',
      dates: {},
      extended: false,
    });
  });

  it('of an act that is only enacted are those of its periods', () => {
    const { dates } = clocks({ law: 'us-vt', on: '2028-01-03', place: 'none' });
    expect([dates.respond!.dueOn, dates.extended!.dueOn]).toEqual(['2028-02-17', '2028-04-02']);
  });

  it('of a duty of the company begin with what happened, not with a request', () => {
    const { keep } = clocks({ law: 'us-ca-ccpa', subject: 'record', place: 'US-CA' }).dates;
    expect(keep!.steps[0]).toEqual({ code: 'started', by: 'event', on: '2026-03-03' });
  });
});
