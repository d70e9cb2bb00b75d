/** The sentences behind a date: for customers, with the article, in their language. */
import { describe, expect, it } from 'vitest';
import { calendarOf } from '../../lib/domain/calendar/calendar.ts';
import type { ClockEvent } from '../../lib/domain/clock/clock-events.ts';
import { type Clocks, clocksOf, type DateName, type Subject } from '../../lib/domain/clock/clocks.ts';
import { dateNameIn, explain, pausedShort, refusedExtensionInWords } from '../../lib/domain/explanation/explain.ts';
import { LANGUAGES } from '../../lib/domain/languages.ts';
import { lawOn } from '../../lib/domain/law/laws.ts';
import { requestClock } from '../../lib/domain/clock/request-clock.ts';

interface Asked {
  law: string;
  at: string;
  zone: string;
  place: string;
  subject?: Subject;
  events?: ClockEvent[];
}

function dates({ law, at, zone, place, subject = 'access', events = [] }: Asked): Clocks['dates'] {
  const input = { law: lawOn(law, at.slice(0, 10))!, subject, receivedAt: at, zone, calendar: calendarOf(place), events };
  return clocksOf({ ...input, optionalPauses: true }).dates;
}

const texts = (asked: Asked, { name = 'respond', lang = 'en' }: { name?: DateName; lang?: string } = {}): string[] =>
  explain(dates(asked)[name]!, lang).map(({ text }) => text);

const EASTER = { law: 'eu-gdpr', at: '2026-03-05T11:00:00Z', zone: 'Europe/Berlin', place: 'DE' };
const LONDON = { law: 'uk-gdpr', at: '2026-09-01T11:00:00Z', zone: 'Europe/London', place: 'GB-ENG' };
const ANGELES = { law: 'us-ca-ccpa', at: '2026-01-01T07:30:00Z', zone: 'America/Los_Angeles', place: 'US-CA' };

