/**
 * Public holidays of Germany and its Länder. Days that only some municipalities keep (Assumption in Bavaria, Corpus Christi in
 * Saxony and Thuringia, the Augsburg peace festival) are left out: without them a date is never later than the law allows.
 */
import { afterEaster, during, fixed, weekdayBefore, type HolidayRule } from './holiday-rules.ts';

const EVERYWHERE: HolidayRule[] = [
  fixed('Neujahr', 1, 1),
  afterEaster('Karfreitag', -2),
  afterEaster('Ostermontag', 1),
  fixed('Tag der Arbeit', 5, 1),
  afterEaster('Christi Himmelfahrt', 39),
  afterEaster('Pfingstmontag', 50),
  during(fixed('Tag der Deutschen Einheit', 10, 3), { since: 1990 }),
  fixed('1. Weihnachtstag', 12, 25),
  fixed('2. Weihnachtstag', 12, 26),
  // 500 years: a public holiday in all Länder, once.
  during(fixed('Reformationstag', 10, 31), { since: 2017, until: 2017 }),
];

const EPIPHANY = fixed('Heilige Drei Könige', 1, 6);
const CORPUS_CHRISTI = afterEaster('Fronleichnam', 60);
const REFORMATION = fixed('Reformationstag', 10, 31);
const REFORMATION_NORTH = during(REFORMATION, { since: 2018 });
const ALL_SAINTS = fixed('Allerheiligen', 11, 1);
const womensDay = (since: number): HolidayRule => during(fixed('Internationaler Frauentag', 3, 8), { since });
const liberationDay = (year: number): HolidayRule => during(fixed('Tag der Befreiung', 5, 8), { since: year, until: year });

const LAENDER: Record<string, HolidayRule[]> = {
  BW: [EPIPHANY, CORPUS_CHRISTI, ALL_SAINTS],
  BY: [EPIPHANY, CORPUS_CHRISTI, ALL_SAINTS],
  BE: [womensDay(2019), liberationDay(2020), liberationDay(2025)],
  BB: [afterEaster('Ostersonntag', 0), afterEaster('Pfingstsonntag', 49), REFORMATION],
  HB: [REFORMATION_NORTH],
  HH: [REFORMATION_NORTH],
  HE: [CORPUS_CHRISTI],
  MV: [womensDay(2023), REFORMATION],
  NI: [REFORMATION_NORTH],
  NW: [CORPUS_CHRISTI, ALL_SAINTS],
  RP: [CORPUS_CHRISTI, ALL_SAINTS],
  SL: [CORPUS_CHRISTI, fixed('Mariä Himmelfahrt', 8, 15), ALL_SAINTS],
  SN: [REFORMATION, weekdayBefore('Buß- und Bettag', { month: 11, day: 23, weekday: 3 })],
  ST: [EPIPHANY, REFORMATION],
  SH: [REFORMATION_NORTH],
  TH: [during(fixed('Weltkindertag', 9, 20), { since: 2019 }), REFORMATION],
};

/** Calendars by ISO 3166 code: `DE` holds what all Länder share. */
export const GERMANY: Record<string, HolidayRule[]> = {
  DE: EVERYWHERE,
  ...Object.fromEntries(Object.entries(LAENDER).map(([land, rules]) => [`DE-${land}`, [...EVERYWHERE, ...rules]])),
};