describe('a date in words', () => {
  it('is told step by step, each with its article', () => {
    expect(texts(EASTER)).toEqual([
      'Your request reached us on Thursday, 5 March 2026 at 12:00, Central European Time.',
      'The day on which your request reached us does not count (Reg. 1182/71 Art. 3(1)).',
      'Counting 1 month from there gives Sunday, 5 April 2026 (GDPR Art. 12(3); Reg. 1182/71 Art. 3(2)(c)).',
      'Sunday 5 April 2026 and Monday 6 April 2026 (Ostermontag) are no working days, so the time ends on the next working day, Tuesday, 7 April 2026 (Reg. 1182/71 Art. 3(4)).',
      'The last day is Tuesday, 7 April 2026; the time is over at 00:00 the next day.',
    ]);
  });

  it('is told in German to those who read German, and in English to all others', () => {
    expect(texts(EASTER, { lang: 'de' })).toEqual([
      'Ihr Antrag ging am Donnerstag, 5. März 2026 um 12:00 Uhr bei uns ein, Mitteleuropäische Zeit.',
      'Der Tag, an dem Ihr Antrag bei uns einging, zählt nicht (Reg. 1182/71 Art. 3(1)).',
      'Rechnet man von da an 1 Monat, kommt man auf Sonntag, 5. April 2026 (GDPR Art. 12(3); Reg. 1182/71 Art. 3(2)(c)).',
      'Sonntag 5. April 2026 und Montag 6. April 2026 (Ostermontag) sind keine Arbeitstage, deshalb endet die Frist am nächsten Arbeitstag, Dienstag, 7. April 2026 (Reg. 1182/71 Art. 3(4)).',
      'Der letzte Tag ist Dienstag, 7. April 2026; am Tag danach um 00:00 Uhr ist die Frist um.',
    ]);
    expect(texts(EASTER, { lang: 'mt' })).toEqual(texts(EASTER));
    expect(texts(EASTER, { lang: 'constructor' })).toEqual(texts(EASTER));
  });

  it('adds an extension to the first time, from the same day', () => {
    expect(texts(EASTER, { name: 'extended' })).toContain(
      'Counting 1 month and another 2 months from there gives Friday, 5 June 2026 (GDPR Art. 12(3); Reg. 1182/71 Art. 3(2)(c)).',
    );
  });

  it('says that a month is too short', () => {
    expect(texts({ ...EASTER, at: '2027-01-31T11:00:00Z' })).toContain(
      'That month has no day 31, so the time ends on its last day, Sunday, 28 February 2027 (Reg. 1182/71 Art. 3(2)(c)).',
    );
  });

  it('names holidays that were passed over, and weekends as a number', () => {
    expect(texts(ANGELES, { name: 'acknowledge' })).toContain(
      "These are not business days and were not counted: Thursday 1 January 2026 (New Year's Day) and 4 days of weekends (CCP 12a(a)-(b); Cal. Gov. Code 6800).",
    );
  });

  it('keeps to the earlier day where the law might allow a later one', () => {
    expect(texts(ANGELES)).toContain(
      "Saturday 14 February 2026, Sunday 15 February 2026 and Monday 16 February 2026 (Washington's Birthday) are no working days, so the law might allow until Tuesday, 17 February 2026 (CCP 12a(a)-(b); Cal. Gov. Code 6800); we keep to Saturday, 14 February 2026.",
    );
  });

  it('tells what questions did: the time begins anew, and days of waiting do not count', () => {
    const events: ClockEvent[] = [
      { type: 'identity_asked', on: '2026-09-02' },
      { type: 'identity_confirmed', on: '2026-09-07' },
      { type: 'clarification_asked', on: '2026-09-08' },
      { type: 'clarification_answered', on: '2026-09-10' },
    ];
    expect(texts({ ...LONDON, events })).toEqual([
      'Your request reached us on Tuesday, 1 September 2026 at 12:00, United Kingdom Time.',
      'The time began anew on Monday, 7 September 2026, when we knew for sure that it is you (UK GDPR Art. 12A(2)(b), 12(6)(b)).',
      'That day, Monday, 7 September 2026, does not count itself (UK GDPR Art. 4A; Reg. 1182/71 Art. 3(1)).',
      'Counting 1 month from there gives Wednesday, 7 October 2026 (UK GDPR Art. 12A(1)-(2); UK GDPR Art. 4A; Reg. 1182/71 Art. 3(2)(c)).',
      'From Tuesday, 8 September 2026 to Thursday, 10 September 2026 we waited for your answer which data you mean: these days do not count (UK GDPR Art. 12A(5)-(6)).',
      'The 3 days of waiting put the end off to Saturday, 10 October 2026 (UK GDPR Art. 12A(5)-(6)).',
      'Saturday 10 October 2026 and Sunday 11 October 2026 are no working days, so the time ends on the next working day, Monday, 12 October 2026 (Reg. 1182/71 Art. 3(4)).',
      'The last day is Monday, 12 October 2026; the time is over at 00:00 the next day.',
    ]);
  });

  it('says of a single day of waiting that it does not count', () => {
    const events: ClockEvent[] = [
      { type: 'clarification_asked', on: '2026-09-10' },
      { type: 'clarification_answered', on: '2026-09-10' },
    ];
    expect(texts({ ...LONDON, events })).toContain(
      'On Thursday, 10 September 2026 we waited for your answer which data you mean: that day does not count (UK GDPR Art. 12A(5)-(6)).',
    );
  });

  it('has no end while a question is open, but says since when and for what it is paused', () => {
    const events: ClockEvent[] = [{ type: 'clarification_asked', on: '2026-09-10' }];
    const explained = explain(dates({ ...LONDON, events }).respond!, 'en');
    expect(explained.map(({ code }) => code)).toEqual(['received', 'first-day-excluded', 'period-added', 'paused']);
    expect(explained.at(-1)).toEqual({
      code: 'paused',
      text: 'Paused since 10 September 2026, 22 days left: we are waiting for your answer which data you mean (UK GDPR Art. 12A(5)-(6)).',
      cite: 'UK GDPR Art. 12A(5)-(6)',
    });
    expect(texts({ ...LONDON, events }, { lang: 'de' }).at(-1)).toBe(
      'Angehalten seit 10. September 2026, noch 22 Tage: Wir warten auf Ihre Antwort, welche Daten Sie meinen (UK GDPR Art. 12A(5)-(6)).',
    );
    expect([pausedShort({ daysLeft: 1 }, 'en'), pausedShort({ daysLeft: 22 }, 'de')]).toEqual([
      'paused, 1 day left',
      'angehalten, noch 22 Tage',
    ]);
  });

  it('waits for the time to think about a fee in Switzerland', () => {
    const swiss = { law: 'ch-fadp', at: '2026-03-01T11:00:00Z', zone: 'Europe/Zurich', place: 'none' };
    const events: ClockEvent[] = [{ type: 'fee_notified', on: '2026-03-05' }];
    expect(texts({ ...swiss, events })[1]).toBe(
      'We told you about a fee on Thursday, 5 March 2026. There is time to think about it until Sunday, 15 March 2026; the time for the answer begins after that (DPO 19(3)).',
    );
    expect(texts({ ...swiss, events }, { name: 'reflection' })[0]).toBe('We told you about the fee on Thursday, 5 March 2026.');
  });

  it('begins with the appeal, or with what a duty of the company counts from', () => {
    const colorado = { law: 'us-co', at: '2026-03-01T19:00:00Z', zone: 'America/Denver', place: 'none' };
    expect(texts({ ...colorado, events: [{ type: 'appeal_received', on: '2026-05-01' }] }, { name: 'appeal' })[0]).toBe(
      'Your appeal reached us on Friday, 1 May 2026.',
    );
    expect(texts({ ...ANGELES, subject: 'record' }, { name: 'keep' })[0]).toBe('The time begins with Wednesday, 31 December 2025.');
  });

  it('says what is not known: holidays, figures to be confirmed, and a yardstick in place of a number', () => {
    expect(texts({ ...EASTER, at: '2030-12-10T11:00:00Z' })).toContain(
      'The public holidays of Germany in 2031 are not known here, so only weekends were counted; that never makes the date later.',
    );
    expect(texts({ ...EASTER, place: 'none' })).toContain(
      'No public holidays were counted for 2026, only weekends; that never makes the date later.',
    );
    const virginia = { law: 'us-va', at: '2026-03-01T19:00:00Z', zone: 'America/New_York', place: 'none' };
    expect(texts(virginia)).toContain(
      'To be confirmed: we have still to check this against the text of the law (general rule of the state).',
    );
    expect(texts(virginia, { lang: 'de' })).toContain(
      'Noch zu bestätigen: Das müssen wir noch am Text des Gesetzes prüfen (allgemeine Regel des Bundesstaats).',
    );
    expect(texts({ law: 'au-app', at: '2026-03-01T01:00:00Z', zone: 'Australia/Sydney', place: 'none' })).toContain(
      'The law says no number here; this is the time the regulator expects (Privacy Act 1988 APP 12.4; OAIC guidance).',
    );
  });

  it('says that a date is the company’s own promise where the law gives no number', () => {
    const { leading } = requestClock(
      {
        rights: ['access'],
        laws: ['jp-appi'],
        receivedAt: '2026-03-02T03:00:00Z',
        receivedOn: '2026-03-02',
        clockEvents: [],
        answered: [],
      },
      { controller: { country: 'JP', zone: 'Asia/Tokyo' }, policies: { optionalPauses: false } },
    );
    expect(explain(leading.deadline, 'en').map(({ text }) => text)).toContain(
      'The law gives no number of days for this; it is the time in which we promise to answer.',
    );
  });
});

describe('other words', () => {
  it.each(LANGUAGES.filter((lang) => lang !== 'en'))('name every date in %s', (lang) => {
    const names: DateName[] = [
      'acknowledge',
      'respond',
      'extension-notice',
      'extended',
      'refuse',
      'act',
      'stop',
      'appeal',
      'appeal-extended',
    ];
    for (const name of names) expect(dateNameIn(name, lang)).not.toBe(dateNameIn(name, 'en'));
  });

  it('say why an extension extends nothing', () => {
    const late = { reason: 'too-late', cite: 'GDPR Art. 12(3)' } as const;
    expect(refusedExtensionInWords(late, { law: 'GDPR', lang: 'en' })).toBe(
      'The notice of the extension went out too late, so the time is not extended (GDPR Art. 12(3)).',
    );
    const unknown = { reason: 'unknown-to-law', cite: 'PIPA Arts 35-38' } as const;
    expect(refusedExtensionInWords(unknown, { law: 'PIPA', lang: 'de' })).toBe(
      'PIPA kennt hierfür keine Verlängerung, die Frist ist nicht verlängert (PIPA Arts 35-38).',
    );
  });
});
